import { message } from '../../messages/message'
import { collectRecords } from '../collect/collectRecords'
import type { GraphCollector } from '../collect/graphCollector'
import type { ImportedEdge, ImportedNode, RecordCells } from '../collect/graphRecords'
import type { InputFile } from '../io/inputFile'
import { jsonValuesOf } from '../io/jsonLines'
import { isPlainObject, jsonCellsOf } from '../json/jsonCells'
import { labelledCells, typeCells, withProperties } from '../json/labelledCells'
import { neo4jNodeOf, neo4jRelationshipOf, withoutType, type Neo4jNode, type Neo4jRelationship } from './neo4jRecords'

/** How deep a result may nest lists and objects around its nodes. */
const maxDepth = 64
/** Lists and objects whose every item is a node or a relationship. */
const recordLists = new Set(['nodes', 'rels', 'relationships', 'edges'])

/**
 * Reads nodes and relationships of Neo4j in JSON: the four shapes of apoc.export.json (neo4j.com/docs/apoc, Export to
 * JSON), results of Neo4j Browser and the drivers, of the HTTP API and the Query API, and `{nodes, relationships}`. They
 * are found wherever they stand. The first label is the type; several are in the column `labels`.
 */
export function collectNeo4j(file: InputFile, collector: GraphCollector): void {
  const found = new Neo4jGraph(collector)
  for (const value of jsonValuesOf(file)) found.visit(value, '', 0)
  const records = found.records()
  collector.declaredColumns.type = 'type'
  collector.declaredColumns.predicate = 'relation'
  collectRecords(collector, { name: file.name, ...records })
}

/** The nodes and relationships of a file. A node that a result repeats is one node. */
class Neo4jGraph {
  readonly #nodes: Neo4jNode[] = []
  readonly #rowOfId = new Map<string, number>()
  readonly #relationships: Neo4jRelationship[] = []
  readonly #relationshipIds = new Set<string>()

  constructor(readonly collector: GraphCollector) {}

  /** Finds nodes and relationships in a value. `list` is the name of the list that it is an item of. */
  visit(typed: unknown, list: string, depth: number): void {
    const value = withoutType(typed)
    if (depth > maxDepth || typeof value !== 'object' || value === null) return
    const relationship = neo4jRelationshipOf(value)
    const node = relationship ? undefined : neo4jNodeOf(value)
    if (node) this.#addNode(node)
    else if (relationship) this.#addRelationship(relationship)
    else if (recordLists.has(list) && isPlainObject(value)) {
      const example = JSON.stringify(value).slice(0, 80)
      this.collector.repair('left out', example, message('formats', 'jsonRecordsLeftOut'))
    } else this.#visitItems(value, depth)
  }

  #visitItems(value: object, depth: number): void {
    if (Array.isArray(value)) for (const item of value) this.visit(item, '', depth + 1)
    else
      for (const [name, inner] of Object.entries(value)) {
        if (recordLists.has(name) && typeof inner === 'object' && inner !== null)
          for (const item of Object.values(inner as object)) this.visit(item, name, depth + 1)
        else this.visit(inner, name, depth + 1)
      }
  }

  #addNode(node: Neo4jNode): void {
    const row = node.ids.map((id) => this.#rowOfId.get(id)).find((each) => each !== undefined)
    const at = row ?? this.#nodes.length
    const before = this.#nodes[at]
    const isFuller = before === undefined || Object.keys(node.properties).length > Object.keys(before.properties).length
    this.#nodes[at] = isFuller ? { ...node, ids: before?.ids ?? node.ids } : before
    for (const id of node.ids) if (!this.#rowOfId.has(id)) this.#rowOfId.set(id, at)
  }

  #addRelationship(relationship: Neo4jRelationship): void {
    for (const node of relationship.nodes) this.#addNode(node)
    if (relationship.id !== undefined && this.#relationshipIds.has(relationship.id)) return
    if (relationship.id !== undefined) this.#relationshipIds.add(relationship.id)
    this.#relationships.push(relationship)
  }

  records(): { readonly nodes: ImportedNode[]; readonly edges: ImportedEdge[] } {
    const { collector } = this
    const several = this.#nodes.filter(({ labels }) => labels.length > 1).length
    if (several > 0)
      collector.guesses.push(message('formats', 'firstOfSeveralTypes', { count: several, column: 'labels' }))
    const nodes = this.#nodes.map(({ ids, labels, properties }): ImportedNode => {
      const { label, cells } = labelledCells(jsonCellsOf(properties), collector)
      return { id: ids[0]!, label, cells: withProperties(typeCells(labels, several > 0), cells) }
    })
    const idOf = (id: string) => nodes[this.#rowOfId.get(id) ?? -1]?.id ?? id
    const edges = this.#relationships.map(({ id, type, start, end, properties }): ImportedEdge => {
      const relation: RecordCells = type === undefined ? {} : { relation: type }
      const cells = withProperties(relation, jsonCellsOf(properties))
      return { id, source: idOf(start), target: idOf(end), direction: 'directed', cells }
    })
    return { nodes, edges }
  }
}
