import { parseFilter } from '../analysis/filter/filterSyntax'
import { readMeasure, withMeasure, withoutMetric, type Measure } from '../analysis/metrics/metricRequest'
import type { Measured as Found } from '../analysis/metrics/metric'
import type { Progress } from '../analysis/metrics/network'
import { countedOf, networkOf } from '../analysis/networkOfGraph'
import type { MetricRun } from '../jobs/metricJob'
import type { Column } from '../model/columns'
import type { Graph } from '../model/graph'
import { withoutColumns, type Measured } from '../scene/metricResults'
import type { Workspace } from '../scene/view/view'
import type { App } from './app'
import { look, type MomentStore, type WorkspaceStore } from './store'
import { start, type MakeWorker, type Running } from './startJob'

/**
 * Keeps the graph's measured columns in step with what the view wants measured: asks a worker for one measure after the
 * other and lays the results beside the columns that the graph came with. The one owner of a measure's worker.
 */
export class MeasureKeeper {
  #running: Running | undefined
  /** Results by what they follow from, all of the same ground. */
  readonly #known = new Map<string, Found>()
  /** The graph as it came, and with what was measured of it. */
  #ground: Graph
  #made: Graph
  #wanted: readonly string[] = []
  #names: ReadonlySet<string> = new Set()

  constructor(
    readonly workspace: WorkspaceStore,
    readonly moment: MomentStore,
    readonly makeWorker: MakeWorker,
  ) {
    this.#ground = this.#made = workspace.getState().graph
    workspace.subscribe((now) => this.#follow(now))
    this.#follow(workspace.getState())
  }

  add(measure: Measure): void {
    look(this.workspace, (view) => ({ ...view, measures: withMeasure(view.measures, measure) }))
  }

  /** Takes a metric's columns away, with what colours, sizes and filters by them. */
  remove(metric: string): void {
    const columns = this.moment.getState().measured?.find(({ measure }) => measure.metric === metric)?.columns ?? []
    const names = columns.map(({ name }) => `@${name}`)
    look(this.workspace, (view) => withoutColumns({ ...view, measures: withoutMetric(view.measures, metric) }, names))
  }

  /** Ends what is being measured, and forgets what waits. */
  stop(): void {
    this.#end()
    const done = (_: string, at: number) => this.#known.has(keyOf(this.#wanted, at))
    look(this.workspace, (view) => ({ ...view, measures: view.measures.filter(done) }))
  }

  #follow({ graph, view }: Workspace): void {
    const same = graph === this.#made
    if (same && view.measures === this.#wanted) return
    this.#end()
    if (!same) {
      this.#ground = this.#bare(graph)
      this.#made = graph
      this.#known.clear()
    }
    this.#wanted = view.measures
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
    const measured = this.#wanted.flatMap((text, at): Measured[] => {
      const known = this.#known.get(keyOf(this.#wanted, at))
      const measure = readMeasure(text)
      if (!known || !measure) return []
      const columns = known.columns.map((each) => ({ ...each, name: freeName(each.name, attributes) }))
      return [{ measure, columns, figures: known.figures }]
    })
    const columns = measured.flatMap((each) => each.columns)
    const names = new Set(columns.map(({ name }) => name))
    this.moment.setState({ measured })
    if (names.size === 0 && this.#names.size === 0) return
    this.#names = names
    const all = new Map([...attributes, ...columns.map(({ name, column }): [string, Column] => [name, column])])
    this.#made = { ...this.#ground, nodes: { ...this.#ground.nodes, attributes: all } }
    this.workspace.setState({ graph: this.#made })
  }

  #next(): void {
    const at = this.#wanted.findIndex((_, each) => !this.#known.has(keyOf(this.#wanted, each)))
    const text = this.#wanted[at]
    const measure = readMeasure(text ?? '')
    if (text === undefined || !measure) return
    const key = keyOf(this.#wanted, at)
    this.moment.setState({ measuring: { metric: measure.metric, done: 0 } })
    this.#running = start<Progress, Found>(
      this.makeWorker,
      { job: 'metric', input: this.#run(measure) },
      {
        progress: ({ done }) => this.moment.setState({ measuring: { metric: measure.metric, done } }),
        result: (measured) => {
          this.#end()
          this.#known.set(key, measured)
          this.#show()
          this.#next()
        },
        fault: ({ what }) => {
          this.#end()
          const remedy = 'Measure it again, or only a part of the graph.'
          this.moment.setState({ notice: { title: 'Nothing was measured', what, remedy } })
          look(this.workspace, (view) => ({ ...view, measures: view.measures.filter((each) => each !== text) }))
        },
      },
    )
  }

  #run({ metric, settings, within }: Measure): MetricRun {
    const parsed = parseFilter(within ?? '')
    const counted = countedOf(this.#made, 'filter' in parsed ? parsed.filter : [])
    return { metric, settings, network: networkOf(this.#ground), counted }
  }

  #end(): void {
    this.#running?.cancel()
    this.#running = undefined
    if (this.moment.getState().measuring) this.moment.setState({ measuring: undefined })
  }
}

/** What a result follows from: the measure itself, and those before it where its part of the graph is chosen by a column. */
const keyOf = (wanted: readonly string[], at: number): string => {
  const measure = readMeasure(wanted[at]!)
  return measure?.within?.includes('@') ? wanted.slice(0, at + 1).join('\n') : wanted[at]!
}

/** A column that the file brought under the same name stays what it is. */
const freeName = (name: string, taken: ReadonlyMap<string, unknown>): string =>
  taken.has(name) ? freeName(`${name}-measured`, taken) : name

/** What a person can do with measures; a change of the view is marked as a place that Back returns to. */
export function measureActions(keeper: MeasureKeeper, mark: () => void) {
  return {
    measure: (measure) => {
      mark()
      keeper.add(measure)
    },
    unmeasure: (metric) => {
      mark()
      keeper.remove(metric)
    },
    stopMeasuring: () => keeper.stop(),
  } satisfies Partial<App>
}
