import { filterKeyNamed } from '../../analysis/filter/filterKeys'
import { fileNodeColours, hasTellingColours } from '../../drawing/fileColours'
import { fileNodeRadii } from '../../drawing/fileSizes'
import type { NodeEncoding } from '../../drawing/nodeStyles'
import type { Graph } from '../../model/graph'
import { memoizeByGraph } from '../../model/graph'
import type { View } from '../view/view'

const encodingsByKeys = memoizeByGraph(() => new Map<string, NodeEncoding>())

/** What colours and sizes of nodes encode in a view; the same object for the same keys of the same graph. */
export function nodeEncodingOfView(graph: Graph, { colour, size }: Pick<View, 'colour' | 'size'>): NodeEncoding {
  const cacheKey = JSON.stringify([colour, size])
  const encoding = encodingsByKeys(graph).get(cacheKey) ?? {
    colour: coloursOf(graph, colour),
    size: sizesOf(graph, size),
    radii: size === asInFile ? fileNodeRadii(graph)?.radii : undefined,
  }
  encodingsByKeys(graph).set(cacheKey, encoding)
  return encoding
}

/** The key of colours and sizes that are as in the file. */
export const asInFile = 'file'

/** What colours encode at first: the file's own colours if most nodes have one; otherwise family and type. */
export const defaultColourKey = (graph: Graph): 'file' | 'family' =>
  hasTellingColours(fileNodeColours(graph)) ? asInFile : 'family'

/** Columns are used as they are, so that numbers stay numbers; families have colours of their own. */
function coloursOf(graph: Graph, key: string | undefined): NodeEncoding['colour'] {
  const encoded = key ?? defaultColourKey(graph)
  if (encoded === 'family') return undefined
  if (encoded === asInFile) return fileNodeColours(graph)
  return valuesToColour(graph, encoded)
}

function valuesToColour(graph: Graph, key: string): NodeEncoding['colour'] {
  const column = columnNamed(graph, key)
  if (column && column.kind !== 'text') return column
  const filterKey = filterKeyNamed(graph, key)
  if (filterKey?.of !== 'node' || filterKey.kind === 'texts') return undefined
  return filterKey.kind === 'words' ? filterKey.values(graph) : { kind: 'number', values: filterKey.numbers(graph).low }
}

function sizesOf(graph: Graph, key: string | undefined): NodeEncoding['size'] {
  if (key === undefined || key === 'degree') return undefined
  const column = columnNamed(graph, key)
  if (column?.kind === 'number') return column.values
  const filterKey = filterKeyNamed(graph, key)
  return filterKey?.of === 'node' && filterKey.kind === 'numbers' ? filterKey.numbers(graph).low : undefined
}

const columnNamed = ({ nodes }: Graph, key: string) =>
  key.startsWith('@') ? nodes.attributes.get(key.slice(1)) : undefined
