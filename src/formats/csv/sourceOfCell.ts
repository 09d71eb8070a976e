import type { Source } from '../../model/records'

/** Title and address of the source that a cell names: an address is both, and one beside a text is its address. */
export function sourceOfCell(cell: string): Pick<Source, 'title' | 'url'> {
  const url = /https?:\/\/[^\s<>"']+/i.exec(cell)?.[0].replace(/[).,;]+$/, '')
  if (url === undefined || !URL.canParse(url)) return { title: cell }
  const title = cell.replace(url, '').replace(/^[\s,;:([<-]+|[\s,;:)\]>-]+$/g, '')
  return { title: title === '' ? url : title, url }
}
