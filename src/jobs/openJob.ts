import type { GraphReadResult } from '../formats/collect/graphFromCollector'
import type { Project } from '../formats/project/projectFile'
import { message, type Message } from '../messages/message'
import type { Graph, GraphIndexes } from '../model/graph'
import { graphIndexesOf } from '../model/graph'
import { keepsImportedPositions, placedNodeCount } from '../model/nodePositions'
import type { ImportOptions, TablePreview } from '../model/importReport'
import type { Job } from './job'

/** Files as a person chose them. The worker reads their bytes, so that the page never holds them. */
export interface OpenJobInput {
  readonly files: readonly { readonly name: string; readonly content: Blob }[]
  readonly choices: ImportOptions
  /** Return previews of tables instead of reading them, if they were not written by Kizuna. */
  readonly asksAboutTables: boolean
}

/** A graph with its report and indexes, or tables whose columns the person has to describe first. */
export type OpenResult =
  | (GraphReadResult & {
      readonly indexes: GraphIndexes
      /** Whether every node has a position. */
      readonly placed: boolean
      /** What the file holds besides the graph, if it is a project. */
      readonly project?: OpenedProject
    })
  | { readonly tables: readonly TablePreview[] }

/** The parts of a project that the page needs: its files are blobs again, so that they can be kept. */
export interface OpenedProject extends Omit<Project, 'files'> {
  readonly files: OpenJobInput['files']
}

/** Maximum number of nodes that are laid out before the graph is shown; larger graphs are laid out visibly, after opening. */
const maxPreparedNodes = 2000

/**
 * Reads files into one graph. Small graphs without positions are laid out; in a file with positions for most nodes, these
 * stay as they are and the other nodes are added to them. Progress is a message for the reader.
 */
export const openJob: Job<OpenJobInput, Message, OpenResult> = async function* ({ files, choices, asksAboutTables }) {
  const { readFiles } = await import('../formats/readFiles')
  const contents = []
  for (const { name, content } of files) contents.push({ name, bytes: new Uint8Array(await content.arrayBuffer()) })
  yield message('files', 'reading')
  const { readProject } = await import('../formats/project/projectFile')
  const project = await readProject(contents)
  const tables =
    asksAboutTables && !project
      ? await (await import('../formats/tablesNeedingColumnRoles')).tablesNeedingColumnRoles(contents)
      : []
  if (tables.length > 0) return { tables }
  const { graph: imported, report } = await (project
    ? readFiles(project.files, project.choices)
    : readFiles(contents, choices))
  yield message('files', 'drawingGraph', { nodes: imported.nodes.count, edges: imported.edges.count })
  const graph = await withDefaultPositions(imported)
  const opened = project && {
    ...project,
    files: project.files.map(({ name, bytes }) => ({ name, content: new Blob([bytes as BlobPart]) })),
  }
  const placed = placedNodeCount(graph) === graph.nodes.count
  return { graph, report, indexes: graphIndexesOf(graph), placed, ...(opened && { project: opened }) }
}

/** The graph with a position for every node, except large graphs with few or no positions, which are returned as they are. */
export async function withDefaultPositions(graph: Graph): Promise<Graph> {
  if (placedNodeCount(graph) === graph.nodes.count) return graph
  if (keepsImportedPositions(graph)) return (await import('../layout/placeMissing')).placeMissingNodes(graph)
  return graph.nodes.count > maxPreparedNodes
    ? graph
    : (await import('../layout/preparedLayout')).withPreparedLayout(graph)
}
