/** Colours by role, the same as in ui/tokens.css; a test compares both. */
export interface ColourPalette {
  readonly paper: string
  readonly panel: string
  readonly raised: string
  readonly ink: string
  readonly inkSoft: string
  readonly inkFaint: string
  readonly accent: string
  readonly contested: string
  readonly contestedInk: string
  readonly pictogram: string
  readonly rule: string
  readonly hair: string
  readonly family: Readonly<Record<string, string>>
  readonly line: Readonly<Record<'sure' | 'likely' | 'said' | 'unclear' | 'not' | 'bare' | 'dim', string>>
  /** Opacity of edges if nothing is selected. */
  readonly edgeOpacity: number
  /** Share of its own colour in a dimmed node; the rest is paper. */
  readonly familyDim: number
  /** For types of opened files, which have no family: the hues of Okabe and Ito, spread in lightness. */
  readonly others: readonly string[]
  /** For nodes without a value, or with one too rare for a colour of its own. */
  readonly other: string
  /** For numbers from the lowest to the highest: three colours, between which the others are interpolated. */
  readonly ramp: readonly [string, string, string]
}

const light: ColourPalette = {
  paper: '#faf9f6',
  panel: '#f5f3ee',
  raised: '#fffefc',
  ink: '#1d1c1a',
  inkSoft: '#55524b',
  inkFaint: '#6a665d',
  accent: '#3f3ba6',
  contested: '#b83a0b',
  contestedInk: '#ffffff',
  pictogram: '#ffffff',
  rule: '#cbc6ba',
  hair: '#e4e0d7',
  family: {
    actor: '#1d7ab7',
    project: '#ac6900',
    policy: '#7d1c69',
    event: '#0f6d50',
    place: '#797572',
    sector: '#9c8c46',
    idea: '#398eb9',
  },
  line: {
    sure: '#45423c',
    likely: '#5b6273',
    said: '#7a6a55',
    unclear: '#6f6b62',
    not: '#6f6b62',
    bare: '#6f6b62',
    dim: '#d9d5cb',
  },
  edgeOpacity: 0.62,
  familyDim: 0.34,
  others: [
    '#1d7ab7',
    '#ac6900',
    '#0f6d50',
    '#7d1c69',
    '#9c8c46',
    '#797572',
    '#8a4b2a',
    '#4d5fa8',
    '#2f8f8a',
    '#a04d79',
  ],
  other: '#b3aea3',
  ramp: ['#c6cfca', '#5b97a2', '#123c52'],
}

const dark: ColourPalette = {
  paper: '#14171b',
  panel: '#191d22',
  raised: '#20252b',
  ink: '#eceae4',
  inkSoft: '#b9bcbf',
  inkFaint: '#979da4',
  accent: '#aba9ff',
  contested: '#ff8b5e',
  contestedInk: '#14171b',
  pictogram: '#14171b',
  rule: '#3a4149',
  hair: '#272d33',
  family: {
    actor: '#1f9ae2',
    project: '#cc7712',
    policy: '#f6b0d6',
    event: '#33c397',
    place: '#8b887b',
    sector: '#d5d36b',
    idea: '#4a9ac6',
  },
  line: {
    sure: '#d2d0ca',
    likely: '#a3acc0',
    said: '#b7a58b',
    unclear: '#989da2',
    not: '#989da2',
    bare: '#989da2',
    dim: '#2e343b',
  },
  edgeOpacity: 0.66,
  familyDim: 0.4,
  others: [
    '#1f9ae2',
    '#cc7712',
    '#33c397',
    '#f6b0d6',
    '#d5d36b',
    '#8b887b',
    '#d08a63',
    '#96a5ea',
    '#5cc4bd',
    '#dd8ab5',
  ],
  other: '#565e67',
  ramp: ['#37434a', '#4c94a6', '#d9f2ea'],
}

export const colourPalettes: Readonly<Record<'light' | 'dark', ColourPalette>> = { light, dark }

/** A colour of six hexadecimal digits as red, green and blue from 0 to 1. */
export const parseHexColour = (hex: string): [number, number, number] => {
  const value = parseInt(hex.slice(1), 16)
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255]
}

/** A mix of two colours, as hexadecimal digits; `share` is that of `one`. */
export function mixColours(one: string, other: string, share: number): string {
  const [from, to] = [parseHexColour(other), parseHexColour(one)]
  const part = (at: number) =>
    Math.round((from[at]! + (to[at]! - from[at]!) * share) * 255)
      .toString(16)
      .padStart(2, '0')
  return `#${part(0)}${part(1)}${part(2)}`
}

/** Families in the order of their slots in `paletteColours`. */
export const nodeFamilies = ['actor', 'project', 'policy', 'event', 'place', 'sector', 'idea'] as const

/** Number of colours in a ramp. */
export const rampColourCount = 32

/** The first slot of each kind of colour in `paletteColours`. */
export const paletteOffsets = {
  family: 0,
  others: nodeFamilies.length,
  other: nodeFamilies.length + 10,
  ramp: nodeFamilies.length + 11,
} as const

/** The number of colours in `paletteColours`. */
export const paletteColourCount = paletteOffsets.ramp + rampColourCount

const coloursByPalette = new WeakMap<ColourPalette, readonly string[]>()

/** Every colour that a node can have, in the order of the slots that `NodeStyles.colour` refers to. Memoised. */
export function paletteColours(palette: ColourPalette): readonly string[] {
  const colours = coloursByPalette.get(palette) ?? allColours(palette)
  coloursByPalette.set(palette, colours)
  return colours
}

function allColours(palette: ColourPalette): readonly string[] {
  const [low, middle, high] = palette.ramp
  const ramp = Array.from({ length: rampColourCount }, (_, at) => {
    const share = (2 * at) / (rampColourCount - 1)
    return share <= 1 ? mixColours(middle, low, share) : mixColours(high, middle, share - 1)
  })
  return [...nodeFamilies.map((family) => palette.family[family]!), ...palette.others, palette.other, ...ramp]
}
