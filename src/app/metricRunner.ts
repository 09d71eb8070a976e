import { parseFilter } from '../analysis/filter/filterSyntax'
import {
  parseMetricRequest,
  withMetricRequest,
  withoutMetricRequest,
  type MetricRequest,
} from '../analysis/metrics/metricRequest'
import type { MetricResult } from '../analysis/metrics/metric'
import type { Progress } from '../analysis/metrics/network'
import { metricScopeOfFilter, networkOfGraph } from '../analysis/networkOfGraph'
import type { MetricJobInput } from '../jobs/metricJob'
import { message } from '../messages/message'
import type { Column } from '../model/columns'
import type { Graph } from '../model/graph'
import { viewWithoutKeys, type MetricRunResult } from '../scene/metricResults'
import type { Workspace } from '../scene/view/view'
import type { App } from './app'
import { followInputs, JobRunner } from './jobRunner'
import { updateView, type SessionStore, type WorkspaceStore } from './store'
import type { MakeWorker } from './startJob'

/** What the metrics follow from: the graph, and the requests of the view. */
interface MetricInputs {
  readonly graph: Graph
  readonly requests: readonly string[]
}

const metricInputs = ({ graph, view }: Workspace): MetricInputs => ({ graph, requests: view.metrics })

/**
 * Keeps the metric columns of the graph in step with the metrics that the view requests: computes one after the other in a
 * worker, and adds the results to the graph's own columns.
 */
export class MetricRunner {
  readonly #jobs: JobRunner
  /** Results for the same base graph, by what they depend on. */
  readonly #results = new Map<string, MetricResult>()
  /** The graph as it was opened, and with the columns of metrics. */
  #baseGraph: Graph
  #extendedGraph: Graph
  #requests: readonly string[] = []
  /** The names of the columns that were added. */
  #columnNames: ReadonlySet<string> = new Set()

  constructor(
    readonly workspace: WorkspaceStore,
    readonly session: SessionStore,
    makeWorker: MakeWorker,
  ) {
    this.#baseGraph = this.#extendedGraph = workspace.getState().graph
    this.#jobs = new JobRunner({
      session,
      makeWorker,
      onEnd: () => session.setState({ metricProgress: undefined }),
    })
    followInputs(workspace, metricInputs, (inputs) => this.#follow(inputs))
  }

  add(request: MetricRequest): void {
    updateView(this.workspace, (view) => ({ ...view, metrics: withMetricRequest(view.metrics, request) }))
  }

  /** Removes the columns of a metric, and the colours, sizes and filter steps that use them. */
  remove(metric: string): void {
    const result = this.session.getState().metricResults?.find(({ request }) => request.metric === metric)
    const keys = result?.columns.map(({ name }) => `@${name}`) ?? []
    updateView(this.workspace, (view) =>
      viewWithoutKeys({ ...view, metrics: withoutMetricRequest(view.metrics, metric) }, keys),
    )
  }

  /** Cancels the running metric and drops the requests that wait. */
  stop(): void {
    this.#jobs.cancel()
    const isDone = (_: string, index: number) => this.#results.has(resultKey(this.#requests, index))
    updateView(this.workspace, (view) => ({ ...view, metrics: view.metrics.filter(isDone) }))
  }

  #follow({ graph, requests }: MetricInputs): void {
    // The change of the graph that `#show` makes itself.
    if (graph === this.#extendedGraph && requests === this.#requests) return
    this.#jobs.cancel()
    if (graph !== this.#extendedGraph) {
      this.#baseGraph = this.#withoutOwnColumns(graph)
      this.#extendedGraph = graph
      this.#results.clear()
    }
    this.#requests = requests
    this.#show()
    this.#runNext()
  }

  /** A graph without the columns that were added to the one before it, which it was made from. */
  #withoutOwnColumns(graph: Graph): Graph {
    if (graph.about !== this.#extendedGraph.about || this.#columnNames.size === 0) return graph
    const attributes = [...graph.nodes.attributes].filter(([name]) => !this.#columnNames.has(name))
    return { ...graph, nodes: { ...graph.nodes, attributes: new Map(attributes) } }
  }

  /** Adds the results that are there to the graph's own columns. */
  #show(): void {
    const { attributes } = this.#baseGraph.nodes
    const results = this.#requests.flatMap((text, index): MetricRunResult[] => {
      const result = this.#results.get(resultKey(this.#requests, index))
      const request = parseMetricRequest(text)
      if (!result || !request) return []
      const columns = result.columns.map((each) => ({ ...each, name: freeName(each.id, attributes) }))
      return [{ request, columns, statistics: result.statistics }]
    })
    const columns = results.flatMap((each) => each.columns)
    const names = new Set(columns.map(({ name }) => name))
    this.session.setState({ metricResults: results })
    if (names.size === 0 && this.#columnNames.size === 0) return
    this.#columnNames = names
    const all = new Map([...attributes, ...columns.map(({ name, column }): [string, Column] => [name, column])])
    this.#extendedGraph = { ...this.#baseGraph, nodes: { ...this.#baseGraph.nodes, attributes: all } }
    this.workspace.setState({ graph: this.#extendedGraph })
  }

  #runNext(): void {
    const index = this.#requests.findIndex((_, each) => !this.#results.has(resultKey(this.#requests, each)))
    const text = this.#requests[index]
    const request = parseMetricRequest(text ?? '')
    if (text === undefined || !request) return
    const key = resultKey(this.#requests, index)
    const showProgress = (done: number) => this.session.setState({ metricProgress: { metric: request.metric, done } })
    showProgress(0)
    this.#jobs.start<Progress, MetricResult>(
      { job: 'metric', input: this.#jobInput(request) },
      {
        onProgress: ({ done }) => showProgress(done),
        onResult: (result) => {
          this.#results.set(key, result)
          this.#show()
          this.#runNext()
        },
        noticeOfFault: ({ what }) => ({
          title: message('metrics', 'failedTitle'),
          what,
          remedy: message('metrics', 'failedRemedy'),
        }),
        onFault: () =>
          updateView(this.workspace, (view) => ({ ...view, metrics: view.metrics.filter((each) => each !== text) })),
      },
    )
  }

  #jobInput({ metric, settings, filter }: MetricRequest): MetricJobInput {
    const parsed = parseFilter(filter ?? '')
    const scope = metricScopeOfFilter(this.#extendedGraph, 'filter' in parsed ? parsed.filter : [])
    return { metric, settings, network: networkOfGraph(this.#baseGraph), scope }
  }
}

/** What a result depends on: the request itself, and the ones before it if its filter uses a column. */
const resultKey = (requests: readonly string[], index: number): string => {
  const request = parseMetricRequest(requests[index]!)
  return request?.filter?.includes('@') ? requests.slice(0, index + 1).join('\n') : requests[index]!
}

/** A name that does not hide a column of the file. */
const freeName = (name: string, taken: ReadonlyMap<string, unknown>): string =>
  taken.has(name) ? freeName(`${name}-measured`, taken) : name

/** The actions about metrics. `mark` records the view for Back before an action changes it. */
export function metricActions(runner: MetricRunner, mark: () => void) {
  return {
    runMetric: (request) => {
      mark()
      runner.add(request)
    },
    removeMetric: (metric) => {
      mark()
      runner.remove(metric)
    },
    stopMetrics: () => runner.stop(),
  } satisfies Partial<App>
}
