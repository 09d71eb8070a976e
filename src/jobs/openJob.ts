import type { GraphReadResult } from '../formats/collect/graphFromCollector'
import { pluralize } from '../model/pluralize'
import type { Graph, GraphIndexes } from '../model/graph'
import { graphIndexesOf } from '../model/graph'
import { keepsImportedPositions, placedNodeCount } from '../model/nodePositions'
import type { ImportOptions, TablePreview } from '../model/importReport'
import type { Job } from './job'

/** Files as a person gives them; a worker reads their bytes, so that the page never holds them. */
export interface OpenJobInput {
  readonly files: readonly { readonly name: string; readonly content: Blob }[]
  readonly choices: ImportOptions
  /** Tables are to be looked at first, where nobody has said yet what their columns are. */
  readonly asksAboutTables: boolean
}

/** What opening came to: a graph with its report and indexes, or tables of which a person is to say what is what. */
export type OpenResult =
  | (GraphReadResult & { readonly indexes: GraphIndexes; readonly placed: boolean })
  | { readonly tables: readonly TablePreview[] }

/** Up to so many nodes a map is made at once; larger ones are laid out before the person's eyes. */
const most = 2000

/**
 * Reads files into one graph, with a map where the file has none and the graph is small; the places of a file that has most
 * of them stay. Progress is a sentence.
 */
export const openJob: Job<OpenJobInput, string, OpenResult> = async function* ({
  files,
  choices,
  asksAboutTables: asks,
}) {
  const { readFiles } = await import('../formats/readFiles')
  const named = []
  for (const { name, content } of files) named.push({ name, bytes: new Uint8Array(await content.arrayBuffer()) })
  yield 'Reading the file'
  const tables = asks ? (await import('../formats/tablesNeedingColumnRoles')).tablesNeedingColumnRoles(named) : []
  if (tables.length > 0) return { tables }
  const { graph: read, report } = await readFiles(named, choices)
  yield `Drawing ${pluralize(read.nodes.count, 'node')} and ${pluralize(read.edges.count, 'edge')}`
  const graph = await withDefaultPositions(read)
  return { graph, report, indexes: graphIndexesOf(graph), placed: placedNodeCount(graph) === graph.nodes.count }
}

/** The graph with a place for each node, but for large graphs that have none. */
export async function withDefaultPositions(graph: Graph): Promise<Graph> {
  if (placedNodeCount(graph) === graph.nodes.count) return graph
  if (keepsImportedPositions(graph)) return (await import('../layout/placeMissing')).placeMissingNodes(graph)
  return graph.nodes.count > most ? graph : (await import('../layout/preparedLayout')).withPreparedLayout(graph)
}
