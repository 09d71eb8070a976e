import type { ForeignEdge } from './graphRecords'

/** Ids made of texts: the same text the same id, different texts different ids, in order of first appearance. */
export class Ids {
  readonly #ids = new Map<string, string>()
  readonly #taken = new Set<string>()

  of(text: string): string {
    const known = this.#ids.get(text)
    if (known !== undefined) return known
    const slug = this.slug(text)
    let id = slug
    for (let turn = 2; this.#taken.has(id); turn++) id = `${slug}-${turn}`
    this.#taken.add(id)
    this.#ids.set(text, id)
    return id
  }

  get all(): readonly { readonly id: string; readonly text: string }[] {
    return [...this.#ids].map(([text, id]) => ({ id, text }))
  }

  slug(text: string): string {
    const plain = text
      .normalize('NFKD')
      .replace(/\p{Mn}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
    return plain || 'other'
  }
}

/** Ids of edges as the file gives them; made of their ends where it gives none or one twice. */
export class EdgeIds {
  readonly #taken: Set<string>
  readonly #given = new Set<string>()
  constructor(edges: readonly ForeignEdge[]) {
    this.#taken = new Set(edges.flatMap(({ id }) => id ?? []))
  }

  of({ id, source, target }: ForeignEdge): string {
    if (id !== undefined && !this.#given.has(id)) {
      this.#given.add(id)
      return id
    }
    let made = `${source}--${target}`
    for (let turn = 2; this.#taken.has(made); turn++) made = `${source}--${target}--${turn}`
    this.#taken.add(made)
    return made
  }
}
