import { describe, expect, it } from 'vitest'
import { FileFault } from '../../src/formats/io/fileFault'
import { InputFile } from '../../src/formats/io/inputFile'
import { linesOf } from '../../src/formats/io/lineReader'
import { message } from '../../src/messages/message'
import { inEnglish } from '../text'
import { readGraph } from './readAndWrite'

const file = (text: string, name = 'x.tgf') => new InputFile(name, new TextEncoder().encode(text))
const faultOf = async (text: string, name = 'x.tgf'): Promise<FileFault> => {
  const fault: unknown = await readGraph(file(text).bytes, name).catch((error: unknown) => error)
  expect(fault).toBeInstanceOf(FileFault)
  return fault as FileFault
}

describe('the lines of a file', () => {
  it.each(['\n', '\r\n', '\r'])('end in %j, have numbers from 1, and are not blank', (end) => {
    const lines = [...linesOf(file(`\ufeffone${end}${end} ${end} two ${end}three`))]
    expect(lines.map(({ number, text }) => [number, text])).toEqual([
      [1, 'one'],
      [4, ' two '],
      [5, 'three'],
    ])
  })
  it('make faults with line, column and an excerpt around the column', () => {
    const [line] = linesOf(file(`\n${'x'.repeat(500)}`))
    const { line: number, column, excerpt } = line!.fault(message('formats', 'tgfTwoNodes'), undefined, 301)
    expect([number, column]).toEqual([2, 301])
    expect(excerpt).toEqual([{ line: 2, text: 'x'.repeat(100), highlight: [50, 51] }])
  })
})

describe('the Trivial Graph Format', () => {
  it('names the line of an edge with one end', async () => {
    const fault = await faultOf('1 Ann\n2 Bob\n#\n1 2 knows\n2 \n')
    expect(fault).toMatchObject({ line: 5, column: 2, what: message('formats', 'tgfTwoNodes') })
    expect(inEnglish(fault.remedy)).toBe('Fix the line, or export the file again.')
  })
  it('is recognised by its name if its nodes fill the head of the file', async () => {
    const nodes = Array.from({ length: 10_000 }, (_, at) => `${at} node ${at}\n`).join('')
    expect((await readGraph(file(`${nodes}#\n1 2\n`).bytes, 'large.tgf')).nodes.count).toBe(10_000)
  })
})

describe('a file with the extension of a format and other content', () => {
  it('is told what its extension belongs to, and what can be opened', async () => {
    const fault = await faultOf('This is a letter.')
    expect(fault.what).toEqual(message('formats', 'contentIsNot', { extension: 'tgf', format: 'Trivial Graph Format' }))
    expect(inEnglish(fault.remedy)).toMatch(/^Kizuna opens Kizuna JSON, .* and CSV\.$/)
  })
  it.each(['letter.txt', 'letter.json', 'letter'])('is of an unrecognised format if it is called %s', async (name) => {
    expect((await faultOf('This is a letter.', name)).what).toEqual(message('readFaults', 'unrecognisedFormat'))
  })
})
