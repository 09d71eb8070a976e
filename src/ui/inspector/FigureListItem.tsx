import { leading } from '../../scene/inspector/statementEvidence'
import type { FigureRow } from '../../scene/inspector/nodeDetails'
import { valueText } from '../../scene/text/sentences'
import { ContestedSign, LineSign } from '../controls/graphSymbols'
import { useApp } from '../controls/useApp'
import classes from './Inspector.module.css'

/** One figure in a list: what it measures, what is said, how surely and by whom; it opens all statements. */
export function FigureLine({ figure, node }: { readonly figure: FigureRow; readonly node: string }) {
  const app = useApp()
  const { id, name, statements, agreement } = figure
  const first = leading(statements)
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
          <LineSign line={first.line} /> {first.statusName}, {first.asserter.name}
          {more > 0 && <>, {more} more</>}
          {agreement.verdict === 'varies' && <>, varies</>}
          {agreement.verdict === 'contested' && (
            <span className={classes.contested}>
              <ContestedSign size={12} /> contested
            </span>
          )}
        </span>
      </button>
    </li>
  )
}
