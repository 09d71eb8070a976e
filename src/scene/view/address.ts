import { printFilter, type parseFilter } from '../../analysis/filter/filterSyntax'
import { filterTextOfVersion1, filterVersion, parseKeptFilter } from '../../analysis/filter/filterVersion'
import { parseMetricRequest, withMetricRequest } from '../../analysis/metrics/metricRequest'
import { memoizeByKey } from '../../analysis/incremental'
import { layoutNames } from '../../layout/layoutNames'
import { message, type Message } from '../../messages/message'
import type { Graph } from '../../model/graph'
import { parsePanelId } from './panels'
import type { Camera, LayoutChoice, PinnedPositions, Selection, View } from './view'
import { defaultView, lineEncodings } from './view'

/** The view of an address, and why a part of the address was left out. */
export interface ParsedAddress {
  readonly view: View
  readonly fault?: Message
}

/**
 * Incremented when addresses change their meaning; older addresses are then read by the older rules. In version 1, each step
 * of a filter asked the whole graph: it is read as a filter of today that leaves the same.
 */
const version = '2'

/** Whether an address is of version 1; the first addresses had no version. */
const isVersion1 = (parameters: URLSearchParams): boolean => (parameters.get('v') ?? '1') === '1'

/**
 * The view as the query part of an address, without the question mark. What equals `first` is left out, so that the first
 * view has an empty address. Readable: `v=2&filter=sector:energy&node=jbic&layout=circle`.
 */
export function printAddress(view: View, first: View = defaultView): string {
  const filter = printFilter(view.filter)
  const filterParts: QueryParts = [
    ['filter', filter === printFilter(first.filter) ? undefined : filter],
    ['others', view.filteredOut === first.filteredOut ? undefined : view.filteredOut],
  ]
  const otherParts: QueryParts = [
    ['layout', printLayout(view.layout, first.layout)],
    ['centre', view.layout.centre],
    ['column', view.layout.column],
    ['apart', view.layout.noOverlap && 'yes'],
    ...printPins('fixed', view.layout.pinsDuringRun ?? {}),
    ...printPins('pin', view.pins),
    ['camera', view.camera && [view.camera.x, view.camera.y, view.camera.width].map(roundToThousandths).join(',')],
    ['panel', view.panel === first.panel ? undefined : view.panel],
    ['detail', view.detail],
    ['lines', view.lineEncoding === first.lineEncoding ? undefined : view.lineEncoding],
    ...view.metrics.map((metric): [string, string] => ['measure', metric]),
    ['colour', view.colour],
    ['size', view.size],
  ]
  const sections = [printParts(filterParts), printSelection(view.selection), printParts(otherParts)].filter(
    (part) => part !== '',
  )
  return sections.length === 0 ? '' : [`v=${version}`, ...sections].join('&')
}

type QueryParts = readonly (readonly [key: string, value: string | undefined])[]

