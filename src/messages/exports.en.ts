import { english, plural } from './englishFormatter'

const { list, date } = english

/** The export dialog, and what exports for readers (pictures and briefs) say about how they were made. */
export const exportsEn = {
  dialog: {
    title: 'Export',
    content: 'Content',
    scopes: { shown: 'What is shown', selected: 'What is selected' },
    counts: ({ nodes, edges }: { nodes: number; edges: number }) =>
      nodes === 0 ? 'empty' : `${plural(nodes, 'node')}, ${plural(edges, 'edge')}`,
    format: 'Format',
    groups: { graph: 'Graph', picture: 'Picture', text: 'Text and sources' },
    allDirected: 'Write every edge as directed',
    allDirectedHint: 'networkx and some other programs read no file with both kinds. The direction stays in a column.',
    pngSize: 'Size of the PNG picture',
    timesSize: ({ scale }: { scale: number }) => `${scale}×`,
    losses: ({ losses }: { losses: readonly string[] }) => `Not kept as data: ${list(losses)}.`,
    submit: ({ format }: { format: string }) => `Export ${format}`,
    cancel: 'Cancel',
    /** In pieces, since data is marked; `version` and `filter` are '' if there is none. */
    provenance: <Piece>(parts: {
      isPicture: boolean
      title: Piece
      version: Piece | ''
      filter: Piece | ''
      hasSources: boolean
    }): readonly (string | Piece)[] => [
      `The ${parts.isPicture ? 'caption' : 'file'} names the data set (`,
      parts.title,
      ...(parts.version === '' ? [] : [', version ', parts.version]),
      ')',
      ...(parts.filter === '' ? [] : [', the filter (', parts.filter, ')']),
      `${parts.hasSources ? ', the sources' : ''} and today’s date.`,
    ],
  },
  fileTypeLabels: { svg: 'SVG picture', png: 'PNG picture', brief: 'Markdown brief' },
  fileTypeDescriptions: {
    svg: 'Vector graphics with labels as text, for print and drawing programs.',
    png: 'Pixels, for slides and messages.',
    brief: 'A report in sentences with numbered citations, disputes and open issues.',
  },

  /** How an export was made; `version` and `filter` are empty if there is none. */
  provenance: (of: { title: string; version: string; isSelection: boolean; filter: string; day: string }) =>
    [
      of.version === '' ? of.title : `${of.title}, version ${of.version}`,
      of.isSelection ? 'selected part' : of.filter === '' ? 'everything' : `filter ${of.filter}`,
      `exported with Kizuna on ${date(of.day)}`,
    ].join('; '),
  sourcesLine: ({ sources }: { sources: readonly string[] }) => `Sources: ${sources.join(' · ')}`,

  brief: {
    statements: 'What the sources say',
    disputes: 'Contested',
    openIssues: 'Open issues',
    sources: 'Sources',
    attribution: ({ status, name, date: day }: { status: string; name: string; date: string }) =>
      `${status}, according to ${name}${day === '' ? '' : `, for ${day}`}`,
    origin: ({ title }: { title: string }) => ` (based on ${title})`,
    overdue: ' (overdue)',
    end: '.',
    separator: '; ',
  },
}

export type ExportsMessages = typeof exportsEn
