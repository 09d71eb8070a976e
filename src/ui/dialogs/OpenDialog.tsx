import { useRef, type FormEvent } from 'react'
import { openableFileTypes } from '../../app/fileTypes'
import { pluralize } from '../../model/pluralize'
import controls from '../controls/controls.module.css'
import { Icon } from '../controls/Icon'
import { useApp, useWorkspace } from '../controls/useApp'
import { Dialog } from '../controls/Dialog'
import classes from '../controls/Dialog.module.css'

/** What is open, and a way to open something else. */
export function OpenDialog() {
  const app = useApp()
  const input = useRef<HTMLInputElement>(null)
  const open = (files: readonly File[]) => {
    if (files.length === 0) return
    app.openDialog(undefined)
    void app.open(files)
  }
  return (
    <Dialog title="Open a graph">
      <p className={classes.lead}>
        Choose a file, or several that belong together, or drop them anywhere on the page. They are read in this browser
        and sent nowhere; gzip and zip are unpacked.
      </p>
      <ul className={classes.formats}>
        {openableFileTypes.map(({ id, label, extension }) => (
          <li key={id}>
            {label} <span>.{extension}</span>
          </li>
        ))}
      </ul>
      <div className={classes.go}>
        <button type="button" className={controls.fill} onClick={() => input.current?.click()}>
          <Icon name="open" />
          Choose a file
        </button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label="Graph file"
          onChange={({ target }) => open([...(target.files ?? [])])}
        />
      </div>
      <FromAddress />
      <About />
    </Dialog>
  )
}

/** A file that lies on a server: the address stays in the address bar, so that the view can be shared. */
function FromAddress() {
  const app = useApp()
  const go = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const address = String(new FormData(event.currentTarget).get('address')).trim()
    if (address === '') return
    app.openDialog(undefined)
    void app.openUrl(address)
  }
  return (
    <form className={classes.from} onSubmit={go}>
      <label>
        Or from an address
        <input name="address" type="text" inputMode="url" placeholder="https://example.org/graph.gexf" />
      </label>
      <button type="submit" className={controls.button}>
        Open
      </button>
    </form>
  )
}

/** What the graph that is open says of itself. */
function About() {
  const { about, nodes, edges, figures, statements, sources } = useWorkspace(({ graph }) => graph)
  const counts: readonly (readonly [string, number])[] = [
    ['node', nodes.count],
    ['edge', edges.count],
    ['figure', figures.count],
    ['statement', statements.count],
    ['source', sources.length],
  ]
  const said = counts.flatMap(([noun, count]) => (count > 0 ? [pluralize(count, noun)] : []))
  return (
    <section className={classes.about}>
      <h3>Open now: {about.title}</h3>
      {about.description && <p>{about.description}</p>}
      <p className="num">{said.join(', ')}</p>
      <p>
        {[about.licence && `Licence ${about.licence}`, about.version && `version ${about.version.slice(0, 8)}`]
          .filter(Boolean)
          .join(', ')}
      </p>
    </section>
  )
}
