import { NONE } from '../../model/columns'
import type { Repair, ImportOptions } from '../../model/importReport'
import { Utf8StringTable } from './utf8StringTable'
import { growableCodes, growableFlags, growableFloats } from './growableArray'
import { ColumnBuilder, type ColumnBuilderKind } from './columnBuilder'

const encoder = new TextEncoder()
const shownExamples = 5

/** Columns by name, made when they are first asked for, of the kind that was chosen for them or else the reader's. */
export class ColumnBuilders {
  readonly all = new Map<string, ColumnBuilder>()

  constructor(
    readonly of: 'node' | 'edge',
    readonly kinds: NonNullable<ImportOptions['kinds']> = {},
  ) {}

  /** The column of this name; the kind counts when it is made. */
  column(name: string, kind: ColumnBuilderKind = 'text'): ColumnBuilder {
    let builder = this.all.get(name)
    if (!builder) this.all.set(name, (builder = new ColumnBuilder(name, kind, this.kinds[`${this.of}:${name}`])))
    return builder
  }
}

/**
 * What readers of foreign files fill: nodes, edges and their columns, straight into typed arrays. Ids are numbered as
 * they are first named, by `codeOfBytes`, whether as a node or as the end of an edge; rows are given out in the order of the
 * file. `graphFromCollector` makes the graph of it.
 */
export class GraphCollector {
  /** The file's own title. */
  title: string | undefined
  readonly ids = new Utf8StringTable()
  readonly nodes: ColumnBuilders
  readonly edges: ColumnBuilders
  nodeCount = 0
  edgeCount = 0
  readonly labels = new ColumnBuilder('label', 'text')
  readonly x = growableFloats()
  readonly y = growableFloats()
  /** Row of each code (NONE while only an edge has named it), and code of each row. */
  readonly rowOfCode = growableCodes()
  readonly codeOfRow = growableCodes()
  readonly edgeIds = new ColumnBuilder('id', 'text')
  readonly edgeLabels = new ColumnBuilder('label', 'text')
  /** Codes of the ends. */
  readonly source = growableCodes()
  readonly target = growableCodes()
  /** 1 where the edge has a direction. */
  readonly directed = growableFlags()
  readonly repairs = new Map<Repair['kind'], { count: number; examples: string[]; how: string }>()
  readonly guesses: string[] = []
  /** Columns of which the reader itself knows that they say types or relations. */
  readonly declaredColumns: { type?: string; predicate?: string } = {}
  /** The node row that is being read was there before: what it has stays. */
  #again = false

  constructor(
    readonly name: string,
    readonly choices: ImportOptions = {},
  ) {
    this.nodes = new ColumnBuilders('node', choices.kinds)
    this.edges = new ColumnBuilders('edge', choices.kinds)
  }

  /** Whether nothing was put in yet. */
  get isEmpty(): boolean {
    const { title, ids, nodes, edges, edgeCount, repairs, guesses } = this
    return (
      title === undefined &&
      ids.size + nodes.all.size + edges.all.size + edgeCount + repairs.size + guesses.length === 0
    )
  }

  /** Takes over everything that another one holds, which is not used any more. */
  adopt(other: GraphCollector): void {
    Object.assign(this, other)
  }

  /** The code of an id. */
  codeOfBytes(source: Uint8Array, from: number, to: number): number {
    return this.ids.codeOfBytes(source, from, to)
  }

  codeOfId(id: string): number {
    const bytes = encoder.encode(id)
    return this.ids.codeOfBytes(bytes, 0, bytes.length)
  }

  /** Begins a node, and gives its row: a new one, or by choice the one that the id has already. */
  addNode(code: number): number {
    const known = this.rowOfCode.at(code)
    this.#again = known !== NONE
    if (known === NONE) return this.#newRow(code)
    if (this.choices.duplicates !== 'apart') {
      this.repair(
        'duplicate nodes',
        this.ids.text(code),
        'Nodes with the same id were joined; of two values the first was kept.',
      )
      return known
    }
    this.repair(
      'duplicate nodes',
      this.ids.text(code),
      'Each later one became a node of its own; edges go to the first.',
    )
    this.#again = false
    return this.#newRow(this.#freeCode(code))
  }

  /** Whether a cell of the node that was begun last may be written. */
  mayWrite(builder: ColumnBuilder, row: number): boolean {
    return !this.#again || !builder.has(row)
  }

  setLabelBytes(row: number, source: Uint8Array, from: number, to: number): void {
    if (this.mayWrite(this.labels, row)) this.labels.setBytes(row, source, from, to)
  }

  setLabel(row: number, text: string): void {
    if (this.mayWrite(this.labels, row)) this.labels.setText(row, text)
  }

  /** A place in the plane, y upwards; what is no finite number is none. */
  setPosition(row: number, x: number, y: number): void {
    if (!Number.isFinite(x) || !Number.isFinite(y)) return
    this.x.set(row, x)
    this.y.set(row, y)
  }

  /** An edge between two codes; gives its row. */
  addEdge(source: number, target: number, directed: boolean): number {
    const row = this.edgeCount++
    this.source.set(row, source)
    this.target.set(row, target)
    this.directed.set(row, directed ? 1 : 0)
    return row
  }

  /** Counts something that was repaired; `how` is a sentence for the reader. */
  repair(kind: Repair['kind'], example: string, how: string): void {
    const known = this.repairs.get(kind)
    if (!known) this.repairs.set(kind, { count: 1, examples: [example], how })
    else {
      known.count++
      if (known.examples.length < shownExamples) known.examples.push(example)
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
    for (let turn = 2; ; turn++) {
      const made = this.codeOfId(`${id} (${turn})`)
      if (this.rowOfCode.at(made) === NONE) return made
    }
  }
}
