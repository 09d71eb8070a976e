import { message, type Message } from '../messages/message'
import { splitParagraphs } from '../scene/sources/passages'

/** Attached texts stay in this browser's storage, by data set and source; no export includes them. */
const storageKey = (dataset: string, source: string): string => `kizuna:text:${dataset}:${source}`

/** The paragraphs of the text that is attached to a source; undefined if there is none. */
export function readStoredAttachedText(dataset: string, source: string): readonly string[] | undefined {
  const stored = localStorage.getItem(storageKey(dataset, source))
  if (stored === null) return undefined
  try {
    const paragraphs: unknown = JSON.parse(stored)
    return Array.isArray(paragraphs) && paragraphs.every((each) => typeof each === 'string') ? paragraphs : undefined
  } catch {
    return undefined
  }
}

/** The stored paragraphs, or why nothing was stored. */
type AttachmentResult = { readonly paragraphs: readonly string[] } | { readonly error: Message }

/** Stores the text of a plain text or HTML file. Never rejects: what is wrong with the file or the storage is in the result. */
export async function storeAttachedText(dataset: string, source: string, file: File): Promise<AttachmentResult> {
  const text = await file.text().catch(() => undefined)
  if (text === undefined) return { error: message('sources', 'unreadableText', { file: file.name }) }
  const isHtml = /\.x?html?$/i.test(file.name) || /^\s*<(!doctype|html)/i.test(text)
  const paragraphs = isHtml ? paragraphsOfHtml(text) : splitParagraphs(text)
  if (paragraphs.length === 0) return { error: message('sources', 'emptyText', { file: file.name }) }
  try {
    localStorage.setItem(storageKey(dataset, source), JSON.stringify(paragraphs))
  } catch {
    return { error: message('sources', 'noRoomForText') }
  }
  return { paragraphs }
}

/** Deletes an attached text. */
export const removeAttachedText = (dataset: string, source: string): void =>
  localStorage.removeItem(storageKey(dataset, source))

const blocks = 'p, li, h1, h2, h3, h4, h5, h6, blockquote, td, figcaption, dd, dt'

/** The text of a page, one paragraph for each innermost block. It is parsed but never shown as HTML: scripts do not run, nothing is fetched. */
function paragraphsOfHtml(text: string): string[] {
  const page = new DOMParser().parseFromString(text, 'text/html')
  for (const element of page.querySelectorAll('script, style, nav, header, footer, aside, form')) element.remove()
  const innermost = [...page.querySelectorAll(blocks)].filter((block) => block.querySelector(blocks) === null)
  const paragraphs = innermost
    .map((block) => (block.textContent ?? '').replace(/\s+/g, ' ').trim())
    .filter((each) => each !== '')
  return paragraphs.length > 0 ? paragraphs : splitParagraphs(page.body.textContent ?? '')
}
