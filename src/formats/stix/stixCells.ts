import type { AttributeValue } from '../../model/records'
import type { RecordCells } from '../collect/graphRecords'
import { isStixRecord, type StixRecord } from './stixObject'

/** Names of the property that an object is called by, the best first. */
const labelNames = [
  'name',
  'value',
  'path',
  'key',
  'subject',
  'display_name',
  'account_login',
  'user_id',
  'command_line',
  'opinion',
  'abstract',
  'pattern',
]

/** What an object is called by; undefined if it has no name. */
export function stixLabel(fields: StixRecord): string | undefined {
  for (const name of labelNames) {
    const value = fields[name]
    if (typeof value === 'string' && value.trim() !== '') return value.trim()
  }
  const { hashes } = fields
  const hash = isStixRecord(hashes) ? Object.values(hashes)[0] : undefined
  return typeof hash === 'string' ? hash : undefined
}

/** The properties of an object as cells: texts, numbers and lists as they are; what is nested as short texts. */
export const stixCells = (fields: StixRecord): RecordCells =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]): [string, AttributeValue][] => {
      if (value === null || value === undefined) return []
      if (Array.isArray(value)) return value.length === 0 ? [] : [[name, value.map(textOfItem)]]
      return [[name, typeof value === 'number' ? value : textOfItem(value)]]
    }),
  )

/** An item of a list: a text, a phase of a kill chain, a reference to somewhere else, or JSON. */
function textOfItem(value: unknown): string {
  if (!isStixRecord(value)) return typeof value === 'object' ? JSON.stringify(value) : String(value)
  if (typeof value['phase_name'] === 'string') return `${String(value['kill_chain_name'])}: ${value['phase_name']}`
  const { source_name: source, external_id: id, url, description, ...others } = value
  if (typeof source !== 'string' || Object.keys(others).length > 0) return JSON.stringify(value)
  return [source, id, url, description].filter((part) => part !== undefined).join(' ')
}
