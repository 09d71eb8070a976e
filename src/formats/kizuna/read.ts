import { buildGraph, bundleId } from '../../model/build'
import type { Graph } from '../../model/graph'
import { FileFault, placeAt } from '../format'
import { KizunaShape } from './shape'

const remedy = 'Export it again from Kizuna, or mend the place in a text editor.'

/** Reads Kizuna JSON. Throws a FileFault where it is no JSON, of another version, misshapen, or names what is not in it. */
export function readKizuna(text: string, name: string): Graph {
  const data = parseJson(text, name)
  const version = (data as { kizuna?: unknown } | null)?.kizuna
  if (version !== 1)
    throw new FileFault(
      name,
      `this is Kizuna JSON of version ${JSON.stringify(version)}, and only version 1 is known`,
      'Open it with a newer Kizuna.',
    )
  const parsed = KizunaShape.safeParse(data)
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!
    throw new FileFault(name, `${path.join('.') || 'the file'}: ${message}`, remedy)
  }
  checkReferences(parsed.data, name)
  const { dataset: about, schema, nodes, asserters = [], edges, statements, sources } = parsed.data
  const bare = edges.filter((edge) => edge.statements.length === 0)
  return buildGraph({
    about,
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
  })
}

/** Parses JSON; a fault names the place, which engines tell in different ways or not at all. */
export function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    const [, told] = /position (\d+)/.exec(message) ?? []
    const ended = /end of (JSON )?(input|data)|Unterminated|unexpected end/i.test(message)
    const offset = told === undefined ? text.length : Number(told)
    const what = ended || offset >= text.length ? 'the file stops before its end' : 'this is not valid JSON'
    throw new FileFault(name, what, 'Save it again from the program that wrote it.', placeAt(text, offset))
  }
}

function checkReferences(
  { nodes, asserters = [], edges, figures, statements, sources }: KizunaShape,
  name: string,
): void {
  const fault = (what: string) => new FileFault(name, what, remedy)
  const known = (what: string, ids: readonly string[]): ReadonlySet<string> => {
    const set = new Set<string>()
    for (const id of ids) {
      if (set.has(id)) throw fault(`${what} "${id}" stands there twice`)
      set.add(id)
    }
    return set
  }
  const nodeIds = known(
    'node',
    [...nodes, ...asserters].map(({ id }) => id),
  )
  const sourceIds = known(
    'source',
    sources.map(({ id }) => id),
  )
  const statementIds = known(
    'statement',
    statements.map(({ id }) => id),
  )
  const edgeIds = known(
    'edge',
    edges.map(({ id }) => id),
  )
  for (const { id, source, target } of edges)
    for (const end of [source, target])
      if (!nodeIds.has(end)) throw fault(`edge "${id}" ends at "${end}", which is no node of the file`)
  for (const { id, subject, object, value, by, source } of statements) {
    for (const node of [subject, object, by])
      if (node !== undefined && !nodeIds.has(node))
        throw fault(`statement "${id}" names "${node}", which is no node of the file`)
    if (!sourceIds.has(source)) throw fault(`statement "${id}" is from "${source}", which is no source of the file`)
    if ((object === undefined) === (value === undefined))
      throw fault(`statement "${id}" needs either an object or a value`)
  }
  const bundles = new Map<string, string[]>()
  for (const statement of statements) {
    const id = bundleId(statement)
    bundles.set(id, [...(bundles.get(id) ?? []), statement.id])
  }
  for (const { id, statements: listed } of [...edges, ...figures]) {
    for (const each of listed)
      if (!statementIds.has(each)) throw fault(`"${id}" lists statement "${each}", which is not in the file`)
    if (listed.length > 0 && String(bundles.get(id)) !== String(listed))
      throw fault(`"${id}" lists other statements than those that are about it`)
    if (listed.length === 0 && bundles.has(id)) throw fault(`"${id}" lists no statement, but there are some about it`)
  }
  for (const statement of statements)
    if (statement.object !== undefined && !edgeIds.has(bundleId(statement)))
      throw fault(`statement "${statement.id}" belongs to no edge of the file`)
}
