import { describe, expect, it } from 'vitest'
import { message } from '../../src/messages/message'
import { readFiles } from '../../src/formats/readFiles'
import type { ImportOptions } from '../../src/model/importReport'
import { categoryAt } from '../../src/model/columns'
import { edgeDirections } from '../../src/model/enumerations'
import { edgeRecordAt, nodeRecordAt } from '../../src/model/rowRecords'

const encoder = new TextEncoder()

/** The records of the nodes and edges in a file, its title, and the report. */
async function read(text: string, choices?: ImportOptions) {
  const { graph, report } = await readFiles([{ name: 'x.xml', bytes: encoder.encode(text) }], choices)
  return {
    title: graph.about.title,
    nodes: Array.from({ length: graph.nodes.count }, (_, row) => nodeRecordAt(graph, row)),
    edges: Array.from({ length: graph.edges.count }, (_, row) => edgeRecordAt(graph, row)),
    directions: Array.from(graph.edges.direction, (number) => edgeDirections[number]),
    symmetric: graph.schema.predicates.flatMap((each) => ('symmetric' in each && each.symmetric ? [each.id] : [])),
    predicates: Array.from({ length: graph.edges.count }, (_, row) => categoryAt(graph.edges.predicate, row)),
    report,
  }
}

const gephi = `<?xml version='1.0' encoding='UTF-8'?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="1.3" xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd">
  <meta lastmodifieddate="2024-05-01">
    <creator>Gephi 0.10.1</creator>
    <title>Les &amp; autres</title>
    <description></description>
  </meta>
  <graph defaultedgetype="undirected" mode="static">
    <attributes class="node" mode="static">
      <attribute id="modularity_class" title="Modularity Class" type="integer">
        <default>0</default>
      </attribute>
      <attribute id="tags" title="tags" type="liststring"/>
      <attribute id="seen" title="seen" type="boolean"><default>false</default></attribute>
    </attributes>
    <nodes>
      <node id="0" label="Myriel">
        <attvalues>
          <attvalue for="modularity_class" value="1"/>
          <attvalue for="tags" value="[bishop, &quot;good&quot;]"/>
          <attvalue for="seen" value="true"/>
        </attvalues>
        <viz:size value="28.685715"/>
        <viz:position x="-266.82776" y="299.6904"/>
        <viz:color r="235" g="81" b="72"/>
      </node>
      <node id="1" label="Napoleon">
        <viz:size value="4.0"/>
        <viz:position x="-418.08344" y="446.8853" z="7.5"/>
        <viz:color hex="#EB5148"/>
        <viz:shape value="square"/>
      </node>
    </nodes>
    <edges>
      <edge id="0" source="1" target="0" weight="2.5" kind="knows">
        <viz:thickness value="3"/>
      </edge>
      <edge id="1" source="0" target="0" type="mutual" label="self"/>
    </edges>
  </graph>
</gexf>
`

describe('GEXF of Gephi', () => {
  it('keeps values, defaults, lists and visual properties', async () => {
    const { title, nodes, edges, directions, report } = await read(gephi)
    expect(title).toBe('Les & autres')
    expect(nodes).toMatchObject([
      {
        id: '0',
        label: 'Myriel',
        attributes: { 'Modularity Class': 1, tags: ['bishop', '"good"'], seen: 'true', color: '#eb5148' },
      },
      { id: '1', attributes: { 'Modularity Class': 0, seen: 'false', size: 4, color: '#eb5148', shape: 'square' } },
    ])
    expect(nodes[0]!.x).toBeCloseTo(-266.82776, 4)
    expect(edges[0]!.attributes).toEqual({ weight: 2.5, thickness: 3 })
    expect(directions.slice(0, 2)).toEqual(['undirected', 'mutual'])
    // The relation is named by a column here, so that the label is kept beside it.
    expect(edges[1]!.attributes).toEqual({ edge_label: 'self' })
    expect(edges[0]!.predicate).toBe('knows')
    expect(report.repairs).toMatchObject([
      { kind: 'left out', count: 1, examples: [message('formats', 'thirdDimension', { node: '1' })] },
    ])
  })
})

