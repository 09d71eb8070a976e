import { english, plural } from './englishFormatter'

/** "a.gexf", "a.gexf and b.gexf", "a.gexf and 3 more". */
const fileNames = (names: readonly string[]): string =>
  names.length < 3 ? english.list(names) : `${names[0]} and ${names.length - 1} more`

/** A number of bytes: "12 KB", "3.4 MB". */
const byteSize = (bytes: number): string => {
  const unit = bytes < 1e6 ? 'KB' : bytes < 1e9 ? 'MB' : 'GB'
  const size = bytes / { KB: 1e3, MB: 1e6, GB: 1e9 }[unit]
  return `${size < 10 ? Math.max(0.1, Math.round(size * 10) / 10) : Math.round(size)} ${unit}`
}

/** Work that is kept in this browser or saved as a project file, and what an address cannot hold of it. */
export const workEn = {
  notKept: ({ names }: { names: readonly string[] }) =>
    `${fileNames(names)} ${names.length > 1 ? 'are' : 'is'} open, but not kept in this browser`,
  viewNotKept: 'What you changed is not kept in this browser',
  browserKeepsNothing: 'this browser does not let the page keep anything, as in private browsing',
  removedElsewhere: 'the work was removed from this browser in another tab',
  quotaExceeded: 'there is not enough room in the storage of this browser',
  noRoom: ({ size, room }: { size: number; room: number }) =>
    `the files have ${byteSize(size)}, and this browser has room for ${byteSize(room)}`,
  saveProjectInstead:
    'Save a project file, which holds the files and everything that you did. After a reload, it can be opened again.',

  saveProject: 'Save a project file',
  saved: ({ name }: { name: string }) => `Saved as ${name}`,
  savedDetails: 'It holds the whole graph and this view. Open it here or with the command line.',
  notSaved: 'The project file was not saved',

  share: {
    title: 'Share this view',
    notOnWeb: ({ names }: { names: readonly string[] }) =>
      `${fileNames(names)} ${names.length > 1 ? 'are files' : 'is a file'} of this computer, so an address would open nothing for anybody else.`,
    tooLong: ({ parts }: { parts: readonly ('selection' | 'pins' | 'filter' | 'other')[] }) => {
      const nouns = {
        selection: 'the selection',
        pins: 'the places of moved nodes',
        filter: 'the filter',
        other: 'the settings',
      }
      return `An address would be too long: it has no room for ${english.list(parts.map((part) => nouns[part]))}.`
    },
    projectInstead: 'A project file gives all of it: the graph, what is hidden, filters, places and colours.',
    save: 'Save a project file',
    copyAnyway: 'Copy the address without it',
  },
  exportIsPart: 'An export holds what is shown or selected.',

  openElsewhere: 'This work is open in another tab.',
  openElsewhereDetails: 'That tab keeps its view. What you do here is kept once the other tab is closed.',

  notHere: 'The work that the address names is not in this browser',
  notHereReason: 'it was kept in another browser, or it was removed here',
  bundledInstead: ({ title, japaneseTitle }: { title: string; japaneseTitle: string }) =>
    `${title || japaneseTitle} was opened instead.`,
  openFileAgain: 'Open the file again, or a project file of this work.',

  // What an address names that is not there.
  /** `parts` are sentences. */
  unrestored: ({ parts }: { parts: readonly string[] }) => parts.join(' '),
  unreadParameter: ({ key, value }: { key: string; value: string }) =>
    `${key}=${value.length > 40 ? `${value.slice(0, 40)}…` : value} is not understood.`,
  notInGraph: ({ count, example }: { count: number; example: string }) =>
    count === 1
      ? `${english.quote(example)} is not in this graph.`
      : `${english.integer(count)} items, such as ${english.quote(example)}, are not in this graph.`,
  pinsNotRestored: ({ count, example }: { count: number; example: string }) =>
    count === 1
      ? `The place of ${english.quote(example)} cannot be used.`
      : `${english.integer(count)} places of nodes, such as that of ${english.quote(example)}, cannot be used.`,
  columnNotInGraph: ({ column }: { column: string }) => `This graph has no column ${english.quote(column)}.`,
  filterStepNotRestored: ({ part, reason }: { part: string; reason: string }) =>
    `The filter step with ${english.quote(part)} was left out: ${reason}.`,
  selectionOfOtherData: 'The selection was made in other data, or in another version of these.',
  pinsOfOtherData: 'The places of moved nodes belong to other data, or to another version of these.',

  recent: {
    title: 'Kept in this browser',
    introduction: 'Files that you opened, and the view on them as you left it.',
    open: ({ title }: { title: string }) => `Open ${title}`,
    facts: (facts: { size: number; nodes: number; edges: number; time: string }) =>
      `${facts.time}, ${plural(facts.nodes, 'node')}, ${plural(facts.edges, 'edge')}, ${byteSize(facts.size)}`,
    remove: ({ title }: { title: string }) => `Remove ${title} from this browser`,
    openNow: 'open now',
    forgetAll: 'Forget everything in this browser',
    forgetAllQuestion: 'Remove all kept files, views, attached texts and settings? This cannot be undone.',
    forget: 'Forget everything',
    cancel: 'Cancel',
    unavailable: 'This browser keeps nothing, as in private browsing.',
  },
}

export type WorkMessages = typeof workEn
