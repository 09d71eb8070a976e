import { Icon, type IconName } from './Icon'
import classes from './ToolButton.module.css'

interface ToolProps {
  readonly icon: IconName
  readonly label: string
  readonly onClick: () => void
  readonly pressed?: boolean
  /** Not shown on a phone, where fingers do the same. */
  readonly wide?: boolean
}

/** A button of the canvas toolbar. */
export const ToolButton = ({ icon, label, onClick, pressed, wide }: ToolProps) => (
  <button
    type="button"
    className={wide ? `${classes.tool} ${classes.wide}` : classes.tool}
    aria-label={label}
    title={label}
    aria-pressed={pressed}
    onClick={onClick}
  >
    <Icon name={icon} />
  </button>
)
