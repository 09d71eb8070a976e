import { describe, expect, it } from 'vitest'
import { openFailureNotice, openSuccessNotice } from '../../src/app/notices'
import { losslessReadReport } from '../../src/formats/collect/buildReadReport'
import { readFiles } from '../../src/formats/readFiles'
import { toJobFault } from '../../src/jobs/job'
import { message } from '../../src/messages/message'
import { graphOf } from '../sample'
import { inEnglish } from '../text'

/** The details of the notice after a file was opened. */
async function detailsFor(name: string, text: string): Promise<string> {
  const { graph, report } = await readFiles([{ name, bytes: new TextEncoder().encode(text) }])
  return inEnglish(openSuccessNotice([name], graph, report).details!)
}

describe('the notice after a file was opened', () => {
  it('counts one of each in the singular', async () => {
    const details = await detailsFor('a.gml', 'graph [ node [ id 1 ] edge [ source 1 target 1 ] ]')
    expect(details).toMatch(/^1 node, 1 edge, 1 type\. /)
    expect(await detailsFor('a.gml', 'graph [ node [ id 1 ] node [ id 1 ] ]')).toMatch(
      /1 problem in the file was repaired\.$/,
    )
  })
  it('counts many or none in the plural', async () => {
    const details = await detailsFor('a.gml', 'graph [ node [ id 1 ] node [ id 1 ] node [ id 2 ] node [ id 2 ] ]')
    expect(details).toMatch(/^2 nodes, 0 edges, /)
    expect(details).toMatch(/2 problems in the file were repaired\.$/)
  })
  it.each([
    [['a'], 'a is open'],
    [['a', 'b'], 'a and b are open'],
    [['a', 'b', 'c', 'd'], 'a and 3 more are open'],
  ])('names the files: %j', (names, title) => {
    const graph = graphOf('ann knows bob')
    const report = losslessReadReport(graph, 'Kizuna JSON')
    expect(inEnglish(openSuccessNotice(names, graph, report).title)).toBe(title)
  })
  it('counts the statements', () => {
    const graph = graphOf('ann knows bob expected paper')
    const { details } = openSuccessNotice(['x'], graph, losslessReadReport(graph, 'Kizuna JSON'))
    expect(inEnglish(details!)).toContain('Backed by 1 statement.')
  })
})

describe('the notice for files that could not be opened', () => {
  const fault = { what: message('readFaults', 'emptyFile'), file: 'b.gexf', line: 2, column: 5 }
  it.each([
    [['b.gexf'], 'b.gexf was not opened', 'Line 2, column 5'],
    [['a.gexf', 'b.gexf'], 'a.gexf and b.gexf were not opened', 'b.gexf, line 2, column 5'],
    [['all.zip'], 'all.zip was not opened', 'b.gexf, line 2, column 5'],
    [['c', 'd'], 'c and d were not opened', 'Line 2, column 5'],
  ])('names the faulty file if there are several: %j', (names, title, where) => {
    const notice = openFailureNotice(fault, names, { id: 'open', title: 'Open' })
    expect([notice.title, notice.where!, notice.details!].map(inEnglish)).toEqual([
      title,
      where,
      'Open stays open, unchanged.',
    ])
  })
  it('has no position if the fault has none', () =>
    expect(openFailureNotice({ what: fault.what }, ['a'], { id: 'open', title: 'Open' })).not.toHaveProperty('where'))
})

describe('an error as a fault', () => {
  it('keeps what a fault of a file says', () => {
    const excerpt = [{ line: 1, text: 'x', highlight: [0, 1] as const }]
    const error = Object.assign(new Error('for logs'), { what: message('readFaults', 'emptyFile'), line: 1, excerpt })
    expect(toJobFault(error)).toEqual({ what: error.what, line: 1, excerpt })
  })
  it.each([[new Error('broken')], ['broken']])('is unexpected without a message: %s', (error) =>
    expect(inEnglish(toJobFault(error).what)).toBe('Unexpected error: broken'),
  )
})
