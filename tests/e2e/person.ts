import { AxeBuilder } from '@axe-core/playwright'
import { readFileSync } from 'node:fs'
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core'
import { flags } from '../browser'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'

export interface Visit {
  readonly query?: string
  readonly width?: number
  readonly height?: number
  readonly theme?: 'light' | 'dark'
  readonly touch?: boolean
  /** Whether things move to where they go; else they are there at once. */
  readonly motion?: boolean
  /** The browser's language, as a BCP 47 tag; English if absent. */
  readonly locale?: string
  /** Called before the page is loaded, such as to answer its requests. */
  readonly prepare?: (page: Page) => Promise<unknown>
}

/** Somebody with a browser of their own. Whatever the page complains of in the console fails the test. */
export interface Person {
  readonly page: Page
  readonly complaints: string[]
}

let browser: Browser
let contexts: BrowserContext[] = []
let people: Person[] = []

/** Starts one browser for a file of tests, and ends what its tests opened. */
export function withBrowser(...more: string[]): void {
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: inject('browser'), args: [...flags, ...more] })
  })
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()))
    const complaints = people.flatMap((person) => person.complaints)
    contexts = []
    people = []
    expect(complaints).toEqual([])
  })
  afterAll(() => browser.close())
}

/** The address of the whole data set; without it the first view leaves most of it out. */
export const everything = 'v=1&filter='

/** Opens the app in a context that knows nothing of others, and waits until the graph is drawn. */
export async function visit(how: Visit = {}): Promise<Person> {
  const {
    query = everything,
    width = 1440,
    height = 900,
    theme = 'light',
    touch = false,
    motion = false,
    locale = 'en-GB',
    prepare,
  } = how
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    hasTouch: touch,
    locale,
    reducedMotion: motion ? 'no-preference' : 'reduce',
    acceptDownloads: true,
  })
  contexts.push(context)
  const page = await context.newPage()
  const person: Person = { page, complaints: [] }
  people.push(person)
  page.on('pageerror', (error) => person.complaints.push(error.message))
  page.on('console', (message) => {
    const driver = /GPU stall due to ReadPixels|Automatic fallback to software WebGL/.test(message.text())
    if ((message.type() === 'error' || message.type() === 'warning') && !driver) person.complaints.push(message.text())
  })
  await prepare?.(page)
  await page.goto(inject('address') + (query && `?${query}`))
  await page.getByRole('main').waitFor()
  return person
}

export const canvas = (page: Page): Locator => page.getByTestId('canvas')

/** Nodes, edges and labels that the canvas drew; waits for what is loaded after the first picture, too. */
export async function drawn(page: Page): Promise<{ nodes: number; edges: number; labels: number }> {
  await page.waitForFunction(() => document.querySelector('[data-testid=canvas]')?.hasAttribute('data-drawn'))
  await page.locator('[data-key-target=walk]').first().waitFor({ state: 'attached' })
  const [nodes, edges, labels] = (await canvas(page).getAttribute('data-drawn'))!.split(' ').map(Number)
  return { nodes: nodes!, edges: edges!, labels: labels! }
}

export const inspector = (page: Page): Locator => page.getByTestId('inspector')
export const searchBar = (page: Page): Locator =>
  page.getByRole('combobox', { name: 'Search nodes, or write a filter' })
export const query = (page: Page): string => decodeURIComponent(new URL(page.url()).search)

/** Opens files from the reader's disk by the dialog. */
export async function openFile(
  page: Page,
  ...files: readonly { readonly name: string; readonly content: string | Uint8Array }[]
): Promise<void> {
  const button = page.getByRole('button', { name: 'Open', exact: true })
  if (await button.isVisible()) await button.click()
  else await page.keyboard.press('Control+o')
  await page
    .getByLabel('Graph file')
    .setInputFiles(
      files.map(({ name, content }) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) })),
    )
}

/** Exports in a format by the dialog; gives the file. */
export async function exported(
  page: Page,
  format: string,
  scope: 'What is shown' | 'What is selected' = 'What is shown',
): Promise<{ name: string; bytes: Uint8Array }> {
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: scope }).check()
  await dialog.getByRole('radio', { name: format }).check()
  const coming = page.waitForEvent('download')
  await dialog.getByRole('button', { name: /^Export / }).click()
  const download = await coming
  return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) }
}

/** What axe finds wrong with a page, with the elements; and that the page is wider than its window, where it is. */
export async function complaintsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const [wide, width] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth] as const)
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
    ...(wide > width ? [`the page is ${wide} wide`] : []),
  ]
}
