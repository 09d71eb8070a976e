import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readFiles } from '../../src/formats/readFiles'
import { tablesNeedingColumnRoles } from '../../src/formats/tablesNeedingColumnRoles'
import { FileFault } from '../../src/formats/io/fileFault'
import { edgeDirections } from '../../src/model/enumerations'
import { edgeRecordAt, nodeRecordAt, nodeTypesById, predicatesById } from '../../src/model/rowRecords'
import { inEnglish } from '../text'

const bytesOf = (name: string) => ({ name, bytes: new Uint8Array(readFileSync(`tests/cases/${name}`)) })
const textFile = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) })

const rowsOf = <Row>(count: number, at: (row: number) => Row): Row[] =>
  Array.from({ length: count }, (_, row) => at(row))

/** What was read, in short texts. */
async function read(...files: Parameters<typeof readFiles>[0]) {
  const { graph, report } = await readFiles(files)
  const nodes = rowsOf(graph.nodes.count, (row) => nodeRecordAt(graph, row))
  const labelOf = new Map(nodes.map(({ id, label }) => [id, label]))
  const edges = rowsOf(graph.edges.count, (row) => edgeRecordAt(graph, row))
  return {
    title: graph.about.title,
    ids: nodes.map(({ id }) => id),
    labels: nodes.map(({ label }) => label),
    types: nodes.map(({ type }) => nodeTypesById(graph).get(type)?.label),
    places: nodes.map(({ x, y }) => (x === undefined ? undefined : [x, y])),
    nodes,
    edges,
    ends: edges.map(({ source, target }) => `${labelOf.get(source)}-${labelOf.get(target)}`),
    relations: edges.map(({ predicate }) => predicatesById(graph).get(predicate)?.label),
    symmetric: edges.map(({ predicate }) => {
      const found = predicatesById(graph).get(predicate)
      return found !== undefined && 'symmetric' in found && found.symmetric === true
    }),
    nodeColumn: (name: string) => nodes.map(({ attributes }) => attributes?.[name]),
    directions: Array.from(graph.edges.direction, (number) => edgeDirections[number]),
    edgeColumn: (name: string) => edges.map(({ attributes }) => attributes?.[name]),
    columns: report.columns.map(({ of, name }) => `${of}:${name}`),
    said: [
      ...report.guesses.map((each) => inEnglish(each)),
      ...report.repairs.map(
        ({ count, examples, how }) => `${count} ${examples.map(String).join(', ')}: ${inEnglish(how)}`,
      ),
    ].join('\n'),
  }
}

const readCase = (name: string) => read(bytesOf(name))

describe('Pajek', () => {
  it('reads the first network of a project and says what was left out', async () => {
    const found = await readCase('pajek-two-networks.paj')
    expect(found).toMatchObject({
      title: 'Monday',
      labels: ['Ann', 'Bea', 'Cid'],
      ends: ['Ann-Bea'],
      symmetric: [true],
    })
    expect(found.said).toContain('1 *Network Friday: The first network was read')
  })
  it('reads partitions into columns, not nodes', async () => {
    const found = await readCase('pajek-partition-makes-nodes.paj')
    expect(found).toMatchObject({ labels: ['Oak', 'Jay', 'Mouse'], ends: ['Oak-Jay'] })
    expect(found.nodeColumn('years')).toEqual([7, 8, 1998])
  })
  it('reads projects that begin with a partition', async () => {
    const found = await readCase('pajek-partition-first.paj')
    expect(found).toMatchObject({ labels: ['Oak', 'Jay', 'Mouse'], ends: ['Oak-Jay', 'Jay-Mouse'] })
    expect(found.edgeColumn('weight')).toEqual([0.5, 1.5])
    expect(found.nodeColumn('kinds')).toEqual([1, 2, 2])
  })
  it('reads matrices of two modes, with the modes as types', async () => {
    const found = await readCase('pajek-two-mode-matrix.net')
    expect(found.ends).toEqual(['Ann-Club', 'Bea-Club', 'Bea-Choir', 'Cid-Choir'])
    expect(found.types).toEqual(['1', '1', '1', '2', '2'])
    expect(found.symmetric).toEqual([true, true, true, true])
  })
  it('reads vectors, and leaves out tables and objects that do not belong to the network', async () => {
    const found = await read(
      textFile(
        'project.paj',
        [
          '*Vector "sizes"\r\n*Vertices 2\r\n0.5\r\n1.5',
          '*Network "one"\r\n*Vertices 2\r\n1 "a" 0.1 0.2 ic Red bc Blue\r\n2 "b" ic "ForestGreen"',
          '*Edges\r\n1 2 3 c Gray l "c"',
          '*Vector sizes\r\n*Vertices 2\r\n2\r\n3\r\n*Partition p\r\n*Vertices 3\r\n1\r\n2\r\n3',
          '*Permutation q\r\n*Vertices 2\r\n2\r\n1\r\n*Hierarchy h\r\n1 2\r\n*Cluster c\r\n1',
        ].join('\r\n'),
      ),
    )
    expect(found.labels).toEqual(['a', 'b'])
    expect(found.nodeColumn('sizes')).toEqual([0.5, 1.5])
    expect(found.nodeColumn('sizes (2)')).toEqual([2, 3])
    expect(found.nodeColumn('color')).toEqual(['Red', 'ForestGreen'])
    expect(found.edgeColumn('color')).toEqual(['Gray'])
    expect(found.relations).toEqual(['c'])
    expect(found.said).toContain('4 *Permutation q, *Hierarchy h, *Cluster c, *Partition p')
  })
})

