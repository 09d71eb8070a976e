/** The languages of the interface. */
export const languages = ['en', 'ja'] as const
export type Language = (typeof languages)[number]

/** The first of a reader's languages (BCP 47 tags, best first) that the interface has; English where it has none. */
export function bestLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const language = languages.find((each) => tag.toLowerCase().split('-')[0] === each)
    if (language) return language
  }
  return 'en'
}
