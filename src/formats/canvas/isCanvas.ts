import type { InputFile } from '../io/inputFile'

/** What only JSON Canvas has: the end of an edge, or a node with a kind of card and a size. */
const canvasEnd = /"(fromNode|toNode)"\s*:\s*"/
const canvasCard = /\{[^{}]*"type"\s*:\s*"(text|file|link|group)"[^{}]*\}/

/** Whether a file is a JSON Canvas: its cards have places and sizes. */
export function isCanvas({ head }: InputFile): boolean {
  if (!/^\ufeff?\s*\{/.test(head) || !/"(nodes|edges)"\s*:\s*\[/.test(head)) return false
  const card = canvasCard.exec(head)?.[0] ?? ''
  return ['x', 'y', 'width', 'height'].every((name) => card.includes(`"${name}"`)) || canvasEnd.test(head)
}
