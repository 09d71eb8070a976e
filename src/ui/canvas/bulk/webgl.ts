/** Texels in each line of a texture that holds a column. */
const texelsPerLine = 2048

type Values = Uint8Array | Uint32Array | Float32Array

/** The format of a column: WebGL's name for it, and the number of values per row. */
export interface TextureFormat {
  readonly internalFormat: 'R8UI' | 'R32UI' | 'RG32UI' | 'R32F' | 'RG32F'
  readonly valuesPerRow: 1 | 2
}

const formats = {
  R8UI: ['RED_INTEGER', 'UNSIGNED_BYTE'],
  R32UI: ['RED_INTEGER', 'UNSIGNED_INT'],
  RG32UI: ['RG_INTEGER', 'UNSIGNED_INT'],
  R32F: ['RED', 'FLOAT'],
  RG32F: ['RG', 'FLOAT'],
} as const

/**
 * A column as a texture that shaders read by row: row i is the texel (i mod 2048, i div 2048). Writing a column uploads only the
 * lines that differ from the previous one, so that one changed row is one small upload.
 */
export class ColumnTexture {
  readonly texture: WebGLTexture
  #lineCount = 0
  #values: Values = new Uint8Array(0)

  constructor(
    readonly gl: WebGL2RenderingContext,
    readonly format: TextureFormat,
  ) {
    this.texture = gl.createTexture()
    gl.bindTexture(gl.TEXTURE_2D, this.texture)
    for (const name of ['TEXTURE_MIN_FILTER', 'TEXTURE_MAG_FILTER'] as const)
      gl.texParameteri(gl.TEXTURE_2D, gl[name], gl.NEAREST)
  }

  /** Writes a column. Its values must not change afterwards, since the next ones are compared with them. */
  write(values: Values): void {
    if (values === this.#values) return
    const { gl, format: layout } = this
    gl.bindTexture(gl.TEXTURE_2D, this.texture)
    const perLine = texelsPerLine * layout.valuesPerRow
    const lines = Math.max(1, Math.ceil(values.length / perLine))
    const needsMemory = lines > this.#lineCount
    if (needsMemory) {
      const [format, type] = formats[layout.internalFormat]
      this.#lineCount = lines
      gl.texImage2D(gl.TEXTURE_2D, 0, gl[layout.internalFormat], texelsPerLine, lines, 0, gl[format], gl[type], null)
    }
    const [from, to] = needsMemory ? [0, values.length] : changedRange(this.#values, values)
    if (to > from) this.#upload(values, Math.floor(from / perLine), Math.ceil(to / perLine))
    this.#values = values
  }

  #upload(values: Values, first: number, end: number): void {
    const { gl, format: layout } = this
    const perLine = texelsPerLine * layout.valuesPerRow
    const [format, type] = formats[layout.internalFormat]
    const whole = Math.max(first, Math.min(end, Math.floor(values.length / perLine)))
    const put = (line: number, width: number, lines: number) => {
      const part = values.subarray(line * perLine, line * perLine + width * layout.valuesPerRow * lines)
      gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, line, width, lines, gl[format], gl[type], part)
    }
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1)
    if (whole > first) put(first, texelsPerLine, whole - first)
    const rest = (values.length - whole * perLine) / layout.valuesPerRow
    if (end > whole && rest > 0) put(whole, rest, 1)
  }
}

/** The range of indexes in which two columns may differ, its end excluded; values that only the second has differ. */
export function changedRange(before: Values, now: Values): readonly [number, number] {
  const each = 4 / now.BYTES_PER_ELEMENT
  const [old, own] = [asWords(before), asWords(now)]
  if (!old || !own || before.BYTES_PER_ELEMENT !== now.BYTES_PER_ELEMENT) return [0, now.length]
  const shared = Math.min(old.length, own.length)
  let from = 0
  while (from < shared && old[from] === own[from]) from++
  if (before.length !== now.length) return [from * each, now.length]
  let to = shared
  while (to > from && old[to - 1] === own[to - 1]) to--
  const end = to === shared ? now.length : to * each
  return from === shared && end === shared * each ? [end, end] : [from * each, end]
}

/** A column as words of four bytes, so that all kinds are compared in the same way; the last few bytes may be left over. */
const asWords = ({ buffer, byteOffset, byteLength }: Values): Uint32Array | undefined =>
  byteOffset % 4 === 0 ? new Uint32Array(buffer, byteOffset, byteLength >> 2) : undefined

/** A program and the locations of its uniforms. Setting a uniform that the program does not have has no effect. */
export interface GlProgram {
  readonly program: WebGLProgram
  readonly uniformLocation: (uniform: string) => WebGLUniformLocation | null
}

export function createGlProgram(gl: WebGL2RenderingContext, vertex: string, fragment: string): GlProgram {
  const program = gl.createProgram()
  for (const [kind, source] of [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(kind)!
    gl.shaderSource(shader, source)
    gl.compileShader(shader)
    gl.attachShader(program, shader)
  }
  gl.linkProgram(program)
  const locations = new Map<string, WebGLUniformLocation | null>()
  const uniformLocation = (name: string) => {
    if (!locations.has(name)) locations.set(name, gl.getUniformLocation(program, name))
    return locations.get(name)!
  }
  return { program, uniformLocation }
}
