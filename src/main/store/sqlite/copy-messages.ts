import type { StoreFault } from '../errors.ts'

/** What the copying thread is started with; the key's bytes move into it and are wiped there. */
export type CopyTask = { file: string; dataKey: Uint8Array<ArrayBuffer>; target: string | null }

/** How it ended: the fault of the store behind an error, and its text for the log alone. */
export type CopyEnd = { ok: true } | { ok: false; fault: StoreFault | undefined; code: string; detail: string }
