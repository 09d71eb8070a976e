import { setTimeout } from 'node:timers/promises'
import { chromium } from 'playwright-core'
import { flags, needBrowser } from '../../tests/browser.js'
import { peakOfRenderers } from './memory.js'

/** The shortest task that a browser calls long, in milliseconds; where no task was as long, this is given. */
const long = 50

/**
 * What each page begins with. Without a graphics card what is drawn is drawn by the processor, in another process that
 * the page then waits for: that says nothing about the page, so both sides leave out the calls that draw. They still make
 * their contexts, compile, and upload all that they would draw.
 */
function prepare() {
  for (const Context of [WebGLRenderingContext, WebGL2RenderingContext])
    for (const name of ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced'])
      if (name in Context.prototype) Context.prototype[name] = () => undefined
  globalThis.tasks = []
  new PerformanceObserver((list) => globalThis.tasks.push(...list.getEntries())).observe({
    type: 'longtask',
    buffered: true,
  })
}

/** The longest task of the page's thread since a time of the page's own clock. */
const longestSince = (page, start) =>
  page.evaluate(
    ([from, least]) =>
      globalThis.tasks.reduce(
        (most, { startTime, duration }) => (startTime >= from ? Math.max(most, duration) : most),
        least,
      ),
    [start, long],
  )

/** When the first picture was there, and could be read back; 0 while it is not. Runs in the page. */
function drawn() {
  if (performance.getEntriesByName('kizuna:first-drawn').length === 0) return 0
  for (const canvas of document.querySelectorAll('canvas')) {
    const gl = canvas.getContext('webgl2') ?? canvas.getContext('webgl')
    gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4))
  }
  return performance.now()
}

/** What a page answers, or nothing after so many milliseconds: a page in a long task does not even hear of a time limit. */
function within(patience, asked) {
  const answer = asked.then((handle) => handle.jsonValue()).catch(() => undefined)
  const end = new AbortController()
  const given = setTimeout(patience, undefined, { signal: end.signal }).catch(() => undefined)
  return Promise.race([answer, given]).finally(() => end.abort())
}

/** So long the page is watched after its first picture, while it fills its panels, and while a layout runs. */
const after = { drawn: 2000, layout: 5000 }

/**
 * Opens a page in a browser of its own, without its drawing calls: milliseconds from navigation until the graph is drawn
 * (`patience` where that was not waited for), the longest task of its thread until two seconds later, the peak memory of
 * its process, and the longest task in five seconds of a layout, which `start` starts where it is given.
 */
export async function opened(address, { patience, start }) {
  const server = await chromium.launchServer({ executablePath: needBrowser(), args: flags })
  const browser = await chromium.connect(server.wsEndpoint())
  let late = false
  const peak = () => peakOfRenderers(server.process().pid)
  try {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
    await page.addInitScript(prepare)
    page.on('pageerror', (error) => console.error(`${address}: ${error.message}`))
    await page.goto(address)
    const time = await within(patience, page.waitForFunction(drawn, undefined, { timeout: 0, polling: 30 }))
    if (time === undefined) {
      late = true
      return { time: patience, peak: peak(), longest: patience, layout: NaN, late }
    }
    await page.waitForTimeout(after.drawn)
    const result = { time, peak: peak(), longest: await longestSince(page, 0), late }
    return { ...result, layout: start ? await whileLayingOut(page, start) : NaN }
  } finally {
    // A page that is at work in one long task closes only after it.
    if (late) await server.kill()
    else await server.close()
  }
}

/** The longest task while a layout is started and runs. */
async function whileLayingOut(page, start) {
  const from = await page.evaluate(() => performance.now())
  await start(page)
  await page.waitForTimeout(after.layout)
  return longestSince(page, from)
}
