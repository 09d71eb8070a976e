import { expect, it } from 'vitest'
import { drawn, query, searchBar, visit, withBrowser } from './person'

withBrowser()

const steps = 'type:company component:largest degree:1..'

it('steps are moved by keyboard, by buttons and by hand, and count what stands above them', async () => {
  const { page } = await visit({ query: 'v=2&filter=type:company degree:3..' })
  const filter = () => searchBar(page).inputValue()
  const inOrder = await drawn(page)
  const moved = async (text: string) => {
    await expect.poll(filter).toBe(text)
    return drawn(page)
  }
  await page
    .getByRole('button', { name: /^Degree/, expanded: false })
    .first()
    .focus()
  await page.keyboard.press('Alt+ArrowUp')
  const turned = await moved('degree:3.. type:company')
  expect(turned.nodes).toBeGreaterThan(inOrder.nodes)
  await page.getByRole('status').filter({ hasText: 'Step 1 of 2' }).waitFor({ state: 'attached' })
  await page.keyboard.press('Alt+ArrowDown')
  expect((await moved('type:company degree:3..')).nodes).toBe(inOrder.nodes)

  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Move up' }).click()
  await moved('degree:3.. type:company')
  await page.goBack()
  await moved('type:company degree:3..')

  const grips = page.getByTitle('Drag to change the order')
  const [from, to] = [await grips.nth(1).boundingBox(), await grips.nth(0).boundingBox()]
  await page.mouse.move(from!.x + 7, from!.y + 7)
  await page.mouse.down()
  await page.mouse.move(to!.x + 7, to!.y + 7, { steps: 4 })
  await page.mouse.up()
  await moved('degree:3.. type:company')
  await expect.poll(() => query(page)).toContain('v=2&filter=degree:3..')
})

it('an older address leaves what it left, says where it asks the whole graph, and can be changed to ask less', async () => {
  const { page } = await visit({ query: 'v=1&filter=type:company degree:3..' })
  const before = await drawn(page)
  const asked = (await visit({ query: 'v=2&filter=degree:3.. type:company' })).page
  expect(before.nodes).toBe((await drawn(asked)).nodes)
  await page.getByText('in the whole graph').waitFor()
  await page
    .getByRole('button', { name: /^Degree/, expanded: false })
    .first()
    .click()
  await page.getByRole('button', { name: 'Count in what the steps above leave' }).click()
  await expect.poll(() => searchBar(page).inputValue()).toBe('type:company degree:3..')
  await expect.poll(async () => (await drawn(page)).nodes).toBeLessThan(before.nodes)
})

it('on a phone in Japanese steps are moved by buttons', async () => {
  const { page } = await visit({
    query: `v=2&lang=ja&panel=filter&filter=${encodeURIComponent(steps)}`,
    width: 390,
    height: 844,
    touch: true,
  })
  await page.getByRole('button', { name: /^連結成分/ }).click()
  await page.getByRole('button', { name: '上へ移動' }).click()
  await expect.poll(() => query(page)).toContain('filter=component:largest')
})
