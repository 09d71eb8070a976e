import { MultiDirectedGraph } from 'graphology'
import Sigma from 'sigma'
import { square } from './camera'
import { noPrograms, settings } from './settings'

type Contexts = Record<string, Partial<WebGL2RenderingContext>>

/** What sigma asks of a context in which nothing is ever drawn. */
const nothing: Partial<WebGL2RenderingContext> = {
  COLOR_BUFFER_BIT: WebGL2RenderingContext.COLOR_BUFFER_BIT,
  clear: () => undefined,
  viewport: () => undefined,
  getExtension: () => null,
}

/**
 * sigma without what is never used here: the context above all others, in which it would draw a node again under the
 * pointer, and, where it is not to find edges, the buffer in which it looks for nodes. Each is memory for a whole frame,
 * and waits for the graphics card.
 */
class LeanSigma extends Sigma {
  override createWebGLContext(
    id: string,
    options: Parameters<Sigma['createWebGLContext']>[1] = {},
  ): WebGLRenderingContext {
    if (id !== 'hoverNodes') {
      const picking = options.picking === true && this.getSetting('enableEdgeEvents')
      return super.createWebGLContext(id, { ...options, picking })
    }
    this.createCanvas(id).hidden = true
    const contexts = this['webGLContexts'] as Contexts
    contexts[id] = nothing
    return nothing as WebGLRenderingContext
  }
}

/**
 * sigma in an element, as it is used here. Without a graph at first: it draws as soon as it stands, and would do so with a
 * camera that is not yet ours.
 */
export function sigmaIn(element: HTMLElement, own: ConstructorParameters<typeof Sigma>[2]): Sigma {
  const sigma = new LeanSigma(new MultiDirectedGraph(), element, { ...settings, ...noPrograms, ...own })
  sigma.setCustomBBox(square)
  return sigma
}
