import { expect, it } from 'vitest'
import { left } from './expected'
import { inspector, visit, withBrowser } from './person'

withBrowser('--disable-gpu', '--disable-webgl', '--disable-webgl2', '--disable-3d-apis')

it('without WebGL the list and all panels work, and the page says why there is no picture', async () => {
  const { page } = await visit()
  await page.getByText('This browser cannot draw the graph.').waitFor()
  await page.getByRole('option', { name: /^JBIC/ }).click()
  await inspector(page).getByRole('heading', { level: 2, name: 'JBIC' }).waitFor()
  await page.getByRole('checkbox', { name: /^Energy/ }).check()
  await expect.poll(() => page.getByRole('option').count()).toBe(left('sector:energy').nodes)
})
