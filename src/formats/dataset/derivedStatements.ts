import { evaluateFormula, FormulaFault, formulaInputs } from '../../model/formula'
import type { Statement, StatementValue } from '../../model/records'
import type { DatasetFault } from './datasetFault'
import { didYouMean } from './datasetFault'
import type { ParsedDataset } from './parsedDataset'

type Entry = ParsedDataset['statements'][number]

/** The statements whose value is computed, with it, by id; a formula may use another computed statement. */
export function computeDerivedStatements(
  { statements }: ParsedDataset,
  faults: DatasetFault[],
): ReadonlyMap<string, Statement> {
  const entryOf = new Map(statements.map((each) => [each.record.id, each]))
  const done = new Map<string, Statement>()
  const underWay = new Set<string>()

  const valueOf = (id: string): StatementValue | undefined => {
    const entry = entryOf.get(id)
    if (!entry) throw new FormulaFault(`"${id}" is no statement${didYouMean(id, entryOf.keys())}`)
    if (entry.record.formula === undefined) return entry.record.value
    if (underWay.has(id)) throw new FormulaFault(`"${id}" goes back to itself`)
    return done.get(id)?.value ?? derive(entry).value
  }
  const derive = ({ record: { formula, unit, ...record }, source }: Entry): Statement => {
    underWay.add(record.id)
    const value = evaluateFormula(formula!, unit, valueOf)
    underWay.delete(record.id)
    const statement = { ...record, source, value, derived: { formula: formula!, inputs: formulaInputs(formula!) } }
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
      faults.push({ file: place.file, ...place.positionOf([...path, 'formula']), what: `formula: ${error.message}` })
    }
  }
  return done
}
