import { message, type Message } from '../messages/message'

/** Why a file could not be fetched, and what to do about it. */
export class FetchFileError extends Error {
  constructor(
    readonly what: Message,
    readonly remedy: Message,
  ) {
    super(`${what.namespace}.${what.id}`)
  }
}

/** Fetches a file. Throws a FetchFault if the address is not usable, does not respond, or responds with an error. */
export async function fetchFile(address: string, signal: AbortSignal): Promise<Blob> {
  const url = parseAddress(address)
  const { host, pathname: path, protocol } = url
  if (!/^https?:$/.test(protocol))
    throw new FetchFileError(message('errors', 'unsupportedProtocol', { protocol }), message('errors', 'useHttp'))
  const response = await fetch(url, { signal, credentials: 'same-origin' }).catch(() => {
    throw new FetchFileError(message('errors', 'noResponse', { host }), message('errors', 'saveAndOpen'))
  })
  if (!response.ok) {
    const { status } = response
    throw new FetchFileError(message('errors', 'httpStatus', { host, status, path }), message('errors', 'checkAddress'))
  }
  return response.blob()
}

/** Parses an address, which may be relative to the page. */
function parseAddress(address: string): URL {
  try {
    return new URL(address, location.href)
  } catch {
    throw new FetchFileError(message('errors', 'invalidAddress', { address }), message('errors', 'checkAddress'))
  }
}
