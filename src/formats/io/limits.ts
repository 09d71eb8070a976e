/** What is read at most, the same for all formats. A file beyond a limit is refused with the limit and a way round. */
export const limits = {
  /** Bytes of all files that one archive unpacks to: a few kilobytes can unpack to any number of zeros. */
  unpackedBytes: 2 ** 31 - 2 ** 20,
  /** Bytes of a file that has to be decoded into one text: engines refuse longer texts with errors of their own. */
  textBytes: 0x1fffffe0,
  /** Entries of one archive. */
  archiveEntries: 10_000,
} as const
