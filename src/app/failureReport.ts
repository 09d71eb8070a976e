/** Whether an error is a script or style sheet that could not be loaded, in the words of the browsers. */
export const isLoadFailure = (error: unknown): boolean =>
  error instanceof Error &&
  /dynamically imported module|Importing a module script failed|Unable to preload|error loading module/i.test(
    error.message,
  )

/** What an error says, in one line. */
export const errorDetail = (error: unknown): string =>
  (error instanceof Error ? error.message || error.name : String(error)).split('\n')[0]!.slice(0, 300)

/**
 * A report of a failure for whoever mends the program, in English: what failed, the error with its stack, the address and
 * the browser. Nothing of the open graph is in it, except what the address holds.
 */
export function failureReport(part: string, error: unknown): string {
  const stack = error instanceof Error && error.stack ? error.stack : errorDetail(error)
  return [`Kizuna: ${part}`, stack, location.href, navigator.userAgent].join('\n\n')
}
