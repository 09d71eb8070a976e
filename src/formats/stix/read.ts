import { message } from '../../messages/message'
import { collectRecords } from '../collect/collectRecords'
import type { GraphCollector } from '../collect/graphCollector'
import type { ImportedEdge, ImportedNode } from '../collect/graphRecords'
import type { InputFile } from '../io/inputFile'
import { stixCells, stixLabel } from './stixCells'
import { isStixRecord, stixObjectsIn, type StixObject } from './stixObject'

/** Objects that say something about other objects, and are no nodes themselves. */
const metaTypes = new Set(['marking-definition', 'language-content', 'extension-definition'])
/** References that stay columns: they would connect everything with its author and its marking. */
const columnReferences = new Set(['created_by_ref', 'object_marking_refs'])

/**
 * Reads STIX 2.1 (docs.oasis-open.org/cti/stix/v2.1): domain objects, cyber-observable objects and sightings as nodes,
 * relationships as edges, and so are references to another object of the bundle, such as those of a sighting or a report.
 * Author, confidence and dates are columns.
 */
export function collectStix(file: InputFile, collector: GraphCollector): void {
  const objects = latestVersions(stixObjectsIn(file.json, collector), collector)
  const nodes = objects.filter(({ type }) => type !== 'relationship' && !metaTypes.has(type))
  for (const { type, id } of objects)
    if (metaTypes.has(type)) collector.repair('left out', id, message('formats', 'stixLeftOut'))
  const ids = new Set(nodes.map(({ id }) => id))
  const edges: ImportedEdge[] = []
  for (const object of objects) if (object.type === 'relationship') addRelationship(edges, object, collector)
  const records = nodes.map((object) => nodeRecord(object, edges, ids))
  collector.declaredColumns.type = 'type'
  collector.declaredColumns.predicate = 'relationship_type'
  collectRecords(collector, { name: file.name, nodes: records, edges })
}

/** The objects, of several versions of one only that which was modified last. */
function latestVersions(objects: readonly StixObject[], collector: GraphCollector): StixObject[] {
  const latest = new Map<string, StixObject>()
  for (const object of objects) {
    const other = latest.get(object.id)
    if (other) collector.repair('left out', object.id, message('formats', 'stixLeftOut'))
    if (!other || modified(object) >= modified(other)) latest.set(object.id, object)
  }
  return [...latest.values()]
}

const modified = ({ fields }: StixObject): string => String(fields['modified'] ?? '')

function addRelationship(edges: ImportedEdge[], { id, fields }: StixObject, collector: GraphCollector): void {
  const { source_ref: source, target_ref: target, type: _, id: __, ...rest } = fields
  if (typeof source !== 'string' || typeof target !== 'string')
    return collector.repair('left out', id, message('formats', 'stixLeftOut'))
  edges.push({ id, source, target, direction: 'directed', cells: stixCells(rest) })
}

/** An object as a node. Its references to other nodes become edges; what is left are its cells. */
function nodeRecord({ id, fields }: StixObject, edges: ImportedEdge[], ids: ReadonlySet<string>): ImportedNode {
  const cells = Object.entries(fields).flatMap(([name, value]): [string, unknown][] => {
    const references = columnReferences.has(name) ? undefined : /^(.+)_refs?$/.exec(name)?.[1]
    if (name === 'id' || references === undefined) return name === 'id' ? [] : [[name, value]]
    const targets = [value].flat().filter((each) => typeof each === 'string')
    const found = targets.filter((target) => ids.has(target))
    const relation = references.replaceAll('_', ' ')
    for (const target of found)
      edges.push({ source: id, target, direction: 'directed', cells: { relationship_type: relation } })
    const left = targets.filter((target) => !ids.has(target))
    return left.length === 0 ? [] : [[name, name.endsWith('s') ? left : left[0]]]
  })
  const contents = fields['objects']
  // Observed data of STIX 2.0 hold their observables by number.
  if (isStixRecord(contents)) cells.push(['observables', Object.values(contents).flatMap(observableText)])
  return {
    id,
    label: stixLabel(fields),
    cells: stixCells(Object.fromEntries(cells.filter(([name]) => name !== 'objects' && name !== 'name'))),
  }
}

const observableText = (value: unknown): string[] =>
  isStixRecord(value) ? [`${String(value['type'])} ${stixLabel(value) ?? ''}`.trim()] : []
