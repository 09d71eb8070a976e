import { message, type Message } from '../../messages/message'

/** Kinds of records that faults name. */
export type RecordKind = 'node' | 'edge' | 'statement' | 'source' | 'dispute'

/** Two records of a kind have the same id. */
export const duplicateId = (kind: RecordKind, id: string): Message =>
  message('readFaults', 'duplicateId', { kind: message('readFaults', kind), id })

/** A record refers to another one that does not exist. */
export const unknownReference = (kind: RecordKind, id: string, targetKind: RecordKind, target: string): Message =>
  message('readFaults', 'unknownReference', {
    kind: message('readFaults', kind),
    id,
    targetKind: message('readFaults', targetKind),
    target,
  })
