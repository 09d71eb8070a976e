import type { OpenRow, OpenRows } from '../xml/graphElementStack'
import type { Tag } from '../xml/xmlHandler'
import type { Declared } from './gexfColumns'
import { at } from './gexfNames'

/** A stretch of time as it is written; empty where that side is open. */
export interface When {
  readonly start: string
  readonly end: string
}

interface Timed {
  readonly when: When
  readonly text: string
}

interface Pending {
  readonly spells: When[]
  readonly values: Map<Declared, Timed[]>
}

const asText = ({ start, end }: When): string => (start === end ? start : `${start}..${end}`)

/** Numbers as numbers, dates as texts; no time at all comes first. */
function compare(one: string, other: string): number {
  const difference = one === '' || other === '' ? NaN : Number(one) - Number(other)
  return Number.isNaN(difference) ? (one < other ? -1 : one > other ? 1 : 0) : difference
}

/** When a tag says that something is: from start to end, at timestamps, or in intervals ("<[1, 2]; [4, 5]>"). */
export function whensOf(tag: Tag): When[] {
  const start = first(tag, [at.start, at.startopen, at.datefrom])
  const end = first(tag, [at.end, at.endopen, at.dateto])
  const stamps =
    first(tag, [at.timestamp, at.timestamps])
      ?.replace(/[<>[\]]/g, '')
      .split(',') ?? []
  const intervals = (tag.text(at.intervals) ?? '').matchAll(/[[(\]]([^,[\]]+),([^,[\]]+)[\])[]/g)
  return [
    ...(start !== undefined || end !== undefined ? [{ start: start ?? '', end: end ?? '' }] : []),
    ...stamps.map((stamp) => ({ start: stamp.trim(), end: stamp.trim() })),
    ...[...intervals].map(([, from, to]) => ({ start: from!.trim(), end: to!.trim() })),
  ]
}

const first = (tag: Tag, attributes: readonly number[]): string | undefined => {
  const said = attributes.find((attribute) => tag.has(attribute))
  return said === undefined ? undefined : tag.text(said)
}

/** Whether a tag says anything of time: those attributes are numbered last. */
export const saysWhen = (tag: Tag): boolean => tag.last >= at.start

/**
 * What changes with time. A row keeps when it begins and ends in columns `start` and `end`, all of its times in `spells`
 * where there are several; a value that changes keeps its latest in the column, and all of them in a list beside it
 * ("2001..2003: 5").
 */
export class Times {
  readonly #pending = new Map<OpenRow, Pending>()

  constructor(readonly rows: OpenRows) {}

  spell(open: OpenRow, whens: readonly When[]): void {
    this.#of(open).spells.push(...whens)
  }

  value(open: OpenRow, declared: Declared, { whens, text }: { whens: readonly When[]; text: string }): void {
    const { values } = this.#of(open)
    const list = values.get(declared) ?? []
    values.set(declared, [...list, ...whens.map((when) => ({ when, text }))])
  }

  /** Writes what was told of a row whose element closes. */
  close(open: OpenRow): void {
    if (this.#pending.size === 0) return
    const pending = this.#pending.get(open)
    if (!pending) return
    this.#pending.delete(open)
    this.#writeSpells(open, pending.spells)
    for (const [declared, values] of pending.values) this.#writeValues(open, declared, values)
  }

  #of(open: OpenRow): Pending {
    let pending = this.#pending.get(open)
    if (!pending) this.#pending.set(open, (pending = { spells: [], values: new Map() }))
    return pending
  }

  #writeSpells(open: OpenRow, spells: readonly When[]): void {
    if (spells.length === 0) return
    const { rows } = this
    const starts = spells.map(({ start }) => start).sort(compare)
    const ends = spells.map(({ end }) => end).sort(compare)
    for (const [name, text] of [
      ['start', starts[0]!],
      ['end', ends[0] === '' ? '' : ends.at(-1)!],
    ] as const) {
      if (text === '') continue
      const sink = rows.sink(open.of, name)
      if (!sink.has(open.row)) sink.text(open.row, text)
    }
    if (spells.length > 1) rows.putList(open, rows.sink(open.of, 'spells', 'list'), spells.map(asText))
  }

  #writeValues(open: OpenRow, declared: Declared, values: readonly Timed[]): void {
    const { rows } = this
    const inOrder = values.toSorted((one, other) => compare(one.when.start, other.when.start))
    declared.sink ??= rows.sink(open.of, declared.title, declared.kind)
    rows.putText(open, declared.sink, inOrder.at(-1)!.text)
    rows.putList(
      open,
      rows.sink(open.of, `${declared.title} over time`, 'list'),
      inOrder.map(({ when, text }) => `${asText(when)}: ${text}`),
    )
  }
}
