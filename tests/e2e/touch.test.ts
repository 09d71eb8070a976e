import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { drawn, everything, inspector, query, visit, withBrowser } from './person'

withBrowser()

const phone = { width: 390, height: 844, touch: true } as const
const sheet = (page: Page) => page.getByRole('complementary', { name: 'Inspector' })

/** Whether sigma drew anything of its own above the nodes. */
const covered = (page: Page) =>
  page.evaluate(() => {
    const layer = document.querySelector<HTMLCanvasElement>('canvas.sigma-hovers')!
    const { data } = layer.getContext('2d')!.getImageData(0, 0, layer.width, layer.height)
    return data.some((each) => each !== 0)
  })

describe('on a phone', () => {
  it('an address with a node opens its sheet, below a canvas that is still there', async () => {
    const { page } = await visit({ ...phone, query: `${everything}&node=jbic` })
    await inspector(page).getByRole('heading', { level: 2, name: 'JBIC' }).waitFor()
    await expect.poll(async () => (await sheet(page).boundingBox())?.height ?? 0).toBeGreaterThan(300)
    expect((await page.getByTestId('canvas').boundingBox())!.height).toBeGreaterThan(250)
    await page.getByRole('button', { name: 'Clear the selection' }).tap()
    await expect.poll(() => query(page)).not.toContain('node=')
    await expect.poll(() => sheet(page).isVisible()).toBe(false)
  })

  it('two fingers zoom the canvas, not the page', async () => {
    const { page } = await visit(phone)
    await drawn(page)
    const session = await page.context().newCDPSession(page)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart?: number) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints:
          apart === undefined
            ? []
            : [
                { x: 195 - apart, y: 400, id: 1 },
                { x: 195 + apart, y: 400, id: 2 },
              ],
      })
    await touch('touchStart', 30)
    for (let apart = 45; apart <= 120; apart += 15) {
      await touch('touchMove', apart)
      await page.evaluate(() => new Promise(requestAnimationFrame))
    }
    await touch('touchEnd')
    await expect.poll(() => query(page)).toContain('camera=')
    expect(await page.evaluate(() => visualViewport!.scale)).toBe(1)
  })

  it('the table of money needs no sideways scrolling', async () => {
    const { page } = await visit({ ...phone, query: `${everything}&panel=money` })
    const table = page.getByRole('table')
    await table.waitFor()
    const { x, width } = (await table.boundingBox())!
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x + width).toBeLessThanOrEqual(390)
  })

  it('labels below the timeline do not overlap', async () => {
    const { page } = await visit({ ...phone, query: 'v=1&filter=known:2026-03' })
    const words = page.getByRole('region', { name: 'Timeline' }).locator('[aria-hidden] > span')
    await words.first().waitFor()
    const boxes = (await Promise.all((await words.all()).map((each) => each.boundingBox()))).map((box) => box!)
    boxes.slice(1).forEach((box, at) => {
      const before = boxes[at]!
      if (Math.abs(box.y - before.y) < 2) expect(box.x).toBeGreaterThan(before.x + before.width)
      expect(box.x + box.width).toBeLessThanOrEqual(390)
    })
  })
})

it('a node under the pointer stays to be seen', async () => {
  const { page } = await visit()
  await drawn(page)
  const { x, y, width, height } = (await page.getByTestId('canvas').boundingBox())!
  const tooltip = page.getByTestId('tooltip')
  // The middle of the map is dense: a node is met on the way through it. Its card counts relations, an edge's does not.
  const onNode = async () => (await tooltip.isVisible()) && /\d relations?/.test((await tooltip.textContent()) ?? '')
  for (let at = 0; at < 200 && !(await onNode()); at++)
    await page.mouse.move(x + width * (0.35 + (at % 40) * 0.0075), y + height * (0.4 + Math.floor(at / 40) * 0.03))
  expect(await onNode()).toBe(true)
  await page.evaluate(() => new Promise(requestAnimationFrame))
  expect(await covered(page)).toBe(false)
})

it('a text is dropped where texts are attached, and nothing else opens', async () => {
  const { page } = await visit({ query: `${everything}&panel=sources&open=jiji-nation-2026-02-18-33-3bn` })
  const zone = page.getByRole('region', { name: 'Attached text' })
  await zone.waitFor()
  const before = await drawn(page)
  const dataTransfer = await page.evaluateHandle(() => {
    const data = new DataTransfer()
    data.items.add(new File(['Headline\n\nOne\n\nTwo\n\nThree'], 'copy.txt', { type: 'text/plain' }))
    return data
  })
  const whole = page.getByText('Drop the file to open it')
  await page.dispatchEvent('main', 'dragenter', { dataTransfer })
  await whole.waitFor()
  await zone.dispatchEvent('dragover', { dataTransfer })
  await expect.poll(() => whole.count()).toBe(0)
  await page.dispatchEvent('main', 'dragover', { dataTransfer })
  await whole.waitFor()
  await zone.dispatchEvent('drop', { dataTransfer })
  await expect.poll(() => whole.count()).toBe(0)
  await expect.poll(() => zone.textContent()).not.toContain('Do you have this source?')
  expect(await drawn(page)).toEqual(before)
})
