import { describe, expect, it } from 'vitest'
import { searchNodes } from '../../src/analysis/search/searchNodes'
import { buildGraph } from '../../src/model/buildGraph'
import type { Node } from '../../src/model/records'
import { schema } from '../sample'

const nodes: Node[] = [
  {
    id: 'jbic',
    type: 'actor',
    label: 'JBIC',
    ja: '国際協力銀行',
    aliases: ['Japan Bank for International Cooperation'],
  },
  { id: 'softbank', type: 'actor', label: 'SoftBank', ja: 'ソフトバンク' },
  {
    id: 'akazawa',
    type: 'actor',
    label: 'Akazawa Ryōsei',
    family: 'Akazawa',
    given: 'Ryōsei',
    ja: '赤澤亮正',
    kana: 'あかざわ りょうせい',
  },
  { id: 'bank', type: 'actor', label: 'Bank of Ohio' },
  { id: 'ohio', type: 'place', label: 'Ohio', ja: 'オハイオ州' },
]
const graph = buildGraph({ about: { id: 'names', title: 'Names' }, schema, nodes })
const found = (text: string) => searchNodes(graph, text).map(({ node }) => node)

describe('search', () => {
  it.each([
    ['銀行', 'jbic', 'inside unspaced Japanese'],
    ['赤澤', 'akazawa', 'in kanji'],
    ['りょうせい', 'akazawa', 'in kana'],
    ['あかざわりょうせい', 'akazawa', 'in kana without the space'],
    ['Ryosei', 'akazawa', 'without diacritics'],
    ['Ryōsei Akazawa', 'akazawa', 'in the other order'],
    ['ryosei akaz', 'akazawa', 'by the beginnings of words in any order'],
    ['international coop', 'jbic', 'by an alias'],
    ['akasawa', 'akazawa', 'with a typo'],
    ['sotfbank', 'softbank', 'with letters swapped'],
    ['ｊｂｉｃ', 'jbic', 'in full-width letters'],
  ])('%s finds %s (%s)', (text, id) => expect(found(text)[0]).toBe(id))

  it('finds a word inside another one, after those that begin with it', () => {
    expect(found('bank').slice(0, 3)).toEqual(['bank', 'jbic', 'softbank'])
  })
  it('puts the whole name first', () => expect(found('ohio')).toEqual(['ohio', 'bank']))
  it('returns the name that matched', () =>
    expect(searchNodes(graph, '協力')).toEqual([{ node: 'jbic', name: '国際協力銀行' }]))
  it('finds nothing for an empty text', () => expect(found('  ')).toEqual([]))
  it('finds nothing if no name is similar', () => expect(found('zzzzqqq')).toEqual([]))
})
