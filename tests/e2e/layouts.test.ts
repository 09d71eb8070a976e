import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { canvas, drawn, everything, exported, openFile, query, visit, withBrowser } from './person'

withBrowser()

const openMenu = async (page: Page) => {
  await page.getByRole('button', { name: 'Layout', exact: true }).click()
  return page.getByRole('menu', { name: 'Layout' })
}

/** Chooses a layout by the menu, and waits until it is there. */
async function choose(page: Page, name: string): Promise<void> {
  const menu = await openMenu(page)
  await menu.getByRole('menuitemradio', { name, exact: true }).click()
  await rests(page)
}

/** Path data of what stands behind the nodes: land, coasts, lines. */
const behind = (page: Page, what: 'land' | 'coast'): Promise<string> =>
  canvas(page)
    .locator(`[data-guides] [data-${what}]`)
    .getAttribute('d')
    .then((d) => d ?? '')

/** By node that an exported picture of a map names, whether it stands on land, which is the first path. */
const onLand = (page: Page, svg: string, labels: readonly string[]): Promise<boolean[]> =>
  page.evaluate(
    ([text, names]) => {
      const drawn = document.body.appendChild(new DOMParser().parseFromString(text, 'image/svg+xml').documentElement)
      const land = drawn.querySelector('path')!
      const stands = names.map((name) => {
        const title = [...drawn.querySelectorAll('path > title')].find((each) => each.textContent === name)!
        const [x, y] = title
          .parentElement!.getAttribute('transform')!
          .match(/-?[\d.]+/g)!
          .map(Number)
        return land.isPointInFill(new DOMPoint(x, y))
      })
      drawn.remove()
      return stands
    },
    [svg, labels] as const,
  )

const rests = async (page: Page) => {
  await drawn(page)
  await expect.poll(() => page.getByRole('button', { name: 'Stop the layout' }).count(), { timeout: 30_000 }).toBe(0)
}

/** The picture as vectors: every place, edge and label in it. */
const picture = async (page: Page): Promise<string> => new TextDecoder().decode((await exported(page, 'SVG')).bytes)

describe('of a file from the disk', () => {
  const places = `graph [ directed 1
    node [ id 1 label "Tokyo" kind "city" founded "1457-04-08" latitude 35.7 longitude 139.7 ]
    node [ id 2 label "Lima" kind "city" founded "1535-01-18" latitude -12.0 longitude -77.0 ]
    node [ id 3 label "Oslo" kind "town" founded "1624-09-24" latitude 59.9 longitude 10.7 ]
    edge [ source 1 target 2 ] edge [ source 2 target 3 ] ]`
  const guides = (page: Page) => canvas(page).locator('[data-guides]')

  it.each([
    ['Map', async (page: Page) => expect((await behind(page, 'coast')).split('M').length).toBeGreaterThan(20)],
    ['Timeline', (page: Page) => guides(page).getByText(/1457/).first().waitFor()],
    ['Radial', (page: Page) => guides(page).getByText('1 step', { exact: true }).waitFor()],
    ['Grouped by type', (page: Page) => guides(page).getByText('town', { exact: true }).waitFor()],
  ] as const)('%s has its guides', async (name, areThere) => {
    const { page } = await visit()
    await drawn(page)
    await openFile(page, { name: 'places.gml', content: places })
    await expect.poll(async () => await drawn(page)).toMatchObject({ nodes: 3, edges: 2 })
    await choose(page, name)
    await expect.poll(() => guides(page).locator('svg').count()).toBe(1)
    await areThere(page)
  })
})

