import { formatCompactNumber } from '../../model/value'
import type { ClaimAxis } from '../../scene/inspector/verdict'
import classes from './Inspector.module.css'

const left = 116
const width = 352
const rowHeight = 22

/** What each statement claims, as bars on one axis, and where all of them meet. */
export function StatementRangePlot({ axis }: { readonly axis: ClaimAxis }) {
  const { unit, low, high, bars, commonInterval, ticks } = axis
  const x = (amount: number) => left + ((amount - low) / (high - low)) * (width - left - 8)
  const top = commonInterval ? 18 : 2
  const height = top + bars.length * rowHeight + 20
  return (
    <svg className={classes.plot} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={spoken(axis)}>
      {ticks.map((tick) => (
        <g key={tick}>
          <path className={classes.grid} d={`M${x(tick)} ${top}V${height - 18}`} />
          <text x={x(tick)} y={height - 4} textAnchor="middle">
            {formatCompactNumber(tick)}
          </text>
        </g>
      ))}
      {commonInterval && (
        <text className={classes.shared} x={width} y={11} textAnchor="end">
          {`${formatCompactNumber(commonInterval.low)} to ${formatCompactNumber(commonInterval.high)} in ${bars.length === 2 ? 'both' : 'all'}`}
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
      {bars.map(({ id, label, amount, claim }, at) => (
        <g key={id} transform={`translate(0 ${top + at * rowHeight + 11})`}>
          <text x={0} y={4}>
            {label.length > 18 ? `${label.slice(0, 17)}…` : label}
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
      ))}
      <text x={0} y={height - 4}>
        {unit}
      </text>
    </svg>
  )
}

const spoken = ({ unit, bars }: ClaimAxis): string =>
  bars
    .map(({ label, amount, claim }) =>
      amount === undefined
        ? `${label}: ${formatCompactNumber(claim.low)} to ${formatCompactNumber(claim.high)} ${unit}`
        : `${label}: ${formatCompactNumber(amount)} ${unit}`,
    )
    .join('; ')
