import type { Visible } from '../../analysis/filter/applyFilter'
import { groupAt, textAt } from '../../model/columns'
import { counted } from '../../model/pluralize'
import { spanOf, readableDate } from '../../model/date'
import type { Graph } from '../../model/graph'
import { figuresOf } from '../../model/graph'
import type { Language } from '../../model/nodeNames'
import { labelIn } from '../../model/nodeNames'
import { nodeAt } from '../../model/rowRecords'
import { citation, recipeText } from '../../formats/export/evidenceText'
import type { Recipe } from '../../formats/format'
import { agreementBehind, bundlesOf, isShown, statementsBehind, titleOf, type Bundle } from '../edgeOrFigure'
import { evidenceOf, type Evidence } from '../inspector/statementEvidence'
import { ledgerRows } from '../issues/issueLists'
import { quarrelsAbout, type Quarrel } from '../inspector/disputeDetails'
import { valueText } from '../text/sentences'
import { sayingOf } from '../inspector/verdict'

/** What a brief is made of. */
export interface BriefPart extends Visible {
  readonly graph: Graph
  readonly language: Language
  /** ISO day by which what is due is told. */
  readonly today: string
}

/**
 * A part of the graph as a text in Markdown: what is said, in sentences with numbered citations; what is contested, with
 * its sides; what is open; the documents; and how it was made. Statements appear in the order of the graph.
 */
export function brief(part: BriefPart, recipe: Recipe): string {
  const { graph, language } = part
  const bundles = bundlesOf(graph).filter((bundle) => isShown(graph, part, bundle))
  const notes = new Citations(graph)
  const sections = [
    `# ${line(labelIn(language, { label: graph.about.title, ja: graph.about.title_ja }))}`,
    `${counted(part.nodeCount, 'node')}, ${counted(part.edgeCount, 'edge')}; ${recipeText(recipe)}.`,
    section('What is said', saidOf(part, bundles, notes)),
    section('What is contested', contestedOf(part, bundles, notes)),
    section('What is open', openOf(part, bundles)),
  ]
  return `${[...sections, section('Documents', notes.list()), madeBy(recipe)].filter(Boolean).join('\n\n')}\n`
}

const section = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : `## ${title}\n\n${lines.join('\n')}`

/** Text of a data set is text in Markdown too: what could be markup is escaped, and a line stays one line. */
export const line = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')

/** Numbers for sources in the order in which they are first named. */
class Citations {
  readonly #numbers = new Map<string, number>()
  constructor(readonly graph: Graph) {}

  /** "[3, B4.2]" */
  cite({ source, place }: Evidence): string {
    const number = this.#numbers.get(source.id) ?? this.#numbers.size + 1
    this.#numbers.set(source.id, number)
    return `\\[${number}${place ? `, ${line(place)}` : ''}\\]`
  }

  list(): string[] {
    const sources = new Map(this.graph.sources.map((source) => [source.id, source]))
    return [...this.#numbers].map(([id, number]) => {
      const source = sources.get(id)!
      const origin = source.origin && sources.get(source.origin)
      return `${number}. ${line(citation(this.graph, source))}${origin ? ` (after ${line(origin.title)})` : ''}`
    })
  }
}

const evidence = ({ graph, language }: BriefPart, bundle: Bundle): Evidence[] =>
  Array.from(statementsBehind(graph, bundle), (row) => evidenceOf(graph, row, language))

/** Node by node, so that a reader meets each thing once: its edges as sentences, its figures with their values. */
function saidOf(part: BriefPart, bundles: readonly Bundle[], notes: Citations): string[] {
  const { graph, language } = part
  const edges = new Map<number, Bundle[]>()
  for (const bundle of bundles)
    if (bundle.kind === 'edge') {
      const from = graph.edges.source[bundle.row]!
      edges.set(from, [...(edges.get(from) ?? []), bundle])
    }
  return Array.from(part.nodes.keys()).flatMap((row) => {
    if (part.nodes[row] !== 1) return []
    const figures = Array.from(groupAt(figuresOf(graph), row), (figure): Bundle => ({ kind: 'figure', row: figure }))
    const own = [...figures, ...(edges.get(row) ?? [])].filter((each) => statementsBehind(graph, each).length > 0)
    if (own.length === 0) return []
    return [
      `### ${line(labelIn(language, nodeAt(graph, row)))}`,
      '',
      ...own.map((each) => sentence(part, each, notes)),
      '',
    ]
  })
}

