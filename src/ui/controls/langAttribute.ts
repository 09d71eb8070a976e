/** The language of a name for a screen reader, where it is not the page's: Japanese by its letters. */
export const langOf = (text: string): 'ja' | undefined =>
  /[\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f]/.test(text) ? 'ja' : undefined
