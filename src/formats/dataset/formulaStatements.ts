import { evaluateFormula, FormulaFault, formulaInputs } from '../../model/formula'
import type { Statement, StatementValue } from '../../model/records'
import type { DatasetFault } from './datasetFault'
import { didYouMean } from './datasetFault'
import type { ParsedDataset } from './parsedDataset'

type Entry = ParsedDataset['statements'][number]

/** The statements with a formula, with their computed values, by id. A formula may use another computed statement. */
export function evaluateFormulaStatements(
  { statements }: ParsedDataset,
  faults: DatasetFault[],
): ReadonlyMap<string, Statement> {
  const entryOf = new Map(statements.map((each) => [each.record.id, each]))
  const computed = new Map<string, Statement>()
  const inProgress = new Set<string>()

  const valueOf = (id: string): StatementValue | undefined => {
    const entry = entryOf.get(id)
    if (!entry) throw new FormulaFault(`unknown statement "${id}"${didYouMean(id, entryOf.keys())}`)
    if (entry.record.formula === undefined) return entry.record.value
    if (inProgress.has(id)) throw new FormulaFault(`"${id}" depends on itself`)
    return computed.get(id)?.value ?? derive(entry).value
  }
  const derive = ({ record: { formula, unit, ...record }, source }: Entry): Statement => {
    inProgress.add(record.id)
    const value = evaluateFormula(formula!, unit, valueOf)
    inProgress.delete(record.id)
    const statement = { ...record, source, value, derived: { formula: formula!, inputs: formulaInputs(formula!) } }
    computed.set(record.id, statement)
    return statement
  }

  for (const entry of statements) {
    if (entry.record.formula === undefined || computed.has(entry.record.id)) continue
    inProgress.clear()
    try {
      derive(entry)
    } catch (error) {
      if (!(error instanceof FormulaFault)) throw error
      const { yaml, path } = entry
      faults.push({ file: yaml.file, ...yaml.positionOf([...path, 'formula']), what: `formula: ${error.message}` })
    }
  }
  return computed
}
