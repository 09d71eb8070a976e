import { parseFilter, printFilter } from '../../analysis/filter/filterSyntax'
import { readMeasure } from '../../analysis/metrics/metricRequest'
import { kept } from '../../analysis/incremental'
import type { Camera, LayoutChoice, Pins, Selection, View } from './view'
import { firstView, layouts, lineLooks, panels } from './view'

/** What an address says: a view, and what of it could not be read. */
export interface Read {
  readonly view: View
  readonly fault?: string
}

/** Increased when an address changes its meaning; an older one is then read by its own rules. */
const version = '1'

/**
 * The view as the query part of an address, without the question mark; what is as at first is left out, so that the
 * first view has an empty address. Readable: `v=1&filter=sector:energy&node=jbic&layout=circle`.
 */
export function printAddress(view: View, first: View = firstView): string {
  const filter = printFilter(view.filter)
  const narrowed: Parts = [
    ['filter', filter === printFilter(first.filter) ? undefined : filter],
    ['others', view.ruledOut === first.ruledOut ? undefined : view.ruledOut],
  ]
  const seen: Parts = [
    ['layout', printLayout(view.layout, first.layout)],
    ['centre', view.layout.centre],
    ['column', view.layout.column],
    ['apart', view.layout.apart && 'yes'],
    ...printPins('fixed', view.layout.fixed ?? {}),
    ...printPins('pin', view.pins),
    ['camera', view.camera && [view.camera.x, view.camera.y, view.camera.width].map(short).join(',')],
    ['panel', view.panel === first.panel ? undefined : view.panel],
    ['detail', view.detail],
    ['lines', view.lines === first.lines ? undefined : view.lines],
    ...view.measures.map((measure): [string, string] => ['measure', measure]),
    ['colour', view.colour],
    ['size', view.size],
    ['lang', view.language === first.language ? undefined : view.language],
  ]
  const said = [printed(narrowed), printSelection(view.selection), printed(seen)].filter((part) => part !== '')
  return said.length === 0 ? '' : [`v=${version}`, ...said].join('&')
}

type Parts = readonly (readonly [key: string, value: string | undefined])[]

const printed = (parts: Parts): string =>
  parts.flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${readable(value)}`])).join('&')

/** Half a large graph may be selected while the camera moves. */
const printSelection = kept(({ nodes, edges, figure }: Selection): string =>
  printed([
    ...nodes.map((id) => ['node', id] as const),
    ...edges.map((id) => ['edge', id] as const),
    ['figure', figure],
  ]),
)

/** Reads the query part of an address. What it does not say is as at first; what cannot be read is said and left out. */
export function readAddress(query: string, first: View = firstView): Read {
  const said = new URLSearchParams(query)
  const parsed = said.has('filter') ? parseFilter(said.get('filter')!) : { filter: first.filter }
  const fault =
    'fault' in parsed
      ? `The address's filter was left out: ${parsed.fault.what} (character ${parsed.fault.at + 1}).`
      : undefined
  const figure = said.get('figure')
  const view: View = {
    filter: 'filter' in parsed ? parsed.filter : first.filter,
    ruledOut: among(['hide', 'dim'], said.get('others')) ?? first.ruledOut,
    selection: { nodes: said.getAll('node'), edges: said.getAll('edge'), ...(figure === null ? {} : { figure }) },
    layout: readLayout(said) ?? first.layout,
    pins: readPins(said.getAll('pin')),
    camera: readCamera(said.get('camera')),
    language: among(['en', 'ja'], said.get('lang')) ?? first.language,
    ...readPanel(said, first),
    measures: said.getAll('measure').filter((text) => readMeasure(text) !== undefined),
    ...readWord(said, 'colour'),
    ...readWord(said, 'size'),
  }
  return fault === undefined ? { view } : { view, fault }
}

const readPanel = (said: URLSearchParams, first: View): Pick<View, 'panel' | 'detail' | 'lines'> => ({
  panel: among(panels, said.get('panel')) ?? first.panel,
  ...readDetail(said),
  lines: among(lineLooks, said.get('lines')) ?? first.lines,
})

/** Addresses of before called it `open`, which now names the file that is open. */
function readDetail(said: URLSearchParams): Pick<View, 'detail'> {
  const detail = said.get('detail') ?? said.get('open')
  return detail === null || (!said.has('detail') && /[./]/.test(detail)) ? {} : { detail }
}

/** A word that the view has or has not; an empty one says nothing. */
const readWord = <Key extends 'colour' | 'size'>(
  said: URLSearchParams,
  key: Key,
): { readonly [key in Key]?: string } =>
  said.get(key) ? ({ [key]: said.get(key)! } as { readonly [key in Key]?: string }) : {}

/** Three digits behind the point are a thousandth of a pixel. */
const short = (value: number): string => String(Math.round(value * 1000) / 1000)

/** Percent-encoded, but for the signs that a query may hold as they are and that a filter is full of. */
const readable = (value: string): string =>
  encodeURIComponent(value).replace(/%(3A|2C|40|2F)/g, (code) => decodeURIComponent(code))

function printLayout(layout: LayoutChoice, first: LayoutChoice): string | undefined {
  if (layout.name === 'force') return `force.${layout.iterations}`
  const plain = !layout.centre && !layout.column && !layout.apart
  return plain && layout.name === first.name ? undefined : layout.name
}

function readLayout(said: URLSearchParams): LayoutChoice | undefined {
  const [given, iterations] = (said.get('layout') ?? '').split('.')
  const name = among(layouts, given ?? null)
  const apart = said.get('apart') === 'yes' && ({ apart: true } as const)
  if (name === 'force')
    return { name, iterations: wholeNumber(iterations), fixed: readPins(said.getAll('fixed')), ...apart }
  const own = name === 'radial' ? 'centre' : name === 'time' ? 'column' : undefined
  return name && { name, iterations: 0, ...(own && said.get(own) && { [own]: said.get(own)! }), ...apart }
}

const wholeNumber = (text: string | undefined): number => (/^\d{1,6}$/.test(text ?? '') ? Number(text) : 0)

const printPins = (key: string, pins: Pins): [string, string][] =>
  Object.entries(pins).map(([id, [x, y]]) => [key, `${id}@${short(x)},${short(y)}`])

function readPins(texts: readonly string[]): Pins {
  const pins = texts.flatMap((text): [string, [number, number]][] => {
    const [, id, x, y] = /^(.+)@(-?[\d.]+),(-?[\d.]+)$/s.exec(text) ?? []
    const place: [number, number] = [Number(x), Number(y)]
    return id !== undefined && place.every(Number.isFinite) ? [[id, place]] : []
  })
  return Object.fromEntries(pins)
}

function readCamera(text: string | null): Camera | undefined {
  const [x, y, width] = (text ?? '').split(',').map(Number)
  if (![x, y, width].every(Number.isFinite) || !(width! > 0)) return undefined
  return { x: x!, y: y!, width: width! }
}

const among = <Word extends string>(words: readonly Word[], text: string | null): Word | undefined =>
  words.find((word) => word === text)
