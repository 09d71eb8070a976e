import type { InputFile } from '../io/inputFile'

/** Whether a file is a STIX bundle, or the objects that a TAXII server answers with. */
export const isStix = ({ head }: InputFile): boolean =>
  /^\ufeff?\s*\{/.test(head) &&
  /"objects"\s*:\s*\[/.test(head) &&
  (/"id"\s*:\s*"bundle--/.test(head) || /"type"\s*:\s*"bundle"/.test(head) || /"spec_version"\s*:\s*"2\.\d"/.test(head))
