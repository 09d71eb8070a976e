import type { Reading } from '../formats/collect/graphFromCollector'
import { counted } from '../model/pluralize'
import type { Graph, Indexes } from '../model/graph'
import { indexesOf } from '../model/graph'
import { keepsPlaces, placedIn } from '../model/nodePositions'
import type { ReadChoices, TablePreview } from '../model/importReport'
import type { Job } from './job'

/** Files as a person gives them; a worker reads their bytes, so that the page never holds them. */
export interface OpenInput {
  readonly files: readonly { readonly name: string; readonly content: Blob }[]
  readonly choices: ReadChoices
  /** Tables are to be looked at first, where nobody has said yet what their columns are. */
  readonly asks: boolean
}

/** What opening came to: a graph with its report and indexes, or tables of which a person is to say what is what. */
export type Opened =
  (Reading & { readonly indexes: Indexes; readonly placed: boolean }) | { readonly tables: readonly TablePreview[] }

/** Up to so many nodes a map is made at once; larger ones are laid out before the person's eyes. */
const most = 2000

/**
 * Reads files into one graph, with a map where the file has none and the graph is small; the places of a file that has most
 * of them stay. Progress is a sentence.
 */
export const open: Job<OpenInput, string, Opened> = async function* ({ files, choices, asks }) {
  const { readFiles } = await import('../formats/readFiles')
  const named = []
  for (const { name, content } of files) named.push({ name, bytes: new Uint8Array(await content.arrayBuffer()) })
  yield 'Reading the file'
  const tables = asks ? (await import('../formats/tablesNeedingColumnRoles')).tablesToAsk(named) : []
  if (tables.length > 0) return { tables }
  const { graph: read, report } = await readFiles(named, choices)
  yield `Drawing ${counted(read.nodes.count, 'node')} and ${counted(read.edges.count, 'edge')}`
  const graph = await mapped(read)
  return { graph, report, indexes: indexesOf(graph), placed: placedIn(graph) === graph.nodes.count }
}

/** The graph with a place for each node, but for large graphs that have none. */
export async function mapped(graph: Graph): Promise<Graph> {
  if (placedIn(graph) === graph.nodes.count) return graph
  if (keepsPlaces(graph)) return (await import('../layout/placeMissing')).placeRest(graph)
  return graph.nodes.count > most ? graph : (await import('../layout/preparedLayout')).prepare(graph)
}