describe('GEXF that changes with time', () => {
  const file = (content: string) =>
    `<gexf version="1.3"><graph mode="dynamic" timeformat="date" defaultedgetype="directed">
    <attributes class="node" mode="dynamic"><attribute id="0" title="price" type="float"/></attributes>${content}</graph></gexf>`
  it('keeps the latest value in the column, and all values in a list', async () => {
    const { nodes } = await read(
      file(`<nodes><node id="a" start="2001-01-01"><attvalues>
        <attvalue for="0" value="12" start="2003" end="2004"/><attvalue for="0" value="5" start="2001" end="2003"/>
        <attvalue for="0" value="7.5" start="2004"/></attvalues></node>
        <node id="b" end="2009"><attvalues><attvalue for="0" value="1"/></attvalues></node></nodes>`),
    )
    expect(nodes[0]!.attributes).toEqual({
      price: 7.5,
      'price over time': ['2001..2003: 5', '2003..2004: 12', '2004..: 7.5'],
      start: '2001-01-01',
    })
    expect(nodes[1]!.attributes).toEqual({ price: 1, end: '2009' })
  })
  it('keeps spells, slices, timestamps and intervals', async () => {
    const { nodes, edges } = await read(
      file(`<nodes>
        <node id="a"><spells><spell start="2005" end="2006"/><spell start="1999" end="2001"/></spells></node>
        <node id="b" timestamp="2001.0"/>
        <node id="c" timestamps="&lt;[2001.0, 2002.5]&gt;"/>
        <node id="d" intervals="&lt;[9.0, 10.0]; [1.0, 2.0]&gt;"/>
        </nodes><edges><edge source="a" target="b"><slices><slice start="3" end="4"/></slices></edge></edges>`),
    )
    expect(nodes.map(({ attributes }) => attributes)).toEqual([
      { start: '1999', end: '2006', spells: ['2005..2006', '1999..2001'] },
      { start: '2001.0', end: '2001.0' },
      { start: '2001.0', end: '2002.5', spells: ['2001.0', '2002.5'] },
      { start: '1.0', end: '10.0', spells: ['9.0..10.0', '1.0..2.0'] },
    ])
    expect(edges[0]!.attributes).toEqual({ start: '3', end: '4' })
  })
})

describe('GEXF with a hierarchy', () => {
  it('keeps the outer node, or the pid, as parent, and edges inside of nodes', async () => {
    const { nodes, edges } = await read(`<gexf version="1.2"><graph defaultedgetype="directed"><nodes>
      <node id="a"><nodes><node id="b"><nodes><node id="c"/></nodes></node></nodes>
      <edges><edge id="0" source="b" target="c"/></edges>
      <attvalues><attvalue for="own" value="of a"/></attvalues></node>
      <node id="d" pid="a"/></nodes></graph></gexf>`)
    expect(nodes.map(({ id, attributes }) => [id, attributes])).toEqual([
      ['a', { own: 'of a' }],
      ['b', { parent: 'a' }],
      ['c', { parent: 'b' }],
      ['d', { parent: 'a' }],
    ])
    expect(edges).toHaveLength(1)
  })
})

const yed = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml" xmlns:java="http://www.yworks.com/xml/yfiles-common/1.0/java" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <!--Created by yEd 3.23-->
  <key attr.name="Description" attr.type="string" for="graph" id="d0"/>
  <key for="port" id="d1" yfiles.type="portgraphics"/>
  <key attr.name="url" attr.type="string" for="node" id="d4"/>
  <key attr.name="description" attr.type="string" for="node" id="d5"/>
  <key for="node" id="d6" yfiles.type="nodegraphics"/>
  <key for="graphml" id="d7" yfiles.type="resources"/>
  <key attr.name="description" attr.type="string" for="edge" id="d9"/>
  <key for="edge" id="d10" yfiles.type="edgegraphics"/>
  <graph edgedefault="directed" id="G">
    <data key="d0" xml:space="preserve"/>
    <node id="n0" yfiles.foldertype="group">
      <data key="d5"/>
      <data key="d6">
        <y:ProxyAutoBoundsNode>
          <y:Realizers active="0">
            <y:GroupNode>
              <y:Geometry height="100.0" width="200.0" x="10.0" y="20.0"/>
              <y:Fill color="#F5F5F5" transparent="false"/>
              <y:NodeLabel alignment="right">Group<y:LabelModel><y:SmartNodeLabelModel/></y:LabelModel></y:NodeLabel>
              <y:Shape type="roundrectangle"/>
            </y:GroupNode>
            <y:GroupNode>
              <y:Geometry height="50.0" width="50.0" x="0.0" y="0.0"/>
              <y:NodeLabel>Folder 1</y:NodeLabel>
            </y:GroupNode>
          </y:Realizers>
        </y:ProxyAutoBoundsNode>
      </data>
      <graph edgedefault="directed" id="n0:">
        <node id="n0::n0">
          <data key="d5" xml:space="preserve"><![CDATA[a <note>]]></data>
          <data key="d6">
            <y:ShapeNode>
              <y:Geometry height="30.0" width="30.0" x="85.0" y="85.0"/>
              <y:Fill color="#FFCC00" transparent="false"/>
              <y:NodeLabel>
                Bank &amp; co
              </y:NodeLabel>
              <y:Shape type="ellipse"/>
            </y:ShapeNode>
          </data>
        </node>
      </graph>
    </node>
    <node id="n1">
      <data key="d6">
        <y:GenericNode configuration="x"><y:Geometry height="10.0" width="10.0" x="0.0" y="0.0"/><y:NodeLabel hasText="false"/></y:GenericNode>
      </data>
    </node>
    <edge id="e0" source="n0::n0" target="n1">
      <data key="d9"/>
      <data key="d10">
        <y:PolyLineEdge>
          <y:LineStyle color="#000000" type="line" width="2.0"/>
          <y:Arrows source="none" target="standard"/>
          <y:EdgeLabel alignment="center">owns<y:LabelModel/></y:EdgeLabel>
        </y:PolyLineEdge>
      </data>
    </edge>
    <edge id="e1" source="n1" target="n0">
      <data key="d10"><y:PolyLineEdge><y:Arrows source="none" target="none"/></y:PolyLineEdge></data>
    </edge>
  </graph>
  <data key="d7"><y:Resources/></data>
