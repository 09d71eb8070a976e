import { XmlNameTable, indexByName } from '../xml/xmlHandler'

/** The elements of GraphML that are used, and those of yEd and yFiles for HTML for graphics. */
export const graphmlXmlElements = new XmlNameTable(
  (
    'graphml,graph,key,default,node,edge,data,desc,hyperedge,endpoint,port,locator,' +
    'Geometry,NodeLabel,EdgeLabel,Fill,Shape,LineStyle,Arrows,Label,Label.Text,RectD'
  ).split(','),
)

const names = [
  'id',
  'for',
  'attr.name',
  'attr.type',
  'attr.list',
  'attr.uri',
  'yfiles.type',
  'edgedefault',
  'key',
  'name',
  'source',
  'target',
  'sourceport',
  'targetport',
  'directed',
  'node',
  'type',
  'color',
  'hasColor',
  'width',
  'height',
  'x',
  'y',
  'X',
  'Y',
  'Text',
] as const
export const graphmlXmlAttributes = new XmlNameTable(names)

/** The number of each attribute. */
export const graphmlXmlAttributeNumbers = indexByName(names)
