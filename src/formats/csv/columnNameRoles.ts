import type { ColumnRole } from '../../model/importReport'

/** A name as it is looked up: lower case, letters and digits alone. */
const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

const inEdges: readonly (readonly [ColumnRole, string])[] = [
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
const inNodes: readonly (readonly [ColumnRole, string])[] = [
  ['id', 'id nodeid key identifier uid uuid'],
  ['label', 'label name title displayname fullname caption'],
  ['type', 'type kind category class nodetype group'],
  ['x', 'x posx positionx xcoord'],
  ['y', 'y posy positiony ycoord'],
  ['latitude', 'latitude lat'],
  ['longitude', 'longitude lon lng long'],
]
const dateNames = /(^|[_\s-])(date|year|since|until|start|end|day|time|timestamp|founded|born|created)([_\s-]|$)/i

/** Roles of columns by their names; each role once, by the first word that fits. */
function rolesBy(known: typeof inEdges, header: readonly string[]): Map<string, ColumnRole> {
  const roles = new Map<string, ColumnRole>()
  for (const [role, words] of known)
    for (const word of words.split(' ')) {
      const name = header.find((each) => plain(each) === word && !roles.has(each))
      if (name === undefined) continue
      roles.set(name, role)
      break
    }
  for (const name of header) if (!roles.has(name) && dateNames.test(name)) roles.set(name, 'date')
  return roles
}

export const edgeRolesFromHeader = (header: readonly string[]): Map<string, ColumnRole> => rolesBy(inEdges, header)
export const nodeRolesFromHeader = (header: readonly string[]): Map<string, ColumnRole> => rolesBy(inNodes, header)

/** A header of Neo4j's bulk import (neo4j.com/docs, neo4j-admin import): "personId:ID(Person)", "name:string", ":LABEL". */
const neo4j = /^(.*?):(ID|START_ID|END_ID|LABEL|TYPE|IGNORE)(?:\((.*)\))?(?:\{.*\})?$/
const neo4jKind =
  /^(.+):(int|long|float|double|byte|short|boolean|char|string|point|date|localtime|time|localdatetime|datetime|duration)(\[\])?(?:\{.*\})?$/

export interface Neo4jColumn {
  readonly name: string
  readonly role: ColumnRole
  /** Ids are told apart by it: two nodes of different spaces may have the same one. */
  readonly space: string
  readonly list: boolean
}

const neo4jRoles: Readonly<Record<string, ColumnRole>> = {
  ID: 'id',
  START_ID: 'source',
  END_ID: 'target',
  IGNORE: 'skip',
}

/** The columns of a file for Neo4j's import; undefined where it is none. */
export function parseNeo4jHeader(header: readonly string[]): Neo4jColumn[] | undefined {
  if (!header.some((name) => neo4j.test(name))) return undefined
  const ends = header.some((name) => name.includes(':START_ID'))
  return header.map((written) => structural(written, ends) ?? property(written, ends))
}

function structural(written: string, ends: boolean): Neo4jColumn | undefined {
  const [, name, what, space = ''] = neo4j.exec(written) ?? []
  if (what === undefined) return undefined
  const role = neo4jRoles[what] ?? (what === 'TYPE' ? 'relation' : ends ? 'column' : 'type')
  return { name: name || (role === 'column' ? 'label' : role), role, space, list: false }
}

function property(written: string, ends: boolean): Neo4jColumn {
  const [, name = written, kind = '', list] = neo4jKind.exec(written) ?? []
  const label = !ends && ['name', 'title', 'label'].includes(name.toLowerCase())
  const role = label ? 'label' : kind.includes('date') ? 'date' : 'column'
  return { name, role, space: '', list: list !== undefined }
}
