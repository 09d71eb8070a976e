import { parseFilter } from '../analysis/filter/filterSyntax'
import {
  parseMetricRequest,
  withMetricRequest,
  withoutMetricRequest,
  type MetricRequest,
} from '../analysis/metrics/metricRequest'
import type { MetricResult as Found } from '../analysis/metrics/metric'
import type { Progress } from '../analysis/metrics/network'
import { metricScopeOfFilter, networkOfGraph } from '../analysis/networkOfGraph'
import type { MetricRun } from '../jobs/metricJob'
import type { Column } from '../model/columns'
import type { Graph } from '../model/graph'
import { viewWithoutKeys, type MetricRunResult } from '../scene/metricResults'
import type { Workspace } from '../scene/view/view'
import type { App } from './app'
import { updateView, type SessionStore, type WorkspaceStore } from './store'
import { startJob, type MakeWorker, type RunningJob } from './startJob'

/**
 * Keeps the graph's measured columns in step with what the view wants measured: asks a worker for one measure after the
 * other and lays the results beside the columns that the graph came with. The one owner of a measure's worker.
 */
export class MetricRunner {
  #running: RunningJob | undefined
  /** Results by what they follow from, all of the same ground. */
  readonly #known = new Map<string, Found>()
  /** The graph as it came, and with what was measured of it. */
  #ground: Graph
  #made: Graph
  #wanted: readonly string[] = []
  #names: ReadonlySet<string> = new Set()

  constructor(
    readonly workspace: WorkspaceStore,
    readonly session: SessionStore,
    readonly makeWorker: MakeWorker,
  ) {
    this.#ground = this.#made = workspace.getState().graph
    workspace.subscribe((now) => this.#follow(now))
    this.#follow(workspace.getState())
  }

  add(measure: MetricRequest): void {
    updateView(this.workspace, (view) => ({ ...view, metrics: withMetricRequest(view.metrics, measure) }))
  }

  /** Takes a metric's columns away, with what colours, sizes and filters by them. */
  remove(metric: string): void {
    const columns =
      this.session.getState().metricResults?.find(({ request: measure }) => measure.metric === metric)?.columns ?? []
    const names = columns.map(({ name }) => `@${name}`)
    updateView(this.workspace, (view) =>
      viewWithoutKeys({ ...view, metrics: withoutMetricRequest(view.metrics, metric) }, names),
    )
  }

  /** Ends what is being measured, and forgets what waits. */
  stop(): void {
    this.#end()
    const done = (_: string, at: number) => this.#known.has(keyOf(this.#wanted, at))
    updateView(this.workspace, (view) => ({ ...view, metrics: view.metrics.filter(done) }))
  }

  #follow({ graph, view }: Workspace): void {
    const same = graph === this.#made
    if (same && view.metrics === this.#wanted) return
    this.#end()
    if (!same) {
      this.#ground = this.#bare(graph)
      this.#made = graph
      this.#known.clear()
    }
    this.#wanted = view.metrics
    this.#show()
    this.#next()
  }

  /** The graph without the columns that were measured of the one before it, which it was made from. */
  #bare(graph: Graph): Graph {
    if (graph.about !== this.#made.about || this.#names.size === 0) return graph
    const own = [...graph.nodes.attributes].filter(([name]) => !this.#names.has(name))
    return { ...graph, nodes: { ...graph.nodes, attributes: new Map(own) } }
  }

  /** Lays what is known of what is wanted beside the graph's own columns. */
  #show(): void {
    const { attributes } = this.#ground.nodes
    const measured = this.#wanted.flatMap((text, at): MetricRunResult[] => {
      const known = this.#known.get(keyOf(this.#wanted, at))
      const measure = parseMetricRequest(text)
      if (!known || !measure) return []
      const columns = known.columns.map((each) => ({ ...each, name: freeName(each.name, attributes) }))
      return [{ request: measure, columns, statistics: known.statistics }]
    })
    const columns = measured.flatMap((each) => each.columns)
    const names = new Set(columns.map(({ name }) => name))
    this.session.setState({ metricResults: measured })
    if (names.size === 0 && this.#names.size === 0) return
    this.#names = names
    const all = new Map([...attributes, ...columns.map(({ name, column }): [string, Column] => [name, column])])
    this.#made = { ...this.#ground, nodes: { ...this.#ground.nodes, attributes: all } }
    this.workspace.setState({ graph: this.#made })
  }

  #next(): void {
    const at = this.#wanted.findIndex((_, each) => !this.#known.has(keyOf(this.#wanted, each)))
    const text = this.#wanted[at]
    const measure = parseMetricRequest(text ?? '')
    if (text === undefined || !measure) return
    const key = keyOf(this.#wanted, at)
    this.session.setState({ metricProgress: { metric: measure.metric, done: 0 } })
    this.#running = startJob<Progress, Found>(
      this.makeWorker,
      { job: 'metric', input: this.#run(measure) },
      {
        onProgress: ({ done }) => this.session.setState({ metricProgress: { metric: measure.metric, done } }),
        onResult: (measured) => {
          this.#end()
          this.#known.set(key, measured)
          this.#show()
          this.#next()
        },
        onFault: ({ what }) => {
          this.#end()
          const remedy = 'Measure it again, or only a part of the graph.'
          this.session.setState({ notice: { title: 'Nothing was measured', what, remedy } })
          updateView(this.workspace, (view) => ({ ...view, metrics: view.metrics.filter((each) => each !== text) }))
        },
      },
    )
  }

  #run({ metric, settings, filter: within }: MetricRequest): MetricRun {
    const parsed = parseFilter(within ?? '')
    const counted = metricScopeOfFilter(this.#made, 'filter' in parsed ? parsed.filter : [])
    return { metric, settings, network: networkOfGraph(this.#ground), scope: counted }
  }

  #end(): void {
    this.#running?.cancel()
    this.#running = undefined
    if (this.session.getState().metricProgress) this.session.setState({ metricProgress: undefined })
  }
}

/** What a result follows from: the measure itself, and those before it where its part of the graph is chosen by a column. */
const keyOf = (wanted: readonly string[], at: number): string => {
  const measure = parseMetricRequest(wanted[at]!)
  return measure?.filter?.includes('@') ? wanted.slice(0, at + 1).join('\n') : wanted[at]!
}

/** A column that the file brought under the same name stays what it is. */
const freeName = (name: string, taken: ReadonlyMap<string, unknown>): string =>
  taken.has(name) ? freeName(`${name}-measured`, taken) : name

/** What a person can do with measures; a change of the view is marked as a place that Back returns to. */
export function metricActions(keeper: MetricRunner, mark: () => void) {
  return {
    runMetric: (measure) => {
      mark()
      keeper.add(measure)
    },
    removeMetric: (metric) => {
      mark()
      keeper.remove(metric)
    },
    stopMetrics: () => keeper.stop(),
  } satisfies Partial<App>
}
