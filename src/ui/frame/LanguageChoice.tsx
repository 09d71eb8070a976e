import { languages, type Language } from '../../messages/language'
import controls from '../controls/controls.module.css'
import { useApp } from '../controls/useApp'
import { useTexts } from '../controls/useTexts'

/** Each language in its own words, whatever the interface speaks. */
const languageNames: Readonly<Record<Language, { readonly short: string; readonly name: string }>> = {
  en: { short: 'EN', name: 'English' },
  ja: { short: '日本語', name: '日本語' },
}

/** Switches the language of the interface. */
export function LanguageChoice() {
  const app = useApp()
  const { language, frame } = useTexts()
  return (
    <div className={controls.choices} role="group" aria-label={frame.language}>
      {languages.map((each) => (
        <button
          key={each}
          type="button"
          className={controls.choice}
          lang={each}
          aria-pressed={language === each}
          aria-label={languageNames[each].name}
          onClick={() => void app.setLanguage(each)}
        >
          {languageNames[each].short}
        </button>
      ))}
    </div>
  )
}
