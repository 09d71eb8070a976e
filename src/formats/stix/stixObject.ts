import { message } from '../../messages/message'
import type { GraphCollector } from '../collect/graphCollector'

export type StixRecord = Readonly<Record<string, unknown>>

export interface StixObject {
  readonly id: string
  readonly type: string
  readonly fields: StixRecord
}

export const isStixRecord = (value: unknown): value is StixRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The objects of a bundle that have an id and a type. */
export function stixObjectsIn(bundle: unknown, collector: GraphCollector): StixObject[] {
  const objects = isStixRecord(bundle) && Array.isArray(bundle['objects']) ? (bundle['objects'] as unknown[]) : []
  return objects.flatMap((value, at) => {
    const { id, type } = isStixRecord(value) ? value : {}
    if (isStixRecord(value) && typeof id === 'string' && typeof type === 'string') return [{ id, type, fields: value }]
    collector.repair('left out', message('files', 'exampleNode', { number: at + 1 }), message('formats', 'stixLeftOut'))
    return []
  })
}
