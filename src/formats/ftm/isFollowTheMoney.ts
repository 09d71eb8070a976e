import type { InputFile } from '../io/inputFile'

/** Whether the first record of a file is an entity with a schema and properties, also in a list or in `results`. */
export const isFollowTheMoney = ({ head }: InputFile): boolean =>
  /^\ufeff?\s*(\[\s*)?\{/.test(head) &&
  (/^\s*\{(?=[^\n]*"schema"\s*:\s*")(?=[^\n]*"properties"\s*:\s*\{)/.test(head) ||
    (/"schema"\s*:\s*"[A-Z][A-Za-z]+"/.test(head) &&
      /"properties"\s*:\s*\{\s*("[A-Za-z]+"\s*:\s*\[|\})/.test(head) &&
      !/"(nodes|\$schema)"\s*:/.test(head)))
