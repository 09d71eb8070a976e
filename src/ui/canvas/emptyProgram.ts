import type { EdgeProgramType, NodeProgramType } from 'sigma/rendering'

/** A program that draws nothing, since sigma would compile the shaders of its default programs, which are not used here. */
class EmptyProgram {
  readonly drawLabel = undefined
  readonly drawHover = undefined
  process(): void {}
  reallocate(): void {}
  render(): void {}
  kill(): void {}
}

/** Replaces sigma's own programs for nodes and for hovered nodes. */
export const emptyNodeProgram: NodeProgramType = EmptyProgram
/** Replaces sigma's own programs for edges. */
export const emptyEdgeProgram: EdgeProgramType = EmptyProgram
