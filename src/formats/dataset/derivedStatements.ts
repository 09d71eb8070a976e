import { compute, FormulaFault, inputsOf } from '../../model/formula'
import type { Statement, Value } from '../../model/records'
import type { Fault } from './datasetFault'
import { suggestion } from './datasetFault'
import type { Parts } from './parsedDataset'

type Entry = Parts['statements'][number]

/** The statements whose value is computed, with it, by id; a formula may use another computed statement. */
export function derivedStatements({ statements }: Parts, faults: Fault[]): ReadonlyMap<string, Statement> {
  const entryOf = new Map(statements.map((each) => [each.record.id, each]))
  const done = new Map<string, Statement>()
  const underWay = new Set<string>()

  const valueOf = (id: string): Value | undefined => {
    const entry = entryOf.get(id)
    if (!entry) throw new FormulaFault(`"${id}" is no statement${suggestion(id, entryOf.keys())}`)
    if (entry.record.formula === undefined) return entry.record.value
    if (underWay.has(id)) throw new FormulaFault(`"${id}" goes back to itself`)
    return done.get(id)?.value ?? derive(entry).value
  }
  const derive = ({ record: { formula, unit, ...record }, source }: Entry): Statement => {
    underWay.add(record.id)
    const value = compute(formula!, unit, valueOf)
    underWay.delete(record.id)
    const statement = { ...record, source, value, derived: { formula: formula!, inputs: inputsOf(formula!) } }
    done.set(record.id, statement)
    return statement
  }

  for (const entry of statements) {
    if (entry.record.formula === undefined || done.has(entry.record.id)) continue
    underWay.clear()
    try {
      derive(entry)
    } catch (error) {
      if (!(error instanceof FormulaFault)) throw error
      const { place, path } = entry
      faults.push({ file: place.file, ...place.at([...path, 'formula']), what: `formula: ${error.message}` })
    }
  }
  return done
}
