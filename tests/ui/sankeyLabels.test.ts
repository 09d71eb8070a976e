import { describe, expect, it } from 'vitest'
import { english } from '../../src/messages/englishFormatter'
import { japanese } from '../../src/messages/japaneseFormatter'
import type { MoneyFlowLink } from '../../src/scene/money/flowLinks'
import { labelWidth, sankeyLabelTexts } from '../../src/ui/panels/sankeyLabels'

const link = (from: string, to: string, amountText: string): MoneyFlowLink => ({
  from,
  to,
  edgeOrFigureId: `${from}-${to}`,
  amount: 1,
  amountText,
})
const node = (id: string, label: string) => ({ id, label, family: 'project' })

describe('the labels of the flow diagram', () => {
  it('end with the amounts that a node receives, unless its name has them', () => {
    const links = [link('a', 'b', 'USD 1bn'), link('c', 'b', 'USD 2bn'), link('a', 'd', 'USD 3bn')]
    const labels = sankeyLabelTexts([node('a', 'A'), node('b', 'B'), node('d', 'D of USD 3bn')], links, english)
    expect([...labels.values()]).toEqual([
      { lines: ['A'], amount: undefined },
      { lines: ['B USD 1bn and USD 2bn'], amount: 'USD 1bn and USD 2bn' },
      { lines: ['D of USD 3bn'], amount: undefined },
    ])
  })

  it('break a Japanese name between its words', () => {
    const name = 'オハイオ州の天然ガス火力発電所の建設計画'
    const label = sankeyLabelTexts([node('a', name)], [], japanese).get('a')!
    expect(label.lines.length).toBeGreaterThan(1)
    expect(label.lines.join('')).toBe(name)
    expect(labelWidth(label)).toBeLessThanOrEqual(175)
  })
})
