interface StartupErrorProps {
  readonly title: string
  readonly what: string
  readonly tryAgain: string
}

/** Shown in place of the page if the app could not start. It takes its texts, since these may have failed to load too. */
export function StartupError({ title, what, tryAgain }: StartupErrorProps) {
  return (
    <main className="trouble" role="alert">
      <h1>{title}</h1>
      <p>{what}</p>
      <p>
        <button type="button" onClick={() => location.reload()}>
          {tryAgain}
        </button>
      </p>
    </main>
  )
}
