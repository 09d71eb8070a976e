import { MultiDirectedGraph } from 'graphology'
import Sigma from 'sigma'
import { sigmaBoundingBox } from './camera'
import { placeholderPrograms, sigmaSettings } from './sigmaSettings'

/** What sigma asks of a context in which nothing is ever drawn. */
const nothing = {
  COLOR_BUFFER_BIT: WebGL2RenderingContext.COLOR_BUFFER_BIT,
  clear: () => undefined,
  viewport: () => undefined,
  getExtension: () => null,
  clearRect: () => undefined,
  scale: () => undefined,
}

const unused: ReadonlySet<string> = new Set(['hoverNodes', 'hovers', 'edgeLabels'])

type WebGLOptions = Parameters<Sigma['createWebGLContext']>[1]
type CanvasOptions = Parameters<Sigma['createCanvasContext']>[1]

/**
 * sigma without what is never used here: the layers in which it would draw a node again under the pointer and the labels
 * of edges, and, where it is not to find edges, the buffer in which it looks for nodes. Each is memory for a whole frame
 * and something more to put together whenever the picture changes.
 */
class LeanSigma extends Sigma {
  override createWebGLContext(id: string, options: WebGLOptions = {}): WebGLRenderingContext {
    if (!unused.has(id)) {
      const picking = options.picking === true && this.getSetting('enableEdgeEvents')
      return super.createWebGLContext(id, { ...options, picking })
    }
    this.createCanvas(id).hidden = true
    const contexts: Record<string, unknown> = this['webGLContexts']
    contexts[id] = nothing
    return nothing as unknown as WebGLRenderingContext
  }

  override createCanvasContext(id: string, options?: CanvasOptions): this {
    if (!unused.has(id)) return super.createCanvasContext(id, options)
    this.createCanvas(id).hidden = true
    const contexts: Record<string, unknown> = this['canvasContexts']
    contexts[id] = nothing
    return this
  }
}

/**
 * sigma in an element, as it is used here. Without a graph at first: it draws as soon as it stands, and would do so with a
 * camera that is not yet ours.
 */
export function createSigma(element: HTMLElement, own: ConstructorParameters<typeof Sigma>[2]): Sigma {
  const sigma = new LeanSigma(new MultiDirectedGraph(), element, { ...sigmaSettings, ...placeholderPrograms, ...own })
  sigma.setCustomBBox(sigmaBoundingBox)
  return sigma
}
