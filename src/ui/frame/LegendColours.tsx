import { langAttribute } from '../controls/langAttribute'
import { useTexts } from '../controls/useTexts'
import { labelInLanguage } from '../../model/nodeNames'
import type { ThemedColour, ColourLegend, ColourLegendRow, SizeLegend } from '../../scene/canvas/colourLegend'
import classes from './LegendPanel.module.css'
import { useApp } from '../controls/useApp'

const inTheme = ({ light, dark }: ThemedColour): string => `light-dark(${light}, ${dark})`

/** The colours of nodes if the view chose what they encode: each value with its colour, or a colour ramp. */
export function LegendColours({ legend }: { readonly legend: ColourLegend }) {
  const { language } = useTexts()
  return (
    <div className={classes.encoding}>
      <p className={classes.title} dir="auto" lang={langAttribute(legend.title, language)}>
        {legend.title}
      </p>
      {legend.kind === 'values' && <Values legend={legend} />}
      {legend.kind === 'numbers' && <Ramp legend={legend} />}
      {legend.kind === 'colours' && <ColoursOfFile legend={legend} />}
    </div>
  )
}

function Values({ legend: { rows, others, title } }: { readonly legend: ColourLegend & { kind: 'values' } }) {
  const { canvas } = useTexts()
  return (
    <ul aria-label={title}>
      {rows.map((row) => (
        <Value key={row.value} row={row} />
      ))}
      {others.count > 0 && <Rest name={canvas.otherValues} {...others} />}
    </ul>
  )
}

interface RestProps {
  readonly name: string
  readonly colour: ThemedColour
  readonly count: number
}

const Rest = ({ name, colour, count }: RestProps) => (
  <li className={classes.row}>
    <span className={classes.disc} style={{ background: inTheme(colour) }} />
    <span className={classes.name}>{name}</span>
    <span className={classes.count}>{useTexts().format.integer(count)}</span>
  </li>
)

function Value({ row }: { readonly row: ColourLegendRow }) {
  const app = useApp()
  const texts = useTexts()
  const { key, value, choice, colour, count } = row
  const label = labelInLanguage(texts.language, row)
  return (
    <li>
      <button
        type="button"
        className={classes.row}
        aria-pressed={choice === 'wanted'}
        onClick={() => app.setFacetChoice(key, value, choice === 'free' ? 'wanted' : 'free')}
      >
        <span className={classes.disc} style={{ background: inTheme(colour) }} />
        <span className={classes.name} dir="auto" lang={langAttribute(label, texts.language)}>
          {label}
        </span>
        <span className={classes.count}>{texts.format.integer(count)}</span>
      </button>
    </li>
  )
}

function ColoursOfFile({ legend }: { readonly legend: ColourLegend & { kind: 'colours' } }) {
  const { canvas } = useTexts()
  const { colours, column, without } = legend
  return (
    <>
      <p className={classes.swatches} role="img" aria-label={canvas.fileColours({ column })}>
        {colours.map((colour) => (
          <span key={colour} className={classes.disc} style={{ background: colour }} />
        ))}
      </p>
      {without.count > 0 && (
        <ul>
          <Rest name={canvas.withoutColour} {...without} />
        </ul>
      )}
    </>
  )
}

function Ramp({ legend }: { readonly legend: ColourLegend & { kind: 'numbers' } }) {
  const texts = useTexts()
  const { ramp, low, middle, high, without } = legend
  return (
    <>
      <div
        className={classes.ramp}
        style={{ background: `linear-gradient(to right, ${ramp.map(inTheme).join(', ')})` }}
        role="img"
        aria-label={texts.canvas.rampRange({ low, high })}
      />
      <p className={classes.ends}>
        <span>{low}</span>
        <span>{middle}</span>
        <span>{high}</span>
      </p>
      {without.count > 0 && (
        <ul>
          <Rest name={texts.canvas.withoutNumber} {...without} />
        </ul>
      )}
    </>
  )
}

/** The sizes of nodes if the view chose what they encode. */
export const LegendSizes = ({ title, low, high }: SizeLegend) => (
  <div className={classes.encoding}>
    <p className={classes.title} dir="auto" lang={langAttribute(title, useTexts().language)}>
      {title}
    </p>
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
