/**
 * FNV-1a, 64 bits (Fowler, Noll and Vo; RFC 9923), of the files' paths and texts in the order of their paths, as 16
 * hexadecimal digits. It identifies a version and does not protect against forgery.
 */
export function hashFiles(files: ReadonlyMap<string, string>): string {
  const paths = [...files.keys()].sort()
  const bytes = new TextEncoder().encode(paths.map((path) => `${path}\0${files.get(path)!}\0`).join(''))
  let value = 0xcbf29ce484222325n
  for (const byte of bytes) value = BigInt.asUintN(64, (value ^ BigInt(byte)) * 0x100000001b3n)
  return value.toString(16).padStart(16, '0')
}
