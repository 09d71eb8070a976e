import type { Texts } from '../../messages/texts.en'
import type { ClaimAxis } from '../../scene/inspector/verdict'
import { langAttribute } from '../controls/langAttribute'
import { useTexts } from '../controls/useTexts'
import classes from './Inspector.module.css'

const left = 116
const width = 352
const rowHeight = 22

/** The claims of statements as bars on one axis, and the interval that all of them contain. */
export function StatementRangePlot({ axis }: { readonly axis: ClaimAxis }) {
  const texts = useTexts()
  const { format, inspector } = texts
  const { unit, low, high, bars, commonInterval, ticks } = axis
  const x = (amount: number) => left + ((amount - low) / (high - low)) * (width - left - 8)
  const top = commonInterval ? 18 : 2
  const height = top + bars.length * rowHeight + 20
  return (
    <svg
      className={classes.plot}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={plotDescription(axis, texts)}
    >
      {ticks.map((tick) => (
        <g key={tick}>
          <path className={classes.grid} d={`M${x(tick)} ${top}V${height - 18}`} />
          <text x={x(tick)} y={height - 4} textAnchor="middle">
            {format.number(tick)}
          </text>
        </g>
      ))}
      {commonInterval && (
        <text className={classes.shared} x={width} y={11} textAnchor="end">
          {inspector.rangeInAll({
            low: format.number(commonInterval.low),
            high: format.number(commonInterval.high),
            count: bars.length,
          })}
        </text>
      )}
      {commonInterval && (
        <rect
          className={classes.common}
          x={x(commonInterval.low)}
          y={top}
          width={Math.max(2, x(commonInterval.high) - x(commonInterval.low))}
          height={height - top - 18}
        />
      )}
      {bars.map((bar, at) => (
        <Bar key={bar.id} bar={bar} y={top + at * rowHeight + 11} x={x} />
      ))}
      <text x={0} y={height - 4} lang={langAttribute(unit, texts.language)}>
        {unit}
      </text>
    </svg>
  )
}

interface BarProps {
  readonly bar: ClaimAxis['bars'][number]
  readonly y: number
  /** The x position of an amount. */
  readonly x: (amount: number) => number
}

/** One statement: its label, the interval that it claims, and a point at its amount. */
function Bar({ bar: { label, amount, claim }, y, x }: BarProps) {
  const { language } = useTexts()
  return (
    <g transform={`translate(0 ${y})`}>
      <text x={0} y={4} lang={langAttribute(label, language)}>
        {shortened(label)}
      </text>
      <rect
        className={classes.span}
        x={x(claim.low)}
        y={-2.5}
        width={Math.max(2, x(claim.high) - x(claim.low))}
        height={5}
      />
      {amount !== undefined && <circle className={classes.point} cx={x(amount)} r={4} />}
    </g>
  )
}

/** A label cut to the width left of the bars; kana and kanji are about twice as wide as Latin letters. */
function shortened(label: string): string {
  const maxLength = /[\u3000-\u9fff]/.test(label) ? 9 : 18
  return label.length > maxLength ? `${label.slice(0, maxLength - 1)}…` : label
}

/** The plot in words, for screen readers. */
const plotDescription = ({ unit, bars }: ClaimAxis, { format, inspector, terms }: Texts): string =>
  bars
    .map(({ label, amount, claim }) => {
      const [low, high] = [format.number(claim.low), format.number(claim.high)]
      const number = amount === undefined ? inspector.numberRange({ low, high }) : format.number(amount)
      return label + terms.valueSeparator + inspector.numberWithUnit({ number, unit })
    })
    .join(inspector.factSeparator)
