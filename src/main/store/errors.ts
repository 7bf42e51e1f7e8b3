/** Why a store could not be opened or used; the words are chosen by the caller from the code. */
export const STORE_FAULTS = [
  'missing',
  'exists',
  'empty-file',
  'wrong-key',
  'damaged',
  'newer-version',
  'in-use',
  'rolled-back',
  'replaced',
  'disk-full',
  'unreachable',
  'login-refused',
  'database-missing',
  'backup-failed',
  'read-failed',
  'no-right',
] as const
export type StoreFault = (typeof STORE_FAULTS)[number]

/** A refusal by the store itself, before or beneath any call. Carries no path and no secret. */
export class StoreError extends Error {
  readonly fault: StoreFault
  constructor(fault: StoreFault, options?: ErrorOptions) {
    super(`store: ${fault}`, options)
    this.name = 'StoreError'
    this.fault = fault
  }
}

const FAULTS: readonly (readonly [prefix: string, fault: StoreFault])[] = [
  ['SQLITE_NOTADB', 'damaged'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_BUSY', 'in-use'],
  // Whether the file is there is looked at first: what cannot be opened then may not be.
  ['SQLITE_CANTOPEN', 'no-right'],
  ['SQLITE_READONLY', 'no-right'],
  ['SQLITE_IOERR', 'read-failed'],
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EIO', 'read-failed'],
]

/** The store's own fault behind an error of the driver or the file system, or undefined when it is none of ours. */
export function faultOf(error: unknown): StoreFault | undefined {
  if (error instanceof StoreError) return error.fault
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  return FAULTS.find(([prefix]) => code.startsWith(prefix))?.[1]
}
