import { createEdgeProgram } from './edgeProgram'
import type { ShaderParameters } from './shaderParameters'
import { emptyEdgeProgram, emptyNodeProgram } from './emptyProgram'
import { createNodeProgram } from './nodeProgram'

/** Settings that never change: sigma draws no labels, does not scale sizes, and does not rotate. */
export const sigmaSettings = {
  renderLabels: false,
  renderEdgeLabels: false,
  // sigma would draw a white disc over the hovered node; rings and labels are drawn by the annotation layer.
  defaultDrawNodeHover: () => undefined,
  enableEdgeEvents: true,
  enableCameraRotation: false,
  allowInvalidContainer: true,
  zIndex: true,
  stagePadding: 0,
  // A press that goes beyond a tremble is a drag; see PressTracker. sigma would count events.
  draggedEventsTolerance: Infinity,
  tapMoveTolerance: 1e6,
  zoomToSizeRatioFunction: () => 1,
  defaultNodeType: 'shape',
  defaultEdgeType: 'curve',
  doubleClickZoomingRatio: 1,
}

/** Empty programs instead of sigma's own, and of ours until they are compiled. */
export const placeholderPrograms = {
  nodeProgramClasses: { circle: emptyNodeProgram, shape: emptyNodeProgram },
  nodeHoverProgramClasses: { circle: emptyNodeProgram, shape: emptyNodeProgram },
  edgeProgramClasses: { arrow: emptyEdgeProgram, line: emptyEdgeProgram, curve: emptyEdgeProgram },
}

/** Our programs. Each is a setting of its own, so that they can be compiled one after the other. */
export const createSigmaPrograms = (parameters: ShaderParameters) => ({
  nodeProgramClasses: { ...placeholderPrograms.nodeProgramClasses, shape: createNodeProgram(parameters) },
  edgeProgramClasses: { ...placeholderPrograms.edgeProgramClasses, curve: createEdgeProgram(parameters) },
})
