import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { allNodeNames } from '../../src/model/nodeNames'
import { nodeRecordAt, statementValueAt } from '../../src/model/rowRecords'
import { graph } from './expected'
import { drawn, query, visit, withBrowser, type Visit } from './person'

withBrowser()

/** Words in Latin letters that Japanese names of nodes contain, and acronyms: JBIC, LNG, SoftBank. */
const wordsInNames = new Set(
  Array.from({ length: graph.nodes.count }, (_, row) => nodeRecordAt(graph, row))
    .flatMap((node) =>
      allNodeNames(node).filter((name) => name === node.ja || name === node.acronym || name === node.label),
    )
    .concat(graph.sources.flatMap(({ publisher, author }) => [publisher ?? '', author ?? '']))
    .flatMap((name) => name.match(/[A-Za-z][\w.'-]*/g) ?? []),
)

/** Texts of the data that have no Japanese, longest first: titles of sources, and what statements say in their own words. */
const dataTexts = [
  ...graph.sources.map(({ title }) => title),
  ...Array.from({ length: graph.statements.count }, (_, row) => statementValueAt(graph, row)).flatMap((value) =>
    value && 'text' in value ? [value.text] : [],
  ),
].sort((one, other) => other.length - one.length)

/** Names of formats, methods, programs and keys that Japanese writes in Latin letters. */
const ownNames = new Set(
  `Kizuna EN English USD JPY JSON JSON-LD GEXF GraphML GML DOT CSV TSV PNG SVG Markdown BibTeX RIS CSL CSL-JSON Turtle N-Triples RDF
  Pajek Graphviz Mermaid Cypher Neo4j FollowTheMoney Gephi Lite yEd Cytoscape networkx igraph graphology d3 TGF Trivial Graph Format
  Aleph OpenSanctions PageRank HITS Louvain ForceAtlas2 Wikidata EDTF ISO Ctrl Shift Enter Esc Escape Tab Delete zip gzip WebGL Zotero
  Word Excel UTF ID URL px bn GW MW t CO CO2 x y ZIP HTML Memgraph VOSviewer sigma D3 vis-network LaTeX BibLaTeX
  EndNote Mendeley Pandoc Web Arrows APOC CX2 NDEx GraphRAG LightRAG Parquet XGMML UCINET NetDraw Tulip graph6 sparse6 DIMACS JGF node-link Node-link XML SPARQL sigma.js Cytoscape.js`.split(
    /\s+/,
  ),
)

/**
 * Latin words that a Japanese reader sees or hears: in text and in labels for screen readers, outside elements that are marked
 * with another language, as code, or as not to be translated.
 */
async function englishWords(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const found: string[] = []
    const skipped =
      'script, style, noscript, code, kbd, pre, input, textarea, [translate="no"], [lang]:not([lang|="ja"])'
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement!
      if (element.closest(skipped)) continue
      if (!(node instanceof Element)) found.push(node.textContent ?? '')
      else
        for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description'])
          found.push(node.getAttribute(name) ?? '')
    }
    return found
  })
  return texts.flatMap((text) => {
    // What the reader typed is quoted as it is, and ids of parts are codes.
    const own = dataTexts
      .reduce((rest, data) => (rest.includes(data) ? rest.replaceAll(data, '') : rest), text)
      .replace(/「[^」]*」|\b[A-Z]\d+\b/g, '')
    const left = (own.match(/[A-Za-z][A-Za-z\d.'-]*[A-Za-z\d]/g) ?? []).filter(
      (word) => !wordsInNames.has(word) && !ownNames.has(word) && !ownNames.has(word.replace(/\d+$/, '')),
    )
    return left.length > 0 ? [`${text.trim().slice(0, 120)}  [${left.join(' ')}]`] : []
  })
}

const japanese = (visitor: Visit) => visit({ locale: 'ja-JP', ...visitor })
const key = (name: string) => async (page: Page) => {
  await page.keyboard.press(name)
  await page.getByRole('dialog').waitFor()
}
const open = (name: string, content: string) => async (page: Page) => {
  await page.getByRole('button', { name: '開く', exact: true }).click()
  await page
    .getByRole('dialog')
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) })
}

interface State {
  readonly title: string
  readonly query: string
  readonly act?: (page: Page) => Promise<void>
}

