/** Quotes a text for DOT. Quotes are escaped; backslashes are doubled, so that they begin none of the escapes of labels. */
export const escapeDot = (text: string): string =>
  `"${text.replaceAll('\0', '\ufffd').replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n').replaceAll('\r', '\\r')}"`

/** Resolves the escapes of a quoted text: line breaks, joined lines and escaped characters. \N, the name of the node, stays. */
export const unescapeDot = (text: string): string =>
  text.includes('\\')
    ? text.replace(/\\(\r?\n|[^])/g, (whole, letter: string) => {
        if (letter === 'n' || letter === 'l') return '\n'
        if (letter === 'r') return '\r'
        if (letter === 'N') return whole
        return /\n/.test(letter) ? '' : letter
      })
    : text
