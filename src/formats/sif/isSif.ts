import type { InputFile } from '../io/inputFile'
import { sifCells } from './sifCells'

/** Interaction types that Cytoscape and Pathway Commons write, by which a file without the extension is known. */
const interactions =
  /^(pp|pd|pr|rc|cr|gl|pm|mp|interacts with|(controls|consumption|catalysis|chemical)-[a-z-]+|in-complex-with|interacts-with|neighbor-of|reacts-with|used-to-produce)$/

/**
 * Whether a file is in the Simple Interaction Format of Cytoscape: each line is a node, or a node, an interaction and one
 * or more nodes. As any table of three columns could be that, either the extension says so or every interaction is a known one.
 */
export function isSif({ name, head, bytes }: InputFile): boolean {
  const lines = head
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
  if (bytes.length > head.length) lines.pop()
  const rows = lines.map((line) => sifCells(line, head.includes('\t')))
  const edges = rows.filter(({ length }) => length > 2)
  if (/^[<{[]/.test(lines[0] ?? '<') || lines[0]!.startsWith('PARTICIPANT_A')) return false
  if (/\.sif$/i.test(name)) return edges.length > 0 && rows.every(({ length }) => length !== 2)
  return (
    edges.length > 1 && rows.every(({ length }) => length !== 2) && edges.every(([, word]) => interactions.test(word!))
  )
}
