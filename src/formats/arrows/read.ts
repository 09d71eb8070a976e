import { message } from '../../messages/message'
import { collectRecords } from '../collect/collectRecords'
import type { GraphCollector } from '../collect/graphCollector'
import type { ImportedEdge, ImportedNode, RecordCells } from '../collect/graphRecords'
import type { InputFile } from '../io/inputFile'
import { idTextOf, isPlainObject, jsonCellsOf, ownValue, type JsonObject } from '../json/jsonCells'
import { labelledCells, typeCells, withProperties } from '../json/labelledCells'

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const objectOf = (value: unknown): JsonObject => (isPlainObject(value) ? value : {})
const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

/**
 * Reads a graph of Arrows (arrows.app, "Export JSON"; source github.com/neo4j-labs/arrows.app): nodes with caption, labels,
 * properties and a position whose y grows downwards, and relationships. Styles of single items become columns "style.…";
 * the style of the whole graph is left out.
 */
export function collectArrows(file: InputFile, collector: GraphCollector): void {
  const whole = isPlainObject(ownValue(file.json, 'graph')) ? ownValue(file.json, 'graph') : file.json
  const given = listOf(ownValue(whole, 'nodes'))
  const several = given.filter((node) => listOf(ownValue(node, 'labels')).length > 1).length
  const nodes = given.flatMap((node, at) => nodeRecord(node, at, { collector, several }))
  const edges = listOf(ownValue(whole, 'relationships')).flatMap((each, at) => edgeRecord(each, at, collector))
  if (several > 0)
    collector.guesses.push(message('formats', 'firstOfSeveralTypes', { count: several, column: 'labels' }))
  collector.declaredColumns.type = 'type'
  collector.declaredColumns.predicate = 'relation'
  collectRecords(collector, { name: file.name, nodes, edges })
}

function nodeRecord(
  node: unknown,
  at: number,
  { collector, several }: { readonly collector: GraphCollector; readonly several: number },
): ImportedNode[] {
  const id = idTextOf(ownValue(node, 'id'))
  if (id === undefined) {
    collector.repair(
      'left out',
      message('files', 'exampleNode', { number: at + 1 }),
      message('files', 'nodesWithoutIdIgnored'),
    )
    return []
  }
  const position = ownValue(node, 'position')
  const [x, y] = [ownValue(position, 'x'), ownValue(position, 'y')]
  const caption = textOf(ownValue(node, 'caption'))
  const labels = listOf(ownValue(node, 'labels')).map(String)
  const properties = jsonCellsOf(objectOf(ownValue(node, 'properties')))
  const { label, cells } =
    caption === undefined ? labelledCells(properties, collector) : { label: caption, cells: properties }
  const isPlaced = typeof x === 'number' && typeof y === 'number'
  return [
    {
      id,
      label,
      ...(isPlaced && { x, y: 0 - y }),
      cells: { ...withProperties(typeCells(labels, several > 0), cells), ...styleCells(node) },
    },
  ]
}

function edgeRecord(relationship: unknown, at: number, collector: GraphCollector): ImportedEdge[] {
  const [source, target] = ['fromId', 'toId'].map((key) => idTextOf(ownValue(relationship, key)))
  if (source === undefined || target === undefined) {
    collector.repair(
      'left out',
      message('files', 'exampleEdge', { number: at + 1 }),
      message('files', 'edgesWithoutEndsIgnored'),
    )
    return []
  }
  const relation = textOf(ownValue(relationship, 'type'))
  const own: RecordCells = relation === undefined ? {} : { relation }
  const properties = jsonCellsOf(objectOf(ownValue(relationship, 'properties')))
  const cells = { ...withProperties(own, properties), ...styleCells(relationship) }
  return [{ id: idTextOf(ownValue(relationship, 'id')), source, target, direction: 'directed', cells }]
}

const styleCells = (item: unknown): RecordCells => jsonCellsOf({ style: objectOf(ownValue(item, 'style')) })
