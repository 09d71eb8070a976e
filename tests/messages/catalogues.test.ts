import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bestLanguage } from '../../src/messages/language'
import { argumentsRead, entriesOf, textsMadeBy } from './catalogueEntries'

const modules = import.meta.glob<Record<string, object>>('../../src/messages/*.{en,ja}.ts', { eager: true })

/** The catalogues of one language, by namespace; `texts` only puts them together. */
function cataloguesIn(language: 'en' | 'ja'): Map<string, object> {
  const found = Object.entries(modules).flatMap(([path, exports]): [string, object][] => {
    const [, name, own] = /([^/]+)\.(en|ja)\.ts$/.exec(path)!
    const catalogue = exports[`${name}${own === 'en' ? 'En' : 'Ja'}`]
    return own === language && name !== 'texts' ? [[name!, catalogue!]] : []
  })
  return new Map(found)
}

const english = cataloguesIn('en')
const japanese = cataloguesIn('ja')
const namespaces = [...english.keys()].sort()

const sources = (readdirSync('src', { recursive: true }) as string[])
  .map((name) => `src/${name.replaceAll('\\', '/')}`)
  .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('src/messages/'))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n')
const words = new Set(sources.match(/[A-Za-z][\w]*/g))

/** Names of formats, metrics, programs and standards that Japanese writes in Latin letters, and shortened units. */
const latinNames =
  /\b(Kizuna|JSON|JSON-LD|GEXF|GraphML|GML|DOT|CSV|TSV|PNG|SVG|PDF|HTML|Markdown|BibTeX|RIS|CSL(?:-JSON)?|Turtle|N-Triples|RDF|SPARQL|XML|YAML|Excel|Gephi(?: Lite)?|yEd|Cytoscape(?:\.js)?|networkx|igraph|graphology|Graphviz|Pajek|Mermaid|Cypher|Neo4j|FollowTheMoney|Aleph|OpenSanctions|OpenAleph|d3|TGF|Trivial Graph Format|Wikidata|EDTF|ISO|URL|UTF|ASCII|WebGL2?|IME|ID|PageRank|HITS|Louvain|ForceAtlas2|Enter|Esc|Escape|Tab|Shift|Ctrl|Cmd|Delete|EN|English|USD|JPY|x|y|gzip|zip|CORS|HTTPS?|Unicode|Node-link|Zotero|Word|GitHub|Brandes|Newman|Kleinberg|k|vs|OK|A4|px|bn|mn|tn|sigma|D3|vis-network|node-link|VOSviewer|Memgraph|GUESS|Netvizz|Obsidian|Pandoc|LaTeX|BibLaTeX|EndNote|Mendeley|DOCTYPE|JPEG|GIF|ZIP|Web|none|true|false|id|schema|properties|URI|MERGE|Arrows|APOC|Browser|API|CX2?|NDEx|GraphRAG|LightRAG|Parquet|XGMML|UCINET|DL|NetDraw|VNA|Tulip|TLP|graph6|sparse6|DIMACS|METIS|GraphSON|TinkerPop|JanusGraph|JGF|SQLite|HDF5|MessagePack|pickle|Arrow|Graphistry|Access|PowerPoint|LEDA|Analyst's Notebook|NetLogo|unknown|Thing)\b/g

describe.each(namespaces)('the catalogue %s', (namespace) => {
  const en = entriesOf(english.get(namespace)!)
  const ja = entriesOf(japanese.get(namespace)!)

  it('has the same messages in both languages', () =>
    expect(ja.map(({ path }) => path).sort()).toEqual(en.map(({ path }) => path).sort()))

  it('reads the same arguments in both languages', () => {
    const inJapanese = new Map(ja.map(({ path, value }) => [path, value]))
    for (const { path, value } of en) {
      const other = inJapanese.get(path)
      expect([path, typeof other]).toEqual([path, typeof value])
      if (typeof value === 'function')
        expect([path, argumentsRead(other as () => unknown)]).toEqual([path, argumentsRead(value as () => unknown)])
    }
  })

  it('has no message that nothing uses', () => {
    const unused = Object.keys(english.get(namespace)!).filter((key) => !words.has(key))
    expect(unused).toEqual([])
  })

  it('has no English words in Japanese', () => {
    const left = ja.flatMap(({ path, value }) =>
      textsMadeBy(value)
        .map((text) =>
          text
            .replace(/NaN|undefined|「[^」]*」|<[^>]*>|\*\w+/g, '')
            .replace(latinNames, '')
            .replace(/https?:\S+|[a-z]+:[\w.@*]*|`[^`]*`|\.[a-z]+\b/g, ''),
        )
        .filter((text) => /[A-Za-z]{3,}/.test(text))
        .map((text) => `${path}: ${text}`),
    )
    expect(left).toEqual([])
  })

  it('has no translated English', () => {
    const clumsy = /\b(ruled out|somebody|nobody|stands? (?:here|there|in|apart)|tells?\b|so many\b)/i
    const found = en.flatMap(({ path, value }) =>
      textsMadeBy(value)
        .filter((text) => clumsy.test(text))
        .map((text) => `${path}: ${text}`),
    )
    expect(found).toEqual([])
  })
})

describe('the check of catalogues', () => {
  it('finds the arguments of a message, on whatever branch', () => {
    const make = ({ count, name }: { count: number; name: string }) => (count === 1 ? 'one' : `${count} ${name}`)
    expect(argumentsRead(make)).toEqual(['count', 'name'])
  })
  it('sees an argument that one language leaves out', () =>
    expect(argumentsRead(({ count }: { count: number }) => `${count}`)).toEqual(['count']))
  it('finds texts inside records', () =>
    expect(entriesOf({ a: 'x', b: { c: 'y' } })).toEqual([
      { path: 'a', value: 'x' },
      { path: 'b.c', value: 'y' },
    ]))
})

describe('the language of the interface', () => {
  it.each([
    [['ja-JP', 'en'], 'ja'],
    [['de', 'ja'], 'ja'],
    [['en-GB', 'ja'], 'en'],
    [['fr'], 'en'],
    [[], 'en'],
  ] as const)('for a reader of %j is %s', (wanted, language) => expect(bestLanguage(wanted)).toBe(language))
})
