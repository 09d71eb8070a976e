import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { preview } from 'vite'
import { flags, needBrowser } from '../browser.js'

/** Takes the README's pictures from the built program: `npm run build && node tests/e2e/pictures.js`. */
const folder = join(dirname(fileURLToPath(import.meta.url)), 'pictures')
const pictures = [
  { name: 'graph', query: 'v=1&node=ohio-gas-plant', width: 1440, height: 900, theme: 'light' },
  {
    name: 'figure',
    query: 'v=1&filter=sector:energy%2B1&node=georgia-diamond-plant&figure=georgia-diamond-plant--share-of-tranche',
    width: 1440,
    height: 900,
    theme: 'dark',
  },
  { name: 'phone', query: 'v=1&node=jbic&panel=inspector', width: 390, height: 844, theme: 'light' },
]

const server = await preview({ logLevel: 'warn', preview: { port: 0, host: '127.0.0.1' } })
const browser = await chromium.launch({
  executablePath: needBrowser(),
  args: flags,
})
for (const { name, query, width, height, theme } of pictures) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: theme, reducedMotion: 'reduce' })
  await page.goto(`${server.resolvedUrls.local[0]}?${query}`)
  await page.waitForFunction(() => document.querySelector('[data-testid=canvas]')?.hasAttribute('data-drawn'))
  await page.waitForTimeout(500)
  await page.screenshot({ path: join(folder, `${name}.png`) })
  await page.close()
}
await browser.close()
await server.close()
