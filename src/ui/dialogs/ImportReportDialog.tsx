import type { Message } from '../../messages/message'
import type { ImportReport } from '../../model/importReport'
import { useSession } from '../controls/useApp'
import { MessageText } from '../controls/MessageText'
import { useMessages, useTexts } from '../controls/useTexts'
import { Dialog } from '../controls/Dialog'
import classes from '../controls/Dialog.module.css'
import own from './ImportReportDialog.module.css'
import { ImportChoicesForm, useShareText } from './ImportChoicesForm'

/** What was found in the files that were opened last, and ways to read them otherwise. */
export function ImportReportDialog() {
  const opened = useSession((session) => session.lastOpened)
  const { report: texts } = useMessages('files')
  const { list } = useTexts().format
  if (!opened) return null
  const { names, report, choices } = opened
  return (
    <Dialog title={texts.title} read>
      <p className={classes.lead} translate="no">
        {list(names)}
      </p>
      <Findings report={report} />
      <ImportChoicesForm report={report} before={choices} />
    </Dialog>
  )
}

function Findings({ report }: { readonly report: ImportReport }) {
  const { report: texts } = useMessages('files')
  const { integer } = useTexts().format
  const share = useShareText()
  const { format, nodes, edges, datedItems, sourcedItems, guesses, gaps } = report
  const facts: readonly (readonly [string, string])[] = [
    [texts.readAs, format],
    [texts.nodes, integer(nodes)],
    [texts.nodesWithType, share(report.typedNodes, nodes)],
    [texts.nodesWithPosition, share(report.positionedNodes, nodes)],
    [texts.edges, integer(edges)],
    [texts.edgesWithRelation, share(report.edgesWithPredicate, edges)],
    [texts.dated, datedItems === 0 ? texts.none : integer(datedItems)],
    [texts.sourced, sourcedItems === 0 ? texts.none : integer(sourcedItems)],
  ]
  return (
    <>
      <dl className={own.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="num" translate={name === texts.readAs ? 'no' : undefined}>
              {value}
            </dd>
          </div>
        ))}
      </dl>
      <Sentences title={texts.guesses} messages={guesses} />
      <Sentences title={texts.gaps} messages={gaps} />
    </>
  )
}

function Sentences({ title, messages }: { readonly title: string; readonly messages: readonly Message[] }) {
  if (messages.length === 0) return null
  return (
    <section className={own.part}>
      <h3>{title}</h3>
      <ul>
        {messages.map((each, index) => (
          <li key={index}>
            <MessageText message={each} />
          </li>
        ))}
      </ul>
    </section>
  )
}
