import { message, type Message } from '../../messages/message'
import { buildGraph, edgeOrFigureId } from '../../model/buildGraph'
import type { Graph } from '../../model/graph'
import type { DatasetInfo } from '../../model/records'
import { FileFault } from '../io/fileFault'
import type { InputFile } from '../io/inputFile'
import { duplicateId, unknownReference, type RecordKind } from '../io/referenceFaults'
import { zodIssueMessage } from '../io/zodIssueMessage'
import { readKizunaWithoutStatements } from './readWithoutStatements'
import { KizunaJson } from './kizunaJson'

/** Minimum file size in bytes for the fast path, which reads a graph without evidence straight into columns. */
const fastPathSize = 2 ** 21

/**
 * Reads Kizuna JSON. Throws a FileFault if the JSON is invalid, of another version, does not match the schema, or refers
 * to a record that is not in the file.
 */
export function readKizunaJson(file: InputFile): Graph {
  const bare = file.bytes.length > fastPathSize ? readKizunaWithoutStatements(file) : undefined
  return bare ? { ...bare.graph, about: aboutOf(bare.shape) } : readKizunaRecords(file)
}

/** Reads every record through the schema, with all evidence. */
export function readKizunaRecords(file: InputFile): Graph {
  const { name, json: data } = file
  const version = (data as { kizuna?: unknown } | null)?.kizuna
  if (version === undefined) throw fault(name, message('readFaults', 'missingVersion'))
  if (version !== 1)
    throw new FileFault(
      name,
      message('readFaults', 'unsupportedVersion', { version: JSON.stringify(version) }),
      message('readFaults', 'openWithNewerKizuna'),
    )
  const parsed = KizunaJson.safeParse(data, { reportInput: true })
  if (!parsed.success) throw fault(name, zodIssueMessage(parsed.error.issues[0]!))
  checkReferences(parsed.data, name)
  const { schema, nodes, asserters = [], edges, statements, sources, disputes = [] } = parsed.data
  const bare = edges.filter((edge) => (edge.statements ?? []).length === 0)
  return buildGraph({
    about: aboutOf(parsed.data),
    schema,
    nodes: [...nodes, ...asserters],
    edges: bare.map(({ id, source, target, predicate, direction, attributes }) => ({
      id,
      source,
      target,
      predicate,
      ...(direction && { direction }),
      ...(attributes && { attributes }),
    })),
    statements,
    sources,
    disputes,
  })
}

/**
 * The data set that an export describes. The initial view is dropped from an export of a part, because it would filter
 * the part once more.
 */
function aboutOf({ dataset, recipe, nodes, asserters = [] }: KizunaJson): DatasetInfo {
  const { view, asserters: before = [], ...about } = dataset
  const ids = new Set(nodes.map(({ id }) => id))
  const aside = [...before.filter((id) => ids.has(id)), ...asserters.map(({ id }) => id)]
  const whole = recipe.filter === '' && recipe.scope === 'shown'
  return { ...about, ...(view && whole && { view }), ...(aside.length > 0 && { asserters: aside }) }
}

const fault = (name: string, what: Message): FileFault =>
  new FileFault(name, what, message('readFaults', 'correctKizunaJson'))

type MakeFault = (what: Message) => FileFault

/** Throws unless all ids are unique and every reference is to a record of the file. */
function checkReferences(file: KizunaJson, name: string): void {
  const fail: MakeFault = (what) => fault(name, what)
  const { nodes, asserters = [], edges, statements, sources } = file
  const nodeIds = uniqueIds('node', [...nodes, ...asserters], fail)
  const sourceIds = uniqueIds('source', sources, fail)
  uniqueIds('edge', edges, fail)
  uniqueIds('statement', statements, fail)
  for (const { id, source, target } of edges)
    for (const end of [source, target]) if (!nodeIds.has(end)) throw fail(unknownReference('edge', id, 'node', end))
  for (const statement of statements) checkStatement(statement, nodeIds, sourceIds, fail)
  checkStatementLists(file, fail)
  checkDisputes(file, fail)
}

function uniqueIds(
  kind: RecordKind,
  records: readonly { readonly id: string }[],
  fail: MakeFault,
): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const { id } of records) {
    if (ids.has(id)) throw fail(duplicateId(kind, id))
    ids.add(id)
  }
  return ids
}

function checkStatement(
  { id, subject, object, value, by, source }: KizunaJson['statements'][number],
  nodeIds: ReadonlySet<string>,
  sourceIds: ReadonlySet<string>,
  fail: MakeFault,
): void {
  for (const node of [subject, object, by])
    if (node !== undefined && !nodeIds.has(node)) throw fail(unknownReference('statement', id, 'node', node))
  if (!sourceIds.has(source)) throw fail(unknownReference('statement', id, 'source', source))
  if (object === undefined && value === undefined) throw fail(message('readFaults', 'noObjectOrValue', { id }))
}

/** Throws unless edges and figures list exactly the statements about them, and every statement is listed. */
function checkStatementLists({ edges, figures, statements }: KizunaJson, fail: MakeFault): void {
  const about = new Map<string, string[]>()
  for (const statement of statements) {
    const id = edgeOrFigureId(statement)
    const ids = about.get(id)
    if (ids) ids.push(statement.id)
    else about.set(id, [statement.id])
  }
  for (const { id, statements: listed = [] } of [...edges, ...figures]) {
    if (JSON.stringify(about.get(id) ?? []) !== JSON.stringify(listed))
      throw fail(message('readFaults', 'wrongStatementList', { id }))
    about.delete(id)
  }
  for (const [target, [id = '']] of about) throw fail(message('readFaults', 'unlistedStatement', { id, target }))
}

function checkDisputes({ disputes = [], statements }: KizunaJson, fail: MakeFault): void {
  uniqueIds('dispute', disputes, fail)
  const ids = new Set(statements.map(({ id }) => id))
  for (const { id, sides, also = [] } of disputes)
    for (const named of [...also, ...sides.flatMap((side) => side.statements)])
      if (!ids.has(named)) throw fail(unknownReference('dispute', id, 'statement', named))
}
