import type Sigma from 'sigma'
import type { App } from '../../app/app'
import type { Graph } from '../../model/graph'
import type { GraphRenderer } from './graphRenderer'
import type { ShaderParameters } from './shaderParameters'

/** The parts of a view that determine how nodes and edges are painted. */
export const paintedParts = [
  'filter',
  'selection',
  'filteredOut',
  'lineEncoding',
  'colour',
  'size',
  'detail',
  'panel',
] as const

/** What a stage is made of. */
export interface StageParts {
  readonly element: HTMLElement
  readonly app: App
  readonly graph: Graph
  readonly sigma: Sigma
  readonly parameters: ShaderParameters
  readonly renderer: GraphRenderer
}
