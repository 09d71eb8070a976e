import type { ProjectJobInput } from '../../jobs/projectJob'
import { message, type Message } from '../../messages/message'
import type { Graph } from '../../model/graph'
import { exportProvenance } from '../../scene/export/exportProvenance'
import { printAddress } from '../../scene/view/address'
import { downloadBlob } from '../downloadExport'
import { initialViewOf } from '../initialView'
import { JobRunner } from '../jobRunner'
import type { SessionStore, WorkspaceStore } from '../store'
import type { MakeWorker } from '../startJob'
import type { OpenedFiles } from './workKeeper'

export interface SaveProjectInput {
  readonly workspace: WorkspaceStore
  readonly session: SessionStore
  readonly makeWorker: MakeWorker
  /** What was opened; undefined for the bundled data set. */
  readonly opened: OpenedFiles | undefined
  /** YYYY-MM-DD. */
  readonly date: string
}

/** Saves everything as one file: the files, how they were read, and the view. Settled with whether that worked. */
export function saveProject({ workspace, session, makeWorker, opened, date }: SaveProjectInput): Promise<boolean> {
  const { graph, view } = workspace.getState()
  const { positions, metricResults = [] } = session.getState()
  const metricColumns = new Set(metricResults.flatMap(({ columns }) => columns.map(({ name }) => name)))
  const input: ProjectJobInput = {
    title: graph.about.title,
    choices: opened?.choices ?? {},
    view: printAddress(view, initialViewOf(graph)),
    layout: view.layout.name === 'force' && positions ? { layout: JSON.stringify(view.layout), positions } : undefined,
    files: opened?.files,
    whole: opened ? undefined : wholeOf(withoutColumns(graph, metricColumns), date),
    date,
  }
  const name = `${graph.about.id}.kizuna`
  return new Promise((resolve) => {
    new JobRunner({ session, makeWorker }).start<Message, Uint8Array>(
      { job: 'project', input },
      {
        onResult: (bytes) => {
          downloadBlob(new Blob([bytes as BlobPart], { type: 'application/zip' }), name)
          session.setState({
            notice: { title: message('work', 'saved', { name }), details: message('work', 'savedDetails') },
          })
          resolve(true)
        },
        noticeOfFault: ({ what }) => ({ title: message('work', 'notSaved'), what }),
        onFault: () => resolve(false),
      },
    )
  })
}

/** The graph without the columns of metrics, which are computed again from the view. */
function withoutColumns(graph: Graph, names: ReadonlySet<string>): Graph {
  const attributes = new Map([...graph.nodes.attributes].filter(([name]) => !names.has(name)))
  return { ...graph, nodes: { ...graph.nodes, attributes } }
}

const wholeOf = (graph: Graph, date: string): NonNullable<ProjectJobInput['whole']> => ({
  part: {
    graph,
    nodes: new Uint8Array(graph.nodes.count).fill(1),
    edges: new Uint8Array(graph.edges.count).fill(1),
  },
  provenance: exportProvenance(graph, [], 'shown', date),
})
