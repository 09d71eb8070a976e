import { escapeXml } from '../model/escapeXml'
import { formatPathNumber } from './geometry'
import type { Mark, PathMark, TextMark } from './marks'
import type { Picture } from './pictureOfGraph'
import { isRightToLeft } from './textDirection'

const fontFamily =
  "'Inter', 'Inter Variable', 'Noto Sans CJK JP', 'Hiragino Sans', 'Yu Gothic UI', system-ui, sans-serif"

export interface SvgMetadata {
  readonly title: string
  readonly description: string
}

/** Writes a picture as SVG 1.1. Labels remain text. */
export function writeSvg({ width, height, background, marks }: Picture, { title, description }: SvgMetadata): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${formatPathNumber(width)}" height="${formatPathNumber(height)}" viewBox="0 0 ${formatPathNumber(width)} ${formatPathNumber(height)}" font-family="${fontFamily}" role="img">`,
    `<title>${escapeXml(title)}</title>`,
    `<desc>${escapeXml(description)}</desc>`,
    `<rect width="100%" height="100%" fill="${background}"/>`,
    ...marks.map(markElement),
    '</svg>',
    '',
  ].join('\n')
}

const markElement = (mark: Mark): string => (mark.kind === 'path' ? pathElement(mark) : textElement(mark))

function pathElement(mark: PathMark): string {
  const { d, fill, title } = mark
  const attributes = {
    d,
    transform: transformOf(mark),
    fill: fill ?? 'none',
    'fill-rule': fill && d.includes('A') ? 'evenodd' : undefined,
    ...strokeOf(mark),
  }
  if (title === undefined) return `<path${attributeList(attributes)}/>`
  return `<path${attributeList(attributes)}><title>${escapeXml(title)}</title></path>`
}

function transformOf({ x, y, scale }: PathMark): string | undefined {
  const move = x === 0 && y === 0 ? [] : [`translate(${formatPathNumber(x)} ${formatPathNumber(y)})`]
  return [...move, ...(scale === undefined ? [] : [`scale(${formatPathNumber(scale)})`])].join(' ') || undefined
}

function strokeOf({ stroke, width = 1, dash, round, opacity = 1 }: PathMark) {
  return {
    stroke,
    'stroke-width': stroke && formatPathNumber(width),
    'stroke-dasharray': dash?.join(' '),
    'stroke-linecap': round ? 'round' : undefined,
    'stroke-linejoin': round ? 'round' : undefined,
    opacity: opacity === 1 ? undefined : formatPathNumber(opacity),
  }
}

const opposite = { start: 'end', middle: 'middle', end: 'start' } as const

function textElement({ lines, x, y, size, weight, anchor, fill, halo }: TextMark): string {
  const isRtl = isRightToLeft(lines.join(' '))
  const ownAnchor = isRtl ? opposite[anchor] : anchor
  const attributes = {
    x: formatPathNumber(x),
    y: formatPathNumber(y),
    'font-size': formatPathNumber(size),
    'font-weight': weight === 400 ? undefined : String(weight),
    direction: isRtl ? 'rtl' : undefined,
    // A text from right to left starts at its right end.
    'text-anchor': ownAnchor === 'start' ? undefined : ownAnchor,
    fill,
    stroke: halo,
    'stroke-width': halo && '3.5',
    'stroke-linejoin': halo && 'round',
    'paint-order': halo && 'stroke',
  }
  const [first, ...rest] = lines
  const more = rest
    .map((line) => `<tspan x="${formatPathNumber(x)}" dy="${formatPathNumber(size * 1.25)}">${escapeXml(line)}</tspan>`)
    .join('')
  return `<text${attributeList(attributes)}>${escapeXml(first ?? '')}${more}</text>`
}

const attributeList = (attributes: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeXml(value!)}"`)
    .join('')
