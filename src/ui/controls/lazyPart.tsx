import { createContext, lazy, use, type ComponentType } from 'react'

/** Changes each time a person asks a failed part to be shown again, so that parts below it are loaded anew. */
export const LoadAttemptContext = createContext(0)

let attempts = 0

/** A number that no earlier attempt had. */
export const nextLoadAttempt = (): number => ++attempts

/** A component that is loaded when it is first rendered; one whose loading failed is loaded anew in the next attempt. */
export function lazyPart<Props extends object = object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  interface Loading {
    readonly attempt: number
    readonly Part: ComponentType<Props>
    hasFailed: boolean
  }
  const startLoading = (attempt: number): Loading => {
    const loading: Loading = {
      attempt,
      hasFailed: false,
      Part: lazy(async () => {
        try {
          return { default: await load() }
        } catch (error) {
          loading.hasFailed = true
          throw error
        }
      }) as ComponentType<Props>,
    }
    return loading
  }
  let latest: Loading | undefined
  return function LazyPart(props: Props) {
    const attempt = use(LoadAttemptContext)
    if (!latest || (latest.hasFailed && latest.attempt !== attempt)) latest = startLoading(attempt)
    return <latest.Part {...props} />
  }
}
