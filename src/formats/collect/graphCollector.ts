import { NONE } from '../../model/columns'
import type { Mended, ReadChoices } from '../../model/importReport'
import { ByteTable } from './utf8StringTable'
import { codes, flags, floats } from './growableArray'
import { Sink, type Kind } from './columnBuilder'

const encoder = new TextEncoder()
const shownExamples = 5

/** Columns by name, made when they are first asked for, of the kind that was chosen for them or else the reader's. */
export class Sinks {
  readonly all = new Map<string, Sink>()

  constructor(
    readonly of: 'node' | 'edge',
    readonly kinds: NonNullable<ReadChoices['kinds']> = {},
  ) {}

  /** The column of this name; the kind counts when it is made. */
  named(name: string, kind: Kind = 'text'): Sink {
    let sink = this.all.get(name)
    if (!sink) this.all.set(name, (sink = new Sink(name, kind, this.kinds[`${this.of}:${name}`])))
    return sink
  }
}

/**
 * What readers of foreign files fill: nodes, edges and their columns, straight into typed arrays. Ids are numbered as
 * they are first named, by `code`, whether as a node or as the end of an edge; rows are given out in the order of the
 * file. `graphOfCollected` makes the graph of it.
 */
export class Collector {
  /** The file's own title. */
  title: string | undefined
  readonly ids = new ByteTable()
  readonly nodes: Sinks
  readonly edges: Sinks
  nodeCount = 0
  edgeCount = 0
  readonly labels = new Sink('label', 'text')
  readonly x = floats()
  readonly y = floats()
  /** Row of each code (NONE while only an edge has named it), and code of each row. */
  readonly rowOfCode = codes()
  readonly codeOfRow = codes()
  readonly edgeIds = new Sink('id', 'text')
  readonly edgeLabels = new Sink('label', 'text')
  /** Codes of the ends. */
  readonly source = codes()
  readonly target = codes()
  /** 1 where the edge has a direction. */
  readonly directed = flags()
  readonly mended = new Map<Mended['kind'], { count: number; examples: string[]; how: string }>()
  readonly guesses: string[] = []
  /** Columns of which the reader itself knows that they say types or relations. */
  readonly told: { type?: string; predicate?: string } = {}
  /** The node row that is being read was there before: what it has stays. */
  #again = false

  constructor(
    readonly name: string,
    readonly choices: ReadChoices = {},
  ) {
    this.nodes = new Sinks('node', choices.kinds)
    this.edges = new Sinks('edge', choices.kinds)
  }

  /** Whether nothing was put in yet. */
  get untouched(): boolean {
    const { title, ids, nodes, edges, edgeCount, mended, guesses } = this
    return (
      title === undefined && ids.size + nodes.all.size + edges.all.size + edgeCount + mended.size + guesses.length === 0
    )
  }

  /** Takes over everything that another one holds, which is not used any more. */
  adopt(other: Collector): void {
    Object.assign(this, other)
  }

  /** The code of an id. */
  code(source: Uint8Array, from: number, to: number): number {
    return this.ids.code(source, from, to)
  }

  codeOf(id: string): number {
    const bytes = encoder.encode(id)
    return this.ids.code(bytes, 0, bytes.length)
  }

  /** Begins a node, and gives its row: a new one, or by choice the one that the id has already. */
  node(code: number): number {
    const known = this.rowOfCode.at(code)
    this.#again = known !== NONE
    if (known === NONE) return this.#newRow(code)
    if (this.choices.duplicates !== 'apart') {
      this.mend(
        'duplicate nodes',
        this.ids.text(code),
        'Nodes with the same id were joined; of two values the first was kept.',
      )
      return known
    }
    this.mend('duplicate nodes', this.ids.text(code), 'Each later one became a node of its own; edges go to the first.')
    this.#again = false
    return this.#newRow(this.#freeCode(code))
  }

  /** Whether a cell of the node that was begun last may be written. */
  mayWrite(sink: Sink, row: number): boolean {
    return !this.#again || !sink.has(row)
  }

  label(row: number, source: Uint8Array, from: number, to: number): void {
    if (this.mayWrite(this.labels, row)) this.labels.bytes(row, source, from, to)
  }

  labelText(row: number, text: string): void {
    if (this.mayWrite(this.labels, row)) this.labels.text(row, text)
  }

  /** A place in the plane, y upwards; what is no finite number is none. */
  place(row: number, x: number, y: number): void {
    if (!Number.isFinite(x) || !Number.isFinite(y)) return
    this.x.set(row, x)
    this.y.set(row, y)
  }

  /** An edge between two codes; gives its row. */
  edge(source: number, target: number, directed: boolean): number {
    const row = this.edgeCount++
    this.source.set(row, source)
    this.target.set(row, target)
    this.directed.set(row, directed ? 1 : 0)
    return row
  }

  /** Counts something that was mended; `how` is a sentence for the reader. */
  mend(kind: Mended['kind'], example: string, how: string): void {
    const known = this.mended.get(kind)
    if (!known) this.mended.set(kind, { count: 1, examples: [example], how })
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
      const made = this.codeOf(`${id} (${turn})`)
      if (this.rowOfCode.at(made) === NONE) return made
    }
  }
}
