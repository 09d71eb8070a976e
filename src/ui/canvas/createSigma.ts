import { MultiDirectedGraph } from 'graphology'
import Sigma from 'sigma'
import { sigmaBoundingBox } from './camera'
import { placeholderPrograms, sigmaSettings } from './sigmaSettings'

/** What sigma calls on the context of a layer that is never drawn. */
const emptyContext = {
  COLOR_BUFFER_BIT: WebGL2RenderingContext.COLOR_BUFFER_BIT,
  clear: () => undefined,
  viewport: () => undefined,
  getExtension: () => null,
  clearRect: () => undefined,
  scale: () => undefined,
}

const unusedLayers: ReadonlySet<string> = new Set(['hoverNodes', 'hovers', 'edgeLabels'])

type WebGLOptions = Parameters<Sigma['createWebGLContext']>[1]
type CanvasOptions = Parameters<Sigma['createCanvasContext']>[1]

/**
 * sigma without what is not used here: the layers for hovered nodes and for edge labels, and the picking buffer if sigma does
 * not have to find edges. Each takes memory for a whole frame and time to compose whenever the picture changes.
 */
class LeanSigma extends Sigma {
  override createWebGLContext(id: string, options: WebGLOptions = {}): WebGLRenderingContext {
    if (!unusedLayers.has(id)) {
      const picking = options.picking === true && this.getSetting('enableEdgeEvents')
      return super.createWebGLContext(id, { ...options, picking })
    }
    this.createCanvas(id).hidden = true
    const contexts: Record<string, unknown> = this['webGLContexts']
    contexts[id] = emptyContext
    return emptyContext as unknown as WebGLRenderingContext
  }

  override createCanvasContext(id: string, options?: CanvasOptions): this {
    if (!unusedLayers.has(id)) return super.createCanvasContext(id, options)
    this.createCanvas(id).hidden = true
    const contexts: Record<string, unknown> = this['canvasContexts']
    contexts[id] = emptyContext
    return this
  }
}

/**
 * Creates sigma with our settings, in a container of its own within the element: a sigma that is killed empties its container,
 * and the element holds the guides as well. The container goes with sigma. It has no graph at first, because it draws as soon as it exists, and would do
 * so before the camera is set.
 */
export function createSigma(element: HTMLElement, settings: ConstructorParameters<typeof Sigma>[2]): Sigma {
  const container = document.createElement('div')
  Object.assign(container.style, { position: 'absolute', inset: '0' })
  element.append(container)
  const sigma = new LeanSigma(new MultiDirectedGraph(), container, {
    ...sigmaSettings,
    ...placeholderPrograms,
    ...settings,
  })
  sigma.on('kill', () => container.remove())
  sigma.setCustomBBox(sigmaBoundingBox)
  return sigma
}
