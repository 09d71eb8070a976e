declare module 'edtf' {
  /** Parses an EDTF date of any level; throws where the text is none. */
  export default function edtf(text: string): unknown
}
