/** A node that a search found, and the name that matched. */
export interface Hit {
  readonly node: string
  readonly name: string
}
