import { message } from '../../messages/message'
import { collectRecords } from '../collect/collectRecords'
import type { GraphCollector } from '../collect/graphCollector'
import type { ImportedEdge, ImportedNode } from '../collect/graphRecords'
import type { InputFile } from '../io/inputFile'
import { firstOwnValue, idTextOf, jsonCellsOf, type JsonObject } from '../json/jsonCells'
import { labelledCells } from '../json/labelledCells'
import { cxAspectsOf, declaredAttributes, separateAttributes } from './cxAspects'

/** Aspects that are read, or that say how the file was written. */
const knownAspects = new Set(
  'metaData,status,numberVerification,attributeDeclarations,networkAttributes,nodes,edges,nodeAttributes,edgeAttributes,cartesianLayout'.split(
    ',',
  ),
)

/**
 * Reads CX2 (cytoscape.org/cx/cx2/specification) and CX version 1, as Cytoscape and NDEx write them: nodes and edges with
 * their attributes, and places whose y grows downwards. Other aspects, such as styles, are reported as left out.
 */
export function collectCx(file: InputFile, collector: GraphCollector): void {
  const aspects = cxAspectsOf(file.json)
  const recordsOf = (name: string): readonly JsonObject[] => aspects.get(name) ?? []
  const declarations = Object.assign({}, ...recordsOf('attributeDeclarations')) as JsonObject
  const title = titleOf(recordsOf('networkAttributes'))
  const places = new Map(recordsOf('cartesianLayout').map((place) => [String(place['node']), place]))
  const nodeAttributes = separateAttributes(recordsOf('nodeAttributes'))
  const edgeAttributes = separateAttributes(recordsOf('edgeAttributes'))
  const nodeCells = declaredAttributes(declarations['nodes'])
  const edgeCells = declaredAttributes(declarations['edges'])
  const nodes = recordsOf('nodes').flatMap((record): ImportedNode[] => {
    const id = idTextOf(firstOwnValue(record, ['id', '@id']))
    if (id === undefined) return []
    const represents = record['r'] === undefined ? {} : { represents: record['r'] }
    const own = record['n'] === undefined ? {} : { name: record['n'] }
    const all = {
      ...represents,
      ...own,
      ...nodeCells(record['v']),
      ...Object.fromEntries(nodeAttributes.get(id) ?? []),
    }
    const { x, y } = places.get(id) ?? record
    const isPlaced = typeof x === 'number' && typeof y === 'number'
    return [{ id, ...labelledCells(jsonCellsOf(all), collector), ...(isPlaced && { x, y: 0 - y }) }]
  })
  const edges = recordsOf('edges').flatMap((record): ImportedEdge[] => {
    const [id, source, target] = [firstOwnValue(record, ['id', '@id']), record['s'], record['t']].map(idTextOf)
    if (source === undefined || target === undefined) return []
    const own = record['i'] === undefined ? {} : { interaction: record['i'] }
    const all = { ...own, ...edgeCells(record['v']), ...Object.fromEntries(edgeAttributes.get(id ?? '') ?? []) }
    return [{ id, source, target, direction: 'directed', cells: jsonCellsOf(all) }]
  })
  collector.declaredColumns.predicate = 'interaction'
  for (const [name, records] of aspects)
    for (let at = 0; at < records.length && !knownAspects.has(name); at++)
      collector.repair('left out', `"${name.slice(0, 80)}"`, message('formats', 'jsonRecordsLeftOut'))
  collectRecords(collector, { name: file.name, title, nodes, edges })
}

/** The name of the network: an attribute in CX2, a record with `n` and `v` in CX version 1. */
function titleOf(attributes: readonly JsonObject[]): string | undefined {
  const named = attributes.find(({ n }) => n === 'name')
  return idTextOf(named ? named['v'] : attributes.find((each) => Object.hasOwn(each, 'name'))?.['name'])
}
