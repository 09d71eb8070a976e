import type { StatedFigureDetails } from '../../scene/inspector/nodeDetails'
import { surestStatement } from '../../scene/inspector/statementEvidence'
import { ContestedIcon, EdgeLineSample } from '../controls/graphSymbols'
import { useApp } from '../controls/useApp'
import { useTexts } from '../controls/useTexts'
import { DataText } from './DataText'
import classes from './Inspector.module.css'
import { statedValue } from './statementFields'

/** A figure in a list, by its surest statement: name, value, status and asserter. It opens all of its statements. */
export function FigureListItem({ figure, node }: { readonly figure: StatedFigureDetails; readonly node: string }) {
  const app = useApp()
  const texts = useTexts()
  const { terms, inspector } = texts
  const { id, name, statements, agreement } = figure
  const surest = surestStatement(statements)
  if (!surest) return null
  const more = statements.length - 1
  return (
    <li>
      <button type="button" className={classes.figure} onClick={() => app.select({ nodes: [node], figure: id })}>
        <DataText className={classes.figureName}>{name}</DataText>
        <DataText className={classes.figureValue}>{surest.value ? statedValue(surest, texts) : ''}</DataText>
        <span className={classes.meta}>
          <EdgeLineSample line={surest.line} />
          <span>
            {surest.statusLabel + terms.listSeparator}
            <DataText>{surest.asserter.name}</DataText>
            {more > 0 && terms.listSeparator + inspector.moreStatements({ count: more })}
            {agreement.verdict === 'varies' && terms.listSeparator + inspector.varies}
          </span>
          {agreement.verdict === 'contested' && (
            <span className={classes.contested}>
              <ContestedIcon size={12} /> {inspector.contested}
            </span>
          )}
        </span>
      </button>
    </li>
  )
}
