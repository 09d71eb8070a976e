/** The used part of citation-js, which has no types of its own. */
declare module '@citation-js/core' {
  interface Output {
    format(id: string, items: readonly object[], options: { format: 'object' }): Record<string, string>[]
    format(id: string, items: readonly object[]): string
  }
  export const plugins: {
    readonly output: Output
    readonly config: { readonly get: (plugin: string) => { format: Record<string, unknown> } }
    readonly input: { readonly chain: (text: string) => Record<string, unknown>[] }
  }
}
declare module '@citation-js/plugin-bibtex'
declare module '@citation-js/plugin-ris'
