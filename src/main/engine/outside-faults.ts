import fs from 'node:fs'
import path from 'node:path'
import { type Failure, refuse } from '../../shared/failure.ts'
import { KeyringError } from '../crypto/keyring-model.ts'

/** A key file that is not there or cannot be read; its other problems are no matter of the file. */
const KEYRING_RULES: Record<string, string> = {
  missing: 'keyring-missing',
  damaged: 'keyring-tampered',
  'newer-version': 'store-newer-version',
}

/** A place that somebody named: its folder is not there, it is a folder itself, or this person has no right to it. */
const PATH_CODES = 'ENOENT ENOTDIR EISDIR EEXIST EBUSY EACCES EPERM EROFS ENAMETOOLONG ELOOP'.split(' ')

/** What the system says where nothing may be read or written. */
const RIGHT_CODES = ['EACCES', 'EPERM', 'EROFS']

/** Refuses with `out-exists` when a file to be written is there already: nothing is overwritten unasked. */
export function mustBeNew(file: string): void {
  const there = fs.lstatSync(file, { throwIfNoEntry: false })
  if (there && !there.isDirectory()) refuse('out-exists', { name: path.basename(file) })
}

/**
 * The refusal behind an error of the key files or of a place in the file system; undefined for anything else. With the file
 * of a store, a place that belongs to it is told apart from one that somebody chose and could choose otherwise.
 */
export function outsideFaultOf(error: unknown, storeFile?: string): Failure | undefined {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (storeFile && RIGHT_CODES.includes(code) && isOfStore(error, storeFile))
    return { code: 'RULE', rule: 'store-no-right', params: {} }
  const pathRule = PATH_CODES.includes(code) || isNamelessPath(error, code) ? 'path-unusable' : undefined
  const rule = error instanceof KeyringError ? KEYRING_RULES[code] : pathRule
  return rule ? { code: 'RULE', rule, params: {} } : undefined
}

/** The store is there, and what failed is one of its files or something beside it with its name. */
function isOfStore(error: unknown, storeFile: string): boolean {
  const file = error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : ''
  return file.startsWith(storeFile) && fs.existsSync(storeFile)
}

/** A place whose name holds a NUL, which no file system has; Node says so before it asks one. */
function isNamelessPath(error: unknown, code: string): boolean {
  return code === 'ERR_INVALID_ARG_VALUE' && error instanceof Error && error.message.includes('null bytes')
}
