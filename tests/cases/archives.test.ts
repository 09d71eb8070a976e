import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FileFault } from '../../src/formats/io/fileFault'
import { readFiles, unpackFiles } from '../../src/formats/readFiles'
import { inEnglish } from '../text'

const bytesOf = (name: string) => new Uint8Array(readFileSync(`tests/cases/${name}`))
const open = (name: string, bytes: Uint8Array = bytesOf(name)) => readFiles([{ name, bytes }])

/** The sentence of the fault that a file is refused with. */
async function refusal(name: string, bytes?: Uint8Array): Promise<string> {
  try {
    await open(name, bytes)
  } catch (error) {
    if (error instanceof FileFault) return `${inEnglish(error.what)} / ${inEnglish(error.remedy)}`
    throw error
  }
  throw new Error(`${name} was opened`)
}

/** The archive with every occurrence of a text replaced by one of the same length; names of entries are not checksummed. */
function renamedEntries(archive: Uint8Array, from: string, to: string): Uint8Array {
  const latin = Buffer.from(archive).toString('latin1').replaceAll(from, to)
  return new Uint8Array(Buffer.from(latin, 'latin1'))
}

const text = (content: string) => new TextEncoder().encode(content)

describe('gzip', () => {
  it('is read with all its members', async () => {
    const { graph } = await open('multimember.gz')
    expect([graph.nodes.count, graph.edges.count]).toEqual([6, 3])
  })

  it('with a wrong checksum is refused', async () => {
    expect(await refusal('badcrc.gz')).toContain('checksum does not match')
  })

  it('of two bytes is refused', async () => {
    expect(await refusal('two.gz')).toContain('the gzip file stops before its end')
  })

  it('cut anywhere is refused, and cut nowhere is read', async () => {
    const packed = new Uint8Array(gzipSync('source,target\na,b\nc,d\n'))
    expect((await open('whole.csv.gz', packed)).graph.edges.count).toBe(2)
    for (let length = 2; length < packed.length; length++)
      expect(await refusal('cut.csv.gz', packed.subarray(0, length)), `${length}`).toContain('gzip file')
  })

  it('gives back what was packed, in any number of members', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 2000 }), { minLength: 1, maxLength: 4 }), async (parts) => {
        const packed = Buffer.concat(parts.map((part) => gzipSync(part)))
        const [file] = await unpackFiles([{ name: 'a.gz', bytes: new Uint8Array(packed) }])
        expect(file!.name).toBe('a')
        expect(Buffer.from(file!.bytes)).toEqual(Buffer.concat(parts))
      }),
      { numRuns: 30 },
    )
  })

  it('with any byte of its content or checksum changed is refused or has the same content', async () => {
    const content = 'source,target\na,b\nc,d\n'.repeat(20)
    const packed = new Uint8Array(gzipSync(content))
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 10, max: packed.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const changed = packed.slice()
          changed[at]! ^= by
          const files = await unpackFiles([{ name: 'a.gz', bytes: changed }]).catch((error: unknown) => {
            expect(error).toBeInstanceOf(FileFault)
          })
          if (files) expect(new TextDecoder().decode(files[0]!.bytes)).toBe(content)
        },
      ),
      { numRuns: 100 },
    )
  })
})

describe('zip', () => {
  it.each([
    ['badcrc.zip', 'a.csv in the archive is damaged'],
    ['lying-size.zip', 'a.csv in the archive is damaged'],
    ['enc.zip', 'the zip archive is encrypted (a.csv) / Unpack it with its password'],
    ['empty.zip', 'the zip archive is empty'],
  ])('%s is refused: %s', async (name, words) => {
    expect(await refusal(name)).toContain(words)
  })

  it.each(['__proto__', 'constructor', 'toString'])('gives the file that is called %s', async (name) => {
    const plain = zipSync({
      ['x'.repeat(name.length)]: text('source,target\na,b\n'),
      'a.csv': text('source,target\nc,d\n'),
    })
    const files = await unpackFiles([{ name: 'a.zip', bytes: renamedEntries(plain, 'x'.repeat(name.length), name) }])
    expect(files.map((each) => each.name)).toEqual([name, 'a.csv'])
  })

  it('counts the files of an archive that are graphs, and not its folders', async () => {
    const { graph, report } = await open('proto.zip')
    expect([graph.nodes.count, report.nodes]).toEqual([2, 2])
  })

  it('cut anywhere is refused', async () => {
    const packed = zipSync({ 'a.csv': text('source,target\na,b\n'), 'b.csv': text('source,target\nc,d\n') })
    expect((await open('whole.zip', packed)).graph.edges.count).toBe(2)
    for (let length = 4; length < packed.length; length++)
      expect(await refusal('cut.zip', packed.subarray(0, length)), `${length}`).toMatch(/archive/)
  })

  it('of two entries of one name gives both', async () => {
    const one = zipSync({ 'a.csv': text('source,target\na,b\n'), 'c.csv': text('source,target\nc,d\n') }, { level: 0 })
    const files = await unpackFiles([{ name: 'twice.zip', bytes: renamedEntries(one, 'c.csv', 'a.csv') }])
    expect(files.map(({ name }) => name)).toEqual(['a.csv', 'a.csv'])
  })
})
