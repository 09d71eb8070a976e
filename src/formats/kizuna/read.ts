import { buildGraph, edgeOrFigureId } from '../../model/buildGraph'
import type { Graph } from '../../model/graph'
import type { DatasetInfo } from '../../model/records'
import { FileFault } from '../io/fileFault'
import type { InputFile } from '../io/inputFile'
import { readKizunaWithoutStatements } from './readWithoutStatements'
import { KizunaJson } from './kizunaJson'

/** From so many bytes on it pays to read a graph without evidence in another way. */
const large = 2 ** 21

const remedy = 'Export it again from Kizuna, or mend the place in a text editor.'

/** Reads Kizuna JSON. Throws a FileFault where it is no JSON, of another version, misshapen, or names what is not in it. */
export function readKizunaJson(file: InputFile): Graph {
  const bare = file.bytes.length > large ? readKizunaWithoutStatements(file) : undefined
  return bare ? { ...bare.graph, about: aboutOf(bare.shape) } : readKizunaRecords(file)
}

/** Reads the records one by one, with all that they say. */
export function readKizunaRecords(file: InputFile): Graph {
  const { name, json: data } = file
  const version = (data as { kizuna?: unknown } | null)?.kizuna
  if (version !== 1)
    throw new FileFault(
      name,
      `this is Kizuna JSON of version ${JSON.stringify(version)}, and only version 1 is known`,
      'Open it with a newer Kizuna.',
    )
  const parsed = KizunaJson.safeParse(data)
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!
    throw new FileFault(name, `${path.join('.') || 'the file'}: ${message}`, remedy)
  }
  checkReferences(parsed.data, name)
  const { schema, nodes, asserters = [], edges, statements, sources, disputes = [] } = parsed.data
  const bare = edges.filter((edge) => (edge.statements ?? []).length === 0)
  return buildGraph({
    about: aboutOf(parsed.data),
    schema,
    nodes: [...nodes, ...asserters],
    edges: bare.map(({ id, source, target, predicate, attributes }) => ({
      id,
      source,
      target,
      predicate,
      ...(attributes && { attributes }),
    })),
    statements,
    sources,
    disputes,
  })
}

/** A part is opened as it was taken: the first view that the whole asks for would narrow it once more. */
function aboutOf({ dataset, recipe, nodes, asserters = [] }: KizunaJson): DatasetInfo {
  const { view, asserters: before = [], ...about } = dataset
  const ids = new Set(nodes.map(({ id }) => id))
  const aside = [...before.filter((id) => ids.has(id)), ...asserters.map(({ id }) => id)]
  const whole = recipe.filter === '' && recipe.scope === 'shown'
  return { ...about, ...(view && whole && { view }), ...(aside.length > 0 && { asserters: aside }) }
}

type Fail = (what: string) => FileFault

/** Everything that names something must name what is in the file, and each thing stands there once. */
function checkReferences(file: KizunaJson, name: string): void {
  const fail: Fail = (what) => new FileFault(name, what, remedy)
  const { nodes, asserters = [], edges, statements, sources } = file
  const nodeIds = unique('node', [...nodes, ...asserters], fail)
  const sourceIds = unique('source', sources, fail)
  unique('edge', edges, fail)
  unique('statement', statements, fail)
  for (const { id, source, target } of edges)
    for (const end of [source, target])
      if (!nodeIds.has(end)) throw fail(`edge "${id}" ends at "${end}", which is no node of the file`)
  for (const statement of statements) checkStatement(statement, nodeIds, sourceIds, fail)
  checkBundles(file, fail)
  checkDisputes(file, fail)
}

function unique(what: string, records: readonly { readonly id: string }[], fail: Fail): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const { id } of records) {
    if (ids.has(id)) throw fail(`${what} "${id}" stands there twice`)
    ids.add(id)
  }
  return ids
}

function checkStatement(
  { id, subject, object, value, by, source }: KizunaJson['statements'][number],
  nodeIds: ReadonlySet<string>,
  sourceIds: ReadonlySet<string>,
  fail: Fail,
): void {
  for (const node of [subject, object, by])
    if (node !== undefined && !nodeIds.has(node))
      throw fail(`statement "${id}" names "${node}", which is no node of the file`)
  if (!sourceIds.has(source)) throw fail(`statement "${id}" is from "${source}", which is no source of the file`)
  if (object === undefined && value === undefined) throw fail(`statement "${id}" needs an object or a value`)
}

/** Edges and figures list exactly the statements that are about them, and every statement is listed. */
function checkBundles({ edges, figures, statements }: KizunaJson, fail: Fail): void {
  const about = new Map<string, string[]>()
  for (const statement of statements) {
    const id = edgeOrFigureId(statement)
    const ids = about.get(id)
    if (ids) ids.push(statement.id)
    else about.set(id, [statement.id])
  }
  for (const { id, statements: listed = [] } of [...edges, ...figures]) {
    if (JSON.stringify(about.get(id) ?? []) !== JSON.stringify(listed))
      throw fail(`"${id}" lists other statements than those that are about it`)
    about.delete(id)
  }
  for (const [id, [first]] of about) throw fail(`statement "${first}" is about "${id}", which the file does not list`)
}

function checkDisputes({ disputes = [], statements }: KizunaJson, fail: Fail): void {
  unique('dispute', disputes, fail)
  const ids = new Set(statements.map(({ id }) => id))
  for (const { id, sides, also = [] } of disputes)
    for (const named of [...also, ...sides.flatMap((side) => side.statements)])
      if (!ids.has(named)) throw fail(`dispute "${id}" names "${named}", which is no statement of the file`)
}
