import type { Formatter } from '../../messages/formatter'
import type { MoneyMessages } from '../../messages/money.en'

/** A flow of money from one node to another. */
export interface MoneyFlowLink {
  readonly from: string
  readonly to: string
  /** The id of the edge or figure that states the flow, to be selected. */
  readonly edgeOrFigureId: string
  /** Undefined if no statement gives an amount, or if the amount is counted in another link. */
  readonly amount: number | undefined
  /** The low end of a range; the amount itself if it is not a range. */
  readonly low?: number
  /** "about USD 33bn", "amount not stated" */
  readonly amountText: string
  /** In which other link the amount, or the rest of it, is counted, in words: no amount is drawn twice. */
  readonly countedElsewhere?: string
  /** The link goes from a whole to a part of it. */
  readonly isWholeToPart?: true
}

/** How links are put into words. */
export interface FlowWording {
  /** The label of a node by its id. */
  readonly labelOf: (id: string) => string
  readonly format: Formatter
  readonly money: MoneyMessages
}

/** What a node receives directly: the sum, and the ids of the nodes that it comes from. */
interface Received {
  readonly amount: number
  readonly funders: readonly string[]
}

/**
 * The links with every amount counted once. What a funder gives to a part is included in what it gives to the whole;
 * what other funders give to the part directly is subtracted from what the whole passes on to it; and if a part has
 * several wholes, only the most specific one passes money on. A link whose amount is counted elsewhere keeps it in words only.
 */
export function removeDoubleCounting(links: readonly MoneyFlowLink[], wording: FlowWording): MoneyFlowLink[] {
  const wholesOf = wholesById(links)
  const direct = links.map((link) => countedWithWhole(link, links, wholesOf, wording))
  const received = new Map<string, Received>()
  const receivedBy = (id: string): Received => received.get(id) ?? { amount: 0, funders: [] }
  for (const { isWholeToPart, amount, from, to } of direct) {
    if (isWholeToPart || amount === undefined) continue
    const before = receivedBy(to)
    received.set(to, { amount: before.amount + amount, funders: [...before.funders, from] })
  }
  const depth = ({ from }: MoneyFlowLink) => wholesOf(from).size
  const passing = direct.filter(({ isWholeToPart, amount }) => isWholeToPart && amount !== undefined)
  const shares = new Map<MoneyFlowLink, MoneyFlowLink>()
  for (const link of passing.toSorted((one, other) => depth(other) - depth(one))) {
    const before = receivedBy(link.to)
    shares.set(link, passOn(link, before, wording))
    received.set(link.to, { amount: Infinity, funders: before.amount > 0 ? before.funders : [link.from] })
  }
  return direct.map((link) => shares.get(link) ?? link)
}

const withoutAmount = (link: MoneyFlowLink, countedElsewhere: string): MoneyFlowLink => ({
  ...link,
  amount: undefined,
  countedElsewhere,
})

/** The link without its amount if the same funder gives an amount to a whole of the recipient. */
function countedWithWhole(
  link: MoneyFlowLink,
  links: readonly MoneyFlowLink[],
  wholesOf: (id: string) => ReadonlySet<string>,
  { labelOf, money }: FlowWording,
): MoneyFlowLink {
  if (link.isWholeToPart || link.amount === undefined) return link
  const wholes = wholesOf(link.to)
  const toWhole = links.find(
    ({ isWholeToPart, amount, from, to }) =>
      !isWholeToPart && amount !== undefined && from === link.from && wholes.has(to),
  )
  return toWhole ? withoutAmount(link, money.countedInFlowTo({ whole: labelOf(toWhole.to) })) : link
}

/** What a whole passes on to its part in addition to what the part received already: the low end of the amount decides. */
function passOn(link: MoneyFlowLink, received: Received, { labelOf, format, money }: FlowWording): MoneyFlowLink {
  if (received.amount === 0) return link
  const rest = link.low! - received.amount
  const funders = received.funders.map(labelOf)
  if (rest <= 0) return withoutAmount(link, money.countedInFlowFrom({ funders }))
  const amountText = format.quantity({ amount: rest, about: true, unit: 'USD' })
  return { ...link, amount: rest, amountText, countedElsewhere: money.inAdditionTo({ funders }) }
}

/** A lookup of all wholes of a node along the links, direct and indirect. */
function wholesById(links: readonly MoneyFlowLink[]): (id: string) => ReadonlySet<string> {
  const direct = new Map<string, string[]>()
  for (const { isWholeToPart, from, to } of links) if (isWholeToPart) direct.set(to, [...(direct.get(to) ?? []), from])
  return (id) => {
    const all = new Set<string>()
    const pending = [...(direct.get(id) ?? [])]
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (all.has(next)) continue
      all.add(next)
      pending.push(...(direct.get(next) ?? []))
    }
    return all
  }
}
