import { readdirSync, readFileSync } from 'node:fs'

/** Whether a process is a child of another, or a child of one. */
function descends(id, from) {
  for (let at = id; at > 1;) {
    if (at === from) return true
    at = Number(/PPid:\s+(\d+)/.exec(readFileSync(`/proc/${at}/status`, 'utf8'))?.[1] ?? 0)
  }
  return false
}

/** Peak resident memory in MB of the largest process that draws pages, of those that belong to a browser. */
export function peakOfRenderers(browser) {
  let most = 0
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
    try {
      if (!readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('--type=renderer')) continue
      if (!descends(Number(id), browser)) continue
      most = Math.max(most, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) / 1024)
    } catch {
      // It has ended since it was listed.
    }
  return most
}
