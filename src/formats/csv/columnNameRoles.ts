import type { ColumnRole } from '../../model/importReport'

/** A name for comparison: lower-case letters and digits only. */
const normalised = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Names of columns by role, in normalised form. */
const edgeColumnNames: readonly (readonly [ColumnRole, string])[] = [
  [
    'source',
    'source sourceid sourcenode src from fromid fromnode fromnodeid startid startnode subject subjectid node1 nodea sender payer caller u',
  ],
  [
    'target',
    'target targetid targetnode tgt dst dest destination to toid tonode tonodeid endid endnode object objectid node2 nodeb receiver recipient payee callee v',
  ],
  ['relation', 'predicate relation relationship relationtype edgetype type kind interaction verb label'],
  ['weight', 'weight strength'],
  ['id', 'id edgeid key'],
  ['direction', 'direction directed'],
]
const nodeColumnNames: readonly (readonly [ColumnRole, string])[] = [
  ['id', 'id nodeid key identifier uid uuid'],
  ['label', 'label name title displayname fullname caption'],
  ['type', 'type kind category class nodetype group'],
  ['x', 'x posx positionx xcoord'],
  ['y', 'y posy positiony ycoord'],
  ['latitude', 'latitude lat'],
  ['longitude', 'longitude lon lng long'],
]
const dateNames = /(^|[_\s-])(date|year|since|until|start|end|day|time|timestamp|founded|born|created)([_\s-]|$)/i

/** Roles of columns by their names. Each role is given once, to the first of its names in the header. */
function rolesByName(columnNames: typeof edgeColumnNames, header: readonly string[]): Map<string, ColumnRole> {
  const roles = new Map<string, ColumnRole>()
  for (const [role, words] of columnNames)
    for (const word of words.split(' ')) {
      const name = header.find((each) => normalised(each) === word && !roles.has(each))
      if (name === undefined) continue
      roles.set(name, role)
      break
    }
  for (const name of header) if (!roles.has(name) && dateNames.test(name)) roles.set(name, 'date')
  return roles
}

export const edgeRolesFromHeader = (header: readonly string[]): Map<string, ColumnRole> =>
  rolesByName(edgeColumnNames, header)
export const nodeRolesFromHeader = (header: readonly string[]): Map<string, ColumnRole> =>
  rolesByName(nodeColumnNames, header)

/** A column name of Neo4j's bulk import (neo4j.com/docs, neo4j-admin import): "personId:ID(Person)", ":LABEL". */
const neo4j = /^(.*?):(ID|START_ID|END_ID|LABEL|TYPE|IGNORE)(?:\((.*)\))?(?:\{.*\})?$/
const neo4jKind =
  /^(.+):(int|long|float|double|byte|short|boolean|char|string|point|date|localtime|time|localdatetime|datetime|duration)(\[\])?(?:\{.*\})?$/

export interface Neo4jColumn {
  readonly name: string
  readonly role: ColumnRole
  /** The id space: nodes of different spaces may have the same id. */
  readonly space: string
  readonly list: boolean
}

const neo4jRoles: Readonly<Record<string, ColumnRole>> = {
  ID: 'id',
  START_ID: 'source',
  END_ID: 'target',
  IGNORE: 'skip',
}

/** The columns of a file for Neo4j's import; undefined for other files. */
export function parseNeo4jHeader(header: readonly string[]): Neo4jColumn[] | undefined {
  if (!header.some((name) => neo4j.test(name))) return undefined
  const isEdgeTable = header.some((name) => name.includes(':START_ID'))
  return header.map((written) => structuralColumn(written, isEdgeTable) ?? propertyColumn(written, isEdgeTable))
}

/** A column for ids, ends, labels or types; undefined for a property. */
function structuralColumn(written: string, isEdgeTable: boolean): Neo4jColumn | undefined {
  const [, name, what, space = ''] = neo4j.exec(written) ?? []
  if (what === undefined) return undefined
  const role = neo4jRoles[what] ?? (what === 'TYPE' ? 'relation' : isEdgeTable ? 'column' : 'type')
  return { name: name || (role === 'column' ? 'label' : role), role, space, list: false }
}

function propertyColumn(written: string, isEdgeTable: boolean): Neo4jColumn {
  const [, name = written, kind = '', list] = neo4jKind.exec(written) ?? []
  const isLabel = !isEdgeTable && ['name', 'title', 'label'].includes(name.toLowerCase())
  const role = isLabel ? 'label' : kind.includes('date') ? 'date' : 'column'
  return { name, role, space: '', list: list !== undefined }
}
