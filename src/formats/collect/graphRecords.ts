import type { Attribute } from '../../model/records'

export type Cells = Record<string, Attribute>

export interface ForeignNode {
  readonly id: string
  readonly label?: string | undefined
  readonly x?: number | undefined
  readonly y?: number | undefined
  readonly cells: Cells
}

export interface ForeignEdge {
  readonly id?: string | undefined
  readonly source: string
  readonly target: string
  readonly directed: boolean
  readonly label?: string | undefined
  readonly cells: Cells
}

/** What a reader found in a file that knows no evidence. */
export interface Foreign {
  readonly name: string
  readonly title?: string | undefined
  readonly nodes: readonly ForeignNode[]
  readonly edges: readonly ForeignEdge[]
}
