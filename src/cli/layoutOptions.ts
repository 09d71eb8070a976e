import { formats } from '../formats/formats'
import { layoutNames, type LayoutName } from '../scene/view/view'
import type { CliOptions, OptionValues } from './argumentParser'
import { UsageFault } from './cliFaults'

/** A layout as the command line asks for it. */
export interface CliLayoutOptions {
  readonly name: LayoutName
  /** Only for `radial`: the id of the node in the centre. */
  readonly centre?: string | undefined
  /** Only for `time`: the column, by id or by name. */
  readonly by?: string | undefined
  /** Only for `force`: the number of iterations, 1 or more. */
  readonly steps?: number | undefined
  /** Whether overlaps of nodes are removed afterwards. */
  readonly apart: boolean
}

/** The options of every command that can lay out a graph. */
export const layoutCliOptions = {
  layout: {
    kind: 'choice',
    value: 'LAYOUT',
    choices: layoutNames,
    summary: 'the layout of pictures, and of formats that hold positions',
  },
  centre: { kind: 'text', value: 'NODE', summary: 'with --layout radial: the node in the centre' },
  by: { kind: 'text', value: 'COLUMN', summary: 'with --layout time: the dates or numbers along the axis' },
  steps: { kind: 'count', value: 'N', summary: 'with --layout force: the number of iterations' },
  apart: { kind: 'flag', summary: 'move nodes slightly so that none overlap' },
} as const satisfies CliOptions

const layoutOfOption = { centre: 'radial', by: 'time', steps: 'force' } as const

/** Whether a kind of file holds the positions of nodes. */
const holdsPositions = (to: string): boolean => {
  const format = formats.find(({ id }) => id === to)
  return to === 'svg' || (format !== undefined && !format.losses?.includes('positions'))
}

/**
 * The layout that was asked for; undefined if none was.
 * @throws UsageFault if options contradict each other, or the file cannot hold positions
 */
export function parseLayoutOptions(
  values: OptionValues<typeof layoutCliOptions>,
  to: string,
): CliLayoutOptions | undefined {
  const { layout, centre, by, steps, apart = false } = values
  // --apart alone removes the overlaps of the prepared positions.
  const name = layoutNames.find((each) => each === (layout ?? (apart ? 'prepared' : undefined)))
  for (const option of ['centre', 'by', 'steps'] as const)
    if (values[option] !== undefined && name !== layoutOfOption[option])
      throw new UsageFault(`--${option} needs --layout ${layoutOfOption[option]}`)
  if (name === undefined) return undefined
  if (!holdsPositions(to)) throw new UsageFault(`${to} files hold no positions, so they cannot have a layout`)
  return { name, centre, by, steps, apart }
}