function sentence(part: BriefPart, bundle: Bundle, notes: Citations): string {
  const { graph, language } = part
  const said = evidence(part, bundle)
  const agreement = agreementBehind(graph, bundle)
  const title = line(titleOf(graph, bundle, language))
  const verdict = agreement.verdict === 'single' ? '' : ` *${line(sayingOf(agreement, said).title)}*`
  const values = by(said, ({ value }) => (value ? line(valueText(value)) : ''))
  const told = values.map(([value, own]) => `${value && `${value}, `}${voices(own, notes)}.`)
  if (told.length === 1) return `- ${title}: ${told[0]}${verdict}`
  return [`- ${title}:${verdict}`, ...told.map((each) => `  - ${each}`)].join('\n')
}

/** "announced, says Donald Trump [1] [2]; reported, says Kyodo [3]": each voice once, with all its documents. */
const voices = (said: readonly Evidence[], notes: Citations): string =>
  by(said, saying)
    .map(([words, own]) => `${words} ${[...new Set(own.map((each) => notes.cite(each)))].join(' ')}`)
    .join('; ')

function saying({ statusName, negative, asserter, date }: Evidence): string {
  const parts = [negative ? `${statusName}, negative` : statusName, `says ${asserter.name}`, date && `for ${date}`]
  return line(parts.filter(Boolean).join(', '))
}

/** What has the same key together, in the order in which keys are first met. */
function by<Item>(items: readonly Item[], keyOf: (item: Item) => string): [string, Item[]][] {
  const groups = new Map<string, Item[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return [...groups]
}

function contestedOf(part: BriefPart, bundles: readonly Bundle[], notes: Citations): string[] {
  const { graph, language } = part
  const quarrels = new Map<string, Quarrel>()
  for (const bundle of bundles)
    for (const quarrel of quarrelsAbout(graph, bundle, language))
      if (quarrel.kind === 'conflict' && quarrel.sides.length > 1)
        quarrels.set(quarrel.recorded ? quarrel.id : `${quarrel.id} ${titleOf(graph, bundle, language)}`, {
          ...quarrel,
          title: quarrel.recorded ? quarrel.title : titleOf(graph, bundle, language),
        })
  return [...quarrels.values()].flatMap(({ title, sides, reading }) => [
    `### ${line(title)}`,
    '',
    ...sides.map(({ says, statements }) => {
      const who = by(statements, ({ evidence: { asserter } }) => line(asserter.name)).map(([name, own]) => {
        const cited = new Set(own.map(({ evidence: each }) => notes.cite(each)))
        return `${name} ${[...cited].join(' ')}`
      })
      return `- ${line(says)}: ${who.join('; ')}`
    }),
    '',
    line(reading),
    '',
  ])
}

function openOf(part: BriefPart, bundles: readonly Bundle[]): string[] {
  const { graph, language, today } = part
  const edges = new Set(bundles.filter(({ kind }) => kind === 'edge').map(({ row }) => textAt(graph.edges.id, row)))
  const shown = (ids: readonly string[]) =>
    ids.some((id) => {
      const row = Array.from(part.nodes.keys()).find((each) => textAt(graph.nodes.id, each) === id)
      return row !== undefined && part.nodes[row] === 1
    })
  const questions = ledgerRows(graph, 'open', { today, language })
  const waiting = ledgerRows(graph, 'expectations', { today, language }).filter(
    ({ standing }) => standing === 'open' || standing === 'due',
  )
  return [...questions, ...waiting]
    .filter(({ selection }) => shown(selection.nodes) || selection.edges.some((id) => edges.has(id)))
    .map(
      ({ title, detail, standing }) =>
        `- ${line(title)}${standing === 'due' ? ' (due)' : ''}${detail ? `: ${line(detail)}` : ''}`,
    )
}

const madeBy = (recipe: Recipe): string => {
  const day = spanOf(recipe.date) ? readableDate(recipe.date) : recipe.date
  return `---\n\n${line(recipeText(recipe))}. ${recipe.filter ? `Filter: \`${recipe.filter.replaceAll('`', "'")}\`. ` : ''}${day}`
}
