import type { OpenGraphElement, GraphElementStack } from '../xml/graphElementStack'
import type { XmlTagAttributes } from '../xml/xmlHandler'
import type { DeclaredGexfColumn } from './declaredGexfColumns'
import { gexfXmlAttributeNumbers } from './gexfNames'

/** An interval of time as the file writes it; a side is empty if it is open. */
interface GexfTimeInterval {
  readonly start: string
  readonly end: string
  /** Whether the start, or the end, is not part of it itself. */
  readonly opens?: boolean
  readonly closes?: boolean
}

interface TimedValue {
  readonly interval: GexfTimeInterval
  readonly text: string
}

/** The times and changing values of an open element. */
interface Pending {
  readonly spells: GexfTimeInterval[]
  readonly values: Map<DeclaredGexfColumn, TimedValue[]>
}

const asText = ({ start, end, opens, closes }: GexfTimeInterval): string =>
  start === end ? start : `${opens ? '(' : ''}${start}..${end}${closes ? ')' : ''}`

/** Compares times: numbers as numbers, dates as texts; an open side comes first. */
function compareTimes(one: string, other: string): number {
  const difference = one === '' || other === '' ? NaN : Number(one) - Number(other)
  return Number.isNaN(difference) ? (one < other ? -1 : one > other ? 1 : 0) : difference
}

/** The times of a tag: from start to end, at timestamps, or in intervals ("<[1, 2]; [4, 5]>"). */
export function timeIntervalsOfTag(tag: XmlTagAttributes): GexfTimeInterval[] {
  const start = first(tag, [
    gexfXmlAttributeNumbers.start,
    gexfXmlAttributeNumbers.startopen,
    gexfXmlAttributeNumbers.datefrom,
  ])
  const end = first(tag, [gexfXmlAttributeNumbers.end, gexfXmlAttributeNumbers.endopen, gexfXmlAttributeNumbers.dateto])
  const stamps =
    first(tag, [gexfXmlAttributeNumbers.timestamp, gexfXmlAttributeNumbers.timestamps])
      ?.replace(/[<>[\]]/g, '')
      .split(',') ?? []
  const intervals = (tag.text(gexfXmlAttributeNumbers.intervals) ?? '').matchAll(/[[(\]]([^,[\]]+),([^,[\]]+)[\])[]/g)
  return [
    ...(start !== undefined || end !== undefined
      ? [
          {
            start: start ?? '',
            end: end ?? '',
            opens: tag.has(gexfXmlAttributeNumbers.startopen) && !tag.has(gexfXmlAttributeNumbers.start),
            closes: tag.has(gexfXmlAttributeNumbers.endopen) && !tag.has(gexfXmlAttributeNumbers.end),
          },
        ]
      : []),
    ...stamps.map((stamp) => ({ start: stamp.trim(), end: stamp.trim() })),
    ...[...intervals].map(([, from, to]) => ({ start: from!.trim(), end: to!.trim() })),
  ]
}

const first = (tag: XmlTagAttributes, attributes: readonly number[]): string | undefined => {
  const present = attributes.find((attribute) => tag.has(attribute))
  return present === undefined ? undefined : tag.text(present)
}

/** Whether a tag has an attribute of time; these have the highest numbers, together with those of the viz module. */
export const hasTimeAttributes = (tag: XmlTagAttributes): boolean =>
  tag.highestAttribute >= gexfXmlAttributeNumbers.start

/**
 * Turns times into columns: the beginning and end of a row into `start` and `end`, several intervals, and those
 * whose bounds are open, into a list `spells`.
 * A column of values that change keeps the latest, and a list beside it has all of them ("2001..2003: 5").
 */
export class DynamicAttributeCollector {
  readonly #pending = new Map<OpenGraphElement, Pending>()

  constructor(readonly rows: GraphElementStack) {}

  addSpells(open: OpenGraphElement, intervals: readonly GexfTimeInterval[]): void {
    this.#pendingOf(open).spells.push(...intervals)
  }

  addValue(
    open: OpenGraphElement,
    declared: DeclaredGexfColumn,
    { intervals, text }: { intervals: readonly GexfTimeInterval[]; text: string },
  ): void {
    const { values } = this.#pendingOf(open)
    const list = values.get(declared) ?? []
    values.set(declared, [...list, ...intervals.map((interval) => ({ interval, text }))])
  }

  /** Writes the times and changing values of a row whose element closes. */
  close(open: OpenGraphElement): void {
    if (this.#pending.size === 0) return
    const pending = this.#pending.get(open)
    if (!pending) return
    this.#pending.delete(open)
    this.#writeSpells(open, pending.spells)
    for (const [declared, values] of pending.values) this.#writeValues(open, declared, values)
  }

  #pendingOf(open: OpenGraphElement): Pending {
    let pending = this.#pending.get(open)
    if (!pending) this.#pending.set(open, (pending = { spells: [], values: new Map() }))
    return pending
  }

  #writeSpells(open: OpenGraphElement, spells: readonly GexfTimeInterval[]): void {
    if (spells.length === 0) return
    const { rows } = this
    const starts = spells.map(({ start }) => start).sort(compareTimes)
    const ends = spells.map(({ end }) => end).sort(compareTimes)
    for (const [name, text] of [
      ['start', starts[0]!],
      ['end', ends[0] === '' ? '' : ends.at(-1)!],
    ] as const) {
      if (text === '') continue
      const builder = rows.column(open.of, name)
      if (!builder.has(open.row)) builder.setText(open.row, text)
    }
    if (spells.length > 1 || spells.some(({ opens, closes }) => opens || closes))
      rows.putList(open, rows.column(open.of, 'spells', 'list'), spells.map(asText))
  }

  #writeValues(open: OpenGraphElement, declared: DeclaredGexfColumn, values: readonly TimedValue[]): void {
    const { rows } = this
    const inOrder = values.toSorted((one, other) => compareTimes(one.interval.start, other.interval.start))
    declared.builder ??= rows.column(open.of, declared.title, declared.kind, declared.datatype)
    rows.putText(open, declared.builder, inOrder.at(-1)!.text)
    rows.putList(
      open,
      rows.column(open.of, `${declared.title} over time`, 'list'),
      inOrder.map(({ interval, text }) => `${asText(interval)}: ${text}`),
    )
  }
}
