import { loadLayoutExecutor } from '../../app/layoutRunner'
import '../filter/SuggestionList'
import '../../scene/filter/filterCompletion'
import { GraphList } from '../list/GraphList'

// Everything that the first picture does without, in one script that is loaded right after it.
export { FilterLine } from './FilterLine'
export { FilterPanelContents } from '../filter/FilterPanelContents'
export { Inspector } from '../inspector/Inspector'
export { DialogHost } from '../dialogs/DialogHost'
export { CanvasTooltip } from './CanvasTooltip'
export { DropTarget } from './DropTarget'
export { EmptyResultNotice } from './EmptyResultNotice'
export { LegendContents } from './LegendContents'
export { NoticeBanner } from './NoticeBanner'
export { StatusBar } from './StatusBar'

/** The list in the middle of the page. */
export const ListPanel = () => <GraphList variant="panel" />

/** The list over the canvas, which is visible while it has the focus. */
export const ListWalker = () => <GraphList variant="walker" />

// From now on a chosen layout is computed at once.
void loadLayoutExecutor().catch(() => undefined)
