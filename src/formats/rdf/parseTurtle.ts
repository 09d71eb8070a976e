import { DataFactory, Parser, type Quad } from 'n3'
import { message, type Message } from '../../messages/message'
import type { GraphCollector } from '../collect/graphCollector'
import { FileFault, textPositionAt } from '../io/fileFault'
import type { InputFile } from '../io/inputFile'
import { kizunaNamespaces } from './rdfNamespaces'

/**
 * A parser for the triples of a file. Its blank nodes have the same ids each time the file is read, and others than those of
 * files that are already in the collector.
 */
export function quadParser(
  { nodeCount, edgeCount }: GraphCollector,
  options: { baseIRI?: string; format?: string },
): Parser {
  const offset = nodeCount + edgeCount
  let count = 0
  const blankNode = (name?: string) => DataFactory.blankNode(name ?? `n${offset}-${++count}`)
  return new Parser({ ...options, blankNodePrefix: `b${offset}_`, factory: { ...DataFactory, blankNode } })
}

/** Parses Turtle, TriG, N-Triples or N-Quads. Throws a FileFault with the line of the first syntax error. */
export function parseTurtle(file: InputFile, collector: GraphCollector): Quad[] {
  try {
    return quadParser(collector, { baseIRI: kizunaNamespaces.n }).parse(file.text)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const line = Number(/line (\d+)/.exec(error.message)?.[1] ?? 0)
    const detail = error.message.replace(/ on line \d+\.?$/, '')
    const offset =
      line > 0
        ? file.text
            .split('\n')
            .slice(0, line - 1)
            .join('\n').length + (line > 1 ? 1 : 0)
        : 0
    throw new FileFault(
      file.name,
      syntaxErrorMessage(detail),
      message('readFaults', 'exportAgain'),
      textPositionAt(file.text, offset),
    )
  }
}

/** A syntax error of n3 as a message; errors that are rarely seen keep the text of n3 as their detail. */
function syntaxErrorMessage(detail: string): Message {
  if (/end of (file|input|stream)|eof/i.test(detail)) return message('readFaults', 'endsTooEarly')
  const [, text] = /^Unexpected "(.*)"$/.exec(detail) ?? []
  if (text !== undefined) return message('formats', 'turtleUnexpected', { text })
  const [, prefix] = /^Undefined prefix "(.*?):?"$/.exec(detail) ?? []
  if (prefix !== undefined) return message('formats', 'turtleUndefinedPrefix', { prefix })
  return message('formats', 'turtleInvalid', { detail })
}
