import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { flags, needBrowser } from '../../tests/browser.js'
import { peakOfRenderers } from './memory.js'

/** A report, or nothing after so many milliseconds. */
function within(patience, report) {
  const end = new AbortController()
  const given = setTimeout(patience, undefined, { signal: end.signal }).catch(() => undefined)
  return Promise.race([report, given]).finally(() => end.abort())
}

/** How long the page is watched once its picture is there, in milliseconds: see watch.js. */
const watched = (lays) => (lays ? 7000 : 4000)

/**
 * Opens a file in the page of a server of opening/serve.js, in a browser of its own that nobody drives: milliseconds from
 * navigation until the graph is drawn (`patience` where that was not waited for), the longest task of the page's thread
 * until two seconds later, the peak memory of its process, and the longest task in three seconds of a layout, where `lays`.
 */
export async function opened(server, file, { patience, lays }) {
  const profile = mkdtempSync(join(tmpdir(), 'kizuna-browser-'))
  const more = ['--headless=new', '--window-size=1280,800', `--user-data-dir=${profile}`]
  const report = server.reported(lays)
  const browser = spawn(needBrowser(), [...flags, ...more, `${server.address}?open=${file}`], { stdio: 'ignore' })
  const ended = new Promise((resolve) => browser.on('exit', resolve))
  let late = true
  try {
    const result = await within(patience + watched(lays), report)
    const peak = peakOfRenderers(browser.pid)
    late = !result || result.time > patience
    if (late) return { time: patience, peak, longest: patience, layout: NaN, late }
    for (const fault of result.faults) console.error(`${server.address}: ${fault}`)
    return { ...result, peak, late }
  } finally {
    browser.kill(late ? 'SIGKILL' : 'SIGTERM')
    await ended
    // Processes of the browser that are still ending may write there: then it is left to the system.
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }).catch(() => undefined)
  }
}
