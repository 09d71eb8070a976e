/** The cells of a line: separated by tabs if the file has any, and by spaces otherwise. */
export const sifCells = (line: string, hasTabs: boolean): string[] =>
  line
    .split(hasTabs ? '\t' : /\s+/)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
