import { useEffect, useState } from 'react'
import controls from '../controls/controls.module.css'
import { Icon } from '../controls/Icon'
import { useApp } from '../controls/useApp'
import { useTexts } from '../controls/useTexts'

/** How long the result of copying is shown, in ms. */
const resultDuration = 2500

/** Copies a text with its sources and shows for a moment whether that worked. */
export function CopyButton({ text }: { readonly text: () => string }) {
  const { inspector } = useTexts()
  const [result, setResult] = useState<'copied' | 'copyBlocked'>()
  useEffect(() => {
    const timer = setTimeout(() => setResult(undefined), resultDuration)
    return () => clearTimeout(timer)
  }, [result])
  const copy = () =>
    navigator.clipboard.writeText(text()).then(
      () => setResult('copied'),
      () => setResult('copyBlocked'),
    )
  return (
    <button type="button" className={controls.button} onClick={() => void copy()}>
      <Icon name={result === 'copied' ? 'check' : 'copy'} />{' '}
      <span aria-live="polite">{inspector[result ?? 'copyWithSources']}</span>
    </button>
  )
}

/** Copies the address, which opens this same view. */
export function CopyLinkButton() {
  const app = useApp()
  const { inspector } = useTexts()
  return (
    <button
      type="button"
      className={controls.square}
      aria-label={inspector.copyLink}
      title={inspector.copyLinkHint}
      onClick={() => void app.share()}
    >
      <Icon name="link" />
    </button>
  )
}
