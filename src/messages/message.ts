import type { Catalogues, Namespace } from './catalogues'

/** What a message may be given: text, numbers, lists of text, and further messages, which are put into words first. */
export type MessageArgument =
  string | number | boolean | undefined | readonly string[] | readonly number[] | Message | readonly Message[]

/** A text that has not been put into words yet: plain data, so that it crosses from a worker and can be kept. */
export interface Message {
  readonly namespace: Namespace
  readonly id: string
  readonly args?: Readonly<Record<string, MessageArgument>>
}

/** Where a catalogue wants text, a message may still be one that is not yet in words. */
type Unworded<Value> = Value extends string
  ? Value | Message
  : Value extends readonly string[]
    ? readonly (string | Message)[]
    : Value
type Arguments<Entry> = Entry extends (args: infer Given) => string
  ? [args: { readonly [Key in keyof Given]: Unworded<Given[Key]> }]
  : Entry extends string
    ? []
    : never

/** The ids of a namespace that can be made into messages: plain texts, and functions of one object of arguments. */
export type MessageId<Space extends Namespace> = {
  [Id in keyof Catalogues[Space]]: Catalogues[Space][Id] extends string | ((args: never) => string) ? Id : never
}[keyof Catalogues[Space]] &
  string

/** A message by its namespace, its id, and the arguments that its text takes. */
export function message<Space extends Namespace, Id extends MessageId<Space>>(
  namespace: Space,
  id: Id,
  ...args: Arguments<Catalogues[Space][Id]>
): Message {
  const [given] = args as readonly [Message['args']?]
  return given === undefined ? { namespace, id } : { namespace, id, args: given }
}

/** Whether a value is a message that has not been put into words. */
export const isMessage = (value: unknown): value is Message =>
  typeof value === 'object' && value !== null && 'namespace' in value && 'id' in value

/** The namespaces that a message and its arguments need, each once. */
export function namespacesOf({ namespace, args = {} }: Message): Namespace[] {
  const nested = Object.values(args)
    .flat()
    .flatMap((value) => (isMessage(value) ? namespacesOf(value) : []))
  return [...new Set([namespace, ...nested])]
}

/**
 * A message in words. `catalogueOf` gives the catalogues of one language, which must be loaded. A message that the
 * catalogue lacks (made by another version, say) is shown by its id and never throws.
 */
export function formatMessage(
  { namespace, id, args }: Message,
  catalogueOf: (namespace: Namespace) => Catalogues[Namespace] | undefined,
): string {
  const catalogue = catalogueOf(namespace)
  const entry: unknown = catalogue && Object.hasOwn(catalogue, id) ? catalogue[id as keyof typeof catalogue] : undefined
  if (typeof entry === 'string') return entry
  if (typeof entry !== 'function') return `${namespace}.${id}`
  const worded = Object.entries(args ?? {}).map(([name, value]) => [name, inWords(value, catalogueOf)])
  return String((entry as (args: unknown) => string)(Object.fromEntries(worded)))
}

function inWords(value: MessageArgument, catalogueOf: Parameters<typeof formatMessage>[1]): unknown {
  if (isMessage(value)) return formatMessage(value, catalogueOf)
  return Array.isArray(value) ? value.map((each: MessageArgument) => inWords(each, catalogueOf)) : value
}
