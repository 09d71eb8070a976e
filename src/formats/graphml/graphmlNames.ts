import { XmlNameTable, indexByName } from '../xml/xmlHandler'

/** The elements of GraphML that are read, and those of yEd's that tell of looks. */
export const graphmlElements = new XmlNameTable(
  (
    'graphml,graph,key,default,node,edge,data,desc,hyperedge,endpoint,port,locator,' +
    'Geometry,NodeLabel,EdgeLabel,Fill,Shape,LineStyle,Arrows'
  ).split(','),
)

// prettier-ignore -- one name a line says nothing more
const names = [
  'id',
  'for',
  'attr.name',
  'attr.type',
  'attr.list',
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
] as const
export const graphmlAttributes = new XmlNameTable(names)

/** The number of each attribute. */
export const graphmlAttributeIndex = indexByName(names)
