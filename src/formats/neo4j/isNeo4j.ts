import type { InputFile } from '../io/inputFile'

const start = /^\ufeff?\s*[[{]/
/** A node or relationship of apoc.export.json, as a line, in a list, or in `nodes` and `rels`. */
const apocRecord =
  /(^\ufeff?\s*\[?\s*|"(nodes|rels)"\s*:\s*[[{]\s*("[^"]*"\s*:\s*\{)?)\{?[^{}]*"type"\s*:\s*"(node|relationship)"/
const apocParts = /"labels"\s*:\s*\[|"(properties|start|end)"\s*:\s*\{/
/** A node or relationship of a driver, of Neo4j Browser or of the HTTP APIs. */
const labels = /"_?labels"\s*:\s*\[/
const properties = /"_?properties"\s*:\s*\{/
const relationship =
  /"(startNode|endNode|startNodeElementId|startNodeId|segments|relationships|rels|identity|elementId|_element_id)"\s*:/
const typedValue = /"\$type"\s*:\s*"(Node|Relationship|Path)"/

/** Whether a file holds nodes and relationships of Neo4j in JSON; Arrows has captions and `fromId` besides. */
export function isNeo4j({ head }: InputFile): boolean {
  if (!start.test(head) || /"fromId"\s*:/.test(head)) return false
  if (apocRecord.test(head)) return apocParts.test(head)
  return (
    typedValue.test(head) ||
    (properties.test(head) && relationship.test(head) && (labels.test(head) || /"(startNode|start)"\s*:/.test(head)))
  )
}
