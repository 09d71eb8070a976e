/** What went wrong in the program itself, and the words of notices about faults. */
export const errorsEn = {
  startupTitle: 'Kizuna could not start',
  tryAgain: 'Try again',
  dataNotLoaded: ({ status }: { status: number }) => `The data set could not be loaded (HTTP status ${status}).`,
  unexpected: ({ detail }: { detail: string }) => `Unexpected error: ${detail}`,
  programError: 'The program made an error',
  tryAgainOrReload: 'Try it again. If it happens again, load the page again: the address keeps the view.',
  workerNotStarted: 'A background worker could not be started.',
  addressPartlyRead: 'Part of the address could not be read',

  problem: 'Problem',
  where: 'Where',
  remedy: 'What to do',
  chooseAnotherFile: 'Choose another file',
  /** Ends a fault that is a clause. */
  fullStop: '.',
  copyMessage: 'Copy this message',
  dismiss: 'Dismiss',

  unsupportedProtocol: ({ protocol }: { protocol: string }) => `addresses with ${protocol} cannot be opened`,
  useHttp: 'Use an address with http: or https:.',
  invalidAddress: ({ address }: { address: string }) => `${address} is not a valid address`,
  noResponse: ({ host }: { host: string }) => `${host} did not respond, or does not allow this page to read it (CORS)`,
  saveAndOpen: 'Save the file and open it from your disk.',
  httpStatus: ({ host, status, path }: { host: string; status: number; path: string }) =>
    `${host} responded with HTTP status ${status} for ${path}`,
  checkAddress: 'Check the address.',

  nothingExported: 'Nothing was exported',
  graphUnchanged: 'The graph is unchanged.',
  pictureTooLarge: 'the browser could not create a picture of this size',
  choosePictureSize: 'Choose a smaller size, or SVG.',
}

export type ErrorsMessages = typeof errorsEn
