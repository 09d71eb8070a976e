// The first script of each page that is opened: it says to its server how the page fared. Nobody else looks on: a page that
// is driven from outside keeps more about itself, and is the slower for it. The server puts `lays` before this.

/** Milliseconds that the page is watched after its first picture, while it fills its panels, and while a layout runs. */
const after = { drawn: 2000, layout: 3000 }
/** The shortest task that a browser calls long, in milliseconds; where no task was as long, this is given. */
const long = 50
const tasks = []
const faults = []

// Without a graphics card what is drawn is drawn by the processor, in another process that the page then waits for: that
// says nothing about the page, so both sides leave out the calls that draw. They still make their contexts, compile, and
// upload all that they would draw.
for (const Context of [WebGLRenderingContext, WebGL2RenderingContext])
  for (const name of ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced'])
    if (name in Context.prototype) Context.prototype[name] = () => undefined

addEventListener('error', ({ message }) => faults.push(message))
addEventListener('unhandledrejection', ({ reason }) => faults.push(String(reason)))
new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: 'longtask', buffered: true })

const pause = (time) => new Promise((resolve) => setTimeout(resolve, time))

/** The longest task that began between two times of the page's clock. */
const longest = (from, to) =>
  tasks.reduce(
    (most, { startTime, duration }) => (startTime >= from && startTime < to ? Math.max(most, duration) : most),
    long,
  )

/** Waits until the graphics card has done all that it was given: what was drawn can be read back. */
function readBack() {
  for (const canvas of document.querySelectorAll('canvas')) {
    const gl = canvas.getContext('webgl2') ?? canvas.getContext('webgl')
    gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4))
  }
}

/** Starts a layout: the peer has a function for it, ours a key. */
function start() {
  if (globalThis.layOut) globalThis.layOut()
  else document.dispatchEvent(new KeyboardEvent('keydown', { key: 'f', bubbles: true }))
}

async function watch() {
  while (performance.getEntriesByName('kizuna:first-drawn').length === 0) await pause(30)
  // The page is at rest while it is read back, so that this wait is told from its own tasks.
  const waited = performance.now()
  readBack()
  const time = performance.now()
  await pause(after.drawn)
  const opening = Math.max(longest(0, waited - 1), longest(time, Infinity))
  let layout = NaN
  if (lays) {
    const from = performance.now()
    start()
    await pause(after.layout)
    layout = longest(from, Infinity)
  }
  await fetch('/report', { method: 'POST', body: JSON.stringify({ time, longest: opening, layout, faults }) })
}

void watch()