const printParts = (parts: QueryParts): string =>
  parts.flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${encodeQueryValue(value)}`])).join('&')

/** Memoised because half of a large graph may be selected while the camera moves. */
const printSelection = memoizeByKey(({ nodes, edges, figure }: Selection): string =>
  printParts([
    ...nodes.map((id) => ['node', id] as const),
    ...edges.map((id) => ['edge', id] as const),
    ['figure', figure],
  ]),
)

/**
 * Reads the query part of an address. What is missing is taken from `first`; what cannot be read is left out and reported.
 * @param graph what the address is of, if it is known: an older filter is then marked only where it differs from one of today
 */
export function parseAddress(query: string, first: View = defaultView, graph?: Graph): ParsedAddress {
  const parameters = new URLSearchParams(query)
  const parsed = readFilter(parameters, first, graph)
  const fault =
    'fault' in parsed
      ? message('frame', 'filterOfAddress', { fault: parsed.fault.what, character: parsed.fault.at + 1 })
      : undefined
  const figure = parameters.get('figure')
  const view: View = {
    filter: 'filter' in parsed ? parsed.filter : first.filter,
    filteredOut: oneOf(['hide', 'dim'], parameters.get('others')) ?? first.filteredOut,
    selection: {
      nodes: parameters.getAll('node'),
      edges: parameters.getAll('edge'),
      ...(figure === null ? {} : { figure }),
    },
    layout: readLayout(parameters) ?? first.layout,
    pins: readPins(parameters.getAll('pin')),
    camera: readCamera(parameters.get('camera')),
    ...readPanel(parameters, first),
    metrics: readMetrics(parameters),
    ...readWord(parameters, 'colour'),
    ...readWord(parameters, 'size'),
  }
  return fault === undefined ? { view } : { view, fault }
}

function readFilter(parameters: URLSearchParams, first: View, graph?: Graph): ReturnType<typeof parseFilter> {
  const text = parameters.get('filter')
  if (text === null) return { filter: first.filter }
  return parseKeptFilter(text, isVersion1(parameters) ? 1 : filterVersion, graph)
}

/** Whether the value of a parameter is understood; parameters that are not here hold any text. */
const isUnderstood = new Map<string, (value: string) => boolean>([
  ['v', (value) => value === '1' || value === version],
  ['others', (value) => oneOf(['hide', 'dim'], value) !== undefined],
  ['layout', (value) => oneOf(layoutNames, value.split('.')[0]!) !== undefined],
  ['pin', (value) => Object.keys(readPins([value])).length > 0],
  ['fixed', (value) => Object.keys(readPins([value])).length > 0],
  ['camera', (value) => readCamera(value) !== undefined],
  ['panel', (value) => parsePanelId(value) !== undefined],
  ['lines', (value) => oneOf(lineEncodings, value) !== undefined],
  ['measure', (value) => parseMetricRequest(value) !== undefined],
])

/** The parameters of an address that `parseAddress` leaves out, since their values are malformed or unknown. */
export const unreadParameters = (query: string): readonly (readonly [key: string, value: string])[] =>
  [...new URLSearchParams(query)].filter(([key, value]) => value !== '' && isUnderstood.get(key)?.(value) === false)

/** The requests of metrics; each may name a filter, which has the version of the address. */
const readMetrics = (parameters: URLSearchParams): readonly string[] =>
  parameters.getAll('measure').flatMap((text) => {
    const request = parseMetricRequest(text)
    if (!request) return []
    if (request.filter === undefined || !isVersion1(parameters)) return [text]
    return withMetricRequest([], { ...request, filter: filterTextOfVersion1(request.filter) })
  })

const readPanel = (parameters: URLSearchParams, first: View): Pick<View, 'panel' | 'detail' | 'lineEncoding'> => ({
  panel: parsePanelId(parameters.get('panel') ?? '') ?? first.panel,
  ...readDetail(parameters),
  lineEncoding: oneOf(lineEncodings, parameters.get('lines')) ?? first.lineEncoding,
})

/** Older addresses called the detail `open`, which is now the address of the open file. */
function readDetail(parameters: URLSearchParams): Pick<View, 'detail'> {
  const detail = parameters.get('detail') ?? parameters.get('open')
  return detail === null || (!parameters.has('detail') && /[./]/.test(detail)) ? {} : { detail }
}

/** An optional word; an empty one counts as absent. */
const readWord = <Key extends 'colour' | 'size'>(
  parameters: URLSearchParams,
  key: Key,
): { readonly [key in Key]?: string } =>
  parameters.get(key) ? ({ [key]: parameters.get(key)! } as { readonly [key in Key]?: string }) : {}

/** Three decimals are a thousandth of a pixel. */
const roundToThousandths = (value: number): string => String(Math.round(value * 1000) / 1000)

/** Percent-encoded, but for the signs that a query may hold as they are and that a filter is full of. */
const encodeQueryValue = (value: string): string =>
  encodeURIComponent(value).replace(/%(3A|2C|40|2F)/g, (code) => decodeURIComponent(code))

function printLayout(layout: LayoutChoice, first: LayoutChoice): string | undefined {
  if (layout.name === 'force') return `force.${layout.iterations}`
  const plain = !layout.centre && !layout.column && !layout.noOverlap
  return plain && layout.name === first.name ? undefined : layout.name
}

function readLayout(parameters: URLSearchParams): LayoutChoice | undefined {
  const [given, iterations] = (parameters.get('layout') ?? '').split('.')
  const name = oneOf(layoutNames, given ?? null)
  const noOverlap = parameters.get('apart') === 'yes' && ({ noOverlap: true } as const)
  if (name === 'force')
    return {
      name,
      iterations: wholeNumber(iterations),
      pinsDuringRun: readPins(parameters.getAll('fixed')),
      ...noOverlap,
    }
  const parameter = name === 'radial' ? 'centre' : name === 'time' ? 'column' : undefined
  return (
    name && {
      name,
      iterations: 0,
      ...(parameter && parameters.get(parameter) && { [parameter]: parameters.get(parameter)! }),
      ...noOverlap,
    }
  )
}

const wholeNumber = (text: string | undefined): number => (/^\d{1,6}$/.test(text ?? '') ? Number(text) : 0)

const printPins = (key: string, pins: PinnedPositions): [string, string][] =>
  Object.entries(pins).map(([id, [x, y]]) => [key, `${id}@${roundToThousandths(x)},${roundToThousandths(y)}`])

function readPins(texts: readonly string[]): PinnedPositions {
  const pins = texts.flatMap((text): [string, [number, number]][] => {
    const [, id, x, y] = /^(.+)@(-?[\d.]+),(-?[\d.]+)$/s.exec(text) ?? []
    const position: [number, number] = [Number(x), Number(y)]
    return id !== undefined && position.every(Number.isFinite) ? [[id, position]] : []
  })
  return Object.fromEntries(pins)
}

function readCamera(text: string | null): Camera | undefined {
  const [x, y, width] = (text ?? '').split(',').map(Number)
  if (![x, y, width].every(Number.isFinite) || !(width! > 0)) return undefined
  return { x: x!, y: y!, width: width! }
}

const oneOf = <Word extends string>(words: readonly Word[], text: string | null): Word | undefined =>
  words.find((word) => word === text)
