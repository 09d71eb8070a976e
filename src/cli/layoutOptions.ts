import { didYouMean } from '../formats/dataset/datasetFault'
import { formats } from '../formats/formats'
import { layoutNames, type LayoutName } from '../scene/view/view'
import { UsageFault } from './cliCommand'

/** A layout as a call asks for it. */
export interface CliLayoutOptions {
  readonly name: LayoutName
  /** Only for `radial`: the id of the node in the middle. */
  readonly centre?: string | undefined
  /** Only for `time`: the column, by id or by name. */
  readonly by?: string | undefined
  /** Only for `force`: iterations, from 1 up. */
  readonly steps?: number | undefined
  /** Nodes are spread apart afterwards. */
  readonly apart: boolean
}

/** What `parseArgs` is to know where a layout can be asked for. */
export const layoutArgsConfig = {
  layout: { type: 'string' },
  centre: { type: 'string' },
  by: { type: 'string' },
  steps: { type: 'string' },
  apart: { type: 'boolean' },
} as const

export const layoutUsage = '[--layout NAME [--centre NODE | --by COLUMN | --steps N]] [--apart]'

export interface LayoutArgValues {
  readonly layout?: string | undefined
  readonly centre?: string | undefined
  readonly by?: string | undefined
  readonly steps?: string | undefined
  readonly apart?: boolean | undefined
}

const onlyFor = { centre: 'radial', by: 'time', steps: 'force' } as const

/** Whether a kind of file holds where the nodes are. */
const holdsPlaces = (to: string): boolean => {
  const format = formats.find(({ id }) => id === to)
  return to === 'svg' || (format !== undefined && !format.losses?.includes('places'))
}

/** The layout that is asked for, if one is. What does not go together, or into such a file, is a call that cannot be understood. */
export function parseLayoutOptions(values: LayoutArgValues, to: string): CliLayoutOptions | undefined {
  const name = nameOf(values)
  for (const option of ['centre', 'by', 'steps'] as const)
    if (values[option] !== undefined && name !== onlyFor[option])
      throw new UsageFault(`--${option} goes with --layout ${onlyFor[option]}`)
  if (name === undefined) return undefined
  if (!holdsPlaces(to)) throw new UsageFault(`${to} holds no places, so no layout can be chosen for it`)
  const { centre, by, apart = false } = values
  return { name, centre, by, steps: stepsOf(values), apart }
}

/** Spreading apart alone is done to the prepared places. */
function nameOf({ layout, apart }: LayoutArgValues): LayoutName | undefined {
  const wanted = layout ?? (apart ? 'prepared' : undefined)
  const name = layoutNames.find((each) => each === wanted)
  if (name !== undefined || wanted === undefined) return name
  throw new UsageFault(
    `--layout: "${wanted}" is no layout${didYouMean(wanted, layoutNames)}; there are ${layoutNames.join(', ')}`,
  )
}

function stepsOf({ steps }: LayoutArgValues): number | undefined {
  if (steps === undefined) return undefined
  const number = Number(steps)
  if (steps.trim() !== '' && Number.isInteger(number) && number > 0) return number
  throw new UsageFault(`--steps: "${steps}" is no number from 1 up`)
}
