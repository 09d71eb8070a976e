import { describe, expect, it } from 'vitest'
import { openFailureNotice, openSuccessNotice } from '../../src/app/notices'
import { losslessReadReport } from '../../src/formats/collect/buildReadReport'
import { readFiles } from '../../src/formats/readFiles'
import { graphOf } from '../sample'

/** What is said of a file after it was opened. */
async function said(name: string, text: string): Promise<string> {
  const { graph, report } = await readFiles([{ name, bytes: new TextEncoder().encode(text) }])
  return openSuccessNotice([name], graph, report).aside!
}

describe('the message after a file was opened', () => {
  it('says one where there is one', async () => {
    const aside = await said('a.gml', 'graph [ node [ id 1 ] edge [ source 1 target 1 ] ]')
    expect(aside).toMatch(/^1 node, 1 edge, 1 type\. /)
    expect(await said('a.gml', 'graph [ node [ id 1 ] node [ id 1 ] ]')).toMatch(/1 fault in it was mended\.$/)
  })
  it('says many where there are many or none', async () => {
    const aside = await said('a.gml', 'graph [ node [ id 1 ] node [ id 1 ] node [ id 2 ] node [ id 2 ] ]')
    expect(aside).toMatch(/^2 nodes, 0 edges, /)
    expect(aside).toMatch(/2 faults in it were mended\.$/)
  })
  it.each([
    [['a'], 'a is open'],
    [['a', 'b'], 'a and b are open'],
    [['a', 'b', 'c', 'd'], 'a and 3 more are open'],
  ])('names the files: %j', (names, title) => {
    const graph = graphOf('ann knows bob')
    expect(openSuccessNotice(names, graph, losslessReadReport(graph, 'Kizuna JSON')).title).toBe(title)
  })
  it('counts the statements', () => {
    const graph = graphOf('ann knows bob expected paper')
    expect(openSuccessNotice(['x'], graph, losslessReadReport(graph, 'Kizuna JSON')).aside).toContain(
      '1 statement stands behind them.',
    )
  })
})

describe('the message for files that could not be opened', () => {
  const fault = { what: 'it is cut off', file: 'b.gexf', line: 2, column: 5 }
  it.each([
    [['b.gexf'], 'b.gexf was not opened', 'Line 2, column 5'],
    [['a.gexf', 'b.gexf'], 'a.gexf and b.gexf were not opened', 'b.gexf, line 2, column 5'],
    [['all.zip'], 'all.zip was not opened', 'b.gexf, line 2, column 5'],
    [['c', 'd'], 'c and d were not opened', 'Line 2, column 5'],
  ])('says which of them it is: %j', (names, title, where) =>
    expect(openFailureNotice(fault, names, 'Open')).toMatchObject({
      title,
      where,
      aside: 'Open stays open, unchanged.',
    }),
  )
  it('says no place where there is none', () =>
    expect(openFailureNotice({ what: 'it is empty' }, ['a'], 'Open')).not.toHaveProperty('where'))
})
