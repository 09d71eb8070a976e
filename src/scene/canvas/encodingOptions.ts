import type { Texts } from '../../messages/texts.en'
import type { Column } from '../../model/columns'
import { memoizeByGraph } from '../../model/graph'
import { isRelationPredicate } from '../../model/predicates'
import { predicatesById } from '../../model/rowRecords'
import { fileNodeColours } from '../../drawing/fileColours'
import { fileNodeRadii } from '../../drawing/fileSizes'
import { asInFile } from './viewNodeEncoding'
import { filterKeyLabel } from '../filter/filterKeyLabel'

/** Columns that identify a node or its position, and are no use as colours. */
const identifyingColumns = new Set(
  'aliases latitude longitude x y family given ja kana acronym summary wikidata'.split(' '),
)

/** The filter keys that colours and sizes of this graph's nodes can encode, besides the defaults (family and degree). */
export const encodableKeysOf = memoizeByGraph(
  (graph): { readonly colours: readonly string[]; readonly sizes: readonly string[] } => {
    const columns = [...graph.nodes.attributes].filter(([name]) => !identifyingColumns.has(name))
    const columnKeys = (isSuitable: (column: Column) => boolean) =>
      columns.filter(([, column]) => isSuitable(column)).map(([name]) => `@${name}`)
    const facets = new Set([...predicatesById(graph).values()].map((each) => isRelationPredicate(each) && each.facet))
    return {
      colours: [
        ...(fileNodeColours(graph) ? [asInFile] : []),
        ...(graph.schema.families.length > 0 ? ['type'] : []),
        ...(facets.has('sector') ? ['sector'] : []),
        ...(facets.has('place') ? ['place'] : []),
        ...columnKeys((column) => column.kind !== 'text' && varies(column)),
      ],
      sizes: [
        ...(fileNodeRadii(graph) ? [asInFile] : []),
        ...columnKeys((column) => column.kind === 'number' && varies(column)),
      ],
    }
  },
)

/** What an encoding key is called: a facet in the reader's language, a column by its name. */
export const encodingKeyLabel = (key: string, texts: Texts): string =>
  key === asInFile ? texts.canvas.asInFile : filterKeyLabel(texts, key)

/** Whether a column has at least two different values. */
function varies(column: Column): boolean {
  if (column.kind === 'text') return true
  if (column.kind !== 'number') return column.dictionary.length > 1
  const first = column.values.find((value) => !Number.isNaN(value))
  return first !== undefined && column.values.some((value) => !Number.isNaN(value) && value !== first)
}
