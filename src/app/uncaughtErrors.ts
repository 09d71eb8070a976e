import { message } from '../messages/message'
import type { App } from './app'
import { errorDetail } from './failureReport'

/** Reported by browsers although nothing is wrong: an observer that is called again in the next frame. */
const harmless = /^ResizeObserver loop/

/** Tells the person of errors outside of rendering, such as in a handler, instead of leaving them to the console. */
export function reportUncaughtErrors({ session }: Pick<App, 'session'>): void {
  const report = (error: unknown) => {
    const detail = errorDetail(error)
    if (harmless.test(detail)) return
    session.setState({
      notice: {
        title: message('errors', 'programError'),
        details: message('errors', 'graphUnchanged'),
        what: message('errors', 'unexpected', { detail }),
        remedy: message('errors', 'tryAgainOrReload'),
      },
    })
  }
  addEventListener('error', (event) => report(event.error ?? event.message))
  addEventListener('unhandledrejection', (event) => report(event.reason))
}
