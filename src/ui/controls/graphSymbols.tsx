import { lineDashes, shapeOfFamily } from '../../drawing/nodeStyles'
import { shapePath } from '../../drawing/shapePath'
import type { LineStyle } from '../../model/lineStyle'
import { typeColours } from '../../scene/canvas/typeColours'
import classes from './graphSymbols.module.css'
import { useWorkspace } from './useApp'

const families = new Set(['actor', 'project', 'policy', 'event', 'place', 'sector', 'idea'])

interface OfFamily {
  /** Id of the family; empty where the type has none. */
  readonly family: string
  /** Id of the type: it gives the colour where the family is none of the known ones. */
  readonly type?: string
  /** In CSS pixels. */
  readonly size?: number
}

/** The shape and colour of a family, as on the canvas. It says nothing to a screen reader: a word stands beside it. */
export function FamilyIcon({ family, type = '', size = 14 }: OfFamily) {
  const known = families.has(family)
  return (
    <svg className={classes.sign} viewBox="-8 -8 16 16" width={size} height={size} aria-hidden="true">
      {known ? (
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

/** Types of opened files have no family: a disc in the colour that the canvas gives them. */
function TypeDisc({ type }: { readonly type: string }) {
  const colour = typeColours(useWorkspace(({ graph }) => graph)).get(type)
  const fill = colour ? `light-dark(${colour.light}, ${colour.dark})` : 'var(--bar)'
  return <circle r="6" style={{ fill }} />
}

interface OfLine {
  readonly line: LineStyle
  /** Length in CSS pixels. */
  readonly width?: number
}

/** A sample of how an edge of this look is drawn: a status is this and a word, everywhere. */
export function EdgeLineSample({ line, width = 26 }: OfLine) {
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

/** The mark of an edge or figure whose statements cannot all hold. */
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

/** The widths that edges have by the number of their origins. */
export const EdgeWidthSample = () => (
  <svg className={classes.sign} viewBox="0 0 26 12" width="26" height="12" aria-hidden="true">
    <g fill="none" stroke="var(--edge-sure)">
      <path d="M1 1.5H25" strokeWidth="1.1" />
      <path d="M1 5.5H25" strokeWidth="1.8" />
      <path d="M1 10H25" strokeWidth="2.6" />
    </g>
  </svg>
)
