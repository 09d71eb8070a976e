import { OrderPredictingMap } from '../collect/orderPredictingMap'
import type { ColumnBuilderKind, ColumnBuilder } from '../collect/columnBuilder'
import type { GrowableArray } from '../collect/growableArray'
import { parseNumberBytes } from '../collect/parseNumber'
import { columnKindOfXmlType } from '../gexf/gexfColumns'
import type { OpenGraphElement, GraphElementStack } from '../xml/graphElementStack'
import { decodeByteRange, type ByteRange, type XmlTagAttributes } from '../xml/xmlHandler'
import { positionAndColourKeys, type PositionAndColourCollector } from './positionAndColourKeys'
import { graphmlAttributeIndex } from './graphmlNames'

/** Where the data of a key go. */
type Target = { readonly builder: ColumnBuilder } | { readonly numbers: GrowableArray<Float64Array> } | 'nowhere'

/** What a file says of its data under one name. */
export interface GraphmlKey {
  /** Of what: node, edge, graph, all and others. */
  readonly of: string
  readonly name: string
  readonly kind: ColumnBuilderKind
  /** What an empty element says is nothing; so it is where no name is given, and where yEd writes. */
  readonly blank: 'text' | 'nothing'
  defaultValue: string | undefined
  readonly targets: { node?: Target; edge?: Target }
}

/** Labels of edges as Gephi calls them. */
const edgeLabelNames = new Set(['label', 'Edge Label'])

/** The keys of a file, by the id that data name them by. */
export class GraphmlKeys {
  readonly #byId = new OrderPredictingMap<GraphmlKey>((id) => ({
    of: 'all',
    name: id,
    kind: 'text',
    blank: 'text',
    defaultValue: undefined,
    targets: {},
  }))
  /** yEd wrote the file: it names all that a node might have, and leaves most of it empty. */
  #yed = false

  constructor(
    readonly rows: GraphElementStack,
    readonly channels: PositionAndColourCollector,
  ) {}

  declare(tag: XmlTagAttributes): GraphmlKey | undefined {
    const id = tag.text(graphmlAttributeIndex.id)
    if (id === undefined) return undefined
    const name = tag.text(graphmlAttributeIndex['attr.name'])
    const type = tag.text(graphmlAttributeIndex['attr.type'])
    this.#yed ||= tag.has(graphmlAttributeIndex['yfiles.type'])
    const key: GraphmlKey = {
      of: tag.text(graphmlAttributeIndex.for) ?? 'all',
      name: name ?? id,
      // GraphML knows no lists; the one that Kizuna writes is read back as one, and those that Neo4j declares beside the type.
      kind: name === 'aliases' || tag.has(graphmlAttributeIndex['attr.list']) ? 'list' : columnKindOfXmlType(type),
      blank: name === undefined || this.#yed ? 'nothing' : 'text',
      defaultValue: undefined,
      targets: tag.has(graphmlAttributeIndex['yfiles.type']) ? { node: 'nowhere', edge: 'nowhere' } : {},
    }
    this.#byId.set(id, key)
    return key
  }

  /** The key of an id; one of texts, called by its id, where none was declared. */
  at(bytes: Uint8Array, from: number, to: number): GraphmlKey {
    return this.#byId.get(bytes, from, to)
  }

  put(open: OpenGraphElement, key: GraphmlKey, text: ByteRange): void {
    const target = (key.targets[open.of] ??= this.#target(open.of, key))
    if (target === 'nowhere' || (key.blank === 'nothing' && isBlank(text))) return
    if ('numbers' in target) target.numbers.set(open.row, parseNumberBytes(text.bytes, text.from, text.to))
    else if (key.kind === 'list' && text.bytes[text.from] === 0x5b)
      this.rows.putList(open, target.builder, listIn(decodeByteRange(text)) ?? [decodeByteRange(text)])
    else this.rows.putBytes(open, target.builder, text)
  }

  /** Defaults, after all is read. */
  finish(): void {
    for (const key of this.#byId.values)
      for (const of of ['node', 'edge'] as const) {
        if (key.defaultValue === undefined || (key.of !== of && key.of !== 'all')) continue
        const target = (key.targets[of] ??= this.#target(of, key))
        if (target === 'nowhere') continue
        if ('builder' in target) this.rows.fillDefault(of, target.builder, key.defaultValue)
        else if (of === 'node')
          for (const row of this.rows.nodeRows())
            if (Number.isNaN(target.numbers.at(row))) target.numbers.set(row, Number(key.defaultValue))
      }
  }

  #target(of: OpenGraphElement['of'], { name, kind }: GraphmlKey): Target {
    const { collector } = this.rows
    if (of === 'node' && name === 'label') return { builder: collector.labels }
    if (of === 'edge' && edgeLabelNames.has(name)) return { builder: collector.edgeLabels }
    const channel = kind === 'number' ? positionAndColourKeys.find((each) => each === name) : undefined
    if (channel && (of === 'node' || (channel !== 'x' && channel !== 'y')))
      return { numbers: this.channels.valuesOf(of, channel) }
    return { builder: this.rows.column(of, name, kind) }
  }
}

const isBlank = ({ bytes, from, to }: ByteRange): boolean => {
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