describe('GraphML', () => {
  it('reads labels under "Label"', async () => {
    expect(await readCase('graphml-label-capital.graphml')).toMatchObject({
      labels: ['Algiers', 'Luanda'],
      columns: [],
    })
  })
  it('keeps "Label" beside "label" as a column', async () => {
    const text =
      '<graphml><key id="a" for="node" attr.name="Label"/><key id="b" for="node" attr.name="label"/>' +
      '<graph><node id="n"><data key="a">x</data><data key="b">y</data></node></graph></graphml>'
    const found = await read(textFile('two.graphml', text))
    expect(found.labels).toEqual(['y'])
    expect(found.nodeColumn('Label')).toEqual(['x'])
  })
  it('reads labels and places of yFiles for HTML', async () => {
    const found = await readCase('graphml-yfiles-html-labels.graphml')
    expect(found).toMatchObject({ labels: ['Star', 'Moon & tide'], relations: ['pulls'], columns: [] })
    expect(found.places).toEqual([[10, -20], undefined])
  })
  it('reads labels of yFiles that are attributes, and not those of ports', async () => {
    const text =
      '<graphml xmlns:y="y"><key id="l" for="node" attr.name="NodeLabels" y:attr.uri="u"/>' +
      '<key id="p" for="port" attr.name="PortLabels" y:attr.uri="u"/><graph edgedefault="directed">' +
      '<node id="n"><data key="l"><y:Label Text="Tide"/></data><port name="p"><data key="p"><y:Label Text="no"/></data></port>' +
      '</node></graph></graphml>'
    expect(await read(textFile('attributes.graphml', text))).toMatchObject({ labels: ['Tide'], columns: [] })
  })
  it('takes types and relations of TinkerPop', async () => {
    const text =
      '<graphml><key id="labelV" for="node" attr.name="labelV" attr.type="string"/>' +
      '<key id="name" for="node" attr.name="name" attr.type="string"/>' +
      '<key id="labelE" for="edge" attr.name="labelE" attr.type="string"/><graph id="G" edgedefault="directed">' +
      '<node id="1"><data key="labelV">person</data><data key="name">marko</data></node>' +
      '<node id="3"><data key="labelV">software</data><data key="name">lop</data></node>' +
      '<edge id="9" source="1" target="3"><data key="labelE">created</data></edge></graph></graphml>'
    expect(await read(textFile('tinkerpop.graphml', text))).toMatchObject({
      labels: ['marko', 'lop'],
      types: ['person', 'software'],
      relations: ['created'],
    })
  })
  it('reads every way to write a boolean as true or false', async () => {
    const found = await readCase('booleans.graphml')
    expect(found.nodeColumn('open')).toEqual(['true', 'true', 'true', 'false', 'false'])
    expect(found.edgeColumn('stairs')).toEqual(['false', 'true', 'false'])
    expect(found.directions).toEqual(['directed', 'undirected', 'undirected'])
  })
  it('keeps what Neo4j writes', async () => {
    const found = await readCase('graphml-neo4j-apoc.graphml')
    expect(found).toMatchObject({ labels: ['Ida', 'Loom'], types: [':Person:Author', ':Book'], relations: ['WROTE'] })
    expect(found.edgeColumn('since')).toEqual(['1999'])
  })
})

