import { useRef, type FormEvent } from 'react'
import { openableFileTypes } from '../../app/fileTypes'
import { textInLanguage } from '../../model/nodeNames'
import controls from '../controls/controls.module.css'
import { Icon } from '../controls/Icon'
import { langAttribute } from '../controls/langAttribute'
import { useApp, useSession, useWorkspace } from '../controls/useApp'
import { useMessages, useTexts } from '../controls/useTexts'
import { Dialog } from '../controls/Dialog'
import classes from '../controls/Dialog.module.css'
import { RecentWorks } from '../work/RecentWorks'

/** Opens files from the disk or from an address, and describes the graph that is open. */
export function OpenDialog() {
  const app = useApp()
  const { openDialog: texts } = useMessages('files')
  const input = useRef<HTMLInputElement>(null)
  const open = (files: readonly File[]) => {
    if (files.length === 0) return
    app.openDialog(undefined)
    void app.open(files)
  }
  return (
    <Dialog title={texts.title}>
      <p className={classes.lead}>{texts.introduction}</p>
      <ul className={classes.formats} translate="no">
        {openableFileTypes.map(({ id, label, extension }) => (
          <li key={id}>
            {label} <span>.{extension}</span>
          </li>
        ))}
      </ul>
      <div className={classes.go}>
        <button type="button" className={controls.fill} onClick={() => input.current?.click()}>
          <Icon name="open" />
          {texts.chooseFile}
        </button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={texts.graphFile}
          onChange={({ target }) => open([...(target.files ?? [])])}
        />
      </div>
      <AddressForm />
      <RecentWorks />
      <OpenGraph />
    </Dialog>
  )
}

/** Opens a file on a server. Its address stays in the address bar, so that the view can be shared. */
function AddressForm() {
  const app = useApp()
  const { openDialog: texts } = useMessages('files')
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const address = String(new FormData(event.currentTarget).get('address')).trim()
    if (address === '') return
    app.openDialog(undefined)
    void app.openUrl(address)
  }
  return (
    <form className={classes.from} onSubmit={submit}>
      <label>
        {texts.fromAddress}
        <input name="address" type="text" inputMode="url" placeholder="https://example.org/graph.gexf" />
      </label>
      <button type="submit" className={controls.button}>
        {texts.open}
      </button>
    </form>
  )
}

/** What the open graph says about itself. */
function OpenGraph() {
  const { openDialog: texts } = useMessages('files')
  const { language } = useTexts()
  const { about, nodes, edges, figures, statements, sources } = useWorkspace(({ graph }) => graph)
  const title = textInLanguage(language, about.title, about.title_ja)
  const description = textInLanguage(language, about.description, about.description_ja)
  const facts = [
    about.licence && texts.licence({ licence: about.licence }),
    about.version && texts.version({ version: about.version.slice(0, 8) }),
  ].filter(Boolean)
  return (
    <section className={classes.about}>
      <h3>
        {texts.openNow}
        <span dir="auto" lang={langAttribute(title, language)}>
          {title}
        </span>
      </h3>
      {description && (
        <p dir="auto" lang={langAttribute(description, language)}>
          {description}
        </p>
      )}
      <p className="num">
        {texts.counts({
          nodes: nodes.count,
          edges: edges.count,
          figures: figures.count,
          statements: statements.count,
          sources: sources.length,
        })}
      </p>
      <p>{facts.join(', ')}</p>
      <ReportLink />
    </section>
  )
}

/** The way to the report of reading what is open; nothing for the bundled data set. */
function ReportLink() {
  const app = useApp()
  const { frame } = useTexts()
  const hasReport = useSession((session) => session.lastOpened !== undefined)
  return hasReport ? (
    <p>
      <button type="button" className={controls.link} onClick={() => app.openDialog('report')}>
        {frame.whatWasRead}
      </button>
    </p>
  ) : null
}
