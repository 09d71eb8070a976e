import type { EdgeProgramType, NodeProgramType } from 'sigma/rendering'

/** Draws nothing. sigma compiles the shaders of each program that it is given, and has defaults that are never used here. */
class NoProgram {
  readonly drawLabel = undefined
  readonly drawHover = undefined
  process(): void {}
  reallocate(): void {}
  render(): void {}
  kill(): void {}
}

/** Takes the place of sigma's own programs for nodes, and of those that draw a node again under the pointer. */
export const emptyNodeProgram: NodeProgramType = NoProgram
/** Takes the place of sigma's own programs for edges. */
export const emptyEdgeProgram: EdgeProgramType = NoProgram
