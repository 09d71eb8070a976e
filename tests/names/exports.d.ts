export interface ExportedName {
  readonly path: string
  readonly name: string
}
export function exportedNames(): ExportedName[]
export function namesIn(path: string, text: string): ExportedName[]
