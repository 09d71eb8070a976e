import { createEdgeProgram } from './edgeProgram'
import type { ShaderParameters } from './shaderParameters'
import { emptyEdgeProgram, emptyNodeProgram } from './emptyProgram'
import { createNodeProgram } from './nodeProgram'

/** What sigma is told once: it draws no labels, leaves sizes alone, and turns nothing. */
export const sigmaSettings = {
  renderLabels: false,
  renderEdgeLabels: false,
  // sigma would draw a white disc over the node under the pointer; rings and labels are drawn by the layer above.
  defaultDrawNodeHover: () => undefined,
  enableEdgeEvents: true,
  enableCameraRotation: false,
  allowInvalidContainer: true,
  zIndex: true,
  stagePadding: 0,
  minCameraRatio: 0.0005,
  maxCameraRatio: 3,
  zoomToSizeRatioFunction: () => 1,
  defaultNodeType: 'shape',
  defaultEdgeType: 'curve',
  doubleClickZoomingRatio: 1,
}

/** Nothing in the place of sigma's own programs, and of ours until they are compiled. */
export const placeholderPrograms = {
  nodeProgramClasses: { circle: emptyNodeProgram, shape: emptyNodeProgram },
  nodeHoverProgramClasses: { circle: emptyNodeProgram, shape: emptyNodeProgram },
  edgeProgramClasses: { arrow: emptyEdgeProgram, line: emptyEdgeProgram, curve: emptyEdgeProgram },
}

/** Our programs. Each is a setting, so that they can be compiled one after the other. */
export const sigmaPrograms = (frame: ShaderParameters) => ({
  nodeProgramClasses: { ...placeholderPrograms.nodeProgramClasses, shape: createNodeProgram(frame) },
  edgeProgramClasses: { ...placeholderPrograms.edgeProgramClasses, curve: createEdgeProgram(frame) },
})
