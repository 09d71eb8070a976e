import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { canvas, drawn, exported, openFile, query, visit, withBrowser, type Visit } from './person'

withBrowser()

const loops = readFileSync('tests/cases/drag-and-loops.gexf')

/** The case with four nodes, 200 layout units wide in the viewport, with node `a` in its middle. */
async function visitLoops(how: Visit = {}) {
  const { page } = await visit(how)
  await drawn(page)
  await openFile(page, { name: 'drag-and-loops.gexf', content: loops })
  await expect.poll(async () => await drawn(page)).toMatchObject({ nodes: 4, edges: 6 })
  return page
}

const parameter = (page: Page, name: string): string | null => new URL(page.url()).searchParams.get(name)
const pins = (page: Page): string[] => new URL(page.url()).searchParams.getAll('pin')
const steps = (page: Page): Promise<number> => page.evaluate(() => history.length)
const rests = (page: Page) => page.waitForTimeout(400)

/** Chooses a node in the list, which moves the camera to it, and gives the middle of the canvas, where the node then is. */
async function inTheMiddle(page: Page, name: string): Promise<{ x: number; y: number }> {
  const search = page.getByRole('combobox', { name: 'Search nodes, or write a filter' })
  await search.fill(name)
  await page
    .getByRole('listbox', { name: 'Suggestions' })
    .getByRole('option', { name: new RegExp(`^${name}`) })
    .first()
    .click()
  await expect.poll(() => query(page)).toContain('camera=')
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await rests(page)
  const { x, y, width, height } = (await canvas(page).boundingBox())!
  return { x: x + width / 2, y: y + height / 2 }
}

describe('a drag', () => {
  it('begins beyond a tremble, keeps its offset and the selection, and is one step back', async () => {
    const page = await visitLoops()
    const { x, y } = await inTheMiddle(page, 'Alpha')
    await page.keyboard.press('Escape')
    await expect.poll(() => query(page)).not.toContain('node=')
    const camera = parameter(page, 'camera')
    await page.mouse.move(x + 5, y)
    await page.mouse.down()
    await page.mouse.move(x + 8, y + 1, { steps: 3 })
    await page.mouse.up()
    await rests(page)
    expect(pins(page)).toEqual([])
    expect(parameter(page, 'camera')).toBe(camera)
    // A tremble is a click.
    await expect.poll(() => query(page)).toContain('node=a')
    await page.keyboard.press('Escape')
    await expect.poll(() => query(page)).not.toContain('node=')
    const before = await steps(page)
    await page.mouse.move(x + 5, y)
    await page.mouse.down()
    await page.mouse.move(x + 65, y + 40, { steps: 6 })
    await page.mouse.up()
    await expect.poll(() => pins(page).length).toBe(1)
    await rests(page)
    expect(await steps(page)).toBe(before + 1)
    expect(query(page)).not.toContain('node=')
    expect(parameter(page, 'camera')).toBe(camera)
    // The camera shows its width of layout units in the width of the canvas.
    const unit = Number(camera!.split(',')[2]) / (await canvas(page).boundingBox())!.width
    const [px, py] = pins(page)[0]!.split('@')[1]!.split(',').map(Number)
    const [cx, cy] = camera!.split(',').map(Number)
    expect((px! - cx!) / unit).toBeCloseTo(60, 0)
    expect((cy! - py!) / unit).toBeCloseTo(40, 0)
    await page.goBack()
    await expect.poll(() => pins(page)).toEqual([])
  })

  it('moves all that are selected, each of which can be let go', async () => {
    const page = await visitLoops()
    const { x, y } = await inTheMiddle(page, 'Alpha')
    await page.keyboard.press('n')
    await expect.poll(() => new URL(page.url()).searchParams.getAll('node').length).toBe(3)
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 30, y - 30, { steps: 4 })
    await page.mouse.up()
    await expect
      .poll(() =>
        pins(page)
          .map((pin) => pin.split('@')[0])
          .sort(),
      )
      .toEqual(['a', 'b', 'd'])
    await rests(page)
    await page.mouse.click(x + 30, y - 30)
    await page.getByRole('button', { name: 'Release this node' }).click()
    await expect
      .poll(() =>
        pins(page)
          .map((pin) => pin.split('@')[0])
          .sort(),
      )
      .toEqual(['b', 'd'])
    expect(await page.getByRole('button', { name: 'Release this node' }).count()).toBe(0)
  })

  it('is not made by the right button', async () => {
    const page = await visitLoops()
    const { x, y } = await inTheMiddle(page, 'Alpha')
    await page.mouse.move(x, y)
    await page.mouse.down({ button: 'right' })
    await page.mouse.move(x + 60, y + 20, { steps: 5 })
    await page.mouse.up({ button: 'right' })
    await rests(page)
    expect(pins(page)).toEqual([])
  })

  it('far away is framed by Fit', async () => {
    const page = await visitLoops()
    const { x, y, width, height } = (await canvas(page).boundingBox())!
    const before = (await inTheMiddle(page, 'Alpha'))!
    await page.mouse.move(before.x, before.y)
    await page.mouse.down()
    await page.mouse.move(x + width - 4, y + height / 2, { steps: 5 })
    await page.mouse.up()
    await expect.poll(() => pins(page).length).toBe(1)
    await page.getByRole('button', { name: 'Fit' }).click()
    await expect.poll(() => parameter(page, 'camera')).toBe(null)
    await rests(page)
    expect((await drawn(page)).labels).toBe(4)
  })

  it('of a finger begins later: a tremble is a tap', async () => {
    const page = await visitLoops({ width: 390, height: 844, touch: true, query: '' })
    const session = await page.context().newCDPSession(page)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { x: number; y: number }) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [{ ...at, id: 1 }] : [] })
    const at = await page.evaluate(() => {
      const { left, top, width, height } = document.querySelector('[data-testid=canvas]')!.getBoundingClientRect()
      return { x: left + width / 2, y: top + height / 2 }
    })
    const before = query(page)
    await touch('touchStart', at)
    await touch('touchMove', { x: at.x + 3, y: at.y })
    await touch('touchMove', { x: at.x + 3, y: at.y + 2 })
    await touch('touchEnd')
    await rests(page)
    expect(parameter(page, 'camera')).toBe(null)
    expect(query(page)).toBe(before)
    await touch('touchStart', at)
    for (let far = 5; far <= 60; far += 5) await touch('touchMove', { x: at.x + far, y: at.y })
    await touch('touchEnd')
    await expect.poll(() => parameter(page, 'camera')).not.toBe(null)
  })
})

