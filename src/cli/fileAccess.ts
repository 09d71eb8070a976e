import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { InputFault } from './cliFaults'

/** What went wrong and what to do, by the error code of the operating system. */
const reasons: Readonly<Record<string, readonly [what: string, remedy: string]>> = {
  ENOENT: ['no such file or folder', 'Check the path'],
  ENOTDIR: ['not a folder', 'Check the path'],
  EISDIR: ['this is a folder, not a file', 'Name a file'],
  EEXIST: ['a file of this name exists', 'Choose another folder'],
  EACCES: ['permission denied', 'Change the permissions, or choose another path'],
  EPERM: ['permission denied', 'Change the permissions, or choose another path'],
  EROFS: ['the disk is read-only', 'Choose another path'],
  ENOSPC: ['the disk is full', 'Free some space, or choose another path'],
  ENAMETOOLONG: ['the name is too long', 'Choose a shorter one'],
}

/**
 * Runs a file operation on a path as the user wrote it.
 * @throws InputFault with path, reason and remedy if the operating system refuses; other errors as they are
 */
export function withFileFaults<Result>(path: string, operation: 'read' | 'write', run: () => Result): Result {
  try {
    return run()
  } catch (error) {
    const reason = error instanceof Error ? reasons[(error as NodeJS.ErrnoException).code ?? ''] : undefined
    if (!reason) throw error
    throw new InputFault(`cannot ${operation} ${path}: ${reason[0]}. ${reason[1]}.`)
  }
}

/** The bytes of a file. */
export const readInputFile = (cwd: string, path: string): Uint8Array<ArrayBuffer> =>
  withFileFaults(path, 'read', () => new Uint8Array(readFileSync(resolve(cwd, path))))

/** Whether a path, which must exist, is a folder. */
export const isFolder = (cwd: string, path: string): boolean =>
  withFileFaults(path, 'read', () => statSync(resolve(cwd, path)).isDirectory())

export const writeOutputFile = (cwd: string, path: string, content: string | Uint8Array): void =>
  withFileFaults(path, 'write', () => writeFileSync(resolve(cwd, path), content))
