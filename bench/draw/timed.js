/** Settled when the page has drawn twice and the graphics process has had time to follow. */
const rested = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 50))))

/** Does something, and what it has put off to the next frame: all that stands between it and the new picture. */
function toPicture(act) {
  const later = []
  const { requestAnimationFrame: own, cancelAnimationFrame: cancel } = window
  window.requestAnimationFrame = (callback) => later.push(callback)
  window.cancelAnimationFrame = (handle) => {
    if (handle > 0 && handle <= later.length) later[handle - 1] = undefined
    else cancel.call(window, handle)
  }
  act()
  window.requestAnimationFrame = own
  window.cancelAnimationFrame = cancel
  for (const callback of later) callback?.(performance.now())
}

/** Milliseconds of the main thread that each act takes, so many times, with rest between. The first time does not count. */
export async function timed(acts, turns) {
  const times = Object.fromEntries(Object.keys(acts).map((name) => [name, []]))
  for (let turn = 0; turn <= turns; turn++)
    for (const [name, act] of Object.entries(acts)) {
      await rested()
      const start = performance.now()
      toPicture(() => act(turn))
      const time = performance.now() - start
      if (turn > 0) times[name].push(time)
    }
  return times
}

/** Places of a frame of a layout: each a little elsewhere. */
export const moved = (places, turn) => places.map((value, at) => value + ((at + turn) % 7) - 3)