const states = (
  [
    ['the first view', ''],
    ['everything', 'v=1&filter='],
    ['a node', 'v=1&node=jbic'],
    ['a contested node', 'v=1&node=ohio-gas-plant'],
    ['a figure', 'v=1&node=georgia-diamond-plant&figure=georgia-diamond-plant--share-of-tranche'],
    ['a line', 'v=1&edge=donald-trump--announces--first-tranche'],
    ['a contested line', 'v=1&edge=texas-oil-port--in-sector--lng-export'],
    ['several nodes', 'v=1&node=jbic&node=nexi&node=donald-trump'],
    ['the list', 'v=1&panel=list'],
    ['the sources', 'v=1&panel=sources'],
    ['a document', 'v=1&panel=sources&detail=jiji-nation-2026-02-18-33-3bn'],
    ['the open issues', 'v=1&panel=issues'],
    ['expectations', 'v=1&panel=issues&detail=expectations'],
    ['money', 'v=1&panel=money'],
    ['money by source', 'v=1&panel=money&detail=source'],
    ['metrics', 'v=1&panel=metrics'],
    ['a metric', 'v=1&panel=metrics&detail=pagerank&measure=pagerank'],
    ['both clocks', 'v=1&filter=known:2026-02-17'],
    [
      'a filter with every kind of step',
      'v=1&filter=sector:energy%2B1 -status:denied (place:ohio or text:bank) degree:2.. off(origins:2)',
    ],
    ['nothing left', 'v=1&filter=text:zzzz'],
    ['an address that cannot be read', 'v=1&filter=sector:'],
    ['the layered layout', 'v=1&layout=layered'],
    ['the layout by time', 'v=1&layout=time'],
    ['the map', 'v=1&layout=geo'],
    ['the palette', '', key('Control+k')],
    ['the keys', '', key('?')],
    ['the export dialog', '', key('e')],
  ] as readonly (readonly [string, string, State['act']?])[]
).map(([title, query, act]): State => ({ title, query, ...(act && { act }) }))

describe.each([1440, 390])('in Japanese, %i wide', (width) => {
  it.each(states)('$title has no English', async ({ query: address, act }) => {
    const { page } = await japanese({ query: address, width })
    await drawn(page)
    await act?.(page)
    await page.waitForTimeout(300)
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('ja')
    expect(await englishWords(page)).toEqual([])
    const [wide, own] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth] as const)
    expect(wide).toBeLessThanOrEqual(own)
  })
})

describe('in Japanese, an opened file', () => {
  it.each([
    ['that is broken', 'broken.graphml', '<graphml><graph edgedefault="directed"><node id="a"></graph></graphml>'],
    ['of an unknown kind', 'strange.bin', '\u0001\u0002\u0003'],
    ['that is cut off', 'cut.json', '{"nodes":[{"id":"a"}],"links":[{"source":"a"'],
    [
      'with statements missing',
      'small.gml',
      'graph [ node [ id 1 label "A" ] node [ id 2 label "B" ] edge [ source 1 target 2 ] ]',
    ],
    ['as a table', 'table.csv', 'from,to,since\nA,B,2026-01-01\nB,C,2026-02-01\n'],
  ])('%s is answered without English', async (_, name, content) => {
    const { page } = await japanese({})
    await drawn(page)
    await open(name, content)(page)
    await page.waitForTimeout(1500)
    expect(await englishWords(page)).toEqual([])
  })
})

describe('the language', () => {
  it('follows the browser at the first visit, is remembered, and is not in the address', async () => {
    const { page } = await japanese({ query: '' })
    await drawn(page)
    await page.getByRole('button', { name: 'English' }).first().click()
    await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('en')
    expect(query(page)).not.toContain('lang')
    await page.reload()
    await drawn(page)
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
  })
  it('is read from an older address', async () => {
    const { page } = await visit({ query: 'v=1&node=jbic&lang=ja' })
    await drawn(page)
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('ja')
  })
  it.each([1440, 390])('has both its names in sight, %i wide', async (width) => {
    const { page } = await visit({ width })
    await drawn(page)
    await page.getByRole('button', { name: 'English' }).first().waitFor()
    await page.getByRole('button', { name: '日本語' }).first().waitFor()
  })
})

describe('an input method', () => {
  it('confirms its composition with Enter without submitting', async () => {
    const { page } = await japanese({})
    await drawn(page)
    const composing = (role: 'combobox') =>
      page
        .getByRole(role)
        .first()
        .evaluate((input) =>
          input.dispatchEvent(
            new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }),
          ),
        )
    const before = query(page)
    await page.getByRole('combobox').first().fill('銀行')
    await page.getByRole('option').first().waitFor()
    await composing('combobox')
    expect(query(page)).toBe(before)
    await page.getByRole('combobox').first().press('Enter')
    await expect.poll(() => query(page)).not.toBe(before)
  })
})
