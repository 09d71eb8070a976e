/** What stands in the page's place when the program could not begin. */
export function StartupError({ what }: { readonly what: string }) {
  return (
    <main className="trouble" role="alert">
      <h1>Kizuna could not begin</h1>
      <p>{what}</p>
      <p>
        <button type="button" onClick={() => location.reload()}>
          Try again
        </button>
      </p>
    </main>
  )
}
