import type { InputFile } from '../io/inputFile'

/** Whether a file is a network in CX2 or CX: a list whose first item gives the version or a check number. */
export const isCx = ({ head }: InputFile): boolean =>
  /^\ufeff?\s*\[\s*\{\s*"(CXVersion"\s*:|numberVerification"\s*:\s*\[)/.test(head)
