import { message, type Message } from '../../messages/message'
import { NONE, type Datatype } from '../../model/columns'
import { edgeDirections, type EdgeDirection } from '../../model/enumerations'
import type { Repair, ImportOptions } from '../../model/importReport'
import { Utf8StringTable } from './utf8StringTable'
import { growableCodes, growableDoubles, growableFlags } from './growableArray'
import { CollectedEvidence } from './collectedStatements'
import { IdGenerator } from './idGenerator'
import { ColumnBuilder, type ColumnBuilderKind } from './columnBuilder'

const encoder = new TextEncoder()
/** Maximum number of examples of a repair. */
const maxExamples = 5

/** How a table refers to others that are read with it. */
export interface TableRelations {
  /** What stands before the ids of its rows, because another table has the same ids for other things; '' for nothing. */
  readonly prefix: string
  /** The type of its rows, if no column gives it: the name of the table. */
  readonly type: string | undefined
  /** Columns whose cells are ids of a table's rows, with the prefix and name of that table. */
  readonly references: ReadonlyMap<string, { readonly prefix: string; readonly table: string }>
}

/** Columns by name, created on first use. The kind that the person chose overrides the reader's. */
export class ColumnBuilders {
  readonly all = new Map<string, ColumnBuilder>()

  constructor(
    readonly of: 'node' | 'edge',
    readonly kinds: NonNullable<ImportOptions['kinds']> = {},
  ) {}

  /** The column of this name. `kind` and `datatype` apply only when the column is created. */
  column(name: string, kind: ColumnBuilderKind = 'text', datatype?: Datatype): ColumnBuilder {
    let builder = this.all.get(name)
    if (!builder) {
      this.all.set(name, (builder = new ColumnBuilder(name, kind, this.kinds[`${this.of}:${name}`])))
      builder.datatype = datatype
    }
    return builder
  }
}

/**
 * The nodes, edges and columns that readers of foreign formats find, straight in typed arrays. `codeOfBytes` numbers ids
 * in order of first appearance, whether as a node or as the end of an edge; rows are numbered in the order of the file.
 * An edge may come before its nodes. `graphFromCollector` builds the graph.
 */
export class GraphCollector {
  /** The title that the file gives itself. */
  title: string | undefined
  readonly ids = new Utf8StringTable()
  readonly nodes: ColumnBuilders
  readonly edges: ColumnBuilders
  nodeCount = 0
  edgeCount = 0
  readonly labels = new ColumnBuilder('label', 'text')
  readonly x = growableDoubles()
  readonly y = growableDoubles()
  /** Row of each code (NONE while only edges refer to it), and code of each row. */
  readonly rowOfCode = growableCodes()
  readonly codeOfRow = growableCodes()
  readonly edgeIds = new ColumnBuilder('id', 'text')
  readonly edgeLabels = new ColumnBuilder('label', 'text')
  /** Codes of the ids of the ends, by row of the edge. */
  readonly source = growableCodes()
  readonly target = growableCodes()
  /** By row of the edge, an index into `edgeDirections`. */
  readonly directions = growableFlags()
  readonly repairs = new Map<Repair['kind'], { count: number; examples: (string | Message)[]; how: Message }>()
  /** What readers assumed, for the report. */
  readonly guesses: Message[] = []
  readonly evidence = new CollectedEvidence()
  /** Ids of the sources of statements, by their titles. */
  readonly sourceIds = new IdGenerator()
  /** How tables that are read together refer to each other, by the names of their files. */
  readonly tableRelations = new Map<string, TableRelations>()
  /** Columns that the format itself declares to be types or relations. */
  readonly declaredColumns: { type?: string; predicate?: string } = {}
  /** The current node was read before: its existing cells are not overwritten. */
  #isDuplicate = false

  constructor(
    readonly name: string,
    readonly choices: ImportOptions = {},
  ) {
    this.nodes = new ColumnBuilders('node', choices.kinds)
    this.edges = new ColumnBuilders('edge', choices.kinds)
  }

  /** Whether nothing has been collected yet. */
  get isEmpty(): boolean {
    const { title, ids, nodes, edges, edgeCount, repairs, guesses } = this
    return (
      title === undefined &&
      ids.size + nodes.all.size + edges.all.size + edgeCount + repairs.size + guesses.length === 0
    )
  }

  /** Takes over the content of another collector, which must not be used afterwards. */
  adopt(other: GraphCollector): void {
    Object.assign(this, other)
  }

  /** The code of an id in UTF-8; a new code if the id is new. */
  codeOfBytes(source: Uint8Array, from: number, to: number): number {
    return this.ids.codeOfBytes(source, from, to)
  }

  codeOfId(id: string): number {
    const bytes = encoder.encode(id)
    return this.ids.codeOfBytes(bytes, 0, bytes.length)
  }

  /**
   * Starts a node and returns its row: a new row, or the existing row of the id unless duplicates are to stay separate.
   */
  addNode(code: number): number {
    const existing = this.rowOfCode.at(code)
    this.#isDuplicate = existing !== NONE
    if (existing === NONE) return this.#newRow(code)
    if (this.choices.duplicates !== 'apart') {
      this.repair('duplicate nodes', this.ids.text(code), message('files', 'duplicateNodesJoined'))
      return existing
    }
    this.repair('duplicate nodes', this.ids.text(code), message('files', 'duplicateNodesSeparated'))
    this.#isDuplicate = false
    return this.#newRow(this.#freeCode(code))
  }

  /** Returns the row of a node, which is added if only edges have named it so far. */
  ensureNode(code: number): number {
    const row = this.rowOfCode.at(code)
    return row === NONE ? this.addNode(code) : row
  }

  /** Whether a cell of the node that was started last may be written. */
  mayWrite(builder: ColumnBuilder, row: number): boolean {
    return !this.#isDuplicate || !builder.has(row)
  }

  setLabelBytes(row: number, source: Uint8Array, from: number, to: number): void {
    if (this.mayWrite(this.labels, row)) this.labels.setBytes(row, source, from, to)
  }

  setLabel(row: number, text: string): void {
    if (this.mayWrite(this.labels, row)) this.labels.setText(row, text)
  }

  /** Sets a position in the plane, y upwards. Ignored unless both are finite. */
  setPosition(row: number, x: number, y: number): void {
    if (!Number.isFinite(x) || !Number.isFinite(y)) return
    this.x.set(row, x)
    this.y.set(row, y)
  }

  /** Adds an edge between the ids of two codes and returns its row. */
  addEdge(source: number, target: number, direction: EdgeDirection): number {
    const row = this.edgeCount++
    this.source.set(row, source)
    this.target.set(row, target)
    const number = edgeDirections.indexOf(direction)
    // Unset ones are 0, which is directed.
    if (number > 0) this.directions.set(row, number)
    return row
  }

  /** Counts a repair. The first few examples are kept, and of `how` (what was done about it) the first. */
  repair(kind: Repair['kind'], example: string | Message, how: Message): void {
    const repair = this.repairs.get(kind)
    if (!repair) this.repairs.set(kind, { count: 1, examples: [example], how })
    else {
      repair.count++
      if (repair.examples.length < maxExamples) repair.examples.push(example)
    }
  }

  #newRow(code: number): number {
    const row = this.nodeCount++
    this.rowOfCode.set(code, row)
    this.codeOfRow.set(row, code)
    return row
  }

  #freeCode(code: number): number {
    const id = this.ids.text(code)
    for (let suffix = 2; ; suffix++) {
      const unused = this.codeOfId(`${id} (${suffix})`)
      if (this.rowOfCode.at(unused) === NONE) return unused
    }
  }
}
