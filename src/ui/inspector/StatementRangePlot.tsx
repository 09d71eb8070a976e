import { readableNumber } from '../../model/value'
import type { Axis } from '../../scene/inspector/verdict'
import classes from './Inspector.module.css'

const left = 116
const width = 352
const rowHeight = 22

/** What each statement claims, as bars on one axis, and where all of them meet. */
export function AxisPlot({ axis }: { readonly axis: Axis }) {
  const { unit, low, high, bars, common, ticks } = axis
  const x = (amount: number) => left + ((amount - low) / (high - low)) * (width - left - 8)
  const top = common ? 18 : 2
  const height = top + bars.length * rowHeight + 20
  return (
    <svg className={classes.plot} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={spoken(axis)}>
      {ticks.map((tick) => (
        <g key={tick}>
          <path className={classes.grid} d={`M${x(tick)} ${top}V${height - 18}`} />
          <text x={x(tick)} y={height - 4} textAnchor="middle">
            {readableNumber(tick)}
          </text>
        </g>
      ))}
      {common && (
        <text className={classes.shared} x={width} y={11} textAnchor="end">
          {`${readableNumber(common.low)} to ${readableNumber(common.high)} in ${bars.length === 2 ? 'both' : 'all'}`}
        </text>
      )}
      {common && (
        <rect
          className={classes.common}
          x={x(common.low)}
          y={top}
          width={Math.max(2, x(common.high) - x(common.low))}
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

const spoken = ({ unit, bars }: Axis): string =>
  bars
    .map(({ label, amount, claim }) =>
      amount === undefined
        ? `${label}: ${readableNumber(claim.low)} to ${readableNumber(claim.high)} ${unit}`
        : `${label}: ${readableNumber(amount)} ${unit}`,
    )
    .join('; ')
