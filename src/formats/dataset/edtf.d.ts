declare module 'edtf' {
  /** Parses an EDTF date of any level; throws if it is invalid. */
  export default function edtf(text: string): unknown
}
