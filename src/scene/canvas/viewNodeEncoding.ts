import { keyNamed } from '../../analysis/filter/filterKeys'
import type { Telling } from '../../drawing/nodeStyles'
import type { Graph } from '../../model/graph'
import { perGraph } from '../../model/graph'
import type { View } from '../view/view'

const known = perGraph(() => new Map<string, Telling>())

/** What colours and sizes of nodes tell in a view; the same object for the same keys of the same graph. */
export function tellingOf(graph: Graph, { colour, size }: Pick<View, 'colour' | 'size'>): Telling {
  const name = JSON.stringify([colour, size])
  const told = known(graph).get(name) ?? { colour: coloursOf(graph, colour), size: sizesOf(graph, size) }
  known(graph).set(name, told)
  return told
}

/** Columns are taken as they are, so that numbers stay numbers; families have colours of their own anyway. */
function coloursOf(graph: Graph, key: string | undefined): Telling['colour'] {
  if (key === undefined || key === 'family') return undefined
  const column = columnNamed(graph, key)
  if (column && column.kind !== 'text') return column
  const asked = keyNamed(graph, key)
  if (asked?.of !== 'node' || asked.kind === 'texts') return undefined
  return asked.kind === 'words' ? asked.values(graph) : { kind: 'number', values: asked.numbers(graph).low }
}

function sizesOf(graph: Graph, key: string | undefined): Telling['size'] {
  if (key === undefined || key === 'degree') return undefined
  const column = columnNamed(graph, key)
  if (column?.kind === 'number') return column.values
  const asked = keyNamed(graph, key)
  return asked?.of === 'node' && asked.kind === 'numbers' ? asked.numbers(graph).low : undefined
}

const columnNamed = ({ nodes }: Graph, key: string) =>
  key.startsWith('@') ? nodes.attributes.get(key.slice(1)) : undefined
