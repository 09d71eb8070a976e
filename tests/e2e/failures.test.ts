import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { canvas, drawn, everything, visit, withBrowser, type Person } from './person'

withBrowser()

/** Makes a component of a script throw whenever it is rendered, as a fault in the program would. */
const plantFault =
  (script: string, component: string) =>
  async (page: Page): Promise<void> => {
    await page.route(new RegExp(`/assets/${script}-[^/]*\\.js$`), async (route) => {
      const response = await route.fetch()
      const text = await response.text()
      const planted = text
        .replace(new RegExp(`[\\w$]+ as ${component}\\b`), `plantedFault as ${component}`)
        .replace(new RegExp(`\\b${component}:\\(\\)=>[\\w$]+`), `${component}:()=>plantedFault`)
      if (planted === text) throw new Error(`${script} exports no ${component}`)
      await route.fulfill({ response, body: `${planted}\nfunction plantedFault() { throw new Error('planted') }` })
    })
  }

const failureOf = (page: Page, part: string) =>
  page.getByRole('alert').filter({ hasText: `${part}: this part could not be shown` })

/** React writes errors that a boundary caught to the console; that is all that may be there. */
function expectOnlyCaughtErrors({ complaints }: Person): void {
  expect(complaints.length).toBeGreaterThan(0)
  expect(complaints.filter((text) => !/planted|error boundary|ERR_|dynamically imported module/.test(text))).toEqual([])
  complaints.length = 0
}

interface Fault {
  readonly script: string
  readonly component: string
  /** What the failure calls the part. */
  readonly part: string
  readonly query?: string
  readonly act?: (page: Page) => Promise<void>
}

const faults: readonly Fault[] = [
  { script: 'SourcesPanel', component: 'SourcesPanel', part: 'Sources', query: 'v=1&panel=sources' },
  { script: 'IssuesPanel', component: 'IssuesPanel', part: 'Open issues', query: 'v=1&panel=issues' },
  { script: 'MoneyPanel', component: 'MoneyPanel', part: 'Money', query: 'v=1&panel=money' },
  { script: 'MoneyFlowDiagram', component: 'MoneyFlowDiagram', part: 'Money', query: 'v=1&panel=money' },
  { script: 'MetricsPanel', component: 'MetricsPanel', part: 'Metrics', query: 'v=1&panel=metrics' },
  { script: 'deferredParts', component: 'ListPanel', part: 'List', query: 'v=1&panel=list' },
  { script: 'deferredParts', component: 'FilterPanelContents', part: 'Filter' },
  { script: 'deferredParts', component: 'Inspector', part: 'Inspector' },
  { script: 'SelectionPanel', component: 'SelectionPanel', part: 'Inspector', query: 'v=1&node=jbic' },
  { script: 'deferredParts', component: 'StatusBar', part: 'Status line' },
  {
    script: 'deferredParts',
    component: 'LegendContents',
    part: 'Legend',
    act: (page) => page.getByRole('button', { name: 'Legend' }).click(),
  },
  { script: 'deferredParts', component: 'NoticeBanner', part: 'Notices' },
  { script: 'deferredParts', component: 'ListWalker', part: 'Picture' },
  { script: 'TimelineStrip', component: 'TimelineStrip', part: 'Timeline', query: 'v=1&filter=known:2026-02-17' },
  {
    script: 'ExportDialog',
    component: 'ExportDialog',
    part: 'Dialog',
    act: (page) => page.getByRole('button', { name: 'Export', exact: true }).click(),
  },
  {
    script: 'OpenDialog',
    component: 'OpenDialog',
    part: 'Dialog',
    act: (page) => page.getByRole('button', { name: 'Open', exact: true }).click(),
  },
  {
    script: 'CommandPalette',
    component: 'CommandPalette',
    part: 'Dialog',
    act: (page) => page.keyboard.press('Control+k'),
  },
  { script: 'ShortcutsDialog', component: 'ShortcutsDialog', part: 'Dialog', act: (page) => page.keyboard.press('?') },
]

describe('a fault in the program', () => {
  it.each(faults)(
    'in $component is told in its place, and the graph stays',
    async ({ script, component, ...fault }) => {
      const person = await visit({ query: fault.query ?? everything, prepare: plantFault(script, component) })
      const { page } = person
      await canvas(page).waitFor()
      await page.waitForFunction(() => document.querySelector('[data-testid=canvas]')?.hasAttribute('data-drawn'))
      await fault.act?.(page)
      const failure = failureOf(page, fault.part)
      await failure.waitFor()
      expect(await failure.textContent()).toContain('planted')
      for (const name of ['Try again', 'Save the work', 'Copy a report'])
        expect(await failure.getByRole('button', { name }).count()).toBe(1)
      expect(await page.getByRole('banner').count()).toBe(1)
      expectOnlyCaughtErrors(person)
    },
  )

  it('leaves the work to be saved', async () => {
    const person = await visit({
      query: 'v=1&filter=&panel=sources',
      prepare: plantFault('SourcesPanel', 'SourcesPanel'),
    })
    const { page } = person
    await failureOf(page, 'Sources').waitFor()
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save the work' }).click()
    const download = await coming
    expect(download.suggestedFilename()).toMatch(/\.kizuna$/)
    const files = unzipSync(new Uint8Array(readFileSync(await download.path())))
    expect(Object.keys(files).length).toBeGreaterThan(1)
    expectOnlyCaughtErrors(person)
  })
})

describe('a part that cannot be loaded', () => {
  it('says so, and is there after another try', async () => {
    const person = await visit({
      query: 'v=1&panel=sources',
      prepare: (page) => page.route(/\/assets\/SourcesPanel-[^/]*\.js$/, (route) => route.abort()),
    })
    const { page } = person
    const failure = failureOf(page, 'Sources')
    await failure.waitFor()
    expect(await failure.textContent()).toContain('could not be loaded')
    expect(await failure.getByRole('button', { name: 'Load the page again' }).count()).toBe(1)
    expectOnlyCaughtErrors(person)
    await page.unrouteAll()
    await failure.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('list', { name: 'Sources' }).getByRole('listitem').first().waitFor()
  })

  it('of texts is asked for once, not again and again', async () => {
    let asked = 0
    const person = await visit({
      query: 'v=1&panel=sources',
      prepare: (page) =>
        page.route(/\/assets\/sources\.en-[^/]*\.js$/, (route) => {
          asked++
          return route.abort()
        }),
    })
    const { page } = person
    await failureOf(page, 'Sources').waitFor()
    expect(asked).toBeLessThanOrEqual(2)
    expectOnlyCaughtErrors(person)
    await page.unrouteAll()
    await failureOf(page, 'Sources').getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('list', { name: 'Sources' }).getByRole('listitem').first().waitFor()
    await drawn(page)
  })
})
