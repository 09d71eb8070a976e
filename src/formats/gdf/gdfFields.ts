/** A column that a GDF file declares. */
export interface GdfField {
  readonly name: string
  readonly kind: 'text' | 'number'
  /** The value of empty cells. */
  readonly preset: string | undefined
}

/** A cell in quotation marks of either kind, where a sign may be doubled or follow a backslash; or up to the next comma. */
const gdfCell = /\s*(?:"((?:[^"\\]|\\.|"")*)"|'((?:[^'\\]|\\.|'')*)'|([^,]*?))\s*(?:,|$)/gy

/** The cells of a line, separated by commas. */
export function gdfCells(line: string): string[] {
  const cells: string[] = []
  for (const [whole, double, single, bare] of line.matchAll(gdfCell)) {
    const quoted = double?.replaceAll('""', '"') ?? single?.replaceAll("''", "'")
    cells.push(quoted?.replace(/\\(["'\\])/g, '$1') ?? bare ?? '')
    if (!whole.endsWith(',')) break
  }
  return cells
}

const numeric = /^(tinyint|smallint|int|integer|bigint|long|float|double|real|numeric|decimal)\b/i

/** The columns that a line "nodedef>name VARCHAR, …" declares. */
export const gdfFieldsOf = (declaration: string): GdfField[] =>
  declaration.split(/,(?![^(]*\))/).map((text) => {
    const [, name = '', type = ''] = /^\s*["']?([^\s"']+)["']?\s*(.*?)\s*$/s.exec(text) ?? []
    const preset = /\bdefault\s+(?:'([^']*)'|"([^"]*)"|(\S+))/i.exec(type)
    return {
      name,
      kind: numeric.test(type) ? 'number' : 'text',
      preset: preset?.[1] ?? preset?.[2] ?? preset?.[3],
    }
  })
