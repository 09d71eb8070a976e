const entities: Readonly<Record<string, string>> = { amp: '&', quot: '"', lt: '<', gt: '>', apos: "'" }

/** GML is ASCII: everything else, quotes and ampersands stand as the entities of HTML. Halves of characters become U+FFFD. */
export const escapeGml = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^ !#-%'-~]/gu, (letter) =>
      letter === '"' ? '&quot;' : letter === '&' ? '&amp;' : `&#${letter.codePointAt(0)};`,
    )

/** Named entities and numbers of characters as what they stand for; what is no entity stays. */
export const unescapeGml = (text: string): string =>
  text.includes('&')
    ? text.replace(
        /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(\w+));/g,
        (whole, decimal?: string, hex?: string, name?: string) => {
          const code = decimal ? Number(decimal) : hex ? parseInt(hex, 16) : undefined
          if (code !== undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
          return entities[name ?? ''] ?? whole
        },
      )
    : text
