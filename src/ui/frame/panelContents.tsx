import type { ComponentType } from 'react'
import type { MiddlePanelId } from '../../scene/view/panels'
import { lazyPart } from '../controls/lazyPart'

/** The contents of the panels in the middle of the page, each loaded when it is first opened. */
export const panelContents = {
  list: lazyPart(async () => (await import('./deferredParts')).ListPanel),
  sources: lazyPart(async () => (await import('../panels/SourcesPanel')).SourcesPanel),
  issues: lazyPart(async () => (await import('../panels/IssuesPanel')).IssuesPanel),
  money: lazyPart(async () => (await import('../panels/MoneyPanel')).MoneyPanel),
  metrics: lazyPart(async () => (await import('../panels/MetricsPanel')).MetricsPanel),
} satisfies Record<MiddlePanelId, ComponentType>
