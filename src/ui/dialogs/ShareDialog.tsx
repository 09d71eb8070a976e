import controls from '../controls/controls.module.css'
import { Dialog } from '../controls/Dialog'
import classes from '../controls/Dialog.module.css'
import { Icon } from '../controls/Icon'
import { useApp, useSession } from '../controls/useApp'
import { useMessages } from '../controls/useTexts'

/** Why an address would not give this view to somebody else, and the file that does. */
export function ShareDialog() {
  const app = useApp()
  const { share: texts } = useMessages('work')
  const names = useSession((session) => session.lastOpened?.names) ?? []
  const { isOnWeb, missing } = app.works.sharing()
  const save = () => {
    app.openDialog(undefined)
    void app.works.saveProject()
  }
  const copy = () => {
    app.openDialog(undefined)
    void app.works.copyShownAddress()
  }
  return (
    <Dialog title={texts.title} read>
      <div className={classes.form}>
        <p>{isOnWeb ? texts.tooLong({ parts: missing }) : texts.notOnWeb({ names })}</p>
        <p>{texts.projectInstead}</p>
        <div className={classes.go}>
          <button type="button" className={controls.fill} onClick={save}>
            <Icon name="export" />
            {texts.save}
          </button>
          {isOnWeb && (
            <button type="button" className={controls.button} onClick={copy}>
              {texts.copyAnyway}
            </button>
          )}
        </div>
      </div>
    </Dialog>
  )
}
