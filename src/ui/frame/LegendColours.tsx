import { useTexts } from '../controls/useTexts'
import { labelInLanguage } from '../../model/nodeNames'
import type { ThemedColour, ColourLegend, ColourLegendRow, SizeLegend } from '../../scene/canvas/colourLegend'
import classes from './LegendPanel.module.css'
import { useApp } from '../controls/useApp'

const inTheme = ({ light, dark }: ThemedColour): string => `light-dark(${light}, ${dark})`

/** What the colours of nodes mean where the view says so: each value with its colour, or a ramp of numbers. */
export function LegendColours({ legend }: { readonly legend: ColourLegend }) {
  return (
    <div className={classes.told}>
      <p className={classes.title}>{legend.title}</p>
      {legend.kind === 'values' ? <Values legend={legend} /> : <Ramp legend={legend} />}
    </div>
  )
}

function Values({ legend: { rows, others, title } }: { readonly legend: ColourLegend & { kind: 'values' } }) {
  return (
    <ul aria-label={title}>
      {rows.map((row) => (
        <Value key={row.value} row={row} />
      ))}
      {others.count > 0 && <Rest name="Others, or none" {...others} />}
    </ul>
  )
}

const Rest = ({
  name,
  colour,
  count,
}: {
  readonly name: string
  readonly colour: ThemedColour
  readonly count: number
}) => (
  <li className={classes.row}>
    <span className={classes.disc} style={{ background: inTheme(colour) }} />
    <span className={classes.name}>{name}</span>
    <span className={classes.count}>{count}</span>
  </li>
)

function Value({ row }: { readonly row: ColourLegendRow }) {
  const app = useApp()
  const texts = useTexts()
  const { key, value, choice, colour, count } = row
  return (
    <li>
      <button
        type="button"
        className={classes.row}
        aria-pressed={choice === 'wanted'}
        onClick={() => app.setFacetChoice(key, value, choice === 'free' ? 'wanted' : 'free')}
      >
        <span className={classes.disc} style={{ background: inTheme(colour) }} />
        <span className={classes.name}>{labelInLanguage(texts.language, row)}</span>
        <span className={classes.count}>{count}</span>
      </button>
    </li>
  )
}

function Ramp({ legend }: { readonly legend: ColourLegend & { kind: 'numbers' } }) {
  const { ramp, low, middle, high, without } = legend
  return (
    <>
      <div
        className={classes.ramp}
        style={{ background: `linear-gradient(to right, ${ramp.map(inTheme).join(', ')})` }}
        role="img"
        aria-label={`From ${low} to ${high}`}
      />
      <p className={classes.ends}>
        <span>{low}</span>
        <span>{middle}</span>
        <span>{high}</span>
      </p>
      {without.count > 0 && (
        <ul>
          <Rest name="Without a number" {...without} />
        </ul>
      )}
    </>
  )
}

/** What the sizes of nodes mean. */
export const LegendSizes = ({ title, low, high }: SizeLegend) => (
  <div className={classes.told}>
    <p className={classes.title}>{title}</p>
    <p className={classes.sizes}>
      <svg width="8" height="8" aria-hidden="true">
        <circle cx="4" cy="4" r="3" fill="var(--ink-faint)" />
      </svg>
      {low}
      <svg width="24" height="24" aria-hidden="true">
        <circle cx="12" cy="12" r="11" fill="var(--ink-faint)" />
      </svg>
      {high}
    </p>
  </div>
)
