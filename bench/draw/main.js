import { ours } from './ours.js'
import { peer } from './peer.js'

// Without a graphics card what is drawn is drawn by the processor, in another process that the page then waits for. That
// says nothing about the page, so both sides leave out the calls that draw; they still upload all that they would draw.
for (const Context of [WebGLRenderingContext, WebGL2RenderingContext])
  for (const name of ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced'])
    if (name in Context.prototype) Context.prototype[name] = () => undefined

/** What bench/draw.js asks the page for. */
Object.assign(window, { ours, peer })
