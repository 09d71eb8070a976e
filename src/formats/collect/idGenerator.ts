/** Ids made of texts: the same text the same id, different texts different ids, in order of first appearance. */
export class IdGenerator {
  readonly #ids = new Map<string, string>()
  readonly #taken = new Set<string>()

  idFor(text: string): string {
    const known = this.#ids.get(text)
    if (known !== undefined) return known
    const slug = this.slug(text)
    let id = slug
    for (let turn = 2; this.#taken.has(id); turn++) id = `${slug}-${turn}`
    this.#taken.add(id)
    this.#ids.set(text, id)
    return id
  }

  get entries(): readonly { readonly id: string; readonly text: string }[] {
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
