import { textsEn } from '../../src/messages/texts.en'
import { textsJa } from '../../src/messages/texts.ja'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyFilter } from '../../src/analysis/filter/applyFilter'
import type { Filter } from '../../src/analysis/filter/filter'
import { parseFilter } from '../../src/analysis/filter/filterSyntax'
import {
  indexOfEmptyingStep,
  addFilterCondition,
  shortFilterText,
  canAskWholeGraph,
  joinStepWithPrevious,
  moveStep,
  negateStep,
  reachOfStep,
  setStepReach,
  removeStep,
  ungroupStep,
  filterStepRows,
  toggleStep,
  toggleWhole,
} from '../../src/scene/filter/filterStepRows'
import { textOfClauseParts } from '../../src/scene/filter/filterSentence'
import { graphOf } from '../sample'
import { inEnglish } from '../text'

const graph = graphOf(
  'ann:actor knows bob:actor expected paper',
  'ann in-sector energy:sector confirmed note',
  'plant:project in-sector energy announced paper',
  'plant located-in ohio:place denied paper',
)

function filterOf(text: string): Filter {
  const parsed = parseFilter(text)
  if ('fault' in parsed) throw new Error(inEnglish(parsed.fault.what))
  return parsed.filter
}
const sentences = (text: string) =>
  filterStepRows(graph, filterOf(text), textsEn).map((row) => textOfClauseParts(row.sentence))

const anyFilter = fc
  .array(fc.constantFrom('sector:energy', '-status:denied', 'type:actor,project', 'off(text:ann)', 'place:ohio+1'), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => filterOf(parts.join(' ')))
const position = fc.nat(4)
const masks = (filter: Filter) => {
  const { nodes, edges } = applyFilter(graph, filter)
  return { nodes, edges }
}

describe('the order of steps', () => {
  it('is the old one when a step was moved there and back, and holds the same steps', () =>
    fc.assert(
      fc.property(anyFilter, position, position, (filter, one, other) => {
        const [from, to] = [one % filter.length, other % filter.length]
        const moved = moveStep(filter, from, to)
        expect(moved[to]).toBe(filter[from])
        expect(new Set(moved)).toEqual(new Set(filter))
        expect(moveStep(moved, to, from)).toEqual(filter)
      }),
    ))

  it('matters for steps about edges and degrees, which may ask the whole graph instead', () => {
    const filter = filterOf('type:project degree:1.. -status:denied place:ohio+1')
    expect([...filter.keys()].map((index) => canAskWholeGraph(graph, filter, index))).toEqual([
      false,
      true,
      false,
      true,
    ])
    expect(filterStepRows(graph, filter, textsEn).map(({ nodeCount }) => nodeCount)).toEqual([1, 0, 0, 0])
    const whole = toggleWhole(filter, 1)
    const rows = filterStepRows(graph, whole, textsEn)
    expect(rows.map(({ nodeCount, whole: asks }) => [nodeCount, asks]).slice(0, 2)).toEqual([
      [1, false],
      [1, true],
    ])
    expect(toggleWhole(whole, 1)).toEqual(filter)
  })
})

