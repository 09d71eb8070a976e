import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { canvas, drawn, exported, openFile, query, visit, withBrowser } from './person'

withBrowser()

const fileOfCase = (name: string) => ({ name, content: readFileSync(`tests/cases/${name}`) })

it('a file with colours is drawn in them, and says so', async () => {
  const { page } = await visit()
  await drawn(page)
  await openFile(page, fileOfCase('coloured.gexf'))
  await expect.poll(async () => await drawn(page)).toMatchObject({ nodes: 2, edges: 1 })
  const svg = async () => new TextDecoder().decode((await exported(page, 'SVG')).bytes)
  const own = await svg()
  expect([own.includes('fill="#ff0000"'), own.includes('fill="#00c800"')]).toEqual([true, true])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Metrics', exact: true }).click()
  const choice = page.getByRole('combobox', { name: 'Colour by' })
  expect(await choice.locator('option:checked').textContent()).toBe('As in the file')
  await choice.selectOption({ label: 'Type' })
  await expect.poll(() => query(page)).toContain('colour=family')
  expect(await svg()).not.toContain('fill="#ff0000"')
})

it('the clock plays the spells of a file', async () => {
  const { page } = await visit()
  await drawn(page)
  await openFile(page, fileOfCase('dynamic-spells.gexf'))
  await expect.poll(async () => await drawn(page)).toMatchObject({ nodes: 3, edges: 2 })
  await page.keyboard.press('t')
  const clock = page.getByRole('region', { name: 'Timeline' })
  const nodesOn = async (day: string) => {
    await clock.getByLabel('As of: date').fill(day)
    await expect.poll(() => query(page)).toContain(`held:${day}`)
    await page.waitForTimeout(300)
    return (await canvas(page).getAttribute('data-drawn'))!.split(' ')[0]
  }
  expect(await nodesOn('2009-01-10')).toBe('2')
  expect(await nodesOn('2009-01-20')).toBe('1')
  expect(await nodesOn('2009-02-25')).toBe('0')
  expect(await nodesOn('2009-03-01')).toBe('1')
})
