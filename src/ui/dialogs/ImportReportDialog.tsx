import type { Report } from '../../model/importReport'
import { grouped } from '../../model/value'
import { useMoment } from '../controls/useApp'
import { Dialog } from '../controls/Dialog'
import own from './ImportReportDialog.module.css'
import { ReportChoices, share } from './ImportChoicesForm'

/** What was found in the files that were opened last, and ways to read them otherwise. */
export function ReportDialog() {
  const opened = useMoment((moment) => moment.opened)
  if (!opened) return null
  return (
    <Dialog title={`What was read of ${opened.names.join(', ')}`} read>
      <Found report={opened.report} />
      <ReportChoices report={opened.report} before={opened.choices} />
    </Dialog>
  )
}

function Found({ report }: { readonly report: Report }) {
  const { format, nodes, edges, typed, placed, related, dated, sourced, guesses, gaps } = report
  const facts: readonly (readonly [string, string])[] = [
    ['Read as', format],
    ['Nodes', grouped(nodes)],
    ['with a type', share(typed, nodes)],
    ['with a place', share(placed, nodes)],
    ['Edges', grouped(edges)],
    ['with a relation', share(related, edges)],
    ['Dated', dated === 0 ? 'nothing' : grouped(dated)],
    ['Sourced', sourced === 0 ? 'nothing' : grouped(sourced)],
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