describe('the steps of a filter', () => {
  it('count what is visible after each: never more than before, and finally the visible nodes', () =>
    fc.assert(
      fc.property(anyFilter, (filter) => {
        const rows = filterStepRows(graph, filter, textsEn)
        rows.forEach((row, at) =>
          expect(row.nodeCount).toBeLessThanOrEqual(rows[at - 1]?.nodeCount ?? graph.nodes.count),
        )
        expect(rows.at(-1)!.nodeCount).toBe(applyFilter(graph, filter).nodeCount)
      }),
    ))

  it('are unchanged if switched or negated twice', () =>
    fc.assert(
      fc.property(anyFilter, position, (filter, at) => {
        expect(toggleStep(toggleStep(filter, at), at)).toEqual(filter)
        expect(negateStep(negateStep(filter, at), at)).toEqual(filter)
      }),
    ))

  it('show the same if one is switched off or removed', () =>
    fc.assert(
      fc.property(anyFilter, position, (filter, pick) => {
        const at = pick % filter.length
        const off = filter[at]!.off ? filter : toggleStep(filter, at)
        expect(masks(off)).toEqual(masks(removeStep(filter, at)))
      }),
    ))

  it('show no less if two are joined by "or"', () =>
    fc.assert(
      fc.property(anyFilter, position, (filter, pick) => {
        const on = filter.map((each) => ({ ...each, off: false }))
        const at = pick % on.length
        const [before, after] = [masks(on), masks(joinStepWithPrevious(on, at))]
        before.nodes.forEach((kept, row) => expect(after.nodes[row]).toBeGreaterThanOrEqual(kept))
      }),
    ))

  it('read as sentences', () => {
    expect(sentences('sector:energy')).toEqual(['Sector is energy'])
    expect(sentences('-status:denied')).toEqual(['Status is not Denied'])
    expect(sentences('type:actor,project+1')).toEqual(['Type is actor or project, with neighbours up to 1 step away'])
    expect(sentences('text:bank')).toEqual(['Name contains “bank”'])
    expect(sentences('(sector:energy or -status:denied)')).toEqual(['Sector is energy or Status is not Denied'])
    expect(sentences('(sector:energy (type:actor or type:place))')).toEqual([
      'Sector is energy and (Type is actor or Type is place)',
    ])
    expect(sentences('node:ann,bob,plant,ohio,energy')).toEqual(['Node is ann, bob, plant or 2 more'])
    expect(sentences('origins:2')).toEqual(['Said by 2 independent sources or more'])
    expect(sentences('-held:2026-02')).toEqual(['not As of Feb 2026'])
  })

  it('read as sentences in Japanese, with keys and values apart from the words that join them', () => {
    const [row] = filterStepRows(graph, filterOf('-sector:energy,none+1'), textsJa)
    expect(textOfClauseParts(row!.sentence)).toBe(
      '分野：energyまたは分野の記載なし以外、1ステップ以内の隣接ノードを含む',
    )
    expect(row!.sentence.filter(({ role }) => role === 'plain').map(({ text }) => text)).toEqual([
      '分野',
      'energy',
      '分野の記載なし',
    ])
  })

  it('are summarised for a narrow window, without those that are off', () => {
    expect(shortFilterText(graph, filterOf('sector:energy -status:denied off(type:actor)'), textsEn)).toBe(
      'energy, not Denied',
    )
    expect(shortFilterText(graph, [], textsEn)).toBe('')
  })

  it('show after which of them nothing is visible', () => {
    expect(indexOfEmptyingStep(graph, filterOf('sector:energy type:place status:denied'))).toBe(1)
    expect(indexOfEmptyingStep(graph, filterOf('sector:energy off(type:place)'))).toBeUndefined()
  })

  it('join into one group, and split again', () => {
    const filter = filterOf('sector:energy place:ohio')
    expect(joinStepWithPrevious(filter, 1)).toEqual(filterOf('(sector:energy or place:ohio)'))
    expect(ungroupStep(joinStepWithPrevious(filter, 1), 0)).toEqual(filter)
    expect(joinStepWithPrevious(filter, 0)).toEqual(filter)
    expect(joinStepWithPrevious(filterOf('(sector:energy or place:ohio) type:actor'), 1)).toEqual(
      filterOf('(sector:energy or place:ohio or type:actor)'),
    )
  })

  it('take a condition as a separate step or as an alternative to the last one', () => {
    const clause = filterOf('type:actor')[0]!.clause
    expect(addFilterCondition(filterOf('sector:energy'), clause, 'and')).toEqual(filterOf('sector:energy type:actor'))
    expect(addFilterCondition(filterOf('sector:energy'), clause, 'or')).toEqual(
      filterOf('(sector:energy or type:actor)'),
    )
    expect(addFilterCondition([], clause, 'or')).toEqual(filterOf('type:actor'))
  })

  it('have a reach if they are conditions on nodes', () => {
    const filter = filterOf('sector:energy status:denied')
    expect(reachOfStep(graph, filter, 0)).toBe(0)
    expect(reachOfStep(graph, filter, 1)).toBeUndefined()
    expect(setStepReach(filter, 0, 1)).toEqual(filterOf('sector:energy+1 status:denied'))
  })
})
