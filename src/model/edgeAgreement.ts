import { edgeAgreements, type Agreement } from './agreement'
import type { Graph } from './graph'

const bare: Agreement = { status: undefined, negative: false, corroboration: 0, verdict: 'bare' }

/** What the statements behind an edge amount to. In a file without statements nothing is computed of any edge. */
export const agreementAt = (graph: Graph, edge: number): Agreement =>
  graph.statements.count === 0 ? bare : edgeAgreements(graph)[edge]!
