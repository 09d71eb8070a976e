import { parquetWriteBuffer } from 'hyparquet-writer'
import { describe, expect, it } from 'vitest'
import { writeKizunaJson } from '../../src/formats/kizuna/write'
import { statementRecordAt } from '../../src/model/rowRecords'
import { readCases, refusalOf, textCase } from './casesReader'

type Columns = Parameters<typeof parquetWriteBuffer>[0]['columnData']
const parquet = (name: string, columnData: Columns) => ({
  name,
  bytes: new Uint8Array(parquetWriteBuffer({ columnData })),
})
const text = (name: string, ...data: string[]) => ({ name, data, type: 'STRING' as const })
const lists = (name: string, ...data: string[][]) => ({ name, data, type: 'JSON' as const })
const numbers = (name: string, ...data: number[]) => ({ name, data, type: 'DOUBLE' as const })
const integers = (name: string, ...data: number[]) => ({ name, data: data.map(BigInt), type: 'INT64' as const })

const entities = (label: 'title' | 'name') =>
  parquet('entities.parquet', [
    text('id', 'e1', 'e2'),
    integers('human_readable_id', 0, 1),
    text(label, 'IDA', 'LOOM'),
    text('type', 'PERSON', 'BOOK'),
    text('description', 'Writes.', 'A book.'),
    lists('text_unit_ids', ['t1'], ['t1', 't2']),
    {
      name: 'description_embedding',
      data: [
        [0.5, 1],
        [1, 2],
      ],
      type: 'JSON',
    },
  ])
const relationships = parquet('relationships.parquet', [
  text('id', 'r1', 'r2'),
  text('source', 'IDA', 'IDA'),
  text('target', 'LOOM', 'LOOM'),
  text('description', 'Ida wrote Loom.', 'again'),
  numbers('weight', 9, 1),
  lists('text_unit_ids', ['t1', 't2'], ['t2']),
])
const units = parquet('text_units.parquet', [
  text('id', 't1', 't2'),
  integers('human_readable_id', 1, 2),
  text('text', 'Ida wrote …', 'Loom, by Ida …'),
  integers('n_tokens', 5, 6),
  lists('document_ids', ['d1'], ['d2']),
])
const documents = parquet('documents.parquet', [
  text('id', 'd1', 'd2'),
  text('title', 'letters.txt', 'review.txt'),
  text('text', '…', '…'),
  lists('text_unit_ids', ['t1'], ['t2']),
  text('creation_date', '2025-03-04 10:00:00 +0000', ''),
])
const communities = parquet('communities.parquet', [integers('community', 0), integers('level', 0), text('title', 'C')])

const evidenceOf = ({ graph }: Awaited<ReturnType<typeof readCases>>) =>
  Array.from({ length: graph.statements.count }, (_, row) => {
    const { subject, object, source, locator, status } = statementRecordAt(graph, row)
    const { title, date } = graph.sources.find(({ id }) => id === source)!
    return [subject, object, status, title, date, locator]
  })

describe('GraphRAG', () => {
  it.each(['title', 'name'] as const)('makes each text unit of a relationship a statement (%s)', async (label) => {
    const found = await readCases(relationships, communities, units, entities(label), documents)
    expect(found).toMatchObject({
      labels: ['IDA', 'LOOM'],
      types: ['PERSON', 'BOOK'],
      sentences: ['IDA related to LOOM'],
    })
    expect(found.nodeColumn('description')).toEqual(['Writes.', 'A book.'])
    expect(found.nodeColumn('entity_id')).toEqual(['e1', 'e2'])
    expect(found.edgeColumn('weight')).toEqual([9])
    expect(evidenceOf(found)).toEqual([
      ['IDA', 'LOOM', 'reported', 'letters.txt', '2025-03-04', 'text unit 1'],
      ['IDA', 'LOOM', 'reported', 'review.txt', undefined, 'text unit 2'],
      ['IDA', 'LOOM', 'reported', 'review.txt', undefined, 'text unit 2'],
    ])
    expect(found.said).toContain('Embeddings, and tables of communities and reports, were left out.')
    expect(JSON.stringify(found.graph.sources)).not.toContain('Loom, by Ida')
  })
  it('is the same after it was written as Kizuna JSON and read back', async () => {
    const found = await readCases(entities('title'), relationships, units, documents)
    const { nodes, edges } = found.graph
    const part = {
      graph: found.graph,
      nodes: new Uint8Array(nodes.count).fill(1),
      edges: new Uint8Array(edges.count).fill(1),
    }
    const provenance = { dataset: { id: 'd', title: 'D' }, filter: '', scope: 'shown', date: '' } as const
    const written = writeKizunaJson(part, provenance)
    const bytes = typeof written === 'string' ? new TextEncoder().encode(written) : written
    const back = await readCases({ name: 'back.json', bytes })
    expect(evidenceOf(back)).toEqual(evidenceOf(found))
    expect(back.sentences).toEqual(found.sentences)
  })
  it('names text units by their ids where their table is not given', async () => {
    const found = await readCases(entities('title'), relationships)
    expect(evidenceOf(found)[0]).toEqual(['IDA', 'LOOM', 'reported', 'text units', undefined, 'text unit t1'])
  })
  it('reads other tables in Parquet as nodes or edges', async () => {
    const things = parquet('a.parquet', [text('id', 'a', 'b'), text('name', 'Ann', 'Bea'), integers('age', 4, 5)])
    const links = parquet('b.parquet', [text('from', 'a'), text('to', 'b'), text('relation', 'knows')])
    const found = await readCases(things, links)
    expect(found).toMatchObject({ labels: ['Ann', 'Bea'], sentences: ['Ann knows Bea'] })
    expect(found.nodeColumn('age')).toEqual([4, 5])
  })
  it('refuses a damaged file in words', async () => {
    expect(await refusalOf({ name: 'a.parquet', bytes: entities('title').bytes.subarray(0, 60) })).toContain(
      'the Parquet file cannot be read',
    )
  })
})

const graphml = `<?xml version="1.0"?><graphml><key id="d0" for="node" attr.name="entity_type" attr.type="string"/>
<key id="d1" for="edge" attr.name="source_id" attr.type="string"/><key id="d2" for="edge" attr.name="description" attr.type="string"/>
<graph edgedefault="undirected"><node id="Ida"><data key="d0">person</data></node><node id="Loom"><data key="d0">book</data></node>
<edge source="Ida" target="Loom"><data key="d1">chunk-1&lt;SEP&gt;chunk-2</data><data key="d2">wrote</data></edge></graph></graphml>`
const chunk = (index: number, path: string) => ({
  tokens: 3,
  content: 'secret words',
  full_doc_id: `doc-${index}`,
  chunk_order_index: index,
  file_path: path,
})

describe('LightRAG', () => {
  it('makes each chunk of a relation a statement, where the chunks are given', async () => {
    const chunks = { 'chunk-1': chunk(0, 'letters.txt'), 'chunk-2': chunk(4, 'review.txt') }
    const found = await readCases(
      textCase('kv_store_text_chunks.json', JSON.stringify(chunks)),
      textCase('graph_chunk_entity_relation.graphml', graphml),
    )
    expect(evidenceOf(found)).toEqual([
      ['Ida', 'Loom', 'reported', 'letters.txt', undefined, 'chunk 1'],
      ['Ida', 'Loom', 'reported', 'review.txt', undefined, 'chunk 5'],
    ])
    expect(JSON.stringify(found.graph.sources)).not.toContain('secret')
    expect((await readCases(textCase('alone.graphml', graphml))).graph.statements.count).toBe(0)
  })
})
