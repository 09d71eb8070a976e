import { lazy, type ComponentType } from 'react'
import type { MiddlePanelId } from '../../scene/view/panels'

/** A component that is loaded when it is first rendered. */
const later = (load: () => Promise<ComponentType>) => lazy(async () => ({ default: await load() }))

/** The contents of the panels in the middle of the page, each loaded when it is first opened. */
export const panelContents = {
  list: later(async () => (await import('./deferredParts')).ListPanel),
  sources: later(async () => (await import('../panels/SourcesPanel')).SourcesPanel),
  issues: later(async () => (await import('../panels/IssuesPanel')).IssuesPanel),
  money: later(async () => (await import('../panels/MoneyPanel')).MoneyPanel),
  metrics: later(async () => (await import('../panels/MetricsPanel')).MetricsPanel),
} satisfies Record<MiddlePanelId, ComponentType>
