import { bestLanguage, languages, type Language } from '../messages/language'

const key = 'kizuna:language'

/** The language that the reader chose before; undefined if none was chosen, or if the browser stores nothing. */
function storedLanguage(): Language | undefined {
  try {
    const stored = localStorage.getItem(key)
    return languages.find((each) => each === stored)
  } catch {
    return undefined
  }
}

/** Older addresses carried the language; it is still read, for that visit. */
const languageInQuery = (query: string): Language | undefined => {
  const asked = new URLSearchParams(query).get('lang')
  return languages.find((each) => each === asked)
}

/** The interface's language at the start of a visit: what an older address asks for, the reader's choice, or the browser's languages. */
export const initialLanguage = (query: string): Language =>
  languageInQuery(query) ?? storedLanguage() ?? bestLanguage(navigator.languages)

/** Sets the language of the document, so that browsers and screen readers know it. */
export function applyDocumentLanguage(language: Language): void {
  document.documentElement.lang = language
}

/** Remembers the reader's choice in this browser; one that stores nothing only forgets it. */
export function storeLanguage(language: Language): void {
  try {
    localStorage.setItem(key, language)
  } catch {
    // Storage is refused: the choice holds for this visit.
  }
}
