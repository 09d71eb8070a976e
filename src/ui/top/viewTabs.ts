import type { PanelId } from '../../scene/view/view'

/** The views that take the middle of the page. To add one: name it here, and draw it in the frame. */
export const viewTabs: readonly { readonly panel: PanelId; readonly label: string }[] = [
  { panel: 'graph', label: 'Graph' },
  { panel: 'list', label: 'List' },
  { panel: 'sources', label: 'Sources' },
  { panel: 'ledger', label: 'Ledger' },
  { panel: 'money', label: 'Money' },
  { panel: 'measures', label: 'Measures' },
]
