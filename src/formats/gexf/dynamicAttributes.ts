import type { OpenGraphElement, GraphElementStack } from '../xml/graphElementStack'
import type { XmlTagAttributes } from '../xml/xmlHandler'
import type { GexfColumn } from './gexfColumns'
import { gexfAttributeIndex } from './gexfNames'

/** A stretch of time as it is written; empty where that side is open. */
interface GexfTimeInterval {
  readonly start: string
  readonly end: string
}

interface Timed {
  readonly when: GexfTimeInterval
  readonly text: string
}

interface Pending {
  readonly spells: GexfTimeInterval[]
  readonly values: Map<GexfColumn, Timed[]>
}

const asText = ({ start, end }: GexfTimeInterval): string => (start === end ? start : `${start}..${end}`)

/** Numbers as numbers, dates as texts; no time at all comes first. */
function compare(one: string, other: string): number {
  const difference = one === '' || other === '' ? NaN : Number(one) - Number(other)
  return Number.isNaN(difference) ? (one < other ? -1 : one > other ? 1 : 0) : difference
}

/** When a tag says that something is: from start to end, at timestamps, or in intervals ("<[1, 2]; [4, 5]>"). */
export function timeIntervalsOfTag(tag: XmlTagAttributes): GexfTimeInterval[] {
  const start = first(tag, [gexfAttributeIndex.start, gexfAttributeIndex.startopen, gexfAttributeIndex.datefrom])
  const end = first(tag, [gexfAttributeIndex.end, gexfAttributeIndex.endopen, gexfAttributeIndex.dateto])
  const stamps =
    first(tag, [gexfAttributeIndex.timestamp, gexfAttributeIndex.timestamps])
      ?.replace(/[<>[\]]/g, '')
      .split(',') ?? []
  const intervals = (tag.text(gexfAttributeIndex.intervals) ?? '').matchAll(/[[(\]]([^,[\]]+),([^,[\]]+)[\])[]/g)
  return [
    ...(start !== undefined || end !== undefined ? [{ start: start ?? '', end: end ?? '' }] : []),
    ...stamps.map((stamp) => ({ start: stamp.trim(), end: stamp.trim() })),
    ...[...intervals].map(([, from, to]) => ({ start: from!.trim(), end: to!.trim() })),
  ]
}

const first = (tag: XmlTagAttributes, attributes: readonly number[]): string | undefined => {
  const said = attributes.find((attribute) => tag.has(attribute))
  return said === undefined ? undefined : tag.text(said)
}

/** Whether a tag says anything of time: those attributes are numbered last. */
export const hasTimeAttributes = (tag: XmlTagAttributes): boolean => tag.highestAttribute >= gexfAttributeIndex.start

/**
 * What changes with time. A row keeps when it begins and ends in columns `start` and `end`, all of its times in `spells`
 * where there are several; a value that changes keeps its latest in the column, and all of them in a list beside it
 * ("2001..2003: 5").
 */
export class DynamicAttributes {
  readonly #pending = new Map<OpenGraphElement, Pending>()

  constructor(readonly rows: GraphElementStack) {}

  spell(open: OpenGraphElement, whens: readonly GexfTimeInterval[]): void {
    this.#of(open).spells.push(...whens)
  }

  value(
    open: OpenGraphElement,
    declared: GexfColumn,
    { whens, text }: { whens: readonly GexfTimeInterval[]; text: string },
  ): void {
    const { values } = this.#of(open)
    const list = values.get(declared) ?? []
    values.set(declared, [...list, ...whens.map((when) => ({ when, text }))])
  }

  /** Writes what was told of a row whose element closes. */
  close(open: OpenGraphElement): void {
    if (this.#pending.size === 0) return
    const pending = this.#pending.get(open)
    if (!pending) return
    this.#pending.delete(open)
    this.#writeSpells(open, pending.spells)
    for (const [declared, values] of pending.values) this.#writeValues(open, declared, values)
  }

  #of(open: OpenGraphElement): Pending {
    let pending = this.#pending.get(open)
    if (!pending) this.#pending.set(open, (pending = { spells: [], values: new Map() }))
    return pending
  }

  #writeSpells(open: OpenGraphElement, spells: readonly GexfTimeInterval[]): void {
    if (spells.length === 0) return
    const { rows } = this
    const starts = spells.map(({ start }) => start).sort(compare)
    const ends = spells.map(({ end }) => end).sort(compare)
    for (const [name, text] of [
      ['start', starts[0]!],
      ['end', ends[0] === '' ? '' : ends.at(-1)!],
    ] as const) {
      if (text === '') continue
      const builder = rows.column(open.of, name)
      if (!builder.has(open.row)) builder.setText(open.row, text)
    }
    if (spells.length > 1) rows.putList(open, rows.column(open.of, 'spells', 'list'), spells.map(asText))
  }

  #writeValues(open: OpenGraphElement, declared: GexfColumn, values: readonly Timed[]): void {
    const { rows } = this
    const inOrder = values.toSorted((one, other) => compare(one.when.start, other.when.start))
    declared.builder ??= rows.column(open.of, declared.title, declared.kind)
    rows.putText(open, declared.builder, inOrder.at(-1)!.text)
    rows.putList(
      open,
      rows.column(open.of, `${declared.title} over time`, 'list'),
      inOrder.map(({ when, text }) => `${asText(when)}: ${text}`),
    )
  }
}
