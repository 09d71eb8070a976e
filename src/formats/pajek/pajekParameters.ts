/** Parameters of vertices and lines that are followed by one value (Pajek reference manual, "Input files"). */
const names = new Set(
  (
    'ic bc bw lc la lr lp lphi fos font x_fact y_fact phi r q s_size url ' +
    'c w l p s a ap h1 h2 k1 k2 a1 a2 an1 an2 hook1 hook2'
  ).split(' '),
)

/** The parameters of a vertex or line by name, from the words behind its numbers. */
export function parsePajekParameters(words: readonly string[]): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>()
  for (let at = 0; at < words.length; at++) {
    const name = words[at]!.toLowerCase()
    if (names.has(name) && words[at + 1] !== undefined) parameters.set(name, words[++at]!)
  }
  return parameters
}
