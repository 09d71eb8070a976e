import { XmlNameTable, indexByName } from '../xml/xmlHandler'

/** The elements of GEXF that are read. */
export const gexfElements = new XmlNameTable(
  (
    'gexf,graph,attributes,attribute,default,node,edge,attvalue,title,creator,keywords,' +
    'position,color,size,shape,thickness,spell,slice,parent'
  ).split(','),
)

// prettier-ignore -- one name a line says nothing more
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
export const gexfAttributes = new XmlNameTable(names)

/** The number of each attribute. */
export const gexfAttributeIndex = indexByName(names)

/** In `keywords` of a file of Kizuna's own: its colours of nodes are those that were read, not those of the families. */
export const originalColoursKeyword = 'colours as they were read'
