import { useRef, useState } from 'react'
import { rangeFault } from '../../analysis/filter/numericRange'
import type { FacetDefinition } from '../../scene/filter/facetDefinitions'
import { facetTitle } from '../../scene/filter/filterKeyLabel'
import {
  rangeHandleText,
  histogramFacet,
  filterWithRange,
  type HistogramFacet,
} from '../../scene/filter/histogramFacet'
import controls from '../controls/controls.module.css'
import { useApp, useWorkspace } from '../controls/useApp'
import { useMessageText, useTexts } from '../controls/useTexts'
import { FacetValueItem } from './FacetValueItem'
import facetClasses from './FacetSection.module.css'
import classes from './RangeFacet.module.css'

/** A facet of numbers or dates: a histogram, and the bounds of the selected range. */
export function RangeFacet({ facet: { key } }: { readonly facet: FacetDefinition }) {
  const texts = useTexts()
  const graph = useWorkspace((workspace) => workspace.graph)
  const filter = useWorkspace(({ view }) => view.filter)
  const range = useRange(key)
  const histogram = histogramFacet(graph, filter, key, texts)
  if (!histogram) return <p className={facetClasses.note}>{texts.filter.noNumbers}</p>
  const { fromText, toText, missingRow, countedRows } = histogram
  return (
    <div role="group" aria-label={texts.filter.rangeOf({ facet: facetTitle(texts, key) })}>
      <Histogram histogram={histogram} />
      <div className={classes.slider}>
        <Handle side="from" histogram={histogram} range={range} />
        <Handle side="to" histogram={histogram} range={range} />
      </div>
      <div className={classes.fields}>
        <BoundField key={`from ${fromText}`} side="from" histogram={histogram} range={range} />
        <BoundField key={`to ${toText}`} side="to" histogram={histogram} range={range} />
      </div>
      {missingRow && (
        <ul className={facetClasses.rows}>
          <FacetValueItem row={missingRow} facet={{ countedRows, maxTotal: missingRow.total }} />
        </ul>
      )}
    </div>
  )
}

interface RangeControl {
  readonly set: (from: string, to: string) => void
  /** Called while a handle moves, and at its end. */
  readonly begin: () => void
  readonly end: () => void
}

/** Sets the range. While a handle moves, only its first position adds an entry to the history. */
function useRange(key: string): RangeControl {
  const app = useApp()
  const moving = useRef(false)
  return {
    set: (from, to) => {
      const history = moving.current ? 'passing' : undefined
      app.updateView((view) => ({ ...view, filter: filterWithRange(view.filter, key, from, to) }), history)
    },
    begin: () => (moving.current = true),
    end: () => (moving.current = false),
  }
}

interface BoundProps {
  readonly side: 'from' | 'to'
  readonly histogram: HistogramFacet
  readonly range: RangeControl
}

const histogramHeight = 44

/** A bar for each bin, including empty ones; the light part is what the filter hides. */
function Histogram({
  histogram: { bins, maxBinTotal, selectedRange, countedRows, scale },
}: {
  readonly histogram: HistogramFacet
}) {
  const { filter: texts } = useTexts()
  const sumOf = (field: 'count' | 'total') => bins.reduce((sum, bin) => sum + bin[field], 0)
  const barHeight = (count: number) => (count === 0 ? 0 : Math.max(1.5, (histogramHeight * count) / maxBinTotal))
  const bar = (count: number) => ({ y: histogramHeight - barHeight(count), height: barHeight(count) })
  const share = texts.share[countedRows]({ count: sumOf('count'), total: sumOf('total') })
  return (
    <svg
      className={classes.histogram}
      viewBox={`0 0 ${bins.length} ${histogramHeight + 1}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={scale.dates ? texts.histogramOfDates({ share }) : texts.histogramOfNumbers({ share })}
    >
      {bins.map(({ low, high, count, total }, index) => (
        <g key={index} data-out={high <= selectedRange.low || low > selectedRange.high}>
          <rect className={classes.ground} x={index + 0.06} width={0.88} y={histogramHeight} height={1} />
          <rect className={classes.all} x={index + 0.06} width={0.88} {...bar(total)} />
          <rect className={classes.left} x={index + 0.06} width={0.88} {...bar(count)} />
        </g>
      ))}
    </svg>
  )
}

/** The handle of one bound. At its outermost position, the range is open on that side. */
function Handle({ side, histogram, range }: BoundProps) {
  const texts = useTexts()
  const { key, sliderMin, sliderMax, sliderStep, selectedRange, fromText, toText } = histogram
  const isFrom = side === 'from'
  const otherValue = isFrom ? Math.min(sliderMax, selectedRange.high) : Math.max(sliderMin, selectedRange.low)
  const ownValue = isFrom ? Math.max(sliderMin, selectedRange.low) : Math.min(sliderMax, selectedRange.high)
  const move = (position: number) => {
    // A handle stops at the other one.
    const value = isFrom ? Math.min(position, otherValue) : Math.max(position, otherValue)
    const text = value === (isFrom ? sliderMin : sliderMax) ? '' : rangeHandleText(value, histogram)
    if (isFrom) range.set(text, toText)
    else range.set(fromText, text)
    range.begin()
  }
  const facet = facetTitle(texts, key)
  return (
    <input
      type="range"
      className={classes.handle}
      aria-label={isFrom ? texts.filter.sliderFrom({ facet }) : texts.filter.sliderTo({ facet })}
      aria-valuetext={isFrom ? fromText || texts.filter.lowest : toText || texts.filter.highest}
      min={sliderMin}
      max={sliderMax}
      step={sliderStep}
      value={ownValue}
      onChange={({ target }) => move(Number(target.value))}
      onPointerUp={range.end}
      onKeyUp={range.end}
      onBlur={range.end}
    />
  )
}

/** A text field for a bound with all its digits; Enter or leaving the field applies it. */
function BoundField({ side, histogram, range }: BoundProps) {
  const texts = useTexts()
  const { key, min, max, scale, fromText, toText } = histogram
  const isFrom = side === 'from'
  const appliedText = isFrom ? fromText : toText
  const [text, setText] = useState(appliedText)
  const fault = text.trim() === '' ? undefined : rangeFault(text.trim(), scale)
  const messageText = useMessageText([fault])
  const apply = () => {
    const value = text.trim()
    if (fault !== undefined || value === appliedText) return
    if (isFrom) range.set(value, toText)
    else range.set(fromText, value)
  }
  const facet = facetTitle(texts, key)
  return (
    <label className={classes.end}>
      <span>{isFrom ? texts.filter.from : texts.filter.to}</span>
      <input
        className={controls.field}
        inputMode={scale.dates ? 'text' : 'decimal'}
        aria-label={isFrom ? texts.filter.rangeFrom({ facet }) : texts.filter.rangeTo({ facet })}
        aria-invalid={fault !== undefined}
        title={fault && messageText(fault)}
        placeholder={rangeHandleText(isFrom ? min : max, histogram)}
        autoComplete="off"
        value={text}
        onChange={({ target }) => setText(target.value)}
        onBlur={apply}
        onKeyDown={({ key: pressed, nativeEvent }) => pressed === 'Enter' && !nativeEvent.isComposing && apply()}
      />
    </label>
  )
}
