/** A text in quotes. Only the quote is escaped in DOT; a backslash is doubled, so that it is none of the escapes of labels. */
export const escapeDot = (text: string): string =>
  `"${text.replaceAll('\0', '\ufffd').replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n').replaceAll('\r', '\\r')}"`

/** What a text in quotes says: line breaks by \n, \l and \r, a joined line, and every other escaped letter as it is; \N stays. */
export const unescapeDot = (text: string): string =>
  text.includes('\\')
    ? text.replace(/\\(\r?\n|[^])/g, (whole, letter: string) => {
        if (letter === 'n' || letter === 'l') return '\n'
        if (letter === 'r') return '\r'
        if (letter === 'N') return whole
        return /\n/.test(letter) ? '' : letter
      })
    : text