describe('layouts', () => {
  it.each(['layered', 'geo'])('%s is shown whole from its address, also where nodes move there', async (name) => {
    const frame = async (motion: boolean) => {
      const { page } = await visit({ query: `layout=${name}`, motion })
      await rests(page)
      const behind = canvas(page).locator('[data-guides] svg')
      return async () => (await behind.getAttribute('viewBox'))!.split(' ').map((each) => Math.round(Number(each)))
    }
    const still = await frame(false)
    await expect.poll(still).not.toEqual([])
    const wanted = await still()
    await expect.poll(await frame(true)).toEqual(wanted)
  })

  it.each([
    ['Circle', 'circle'],
    ['Grouped by type', 'grouped'],
    ['Grid', 'grid'],
    ['Layered', 'layered'],
    ['Radial', 'radial'],
    ['Timeline', 'time'],
    ['Map', 'geo'],
  ])('%s is chosen in the menu, and gives the same picture from its address', async (label, name) => {
    const { page } = await visit({ query: '' })
    await choose(page, label)
    await expect.poll(() => query(page)).toContain(`layout=${name}`)
    await expect.poll(() => page.getByText(`${label} layout`).first().isVisible()).toBe(true)
    const address = new URL(page.url()).search.slice(1)
    const there = await picture(page)
    const other = (await visit({ query: address })).page
    await rests(other)
    await expect.poll(() => other.getByText(`${label} layout`).first().isVisible()).toBe(true)
    expect(await picture(other)).toBe(there)
  })

  it('Radial goes round what is selected, and says so', async () => {
    const { page } = await visit({ query: `${everything}&node=jbic` })
    await choose(page, 'Radial')
    await expect.poll(() => query(page)).toContain('centre=jbic')
    await expect.poll(() => page.getByText('Radial layout around JBIC').isVisible()).toBe(true)
    await expect.poll(() => canvas(page).getByText('1 step', { exact: true }).count()).toBe(1)
  })

  it('Timeline asks for the column, and the address carries it', async () => {
    const { page } = await visit()
    await choose(page, 'Timeline')
    await choose(page, 'Date first published')
    await expect.poll(() => query(page)).toContain('column=known')
    await expect.poll(() => page.getByText('Timeline layout: Date first published').isVisible()).toBe(true)
  })

  it('Map shows coasts below the places, on the canvas and in what is exported', async () => {
    const { page } = await visit({ query: 'v=1&filter=node:japan,united-states,strait-of-hormuz' })
    await choose(page, 'Map')
    await expect.poll(() => behind(page, 'land')).toMatch(/^M-?\d/)
    expect((await behind(page, 'coast')).split('M').length).toBeGreaterThan(50)
    const before = await canvas(page).locator('[data-guides] svg').getAttribute('viewBox')
    await canvas(page).hover()
    await page.mouse.wheel(0, -300)
    await expect.poll(() => canvas(page).locator('[data-guides] svg').getAttribute('viewBox')).not.toBe(before)
    const svg = await picture(page)
    expect(await onLand(page, svg, ['Japan', 'United States', 'Strait of Hormuz'])).toEqual([true, true, false])
    expect(svg).toContain('>150°E</text>')
    await choose(page, 'Circle')
    await expect.poll(() => canvas(page).locator('[data-guides] [data-land]').count()).toBe(0)
    expect(await picture(page)).not.toContain('°E</text>')
  })

  it('lays years, rings and names of groups under the exported picture too', async () => {
    const { page } = await visit({ query: 'v=1&layout=time' })
    await rests(page)
    expect(await picture(page)).toContain('>2026</text>')
    await choose(page, 'Radial')
    expect(await picture(page)).toContain('>1 step</text>')
    await choose(page, 'Grouped by type')
    expect(await picture(page)).toContain('>Public bank</text>')
  })

  it('says of a layout that cannot be had why, and does not choose it', async () => {
    const { page } = await visit({ query: 'v=1&filter=type:person' })
    const menu = await openMenu(page)
    const map = menu.getByRole('menuitemradio', { name: 'Map', exact: true })
    expect(await map.getAttribute('aria-disabled')).toBe('true')
    expect(await menu.textContent()).toContain('No visible node has coordinates.')
    await map.click({ force: true })
    expect(query(page)).not.toContain('layout=')
    const other = (await visit({ query: 'v=1&filter=type:person&layout=geo' })).page
    await other.getByText('Map layout is not available here').waitFor()
    expect(query(other)).not.toContain('layout=geo')
  })

  it('removes overlaps on top of any layout, and the pins hold', async () => {
    const { page } = await visit({ query: `${everything}&pin=jbic@500,400&camera=500,400,300` })
    const menu = await openMenu(page)
    await menu.getByRole('menuitemcheckbox', { name: 'No overlap' }).click()
    await rests(page)
    await expect.poll(() => query(page)).toContain('apart=yes')
    await expect.poll(() => page.getByText('Automatic layout, no overlap').isVisible()).toBe(true)
    const { x, y, width, height } = (await canvas(page).boundingBox())!
    await page.mouse.click(x + width / 2, y + height / 2)
    await expect.poll(() => query(page)).toContain('node=jbic')
  })
})
