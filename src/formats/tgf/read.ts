import { message } from '../../messages/message'
import type { GraphCollector } from '../collect/graphCollector'
import type { InputFile } from '../io/inputFile'
import { linesOf, type TextLine } from '../io/lineReader'

/** Parts of a line: a word, perhaps a second one, and the text behind each. */
const nodeLine = /^\s*(\S+)\s*(.*?)\s*$/s
const edgeLine = /^\s*(\S+)\s+(\S+)\s*(.*?)\s*$/s

/**
 * Reads the Trivial Graph Format (yEd, "Trivial Graph Format"): lines of nodes ("id label"), a line "#", and lines of
 * directed edges ("source target label").
 */
export function collectTgf(file: InputFile, collector: GraphCollector): void {
  let collectLine = collectNode
  for (const line of linesOf(file))
    if (line.text.trim() === '#') collectLine = collectEdge
    else collectLine(collector, line)
}

function collectNode(collector: GraphCollector, { text }: TextLine): void {
  const [, id, label] = nodeLine.exec(text)!
  const row = collector.addNode(collector.codeOfId(id!))
  if (label) collector.setLabel(row, label)
}

function collectEdge(collector: GraphCollector, line: TextLine): void {
  const [, source, target, label] = edgeLine.exec(line.text) ?? []
  if (source === undefined || target === undefined)
    throw line.fault(message('formats', 'tgfTwoNodes'), undefined, line.text.trimEnd().length + 1)
  const row = collector.addEdge(collector.codeOfId(source), collector.codeOfId(target), 'directed')
  if (label) collector.edgeLabels.setText(row, label)
}
