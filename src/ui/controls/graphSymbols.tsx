import { nodeFamilies } from '../../drawing/colourPalette'
import { lineDashes, shapeOfFamily } from '../../drawing/nodeStyles'
import { shapePath } from '../../drawing/shapePath'
import type { LineStyle } from '../../model/lineStyle'
import { typeColours } from '../../scene/canvas/typeColours'
import classes from './graphSymbols.module.css'
import { useWorkspace } from './useApp'

interface FamilyIconProps {
  /** Id of the family; empty if the type has none. */
  readonly family: string
  /** Id of the type: it determines the colour if the family has no symbol. */
  readonly type?: string
  /** In CSS pixels. */
  readonly size?: number
}

/** The shape and colour of a family, as on the canvas. Screen readers ignore it, so there must be text next to it. */
export function FamilyIcon({ family, type = '', size = 14 }: FamilyIconProps) {
  const hasSymbol = nodeFamilies.some((each) => each === family)
  return (
    <svg className={classes.sign} viewBox="-8 -8 16 16" width={size} height={size} aria-hidden="true">
      {hasSymbol ? (
        <path
          className={classes[shapeOfFamily(family)]}
          d={shapePath(shapeOfFamily(family), 6)}
          fill={`var(--${family})`}
        />
      ) : (
        <TypeDisc type={type} />
      )}
    </svg>
  )
}

/** A disc in the colour of the type on the canvas, for types of opened files, which have no family. */
function TypeDisc({ type }: { readonly type: string }) {
  const colour = typeColours(useWorkspace(({ graph }) => graph)).get(type)
  const fill = colour ? `light-dark(${colour.light}, ${colour.dark})` : 'var(--bar)'
  return <circle r="6" style={{ fill }} />
}

interface EdgeLineSampleProps {
  readonly line: LineStyle
  /** Length in CSS pixels. */
  readonly width?: number
}

/** A sample of a line style. Everywhere, a status is shown by this sample and a word. */
export function EdgeLineSample({ line, width = 26 }: EdgeLineSampleProps) {
  const y = line === 'not' ? [3.4, 6.6] : [5]
  return (
    <svg className={classes.sign} viewBox={`0 0 ${width} 10`} width={width} height="10" aria-hidden="true">
      <path
        d={y.map((each) => `M1 ${each}H${width - 1}`).join('')}
        fill="none"
        stroke={`var(--edge-${line === 'bare' ? 'unclear' : line})`}
        strokeWidth={line === 'unclear' ? 2.2 : line === 'not' ? 1.1 : 1.8}
        strokeDasharray={lineDashes[line].join(' ')}
        strokeLinecap={line === 'unclear' ? 'round' : 'butt'}
      />
    </svg>
  )
}

/** The mark of an edge or figure whose statements contradict each other. */
export const ContestedIcon = ({ size = 14 }: { readonly size?: number }) => (
  <svg className={classes.sign} viewBox="-8 -8 16 16" width={size} height={size} aria-hidden="true">
    <circle r="7" fill="var(--contested)" />
    <path
      d="M-3 -1.5h6M-3 1.5h6M1.7 -3.9L-1.7 3.9"
      fill="none"
      stroke="var(--contested-ink)"
      strokeWidth="1.4"
      strokeLinecap="round"
    />
  </svg>
)

/** The widths of edges by the number of their independent sources. */
export const EdgeWidthSample = () => (
  <svg className={classes.sign} viewBox="0 0 26 12" width="26" height="12" aria-hidden="true">
    <g fill="none" stroke="var(--edge-sure)">
      <path d="M1 1.5H25" strokeWidth="1.1" />
      <path d="M1 5.5H25" strokeWidth="1.8" />
      <path d="M1 10H25" strokeWidth="2.6" />
    </g>
  </svg>
)
