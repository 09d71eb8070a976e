import { useEffect, useState } from 'react'
import type { KeptWork } from '../../app/work/workStore'
import controls from '../controls/controls.module.css'
import { Icon } from '../controls/Icon'
import { useApp, useSession } from '../controls/useApp'
import { useMessages, useTexts } from '../controls/useTexts'
import classes from './RecentWorks.module.css'

/** What this browser keeps; undefined until that is known, and 'unavailable' if it keeps nothing. */
function useKeptWorks() {
  const app = useApp()
  const [works, setWorks] = useState<readonly KeptWork[] | 'unavailable'>()
  useEffect(() => {
    let isCurrent = true
    app.works.list().then(
      (list) => isCurrent && setWorks(list),
      () => isCurrent && setWorks('unavailable'),
    )
    return () => void (isCurrent = false)
  }, [app])
  const reload = () => void app.works.list().then(setWorks, () => setWorks('unavailable'))
  return { works, reload }
}

/** The works that this browser keeps, each to be opened or removed, and a way to forget everything. */
export function RecentWorks() {
  const { recent: texts } = useMessages('work')
  const { works, reload } = useKeptWorks()
  if (works === undefined) return null
  if (works === 'unavailable') return <p className={classes.part}>{texts.unavailable}</p>
  return (
    <section className={classes.part}>
      {works.length > 0 && (
        <>
          <h3>{texts.title}</h3>
          <p>{texts.introduction}</p>
          <ul className={classes.works}>
            {works.map((work) => (
              <WorkRow key={work.id} work={work} onRemoved={reload} />
            ))}
          </ul>
        </>
      )}
      <ForgetAll onForgotten={reload} />
    </section>
  )
}

/** How many works the start panel shows. */
const latestCount = 3

/** The works that were used last, in the start panel; nothing if there is none. */
export function LatestWorks() {
  const { recent: texts } = useMessages('work')
  const { works } = useKeptWorks()
  if (works === undefined || works === 'unavailable' || works.length === 0) return null
  return (
    <>
      <h3>{texts.title}</h3>
      <ul className={classes.works}>
        {works.slice(0, latestCount).map((work) => (
          <WorkRow key={work.id} work={work} />
        ))}
      </ul>
    </>
  )
}

function WorkRow({ work, onRemoved }: { readonly work: KeptWork; readonly onRemoved?: () => void }) {
  const app = useApp()
  const { recent: texts } = useMessages('work')
  const { language } = useTexts()
  const isOpen = useSession((session) => session.work?.id) === work.id
  const { title, size, nodes, edges, usedAt, picture } = work
  const time = new Intl.DateTimeFormat(language === 'ja' ? 'ja' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <li className={classes.work}>
      <button
        type="button"
        className={classes.open}
        disabled={isOpen}
        aria-label={texts.open({ title })}
        onClick={() => app.works.open(work.id)}
      >
        <span className={classes.picture}>{picture && <img src={picture} alt="" width={96} height={60} />}</span>
        <span className={classes.words}>
          <span className={classes.name} translate="no">
            {title}
          </span>
          <small>{texts.facts({ size, nodes, edges, time: isOpen ? texts.openNow : time.format(usedAt) })}</small>
        </span>
      </button>
      {onRemoved && (
        <button
          type="button"
          className={controls.small}
          aria-label={texts.remove({ title })}
          onClick={() => void app.works.remove(work.id).then(onRemoved)}
        >
          <Icon name="close" />
        </button>
      )}
    </li>
  )
}

/** Asks once more, in its own place. */
function ForgetAll({ onForgotten }: { readonly onForgotten: () => void }) {
  const app = useApp()
  const { recent: texts } = useMessages('work')
  const [isAsking, setAsking] = useState(false)
  const forget = () => {
    setAsking(false)
    void app.works.forgetAll().then(onForgotten)
  }
  if (!isAsking)
    return (
      <button type="button" className={controls.link} onClick={() => setAsking(true)}>
        {texts.forgetAll}
      </button>
    )
  return (
    <div className={classes.question} role="group" aria-label={texts.forgetAll}>
      <p>{texts.forgetAllQuestion}</p>
      <button type="button" className={controls.line} onClick={forget}>
        {texts.forget}
      </button>
      <button type="button" className={controls.button} autoFocus onClick={() => setAsking(false)}>
        {texts.cancel}
      </button>
    </div>
  )
}
