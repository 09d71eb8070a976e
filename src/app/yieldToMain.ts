/** So many milliseconds the page may stand still before it takes a key or draws: less than a frame. */
const usual = 12

/**
 * For work in parts: lets the page do what waits, once enough has been done since it last could. Where frames take long,
 * as without a graphics card, a breath after every part would make quick work wait for many of them.
 */
export function createYielder(most = usual): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < most) return
    await new Promise((go) => setTimeout(go))
    since = performance.now()
  }
}
