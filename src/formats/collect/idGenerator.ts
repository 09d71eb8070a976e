/** Makes ids of texts: the same id for the same text, and a different one for every other text. */
export class IdGenerator {
  readonly #ids = new Map<string, string>()
  readonly #taken = new Set<string>()

  idFor(text: string): string {
    const existing = this.#ids.get(text)
    if (existing !== undefined) return existing
    const slug = this.slug(text)
    let id = slug
    for (let suffix = 2; this.#taken.has(id); suffix++) id = `${slug}-${suffix}`
    this.#taken.add(id)
    this.#ids.set(text, id)
    return id
  }

  /** Ids with their texts, in order of first appearance. */
  get entries(): readonly { readonly id: string; readonly text: string }[] {
    return [...this.#ids].map(([text, id]) => ({ id, text }))
  }

  /** Lower-case letters, digits and hyphens of a text; "other" if there are none. */
  slug(text: string): string {
    const slug = text
      .normalize('NFKD')
      .replace(/\p{Mn}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
    return slug || 'other'
  }
}
