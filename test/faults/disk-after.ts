import type { Random } from '../../bench/lib/random.ts'
import type { Step } from './trace.ts'

const SECTOR = 512

/** A step upon a file itself, whatever its name is by then. */
type Op =
  | { kind: 'write'; id: number; at: number; bytes: Buffer }
  | { kind: 'cut'; id: number; length: number }
  | { kind: 'sync'; id: number }
  | { kind: 'folder' }
  | { kind: 'name'; file: string; id: number | null; instead?: string }
  | { kind: 'said'; line: string }

/** What a program did to the files that were there before. */
export type History = { before: Map<string, Buffer>; ops: Op[] }

/** Tells files apart by what they are instead of by their names. */
export function historyOf(before: Map<string, Buffer>, steps: readonly Step[], prefix: string): History {
  const ids = new Map([...before.keys()].map((file, id) => [file, id]))
  const ends = new Map<number, number>()
  let made = before.size
  const opOf = (step: Step): Op[] => {
    if (step.kind === 'said') return [step]
    if (step.kind === 'sync' && !step.file.startsWith(prefix)) return [{ kind: 'folder' }]
    const id = ids.get(step.file)
    if (step.kind === 'open') {
      if (id !== undefined) ends.set(id, 0)
      if (id !== undefined) return step.isEmptied ? [{ kind: 'cut', id, length: 0 }] : []
      if (!step.isMade) return []
      ids.set(step.file, made)
      return [{ kind: 'name', file: step.file, id: made++ }]
    }
    if (id === undefined) return []
    if (step.kind === 'remove') {
      ids.delete(step.file)
      return [{ kind: 'name', file: step.file, id: null }]
    }
    if (step.kind === 'rename') {
      ids.delete(step.file)
      ids.set(step.to, id)
      return [{ kind: 'name', file: step.to, id, instead: step.file }]
    }
    if (step.kind === 'sync') return [{ kind: 'sync', id }]
    if (step.kind === 'cut') return [{ kind: 'cut', id, length: step.length }]
    const at = step.at ?? ends.get(id) ?? 0
    if (step.at === null) ends.set(id, at + step.bytes.length)
    return [{ kind: 'write', id, at, bytes: step.bytes }]
  }
  return { before, ops: steps.flatMap(opOf) }
}

/** Up to which step what was done to a file is flushed, and up to which one the names are. */
function flushesOf(ops: readonly Op[]): { files: Map<number, number>; names: number } {
  const files = new Map<number, number>()
  const named = new Map<number, number>()
  let names = 0
  ops.forEach((op, index) => {
    if (op.kind === 'name' && op.id !== null && !named.has(op.id)) named.set(op.id, index + 1)
    if (op.kind === 'folder') names = index
    if (op.kind !== 'sync') return
    files.set(op.id, index)
    // Flushing a new file also flushes that it is there.
    names = Math.max(names, named.get(op.id) ?? 0)
  })
  return { files, names }
}

/**
 * The files that a power loss after so many steps leaves: what was flushed is there; every other write is there, gone or
 * torn at the edges of sectors; the names are as they were at some moment since they were flushed. A disk that lies about
 * its flushes is there to prove that the test can fail.
 */
export function diskAfter(
  { before, ops }: History,
  count: number,
  chance: Random,
  isLying = false,
): Map<string, Buffer> {
  const done = ops.slice(0, count)
  const flushed = isLying ? { files: new Map<number, number>(), names: 0 } : flushesOf(done)
  const namesUntil = flushed.names + chance.below(done.length - flushed.names + 1)
  // All that was under way survives, none of it, or some sectors of it.
  const mood = chance.below(4)
  const survives = () => mood === 0 || (mood !== 1 && chance.below(2) === 0)
  const contents = new Map([...before.values()].map((bytes, id) => [id, fileOf(bytes)]))
  const names = new Map([...before.keys()].map((file, id) => [file, id]))
  done.forEach((op, index) => {
    if (op.kind === 'name' && index < namesUntil) rename(names, op)
    if (op.kind === 'name' && op.id !== null && !contents.has(op.id)) contents.set(op.id, fileOf(Buffer.alloc(0)))
    if (op.kind !== 'write' && op.kind !== 'cut') return
    const file = contents.get(op.id)
    if (!file) return
    const isFlushed = index < (flushed.files.get(op.id) ?? -1)
    const isThere = () => isFlushed || survives()
    if (op.kind === 'cut' && isThere()) resize(file, op.length)
    if (op.kind === 'write') write(file, op, isThere, !isFlushed && mood > 1)
  })
  return new Map([...names].map(([name, id]) => [name, bytesOf(contents.get(id))]))
}

/** A file that grows by many small writes; what lies behind its end is zero. */
type File = { bytes: Buffer; length: number }

const fileOf = (bytes: Buffer): File => ({ bytes: Buffer.from(bytes), length: bytes.length })
const bytesOf = (file: File | undefined) => file?.bytes.subarray(0, file.length) ?? Buffer.alloc(0)

function resize(file: File, length: number): void {
  if (length < file.length) file.bytes.fill(0, length, file.length)
  if (length > file.bytes.length) {
    const larger = Buffer.alloc(Math.max(length, file.bytes.length * 2))
    file.bytes.copy(larger)
    file.bytes = larger
  }
  file.length = length
}

function rename(names: Map<string, number>, { file, id, instead }: Op & { kind: 'name' }): void {
  if (instead !== undefined) names.delete(instead)
  if (id === null) names.delete(file)
  else names.set(file, id)
}

/** Writes whole, or, where it may tear, each sector for itself. */
function write(file: File, op: { at: number; bytes: Buffer }, isThere: () => boolean, mayTear: boolean): void {
  const end = op.at + op.bytes.length
  for (let from = op.at; from < end; ) {
    const to = mayTear ? Math.min(end, (Math.floor(from / SECTOR) + 1) * SECTOR) : end
    if (isThere()) {
      resize(file, Math.max(file.length, to))
      op.bytes.copy(file.bytes, from, from - op.at, to - op.at)
    }
    from = to
  }
}

/** What a program had confirmed on its standard output by then. */
export const saidBy = ({ ops }: History, count: number): string[] =>
  ops.slice(0, count).flatMap((op) => (op.kind === 'said' ? [op.line] : []))
