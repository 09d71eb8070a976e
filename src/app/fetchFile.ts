/** Loads what an address answers with. Rejected with a sentence that says why it did not. */
export async function fetchFile(address: string, signal: AbortSignal): Promise<Blob> {
  const url = new URL(address, location.href)
  if (!/^https?:$/.test(url.protocol)) throw new Error(`${url.protocol} addresses are not opened; use http or https.`)
  const answer = await fetch(url, { signal, credentials: 'same-origin' }).catch(() => {
    throw new Error(
      `${url.host} did not answer, or does not allow this page to read it (CORS). Save the file and open it from your disk.`,
    )
  })
  if (!answer.ok) throw new Error(`${url.host} answered ${answer.status} for ${url.pathname}.`)
  return answer.blob()
}
