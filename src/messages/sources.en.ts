import { english, plural } from './englishFormatter'

/** The sources panel: the list, excluding sources, one source with its statements, and an attached text. */
export const sourcesEn = {
  sourceCount: ({ count }: { count: number }) => plural(count, 'source'),
  noSources: 'This file does not name any sources.',
  search: 'Search sources',
  searchHint: 'Title, publisher or author',
  sort: 'Sort sources',
  sortOrders: {
    date: 'Newest first',
    statements: 'Most statements',
    only: 'Most claims found nowhere else',
    publisher: 'Publisher',
    class: 'Kind of source',
  },
  list: 'Sources',
  exclude: 'Exclude sources',
  excludeKind: 'Exclude a kind of source',
  kindsOfSource: 'Kinds of source',
  excludePublisher: 'By publisher',
  publishers: 'Publishers',
  excludeHint: ({ name }: { name: string }) => `Exclude ${name}`,
  includeHint: ({ name }: { name: string }) => `Include ${name}`,
  /** The label of a switch that is pressed while the source is included. */
  includeSource: ({ title }: { title: string }) => `Include ${english.quote(title)}`,
  excludeSourceHint: 'Exclude this source',
  includeSourceHint: 'Include this source',
  lostSupport: ({
    statements,
    nodes,
    edges,
    figures,
  }: {
    statements: number
    nodes: number
    edges: number
    figures: number
  }) =>
    `${plural(statements, 'statement')} excluded. No longer supported by any source: ${plural(nodes, 'node')}, ${plural(edges, 'relation')} and ${plural(figures, 'figure')}.`,
  includeAll: 'Include all',
  statementCount: ({ count }: { count: number }) => plural(count, 'statement'),
  onlyHereCount: ({ count }: { count: number }) => `${english.integer(count)} only in this source`,
  allSources: 'All sources',
  statementsAndOnlyHere: ({ statements, onlyHere }: { statements: number; onlyHere: number }) =>
    `${plural(statements, 'statement')}; ${plural(onlyHere, 'relation or figure', 'relations and figures')} only in this source.`,
  /** In pieces, since the original is a link. */
  basedOn: <Piece>({ original }: { original: Piece }): readonly (string | Piece)[] => [
    'Based on ',
    original,
    '. Together they count as one independent source.',
  ],
  kinds: {
    analysis: 'Analysis',
    blog: 'Blog',
    company: 'Company',
    dataset: 'Data set',
    digest: 'Digest',
    editorial: 'Editorial',
    encyclopedia: 'Encyclopedia',
    law: 'Law',
    news: 'News',
    official: 'Official',
    opinion: 'Opinion',
    'press-release': 'Press release',
    transcript: 'Transcript',
  },
  statements: 'Statements in reading order',
  quoting: ({ name }: { name: string }) => `according to ${name}`,
  heldAt: ({ date }: { date: string }) => `for ${date}`,
  onlyHere: 'only in this source',
  attachedText: 'Attached text',
  /** In pieces, since attaching is a button. */
  attachInvitation: <Piece>({ attach }: { attach: Piece }): readonly (string | Piece)[] => [
    'Do you have this source? ',
    attach,
    ' (plain text or HTML), or drop the file here, to read its passages next to the statements. The text stays in this browser.',
  ],
  attach: 'Attach its text',
  noPassages: 'No passage of the attached text matches the statements. The text stays in this browser.',
  passageCount: ({ count }: { count: number }) =>
    `The attached text is shown next to the statements: ${plural(count, 'passage')} found. The text stays in this browser.`,
  removeText: 'Remove text',
  emptyText: ({ file }: { file: string }) => `${file} contains no text. Choose a plain text or HTML file.`,
  unreadableText: ({ file }: { file: string }) => `${file} could not be read. Choose the file again.`,
  noRoomForText: 'This browser has no room left for the text. Remove another attached text first.',
}

export type SourcesMessages = typeof sourcesEn
