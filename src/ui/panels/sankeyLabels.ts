import { estimateTextWidth } from '../../drawing/measureText'
import { wrapText } from '../../drawing/wrapText'
import type { Formatter } from '../../messages/formatter'
import type { MoneyFlowLink } from '../../scene/money/flowLinks'
import type { MoneyFlowNode } from '../../scene/money/moneyFlow'

export const sankeyTextSize = 12
export const sankeyLineHeight = 15
/** Maximum width of a line of a name: of a node in an outer column, and of one between them. */
const maxLineWidth = { outer: 175, inner: 105 }
const maxNameLines = 3

/** The lines of a label. The last one ends with the amount that the node receives, unless its name has it already. */
export interface SankeyLabelText {
  readonly lines: readonly string[]
  readonly amount: string | undefined
}

const lineWidth = (text: string): number => estimateTextWidth(text, sankeyTextSize, 400)

export const labelWidth = ({ lines }: SankeyLabelText): number => Math.max(...lines.map(lineWidth))

/** The label of each node by its id; without an amount if no statement says how much it receives. */
export function sankeyLabelTexts(
  nodes: readonly MoneyFlowNode[],
  links: readonly MoneyFlowLink[],
  format: Formatter,
): ReadonlyMap<string, SankeyLabelText> {
  const [starts, ends] = [new Set(links.map(({ from }) => from)), new Set(links.map(({ to }) => to))]
  return new Map(
    nodes.map(({ id, label }) => {
      const received = links.flatMap(({ to, amount, amountText }) =>
        to === id && amount !== undefined ? [amountText] : [],
      )
      const all = format.list([...new Set(received)])
      const amount = received.length === 0 || label.includes(all) ? undefined : all
      const width = starts.has(id) && ends.has(id) ? maxLineWidth.inner : maxLineWidth.outer
      return [id, { lines: linesOf(label, amount, width), amount }]
    }),
  )
}

/** The name in lines, and the amount in one piece after it: in the last line if it fits. */
function linesOf(name: string, amount: string | undefined, width: number): readonly string[] {
  const nameLines = wrapName(name, width)
  if (amount === undefined) return nameLines
  const withAmount = `${nameLines.at(-1)} ${amount}`
  return lineWidth(withAmount) <= width ? [...nameLines.slice(0, -1), withAmount] : [...nameLines, amount]
}

/** Breaks at spaces; a Japanese name, which has none, between its words. */
function wrapName(name: string, width: number): readonly string[] {
  if (/\s/.test(name) || !/[\u3040-\u30ff\u3400-\u9fff]/.test(name))
    return wrapText(name, width, maxNameLines, lineWidth)
  const lines: string[] = []
  for (const { segment } of new Intl.Segmenter('ja', { granularity: 'word' }).segment(name)) {
    const line = lines.at(-1)
    const fits = line !== undefined && lineWidth(line + segment) <= width
    if (line !== undefined && (fits || lines.length === maxNameLines || /^[\p{P}ー]/u.test(segment)))
      lines[lines.length - 1] = line + segment
    else lines.push(segment)
  }
  return lines
}
