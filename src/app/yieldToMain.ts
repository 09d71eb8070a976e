/** Longest uninterrupted work in ms before yielding to input and painting; less than one frame. */
const defaultBudget = 12

/**
 * A function for work in slices: call it after every slice, and it yields to the browser once the work has taken `budget` ms
 * since it last yielded. Yielding after every slice would be slow where frames take long, as without a graphics card.
 */
export function createYielder(budget = defaultBudget): () => Promise<void> {
  let lastYield = performance.now()
  return async () => {
    if (performance.now() - lastYield < budget) return
    await new Promise((resolve) => setTimeout(resolve))
    lastYield = performance.now()
  }
}
