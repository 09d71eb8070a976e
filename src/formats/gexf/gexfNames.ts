import { XmlNameTable, indexByName } from '../xml/xmlHandler'

/** The elements of GEXF that are used. */
export const gexfXmlElements = new XmlNameTable(
  (
    'gexf,graph,attributes,attribute,default,node,edge,attvalue,title,creator,keywords,' +
    'position,color,size,shape,thickness,spell,slice,parent'
  ).split(','),
)

const names = [
  'id',
  'label',
  'source',
  'target',
  'type',
  'weight',
  'kind',
  'for',
  'value',
  'pid',
  'class',
  'title',
  'defaultedgetype',
  'start',
  'end',
  'startopen',
  'endopen',
  'timestamp',
  'timestamps',
  'intervals',
  'datefrom',
  'dateto',
  'x',
  'y',
  'z',
  'r',
  'g',
  'b',
  'hex',
] as const
export const gexfXmlAttributes = new XmlNameTable(names)

/** The number of each attribute. */
export const gexfXmlAttributeNumbers = indexByName(names)

/** The `keywords` of a file by Kizuna whose node colours were in the data, and are not those of the families. */
export const originalColoursKeyword = 'colours as they were read'
