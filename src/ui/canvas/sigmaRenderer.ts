import type Sigma from 'sigma'
import { edgeBends } from '../../drawing/edgeStyles'
import type { Graph } from '../../model/graph'
import type { CanvasScene } from '../../scene/canvas/canvasScene'
import { standing } from '../../scene/canvas/emphasis'
import type { Drawing, Paint, Sight } from './graphRenderer'
import { Mirror } from './sigmaGraph'

/** Room around the frame, in CSS pixels, in which nodes still count as seen. */
const margin = 20

/** Draws a small graph: sigma has all of it. */
export class Rich implements Drawing {
  #mirror: Mirror
  #bends: Float32Array
  #scene: CanvasScene | undefined

  constructor(
    readonly sigma: Sigma,
    graph: Graph,
  ) {
    this.#mirror = new Mirror(graph)
    this.#bends = edgeBends(graph)
  }

  follow(graph: Graph): void {
    this.#mirror = new Mirror(graph)
    this.#bends = edgeBends(graph)
  }

  place(places: Float32Array): void {
    this.#mirror.place(places)
  }

  placeOne(row: number, places: Float32Array): void {
    this.#mirror.placeOne(row, places[2 * row]!, places[2 * row + 1]!)
  }

  paint({ graph, scene, palette }: Paint): void {
    this.#scene = scene
    this.#mirror.paint(graph, scene, palette)
    if (this.sigma.getGraph() === this.#mirror.drawn) this.sigma.refresh()
    else this.sigma.setGraph(this.#mirror.drawn)
  }

  render(): void {}

  labelled({ at, size }: Sight): readonly number[] {
    const rows: number[] = []
    this.#scene?.nodes.forEach((stands, row) => {
      if (stands === standing.hidden) return
      const { x, y } = at(row)
      if (x > -margin && y > -margin && x < size.width + margin && y < size.height + margin) rows.push(row)
    })
    return rows
  }

  readonly stands = (row: number): number => this.#scene!.nodes[row]!
  readonly bend = (row: number): number => this.#bends[row]!
}
