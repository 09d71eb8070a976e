import { useRef, useState } from 'react'
import { rangeFault } from '../../analysis/filter/numericRange'
import { groupThousands } from '../../model/value'
import type { FacetDefinition } from '../../scene/filter/facetDefinitions'
import {
  rangeHandleText,
  histogramFacet,
  filterWithRange,
  type HistogramFacet,
} from '../../scene/filter/histogramFacet'
import controls from '../controls/controls.module.css'
import { useApp, useWorkspace } from '../controls/useApp'
import { FacetValueItem } from './FacetValueItem'
import facetClasses from './FacetSection.module.css'
import classes from './RangeFacet.module.css'

/** Numbers or dates: how they spread, and from where to where they are wanted. */
export function RangeFacet({ head: { key } }: { readonly head: FacetDefinition }) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const filter = useWorkspace(({ view }) => view.filter)
  const set = useRange(key)
  const spread = histogramFacet(graph, filter, key)
  if (!spread) return <p className={facetClasses.note}>No row has a number here.</p>
  return (
    <div role="group" aria-label={`Range of ${spread.label}`}>
      <Histogram spread={spread} />
      <div className={classes.slider}>
        <Handle side="from" spread={spread} set={set} />
        <Handle side="to" spread={spread} set={set} />
      </div>
      <div className={classes.fields}>
        <EndField key={`from ${spread.fromText}`} side="from" spread={spread} set={set} />
        <EndField key={`to ${spread.toText}`} side="to" spread={spread} set={set} />
      </div>
      {spread.missingRow && (
        <ul className={facetClasses.rows}>
          <FacetValueItem
            row={spread.missingRow}
            facet={{ countedRows: spread.countedRows, maxTotal: spread.missingRow.total }}
          />
        </ul>
      )}
    </div>
  )
}

/** Sets the range; while a handle moves, only its first place is a step back. */
function useRange(on: string): SetRange {
  const app = useApp()
  const moving = useRef(false)
  return {
    set: (from, to) => {
      const how = moving.current ? 'passing' : undefined
      app.updateView((view) => ({ ...view, filter: filterWithRange(view.filter, on, from, to) }), how)
    },
    begin: () => (moving.current = true),
    end: () => (moving.current = false),
  }
}

interface SetRange {
  readonly set: (from: string, to: string) => void
  readonly begin: () => void
  readonly end: () => void
}

interface EndProps {
  readonly side: 'from' | 'to'
  readonly spread: HistogramFacet
  readonly set: SetRange
}

const height = 44

/** A bar for each stretch, also where there is nothing: the light part is what the filter hides. */
function Histogram({
  spread: { bins, maxBinTotal, selectedRange, countedRows, scale },
}: {
  readonly spread: HistogramFacet
}) {
  const countIn = (of: 'count' | 'total') => bins.reduce((sum, bin) => sum + bin[of], 0)
  const highOf = (count: number) => (count === 0 ? 0 : Math.max(1.5, (height * count) / maxBinTotal))
  return (
    <svg
      className={classes.histogram}
      viewBox={`0 0 ${bins.length} ${height + 1}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`${countedRows} with a ${scale.dates ? 'date' : 'number'}: ${groupThousands(countIn('count'))} of ${groupThousands(countIn('total'))}`}
    >
      {bins.map(({ low, high, count, total }, at) => (
        <g key={at} data-out={high <= selectedRange.low || low > selectedRange.high}>
          <rect className={classes.ground} x={at + 0.06} width={0.88} y={height} height={1} />
          <rect className={classes.all} x={at + 0.06} width={0.88} y={height - highOf(total)} height={highOf(total)} />
          <rect className={classes.left} x={at + 0.06} width={0.88} y={height - highOf(count)} height={highOf(count)} />
        </g>
      ))}
    </svg>
  )
}

/** One end of the range. At the outermost place the range is open on that side. */
function Handle({ side, spread, set }: EndProps) {
  const { sliderMin, sliderMax, sliderStep, selectedRange } = spread
  const other = side === 'from' ? Math.min(sliderMax, selectedRange.high) : Math.max(sliderMin, selectedRange.low)
  const own = side === 'from' ? Math.max(sliderMin, selectedRange.low) : Math.min(sliderMax, selectedRange.high)
  const move = (place: number) => {
    // A handle stops at the other one.
    const value = side === 'from' ? Math.min(place, other) : Math.max(place, other)
    const text = value === (side === 'from' ? sliderMin : sliderMax) ? '' : rangeHandleText(value, spread)
    set.set(...(side === 'from' ? ([text, spread.toText] as const) : ([spread.fromText, text] as const)))
    set.begin()
  }
  const said = side === 'from' ? spread.fromText || 'the least' : spread.toText || 'the greatest'
  return (
    <input
      type="range"
      className={classes.handle}
      aria-label={`${spread.label}, ${side}`}
      aria-valuetext={said}
      min={sliderMin}
      max={sliderMax}
      step={sliderStep}
      value={own}
      onChange={({ target }) => move(Number(target.value))}
      onPointerUp={set.end}
      onKeyUp={set.end}
      onBlur={set.end}
    />
  )
}

/** The same end as it is written, to the last digit; Enter or leaving the field applies it. */
function EndField({ side, spread, set }: EndProps) {
  const given = side === 'from' ? spread.fromText : spread.toText
  const [text, setText] = useState(given)
  const fault = text.trim() === '' ? undefined : rangeFault(text.trim(), spread.scale)
  const apply = () => {
    const value = text.trim()
    if (fault !== undefined || value === given) return
    set.set(...(side === 'from' ? ([value, spread.toText] as const) : ([spread.fromText, value] as const)))
  }
  return (
    <label className={classes.end}>
      <span>{side}</span>
      <input
        className={controls.field}
        inputMode={spread.scale.dates ? 'text' : 'decimal'}
        aria-label={`${spread.label} ${side}`}
        aria-invalid={fault !== undefined}
        title={fault}
        placeholder={rangeHandleText(side === 'from' ? spread.min : spread.max, spread)}
        autoComplete="off"
        value={text}
        onChange={({ target }) => setText(target.value)}
        onBlur={apply}
        onKeyDown={({ key }) => key === 'Enter' && apply()}
      />
    </label>
  )
}