describe('GML', () => {
  it('reads words without quotation marks, and says so', async () => {
    const found = await readCase('bare-words.gml')
    expect(found).toMatchObject({ ids: ['n42', 'n43'], ends: ['first-second'], relations: ['harbour'] })
    expect(found.said).toContain('5 values without quotation marks were read as text, such as “n42”.')
  })
  it('reads ids as they are written', async () => {
    const found = await readCase('huge-ids.gml')
    expect(found).toMatchObject({ ids: ['1304819384728190977', '1304819384728190978'], ends: ['x-y'] })
  })
  it('finds coordinates under names in capitals', async () => {
    const { nodes, said } = await readCase('gml-latitude-capital.gml')
    expect(nodes.map(({ coordinates }) => coordinates)).toEqual([
      [45.76, 4.84],
      [45.07, 7.69],
    ])
    expect(said).toContain('Coordinates are taken from the columns “Latitude” and “Longitude”.')
  })
  it('is called by the name of its file if the label is empty', async () => {
    expect(await readCase('gml-empty-graph-label.gml')).toMatchObject({
      title: 'gml-empty-graph-label.gml',
      labels: ['n1', 'n2'],
    })
  })
  it('turns the places of Cytoscape, and reads the arrowheads of yEd', async () => {
    const node = (id: number, label: string) =>
      `node [ root_index ${id} id ${id} graphics [ x 1.5 y ${21 + id} ] LabelGraphics [ text "${label}" ] ]`
    const edge = (arrows: string) => `edge [ source -1 target -2 graphics [ width 1 ${arrows} ] ]`
    const text = [
      'Creator "Cytoscape"\nVersion 1.0\ngraph [ directed 1',
      node(-1, 'a'),
      node(-2, 'b'),
      edge(''),
      edge('targetArrow "standard"'),
      edge('sourceArrow "delta" targetArrow "standard"'),
      edge('sourceArrow "delta"'),
      ']',
    ].join('\n')
    const found = await read(textFile('cytoscape.gml', text))
    expect(found).toMatchObject({ ids: ['-1', '-2'], labels: ['a', 'b'] })
    expect(found.places[0]).toEqual([1.5, -20])
    expect(found.directions).toEqual(['undirected', 'directed', 'mutual', 'directed'])
    expect(found.ends.at(-1)).toBe('b-a')
  })
})

describe('names of entities', () => {
  it('are no inherited properties in GML, nor are keys', async () => {
    const found = await readCase('ent-constructor.gml')
    expect(found.labels).toEqual(['&constructor;'])
    expect(found.nodeColumn('constructor')).toEqual(['v'])
  })
  it('are no inherited properties in XML', async () => {
    const fault = await readCase('ent-toString.gexf').then(
      () => undefined,
      (error: unknown) => error,
    )
    expect(fault).toBeInstanceOf(FileFault)
    expect((fault as FileFault).line).toBe(1)
  })
})

describe('several files', () => {
  it('leave out what is no graph, with a word', async () => {
    const found = await readCase('zip-graph-and-readme.zip')
    expect(found).toMatchObject({ labels: ['A', 'B'], ends: ['A-B'] })
    expect(found.said).toContain('1 file is no graph and was left out: “pair.txt”.')
  })
  it('leave out texts that look like tables, but only beside a graph', async () => {
    const note = textFile('notes.txt', 'Made in Oslo, in May\nPlease cite, if used\n')
    const graph = textFile('a.gml', 'graph [ node [ id 1 ] ]')
    expect(await read(note, graph)).toMatchObject({ ids: ['1'] })
    expect(await tablesNeedingColumnRoles([note])).toHaveLength(1)
    const table = textFile('links.csv', 'source,target\na,b\n')
    expect(await read(table, textFile('photo.png', '\x89PNG'), textFile('empty.txt', ''))).toMatchObject({
      said: expect.stringContaining('2 files are no graphs') as string,
    })
  })
  it('still refuse a graph with faults', async () => {
    const good = textFile('a.gml', 'graph [ node [ id 1 ] ]')
    await expect(readFiles([good, textFile('b.gml', 'graph [ node [ id 1 ')])).rejects.toBeInstanceOf(FileFault)
    await expect(readFiles([textFile('b.txt', 'word')])).rejects.toBeInstanceOf(FileFault)
  })
})
