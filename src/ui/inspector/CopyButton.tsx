import { useEffect, useState } from 'react'
import controls from '../controls/controls.module.css'
import { Icon } from '../controls/Icon'
import { useApp } from '../controls/useApp'

const asked = 'Copy with sources'

/** Copies a text with its sources, and says for a while what became of it. */
export function CopyButton({ text }: { readonly text: () => string }) {
  const [said, setSaid] = useState(asked)
  useEffect(() => {
    const timer = setTimeout(() => setSaid(asked), 2500)
    return () => clearTimeout(timer)
  }, [said])
  const copy = () =>
    navigator.clipboard.writeText(text()).then(
      () => setSaid('Copied'),
      () => setSaid('Copying is not allowed here'),
    )
  return (
    <button type="button" className={controls.button} onClick={() => void copy()}>
      <Icon name={said === 'Copied' ? 'check' : 'copy'} /> <span aria-live="polite">{said}</span>
    </button>
  )
}

/** Copies the address, which opens this very view. */
export function CopyLinkButton() {
  const app = useApp()
  return (
    <button
      type="button"
      className={controls.square}
      aria-label="Copy link"
      title="Copy the address of this view"
      onClick={() => void app.copyAddress()}
    >
      <Icon name="link" />
    </button>
  )
}
