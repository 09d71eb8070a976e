/** One text of a catalogue: its path inside the namespace, and the text or the function that makes it. */
export interface CatalogueEntry {
  readonly path: string
  readonly value: unknown
}

/** Every text of a catalogue, records inside records included. */
export function entriesOf(catalogue: object, prefix = ''): CatalogueEntry[] {
  return Object.entries(catalogue).flatMap(([key, value]: [string, unknown]) => {
    const path = prefix === '' ? key : `${prefix}.${key}`
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? entriesOf(value, path)
      : [{ path, value }]
  })
}

/** Values of every kind that messages take, so that a function reads all its arguments in one call or another. */
const samples: readonly unknown[] = [
  0,
  1,
  2,
  1234,
  'x',
  '',
  true,
  false,
  undefined,
  ['a'],
  ['a', 'b', 'c'],
  [],
  { amount: 1, unit: 'USD' },
]

/** The named arguments that a message reads, however it branches. */
export function argumentsRead(make: (args: never) => unknown): string[] {
  const read = new Set<string>()
  const call = (valueOf: (name: string) => unknown) => {
    const args = new Proxy(
      {},
      {
        get: (_, name) => {
          read.add(String(name))
          return valueOf(String(name))
        },
      },
    )
    try {
      make(args as never)
    } catch {
      // A sample of another type than the message expects.
    }
  }
  for (const sample of samples) call(() => sample)
  // Each argument set apart from the others, so that a branch on one does not hide another.
  for (const name of Array.from(read))
    for (const one of samples) for (const rest of samples) call((each) => (each === name ? one : rest))
  return [...read].sort()
}

/** What a message can say: the text itself, or what its function returns for samples that it accepts. */
export function textsMadeBy(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'function') return []
  const made = new Set<string>()
  const numbers = new Proxy({}, { get: () => 3 })
  const words = new Proxy({}, { get: () => '名' })
  const lists = new Proxy({}, { get: () => ['名'] })
  for (const args of [numbers, words, lists])
    try {
      const text: unknown = (value as (args: unknown) => unknown)(args)
      if (typeof text === 'string') made.add(text)
    } catch {
      // A sample of another type than the message expects.
    }
  return [...made]
}
