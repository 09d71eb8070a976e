import { formatQuantity } from '../../model/value'

/** Money from one stop to another. Without an amount somebody says that it flows, and nobody how much. */
export interface MoneyFlowLink {
  readonly from: string
  readonly to: string
  /** The edge or figure that says so, to be selected. */
  readonly edgeOrFigureId: string
  readonly amount: number | undefined
  /** The low end of a range; the amount where there is none. */
  readonly low?: number
  /** "about USD 33bn", "amount not stated" */
  readonly amountText: string
  /** Where the amount, or the rest of it, is counted, in words: no amount is drawn twice. */
  readonly countedElsewhere?: string
  /** From a whole to what is part of it. */
  readonly isWholeToPart?: true
}

/**
 * The links with every amount counted once. What somebody gives to a part is held in what the same one gives to its whole;
 * what others give to a part directly comes off what the whole passes on to it; and of several wholes of a part the most
 * special one passes on, the others nothing. A link whose amount is counted elsewhere keeps it in words alone.
 */
export function removeDoubleCounting(
  links: readonly MoneyFlowLink[],
  labelOf: (id: string) => string,
): MoneyFlowLink[] {
  const wholesOf = wholesIn(links)
  const direct = links.map((link) => heldInWhole(link, links, wholesOf, labelOf))
  const given = new Map<string, { amount: number; by: readonly string[] }>()
  for (const { isWholeToPart, amount, from, to } of direct) {
    if (isWholeToPart || amount === undefined) continue
    const known = given.get(to) ?? { amount: 0, by: [] }
    given.set(to, { amount: known.amount + amount, by: [...known.by, from] })
  }
  const depth = ({ from }: MoneyFlowLink) => wholesOf(from).size
  const passing = direct.filter(({ isWholeToPart, amount }) => isWholeToPart && amount !== undefined)
  const shares = new Map<MoneyFlowLink, MoneyFlowLink>()
  for (const link of passing.toSorted((one, other) => depth(other) - depth(one))) {
    const known = given.get(link.to) ?? { amount: 0, by: [] }
    shares.set(link, passOn(link, known, labelOf))
    given.set(link.to, { amount: Infinity, by: known.amount > 0 ? known.by : [link.from] })
  }
  return direct.map((link) => shares.get(link) ?? link)
}

const withoutAmount = (link: MoneyFlowLink, where: string): MoneyFlowLink => ({
  ...link,
  amount: undefined,
  countedElsewhere: where,
})

function heldInWhole(
  link: MoneyFlowLink,
  links: readonly MoneyFlowLink[],
  wholesOf: (id: string) => ReadonlySet<string>,
  labelOf: (id: string) => string,
): MoneyFlowLink {
  if (link.isWholeToPart || link.amount === undefined) return link
  const wholes = wholesOf(link.to)
  const held = links.find(
    ({ isWholeToPart, amount, from, to }) =>
      !isWholeToPart && amount !== undefined && from === link.from && wholes.has(to),
  )
  return held ? withoutAmount(link, `counted in what goes to ${labelOf(held.to)}`) : link
}

/** What a whole passes on to its part beside what came to it already: the low end of the amount decides. */
function passOn(
  link: MoneyFlowLink,
  given: { readonly amount: number; readonly by: readonly string[] },
  labelOf: (id: string) => string,
): MoneyFlowLink {
  if (given.amount === 0) return link
  const rest = link.low! - given.amount
  const by = given.by.map(labelOf).join(' and ')
  if (rest <= 0) return withoutAmount(link, `counted in what comes from ${by}`)
  const text = formatQuantity({ amount: rest, about: true, unit: 'USD' })
  return { ...link, amount: rest, amountText: text, countedElsewhere: `beside what comes from ${by}` }
}

/** Everything that a stop is part of, directly and not, along the links. */
function wholesIn(links: readonly MoneyFlowLink[]): (id: string) => ReadonlySet<string> {
  const direct = new Map<string, string[]>()
  for (const { isWholeToPart, from, to } of links) if (isWholeToPart) direct.set(to, [...(direct.get(to) ?? []), from])
  return (id) => {
    const all = new Set<string>()
    const ahead = [...(direct.get(id) ?? [])]
    for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
      if (all.has(next)) continue
      all.add(next)
      ahead.push(...(direct.get(next) ?? []))
    }
    return all
  }
}
