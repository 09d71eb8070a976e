import type { EdgeDirection } from '../../model/enumerations'
import type { AttributeValue } from '../../model/records'

export type RecordCells = Record<string, AttributeValue>

export interface ImportedNode {
  readonly id: string
  readonly label?: string | undefined
  readonly x?: number | undefined
  readonly y?: number | undefined
  readonly cells: RecordCells
}

export interface ImportedEdge {
  readonly id?: string | undefined
  readonly source: string
  readonly target: string
  readonly direction: EdgeDirection
  readonly label?: string | undefined
  readonly cells: RecordCells
}

/** The content of a small file without evidence. */
export interface GraphRecords {
  readonly name: string
  readonly title?: string | undefined
  readonly nodes: readonly ImportedNode[]
  readonly edges: readonly ImportedEdge[]
}
