import { useState } from 'react'
import controls from '../controls.module.css'
import { Icon } from '../icons'

/** Copies a text with its sources, and says that it did. */
export function CopyButton({ text }: { readonly text: () => string }) {
  const [done, setDone] = useState<'' | 'Copied' | 'Copying is not allowed here'>('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text())
      setDone('Copied')
    } catch {
      setDone('Copying is not allowed here')
    }
    setTimeout(() => setDone(''), 2500)
  }
  return (
    <button type="button" className={controls.button} onClick={() => void copy()}>
      <Icon name={done === 'Copied' ? 'check' : 'copy'} /> <span aria-live="polite">{done || 'Copy with sources'}</span>
    </button>
  )
}
