/** The part of citation-js that is used; it comes without types. */
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
