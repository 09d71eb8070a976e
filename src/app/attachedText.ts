import { splitParagraphs } from '../scene/sources/passages'

/** Texts that a reader attached stay in this browser; nothing that leaves the program has them. */
const keyOf = (dataset: string, source: string): string => `kizuna:text:${dataset}:${source}`

/** The paragraphs of the text that was attached to a source; undefined where none was. */
export function readAttachedText(dataset: string, source: string): readonly string[] | undefined {
  const stored = localStorage.getItem(keyOf(dataset, source))
  if (stored === null) return undefined
  try {
    const paragraphs: unknown = JSON.parse(stored)
    return Array.isArray(paragraphs) && paragraphs.every((each) => typeof each === 'string') ? paragraphs : undefined
  } catch {
    return undefined
  }
}

/** Attaches the text of a file, plain or HTML; throws where it has no words or the browser has no room for it. */
export async function storeAttachedText(dataset: string, source: string, file: File): Promise<readonly string[]> {
  const text = await file.text()
  const html = /\.x?html?$/i.test(file.name) || /^\s*<(!doctype|html)/i.test(text)
  const paragraphs = html ? paragraphsOfHtml(text) : splitParagraphs(text)
  if (paragraphs.length === 0) throw new Error(`${file.name} has no text in it. Drop a plain text or an HTML file.`)
  try {
    localStorage.setItem(keyOf(dataset, source), JSON.stringify(paragraphs))
  } catch {
    throw new Error('This browser has no room left for the text. Take another attached text away first.')
  }
  return paragraphs
}

/** Takes an attached text away again. */
export const removeAttachedText = (dataset: string, source: string): void =>
  localStorage.removeItem(keyOf(dataset, source))

const blocks = 'p, li, h1, h2, h3, h4, h5, h6, blockquote, td, figcaption, dd, dt'

/** What a page says, block by block. It is parsed and never shown as HTML: scripts do not run, nothing is fetched. */
function paragraphsOfHtml(text: string): string[] {
  const page = new DOMParser().parseFromString(text, 'text/html')
  for (const silent of page.querySelectorAll('script, style, nav, header, footer, aside, form')) silent.remove()
  const found = [...page.querySelectorAll(blocks)].filter((block) => block.querySelector(blocks) === null)
  const said = found.map((block) => (block.textContent ?? '').replace(/\s+/g, ' ').trim()).filter((each) => each !== '')
  return said.length > 0 ? said : splitParagraphs(page.body.textContent ?? '')
}
