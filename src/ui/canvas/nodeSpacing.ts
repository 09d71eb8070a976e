import { updateSpacingParameters, type ShaderParameters } from './shaderParameters'

/** Measures the spacing of nodes again if positions, shown nodes or sizes have changed. */
export class NodeSpacing {
  #inputs: readonly unknown[] = []

  constructor(readonly parameters: ShaderParameters) {}

  update(positions: Float32Array, mask: Uint8Array, radius: Float32Array): void {
    const inputs = [positions, mask, radius] as const
    if (inputs.every((each, index) => each === this.#inputs[index])) return
    this.#inputs = inputs
    updateSpacingParameters(this.parameters, ...inputs)
  }
}
