import { InOrder } from '../collect/orderPredictingMap'
import type { Kind, Sink } from '../collect/columnBuilder'
import type { Growing } from '../collect/growableArray'
import { numberIn } from '../collect/parseNumber'
import { kindOf } from '../gexf/gexfColumns'
import type { OpenRow, OpenRows } from '../xml/graphElementStack'
import { textOf, type Stretch, type Tag } from '../xml/xmlHandler'
import { channels, type Channels } from './positionAndColourKeys'
import { at } from './graphmlNames'

/** Where the data of a key go. */
type Target = { readonly sink: Sink } | { readonly numbers: Growing<Float64Array> } | 'nowhere'

/** What a file says of its data under one name. */
export interface Key {
  /** Of what: node, edge, graph, all and others. */
  readonly of: string
  readonly name: string
  readonly kind: Kind
  /** What an empty element says is nothing; so it is where no name is given, and where yEd writes. */
  readonly blank: 'text' | 'nothing'
  fallback: string | undefined
  readonly targets: { node?: Target; edge?: Target }
}

/** Labels of edges as Gephi calls them. */
const edgeLabelNames = new Set(['label', 'Edge Label'])

/** The keys of a file, by the id that data name them by. */
export class Keys {
  readonly #byId = new InOrder<Key>((id) => ({
    of: 'all',
    name: id,
    kind: 'text',
    blank: 'text',
    fallback: undefined,
    targets: {},
  }))
  /** yEd wrote the file: it names all that a node might have, and leaves most of it empty. */
  #yed = false

  constructor(
    readonly rows: OpenRows,
    readonly channels: Channels,
  ) {}

  declare(tag: Tag): Key | undefined {
    const id = tag.text(at.id)
    if (id === undefined) return undefined
    const name = tag.text(at['attr.name'])
    const type = tag.text(at['attr.type'])
    this.#yed ||= tag.has(at['yfiles.type'])
    const key: Key = {
      of: tag.text(at.for) ?? 'all',
      name: name ?? id,
      // GraphML knows no lists; the one that Kizuna writes is read back as one, and those that Neo4j declares beside the type.
      kind: name === 'aliases' || tag.has(at['attr.list']) ? 'list' : kindOf(type),
      blank: name === undefined || this.#yed ? 'nothing' : 'text',
      fallback: undefined,
      targets: tag.has(at['yfiles.type']) ? { node: 'nowhere', edge: 'nowhere' } : {},
    }
    this.#byId.declare(id, key)
    return key
  }

  /** The key of an id; one of texts, called by its id, where none was declared. */
  at(bytes: Uint8Array, from: number, to: number): Key {
    return this.#byId.at(bytes, from, to)
  }

  put(open: OpenRow, key: Key, text: Stretch): void {
    const target = (key.targets[open.of] ??= this.#target(open.of, key))
    if (target === 'nowhere' || (key.blank === 'nothing' && isBlank(text))) return
    if ('numbers' in target) target.numbers.set(open.row, numberIn(text.bytes, text.from, text.to))
    else if (key.kind === 'list' && text.bytes[text.from] === 0x5b)
      this.rows.putList(open, target.sink, listIn(textOf(text)) ?? [textOf(text)])
    else this.rows.put(open, target.sink, text)
  }

  /** Defaults, after all is read. */
  end(): void {
    for (const key of this.#byId.all)
      for (const of of ['node', 'edge'] as const) {
        if (key.fallback === undefined || (key.of !== of && key.of !== 'all')) continue
        const target = (key.targets[of] ??= this.#target(of, key))
        if (target === 'nowhere') continue
        if ('sink' in target) this.rows.fill(of, target.sink, key.fallback)
        else if (of === 'node')
          for (const row of this.rows.nodeRows())
            if (Number.isNaN(target.numbers.at(row))) target.numbers.set(row, Number(key.fallback))
      }
  }

  #target(of: OpenRow['of'], { name, kind }: Key): Target {
    const { collector } = this.rows
    if (of === 'node' && name === 'label') return { sink: collector.labels }
    if (of === 'edge' && edgeLabelNames.has(name)) return { sink: collector.edgeLabels }
    const channel = kind === 'number' ? channels.find((each) => each === name) : undefined
    if (channel && (of === 'node' || (channel !== 'x' && channel !== 'y')))
      return { numbers: this.channels.of(of, channel) }
    return { sink: this.rows.sink(of, name, kind) }
  }
}

const isBlank = ({ bytes, from, to }: Stretch): boolean => {
  for (let place = from; place < to; place++) if (bytes[place]! > 0x20) return false
  return true
}

/** The items of a list as JSON writes it; undefined where it is none. */
function listIn(text: string): string[] | undefined {
  try {
    const list: unknown = JSON.parse(text)
    return Array.isArray(list) ? list.map(String) : undefined
  } catch {
    return undefined
  }
}
