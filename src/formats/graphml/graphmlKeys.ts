import type { Datatype } from '../../model/columns'
import { OrderPredictingMap } from '../collect/orderPredictingMap'
import type { ColumnBuilderKind, ColumnBuilder } from '../collect/columnBuilder'
import type { GrowableArray } from '../collect/growableArray'
import { booleanText } from '../collect/booleanTexts'
import { parseNumberBytes } from '../collect/parseNumber'
import { columnKindOfXmlType, datatypeOfXmlType } from '../gexf/declaredGexfColumns'
import type { OpenGraphElement, GraphElementStack } from '../xml/graphElementStack'
import { decodeByteRange, type ByteRange, type XmlTagAttributes } from '../xml/xmlHandler'
import { positionAndColourKeys, type PositionAndColourCollector } from './positionAndColourKeys'
import { graphmlXmlAttributeNumbers } from './graphmlNames'

/** Where the data of a key are written. */
type Target = { readonly builder: ColumnBuilder } | { readonly numbers: GrowableArray<Float64Array> } | 'ignored'

/** The declaration of the data under one name. */
export interface GraphmlKey {
  /** What has the data: node, edge, graph, all and others. */
  readonly of: string
  readonly name: string
  readonly kind: ColumnBuilderKind
  readonly datatype?: Datatype | undefined
  /** Whether its values are booleans, which are written as true or false. */
  readonly isBoolean: boolean
  /** Whether an empty element means no value: so in data without a name, and in files by yEd and yFiles for HTML. */
  readonly ignoresBlank: boolean
  defaultValue: string | undefined
  readonly targets: { node?: Target; edge?: Target }
}

/** Names of the label of an edge, the second by Gephi. */
const edgeLabelNames = new Set(['label', 'Edge Label'])

/** The keys of a file by id. */
export class GraphmlKeys {
  readonly #byId = new OrderPredictingMap<GraphmlKey>((id) => ({
    of: 'all',
    name: id,
    kind: 'text',
    isBoolean: false,
    ignoresBlank: false,
    defaultValue: undefined,
    targets: {},
  }))
  /** Whether yEd wrote the file: it lists all data that a node can have, most of them empty. */
  #isYed = false

  constructor(
    readonly rows: GraphElementStack,
    readonly positionsAndColours: PositionAndColourCollector,
  ) {}

  declare(tag: XmlTagAttributes): GraphmlKey | undefined {
    const id = tag.text(graphmlXmlAttributeNumbers.id)
    if (id === undefined) return undefined
    const name = tag.text(graphmlXmlAttributeNumbers['attr.name'])
    const type = tag.text(graphmlXmlAttributeNumbers['attr.type'])
    this.#isYed ||= tag.has(graphmlXmlAttributeNumbers['yfiles.type'])
    const key: GraphmlKey = {
      of: tag.text(graphmlXmlAttributeNumbers.for) ?? 'all',
      name: name ?? id,
      // GraphML has no lists, except for the column that Kizuna writes as one, and those that Neo4j declares by `attr.list`.
      kind: name === 'aliases' || isListKey(tag, type) ? 'list' : columnKindOfXmlType(type),
      datatype: datatypeOfXmlType(type),
      isBoolean: isBooleanType(type),
      ignoresBlank:
        name === undefined || this.#isYed || isBooleanType(type) || tag.has(graphmlXmlAttributeNumbers['attr.uri']),
      defaultValue: undefined,
      targets: tag.has(graphmlXmlAttributeNumbers['yfiles.type']) ? { node: 'ignored', edge: 'ignored' } : {},
    }
    this.#byId.set(id, key)
    this.#declareRole(id, name)
    return key
  }

  /** The key with an id. An undeclared key has texts and its id as name. */
  at(bytes: Uint8Array, from: number, to: number): GraphmlKey {
    return this.#byId.get(bytes, from, to)
  }

  put(open: OpenGraphElement, key: GraphmlKey, text: ByteRange): void {
    if (key.ignoresBlank && isBlank(text)) return
    const target = (key.targets[open.of] ??= this.#target(open.of, key))
    if (target === 'ignored') return
    if (key.isBoolean && 'builder' in target)
      this.rows.putText(open, target.builder, booleanText(decodeByteRange(text)))
    else if ('numbers' in target) target.numbers.set(open.row, parseNumberBytes(text.bytes, text.from, text.to))
    else if (key.kind === 'list' && text.bytes[text.from] === 0x5b)
      this.rows.putList(open, target.builder, parseList(decodeByteRange(text)) ?? [decodeByteRange(text)])
    else this.rows.putBytes(open, target.builder, text)
  }

  /** Fills in the defaults, at the end of the file. */
  finish(): void {
    for (const key of this.#byId.values)
      for (const of of ['node', 'edge'] as const) {
        if (key.defaultValue === undefined || (key.of !== of && key.of !== 'all')) continue
        const target = (key.targets[of] ??= this.#target(of, key))
        if (target === 'ignored') continue
        if ('builder' in target) this.rows.fillDefault(of, target.builder, key.defaultValue)
        else if (of === 'node')
          for (const row of this.rows.nodeRows())
            if (Number.isNaN(target.numbers.at(row))) target.numbers.set(row, Number(key.defaultValue))
      }
  }

  /** TinkerPop has the types of nodes and the relations of edges under names of its own. */
  #declareRole(id: string, name: string | undefined): void {
    const { declaredColumns } = this.rows.collector
    if (id === name && name === 'labelV') declaredColumns.type ??= name
    if (id === name && name === 'labelE') declaredColumns.predicate ??= name
  }

  /** Whether data of this name are labels: "label", or in other cases if there is no such key. */
  #isLabel(of: OpenGraphElement['of'], name: string): boolean {
    if (name === 'label') return true
    const isForSame = (key: GraphmlKey) => key.of === of || key.of === 'all'
    return name.toLowerCase() === 'label' && !this.#byId.values.some((key) => key.name === 'label' && isForSame(key))
  }

  #target(of: OpenGraphElement['of'], { name, kind, datatype }: GraphmlKey): Target {
    const { collector } = this.rows
    if (of === 'node' && this.#isLabel(of, name)) return { builder: collector.labels }
    if (of === 'edge' && (edgeLabelNames.has(name) || this.#isLabel(of, name))) return { builder: collector.edgeLabels }
    const component = kind === 'number' ? positionAndColourKeys.find((each) => each === name) : undefined
    if (component && (of === 'node' || (component !== 'x' && component !== 'y')))
      return { numbers: this.positionsAndColours.valuesOf(of, component) }
    return { builder: this.rows.column(of, name, kind, datatype) }
  }
}

/** Lists: those of Neo4j have `attr.list`, and other programs write the type of the items with brackets. */
const isListKey = (tag: XmlTagAttributes, type: string | undefined): boolean =>
  tag.has(graphmlXmlAttributeNumbers['attr.list']) || (type ?? '').endsWith('[]')

const isBooleanType = (type: string | undefined): boolean => /^bool(ean)?$/i.test(type ?? '')

const isBlank = ({ bytes, from, to }: ByteRange): boolean => {
  for (let at = from; at < to; at++) if (bytes[at]! > 0x20) return false
  return true
}

/** The items of a list in JSON; undefined if the text is not one. */
function parseList(text: string): string[] | undefined {
  try {
    const list: unknown = JSON.parse(text)
    return Array.isArray(list) ? list.map(String) : undefined
  } catch {
    return undefined
  }
}