</graphml>
`

describe('GraphML', () => {
  it('of yEd has labels, positions, colours, shapes, groups and arrowheads', async () => {
    const { nodes, edges, directions, predicates } = await read(yed)
    expect(nodes).toEqual([
      {
        id: 'n0',
        type: 'node',
        label: 'Group',
        x: 110,
        y: -70,
        attributes: { color: '#f5f5f5', shape: 'roundrectangle' },
      },
      {
        id: 'n0::n0',
        type: 'node',
        label: 'Bank & co',
        x: 100,
        y: -100,
        attributes: { parent: 'n0', description: 'a <note>', color: '#ffcc00', shape: 'ellipse' },
      },
      { id: 'n1', type: 'node', label: 'n1', x: 5, y: -5 },
    ])
    expect(predicates).toEqual(['owns', 'related-to'])
    expect(edges.map(({ attributes }) => attributes)).toEqual([{ color: '#000000', thickness: 2 }, undefined])
    expect(directions).toEqual(['directed', 'undirected'])
  })

  it('of Gephi has labels, positions, sizes and colours', async () => {
    const key = (id: string, of: string, name: string, type: string) =>
      `<key attr.name="${name}" attr.type="${type}" for="${of}" id="${id}"/>`
    const { nodes, edges, predicates } = await read(`<?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
      ${key('label', 'node', 'label', 'string')}${key('edgelabel', 'edge', 'Edge Label', 'string')}${key('weight', 'edge', 'weight', 'double')}
      ${['r', 'g', 'b'].map((name) => key(name, 'node', name, 'int')).join('')}
      ${['x', 'y', 'size'].map((name) => key(name, 'node', name, 'float')).join('')}
      <key attr.name="Degree" attr.type="int" for="node" id="degree"><default>0</default></key>
      <graph edgedefault="undirected">
      <node id="1"><data key="label">One</data><data key="degree">2</data><data key="size">10.0</data><data key="r">153</data><data key="g">0</data><data key="b">255</data><data key="x">-1.5</data><data key="y">2.0</data></node>
      <node id="2"><data key="size">4.0</data><data key="r">1</data><data key="x">3</data></node>
      <edge id="7" source="1" target="2"><data key="edgelabel">knows</data><data key="weight">1.5</data></edge>
      </graph></graphml>`)
    expect(nodes).toEqual([
      { id: '1', type: 'node', label: 'One', x: -1.5, y: 2, attributes: { Degree: 2, size: 10, color: '#9900ff' } },
      { id: '2', type: 'node', label: '2', attributes: { Degree: 0, size: 4, r: 1, x: 3 } },
    ])
    expect(edges).toMatchObject([{ id: '7', attributes: { weight: 1.5 } }])
    expect(predicates).toEqual(['knows'])
  })

  it('of networkx has labels, numbers and booleans', async () => {
    const { nodes, edges, symmetric } = await read(`<?xml version='1.0' encoding='utf-8'?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
  <key id="d3" for="edge" attr.name="weight" attr.type="long"/>
  <key id="d2" for="node" attr.name="rich" attr.type="boolean"/>
  <key id="d1" for="node" attr.name="age" attr.type="long"/>
  <key id="d0" for="node" attr.name="label" attr.type="string"/>
  <graph edgedefault="undirected">
    <node id="赤澤">
      <data key="d0">赤澤亮正</data>
      <data key="d1">64</data>
      <data key="d2">True</data>
    </node>
    <node id="b"/>
    <edge source="赤澤" target="b"><data key="d3">3</data></edge>
  </graph>
