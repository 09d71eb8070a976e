import { createElement, Fragment, type ReactNode } from 'react'
import { langAttribute } from '../controls/langAttribute'
import { useTexts } from '../controls/useTexts'

interface DataTextProps {
  readonly children: string
  readonly className?: string | undefined
}

/** Text from the data, with its language if that is not the page's. */
export function DataText({ children, className }: DataTextProps) {
  const { language } = useTexts()
  return (
    <span className={className} dir="auto" lang={langAttribute(children, language)}>
      {children}
    </span>
  )
}

/** The pieces of a message that has links or data text in it. */
export const MessagePieces = ({ pieces }: { readonly pieces: readonly ReactNode[] }) =>
  createElement(Fragment, null, ...pieces)
