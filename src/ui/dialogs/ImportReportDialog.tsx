import type { ImportReport } from '../../model/importReport'
import { groupThousands } from '../../model/value'
import { useSession } from '../controls/useApp'
import { Dialog } from '../controls/Dialog'
import own from './ImportReportDialog.module.css'
import { ImportChoicesForm, shareText } from './ImportChoicesForm'

/** What was found in the files that were opened last, and ways to read them otherwise. */
export function ImportReportDialog() {
  const opened = useSession((session) => session.lastOpened)
  if (!opened) return null
  return (
    <Dialog title={`What was read of ${opened.names.join(', ')}`} read>
      <Found report={opened.report} />
      <ImportChoicesForm report={opened.report} before={opened.choices} />
    </Dialog>
  )
}

function Found({ report }: { readonly report: ImportReport }) {
  const {
    format,
    nodes,
    edges,
    typedNodes,
    positionedNodes,
    edgesWithPredicate,
    datedItems,
    sourcedItems,
    guesses,
    gaps,
  } = report
  const facts: readonly (readonly [string, string])[] = [
    ['Read as', format],
    ['Nodes', groupThousands(nodes)],
    ['with a type', shareText(typedNodes, nodes)],
    ['with a place', shareText(positionedNodes, nodes)],
    ['Edges', groupThousands(edges)],
    ['with a relation', shareText(edgesWithPredicate, edges)],
    ['Dated', datedItems === 0 ? 'nothing' : groupThousands(datedItems)],
    ['Sourced', sourcedItems === 0 ? 'nothing' : groupThousands(sourcedItems)],
  ]
  return (
    <>
      <dl className={own.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
      </dl>
      <Sentences title="Guessed" lines={guesses} />
      <Sentences title="What its gaps switch off" lines={gaps} />
    </>
  )
}

function Sentences({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <section className={own.part}>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}
