import { surestStatement } from '../../scene/inspector/statementEvidence'
import type { FigureDetails } from '../../scene/inspector/nodeDetails'
import { valueText } from '../../scene/text/sentences'
import { ContestedIcon, EdgeLineSample } from '../controls/graphSymbols'
import { useApp } from '../controls/useApp'
import classes from './Inspector.module.css'

/** One figure in a list: what it measures, what is said, how surely and by whom; it opens all statements. */
export function FigureListItem({ figure, node }: { readonly figure: FigureDetails; readonly node: string }) {
  const app = useApp()
  const { id, name, statements, agreement } = figure
  const first = surestStatement(statements)
  if (!first) return null
  const more = statements.length - 1
  return (
    <li>
      <button type="button" className={classes.figure} onClick={() => app.select({ nodes: [node], figure: id })}>
        <span className={classes.figureName}>{name}</span>
        <span className={classes.figureValue}>
          {first.negative && 'not '}
          {first.value && valueText(first.value)}
        </span>
        <span className={classes.meta}>
          <EdgeLineSample line={first.line} /> {first.statusLabel}, {first.asserter.name}
          {more > 0 && <>, {more} more</>}
          {agreement.verdict === 'varies' && <>, varies</>}
          {agreement.verdict === 'contested' && (
            <span className={classes.contested}>
              <ContestedIcon size={12} /> contested
            </span>
          )}
        </span>
      </button>
    </li>
  )
}