</graphml>`)
    expect(nodes).toEqual([
      { id: '赤澤', type: 'node', label: '赤澤亮正', attributes: { age: 64, rich: 'true' } },
      { id: 'b', type: 'node', label: 'b' },
    ])
    expect(edges).toMatchObject([{ id: '赤澤--b', attributes: { weight: 3 } }])
    expect(symmetric).toEqual(['related-to'])
  })

  it('of igraph is labelled by its names', async () => {
    const { nodes } = await read(`<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<!-- Created by igraph -->
  <key id="g_name" for="graph" attr.name="name" attr.type="string"/>
  <key id="v_name" for="node" attr.name="name" attr.type="string"/>
  <key id="v_age" for="node" attr.name="age" attr.type="double"/>
  <graph id="G" edgedefault="directed">
    <data key="g_name">Kite</data>
    <node id="n0"><data key="v_name">Ann</data><data key="v_age">NaN</data></node>
    <node id="n1"><data key="v_name">Bob</data><data key="v_age">41.5</data></node>
    <edge source="n0" target="n1"></edge>
  </graph>
</graphml>`)
    expect(nodes.map(({ label }) => label)).toEqual(['Ann', 'Bob'])
    expect(nodes[1]!.attributes).toEqual({ name: 'Bob', age: 41.5 })
  })

  it('has hyperedges as nodes, leaves out ports, and keeps directions that differ', async () => {
    const { title, nodes, edges, directions, report } = await read(`<graphml><key id="t" for="graph" attr.name="title"/>
      <key id="all" for="all" attr.name="note"><default>none</default></key>
      <key id="l" for="node" attr.name="tags" attr.type="string" attr.list="string"/>
      <graph edgedefault="directed"><data key="t">Hyper</data><desc>of all</desc>
      <node id="a"><desc> the first </desc><port name="north"><data key="all">not of a</data></port><data key="l">["x","y z"]</data></node><node id="b"/>
      <edge source="a" target="b" directed="false" sourceport="north"><data key="all">said</data></edge>
      <hyperedge id="h"><endpoint node="a" type="in"/><endpoint node="b" type="out"/><endpoint node="b"/></hyperedge>
      </graph></graphml>`)
    expect(title).toBe('Hyper')
    expect(nodes.map(({ id, attributes }) => [id, attributes])).toEqual([
      ['a', { desc: 'the first', tags: ['x', 'y z'], note: 'none' }],
      ['b', { note: 'none' }],
      ['h', { hyperedge: 'true', note: 'none' }],
    ])
    expect(edges.map(({ source, target, attributes }) => [source, target, attributes])).toEqual([
      ['a', 'b', { note: 'said', sourceport: 'north' }],
      ['a', 'h', { note: 'none' }],
      ['h', 'b', { note: 'none' }],
      ['h', 'b', { note: 'none' }],
    ])
    expect(directions).toEqual(['undirected', 'directed', 'directed', 'undirected'])
    expect(report.repairs).toMatchObject([
      { kind: 'left out', examples: [message('formats', 'port', { port: 'north', node: 'a' })] },
    ])
    expect(report.guesses).toContainEqual(message('formats', 'hyperedges', { count: 1 }))
  })

  it('in another encoding is read if its declaration names the encoding', async () => {
    const text = '<?xml version="1.0" encoding="ISO-8859-1"?><graphml><graph><node id="Müller"/></graph></graphml>'
    const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0))
    const { graph } = await readFiles([{ name: 'x', bytes }])
    expect(nodeRecordAt(graph, 0).id).toBe('Müller')
  })
})

describe('a file that is joined to another', () => {
  it('keeps the values of the first file and adds new ones', async () => {
    const file = (label: string, more: string) => ({
      name: `${label}.gexf`,
      bytes: encoder.encode(
        `<gexf><graph><attributes class="node"><attribute id="0" title="kind" type="string"><default>plain</default></attribute></attributes><nodes><node id="a" label="${label}">${more}</node><node id="${label}"/></nodes></graph></gexf>`,
      ),
    })
    const { graph } = await readFiles([
      file('One', ''),
      file('Two', '<attvalues><attvalue for="0" value="late"/><attvalue for="new" value="1"/></attvalues>'),
    ])
    expect(Array.from({ length: graph.nodes.count }, (_, row) => nodeRecordAt(graph, row))).toMatchObject([
      { id: 'a', label: 'One', attributes: { new: '1' } },
      { id: 'One' },
      { id: 'Two' },
    ])
  })
  it('is rejected if it is invalid, also after a valid one', async () => {
    const good = { name: 'a.gexf', bytes: encoder.encode('<gexf><graph><nodes><node id="a"/></nodes></graph></gexf>') }
    const bad = { name: 'b.gexf', bytes: encoder.encode('<gexf><graph><nodes><node id="a"></nodes></graph></gexf>') }
    await expect(readFiles([good, bad])).rejects.toMatchObject({ file: 'b.gexf' })
  })
})
