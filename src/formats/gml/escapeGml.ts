const entities: ReadonlyMap<string, string> = new Map(
  Object.entries({ amp: '&', quot: '"', lt: '<', gt: '>', apos: "'" }),
)

/** Escapes a text for GML, which is ASCII: other characters, quotes and ampersands become HTML entities, lone surrogates U+FFFD. */
export const escapeGml = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^ !#-%'-~]/gu, (letter) =>
      letter === '"' ? '&quot;' : letter === '&' ? '&amp;' : `&#${letter.codePointAt(0)};`,
    )

/** Replaces named and numeric character references by their characters; unknown ones stay as they are. */
export const unescapeGml = (text: string): string =>
  text.includes('&')
    ? text.replace(
        /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(\w+));/g,
        (whole, decimal?: string, hex?: string, name?: string) => {
          const code = decimal ? Number(decimal) : hex ? parseInt(hex, 16) : undefined
          if (code !== undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
          return entities.get(name ?? '') ?? whole
        },
      )
    : text