describe('the wheel', () => {
  const width = (page: Page) => Number(parameter(page, 'camera')?.split(',')[2] ?? NaN)
  /** Turns the wheel in the middle of the canvas. Gives whether the page would scroll. */
  const wheel = (page: Page, init: Readonly<Record<string, number | boolean>>): Promise<boolean> =>
    page.evaluate((given) => {
      const {
        left,
        top,
        width: across,
        height,
      } = document.querySelector('[data-testid=canvas]')!.getBoundingClientRect()
      const at = { clientX: left + across / 2, clientY: top + height / 2 }
      const target = document.elementFromPoint(at.clientX, at.clientY)!
      return target.dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true, ...at, ...given }))
    }, init)

  it('zooms by the size of its delta in pixels, lines and pages, and the page stays', async () => {
    const page = await visitLoops()
    const zoomOf = async (init: Readonly<Record<string, number | boolean>>) => {
      await wheel(page, { deltaY: 1 })
      await rests(page)
      const before = width(page)
      expect(await wheel(page, init)).toBe(false)
      await rests(page)
      return Math.log(width(page) / before)
    }
    const small = await zoomOf({ deltaY: -10 })
    expect(small).toBeLessThan(0)
    expect(await zoomOf({ deltaY: -40 })).toBeCloseTo(4 * small, 2)
    expect(await zoomOf({ deltaY: 3, deltaMode: 1 })).toBeCloseTo(-6 * small, 2)
    expect(await zoomOf({ deltaY: 0.1, deltaMode: 2 })).toBeCloseTo(-4 * small, 2)
    expect(await zoomOf({ deltaY: -5, ctrlKey: true })).toBeCloseTo(2 * small, 2)
    expect(await zoomOf({ deltaX: 30 })).toBeCloseTo(0, 3)
  })

  it('moves smoothly for those who like motion, and has limits', async () => {
    const page = await visitLoops({ motion: true })
    await wheel(page, { deltaY: 20 })
    await rests(page)
    const before = width(page)
    await wheel(page, { deltaY: 100 })
    await expect.poll(() => width(page) / before).toBeCloseTo(Math.exp(0.3), 1)
    for (let at = 0; at < 40; at++) await wheel(page, { deltaY: 400 })
    await rests(page)
    const widest = width(page)
    expect(widest / before).toBeLessThan(10)
    for (let at = 0; at < 60; at++) await wheel(page, { deltaY: -400 })
    await rests(page)
    expect(width(page)).toBeGreaterThan(widest / 1e5)
  })

  it('asks again what is under the pointer, which rests', async () => {
    const page = await visitLoops()
    const { x, y } = await inTheMiddle(page, 'Alpha')
    await page.mouse.move(x + 3, y)
    await page.getByTestId('tooltip').waitFor()
    // Moves the picture, not the pointer.
    await page.keyboard.press('Escape')
    await page.keyboard.press('0')
    await expect.poll(() => page.getByTestId('tooltip').getByText('Alpha', { exact: true }).count()).toBe(0)
  })
})

it('two loops on a node are two lines, in the exported picture too', async () => {
  const page = await visitLoops()
  const svg = new TextDecoder().decode((await exported(page, 'SVG')).bytes)
  const arcs = [...svg.matchAll(/ d="(M[^"]*A[^"]*)" fill="none"/g)].map(([, d]) => d)
  expect(arcs).toHaveLength(2)
  expect(arcs[0]).not.toBe(arcs[1])
})
