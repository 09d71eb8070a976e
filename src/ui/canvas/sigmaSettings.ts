import { curveProgram } from './edgeProgram'
import type { Frame } from './shaderParameters'
import { noEdges, noNodes } from './emptyProgram'
import { shapeProgram } from './nodeProgram'

/** What sigma is told once: it draws no labels, leaves sizes alone, and turns nothing. */
export const settings = {
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
export const noPrograms = {
  nodeProgramClasses: { circle: noNodes, shape: noNodes },
  nodeHoverProgramClasses: { circle: noNodes, shape: noNodes },
  edgeProgramClasses: { arrow: noEdges, line: noEdges, curve: noEdges },
}

/** Our programs. Each is a setting, so that they can be compiled one after the other. */
export const programs = (frame: Frame) => ({
  nodeProgramClasses: { ...noPrograms.nodeProgramClasses, shape: shapeProgram(frame) },
  edgeProgramClasses: { ...noPrograms.edgeProgramClasses, curve: curveProgram(frame) },
})
