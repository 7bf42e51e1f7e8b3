import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { syncFolder } from '../crypto/durable-file.ts'
import { fromBase64, toBase64 } from '../crypto/encoding.ts'
import { type KeptPart, type KeptState, readState, writeState } from './kept-state.ts'
import type { BundlePart } from './parts.ts'
import { type FileSecret, newFileSecret, openSealed } from './sealed-file.ts'

const STATE = 'state'
const PART_NAME = /^part-\d+$/

/** Where the parts of an unfinished bundle are kept. */
export const keptFolder = (out: string): string => `${out}.unfinished`

/** The finished parts of a bundle that is not finished itself, sealed, in a folder of their own. */
export type KeptParts = {
  /** Facts that were kept with the parts, by name. */
  facts(): Readonly<Record<string, string>>
  /** True when a part is there and every byte of it is as it was written; one that is not is forgotten. */
  isWhole(name: string): Promise<boolean>
  /** The part as it goes into the bundle. */
  part(name: string): BundlePart
  /** Writes a part to its end and keeps it, with facts that are known by then. */
  keep(part: BundlePart, factsThen?: () => Record<string, string>): Promise<void>
  forget(names: readonly string[]): Promise<void>
}

/**
 * Opens the folder in which parts are kept; what it holds counts only when it was sealed with this key and is about the
 * same bundle, and is taken away otherwise. A program that is killed loses the part it was writing and no other.
 */
export async function openKeptParts(folder: string, key: Uint8Array, about: string): Promise<KeptParts> {
  makeFolder(folder)
  const statePath = path.join(folder, STATE)
  const found = readState(statePath, key)
  let state: KeptState = found?.about === about ? found : { version: 1, about, facts: {}, parts: [] }
  const save = (next: KeptState) => {
    writeState(statePath, key, next)
    state = next
    clearFolder(folder, new Set([STATE, ...next.parts.map(({ file }) => file)]))
  }
  save(state)
  const fileOf = (part: KeptPart) => path.join(folder, part.file)
  const find = (name: string) => state.parts.find((part) => part.name === name)
  const forget = async (names: readonly string[]) => {
    const parts = state.parts.filter(({ name }) => !names.includes(name))
    if (parts.length < state.parts.length) save({ ...state, parts })
  }
  return {
    facts: () => state.facts,
    forget,
    async isWhole(name) {
      const part = find(name)
      if (!part) return false
      const digest = createHash('sha256')
      let size = 0
      try {
        for await (const piece of readPart(fileOf(part), part)) {
          digest.update(piece)
          size += piece.length
        }
      } catch {
        size = -1
      }
      if (size === part.size && digest.digest('hex') === part.sha256) return true
      await forget([name])
      return false
    },
    part(name) {
      const part = find(name)
      if (!part) throw new RangeError(`no such part is kept: ${name}`)
      const { kind, rows, size } = part
      return { name, kind, size, rows: () => rows, chunks: readPart(fileOf(part), part) }
    },
    async keep(part, factsThen = () => ({})) {
      const file = nextFile(state)
      const secret = newFileSecret()
      try {
        const written = await writePart(path.join(folder, file), secret, part)
        const { name, kind } = part
        const sealed = { key: toBase64(secret.key), start: toBase64(secret.start) }
        const kept = { name, kind, rows: part.rows(), ...written, file, secret: sealed }
        save({ ...state, facts: { ...state.facts, ...factsThen() }, parts: [...state.parts, kept] })
      } catch (error) {
        fs.rmSync(path.join(folder, file), { force: true })
        throw error
      }
    },
  }
}

/** What lies in a folder of kept parts; undefined when it cannot be seen. */
export type KeptSight = {
  /** Bytes of everything in the folder. */
  bytes: number
  /** Which bundle its parts are for; undefined when their list does not open. */
  about: string | undefined
  /** Parts whose file is there, and the rows in them. */
  files: number
  rows: number
}

/** Looks into a folder of kept parts without changing anything; undefined when there is none, or none that can be read. */
export function lookAtKept(folder: string, key: Uint8Array | undefined): KeptSight | undefined {
  try {
    if (!fs.lstatSync(folder).isDirectory()) return undefined
    const names = fs.readdirSync(folder)
    const bytes = names.reduce((sum, name) => sum + fs.lstatSync(path.join(folder, name)).size, 0)
    const state = key && readState(path.join(folder, STATE), key)
    const there = (state?.parts ?? []).filter(({ file }) => names.includes(file))
    const rows = there.reduce((sum, part) => sum + (part.rows ?? 0), 0)
    return { bytes, about: state?.about, files: there.length, rows }
  } catch {
    return undefined
  }
}

/** Takes kept parts away, whoever sealed them; false when the folder stays, because something else is in it. */
export function removeKept(folder: string): boolean {
  const there = fs.lstatSync(folder, { throwIfNoEntry: false })
  if (!there?.isDirectory()) return there === undefined
  clearFolder(folder, new Set())
  if (fs.readdirSync(folder).length > 0) return false
  fs.rmdirSync(folder)
  return true
}

async function writePart(to: string, secret: FileSecret, { chunks }: BundlePart) {
  const file = await openSealed(to, secret)
  try {
    const digest = createHash('sha256')
    let size = 0
    for await (const chunk of chunks) {
      await file.write(chunk, 0, null, size)
      digest.update(chunk)
      size += chunk.length
    }
    await file.sync()
    syncFolder(path.dirname(to))
    return { size, sha256: digest.digest('hex') }
  } finally {
    await file.close()
  }
}

async function* readPart(from: string, { secret }: KeptPart): AsyncGenerator<Uint8Array> {
  const [key, start] = [fromBase64(secret.key), fromBase64(secret.start)]
  if (!key || !start) throw new Error('a kept part has no key')
  const file = await openSealed(from, { key, start }, 'r')
  try {
    yield* file.bytes()
  } finally {
    await file.close()
  }
}

function nextFile({ parts }: KeptState): string {
  const taken = parts.map(({ file }) => Number(file.slice('part-'.length)))
  return `part-${Math.max(0, ...taken) + 1}`
}

/** A folder of that name may be somebody else's link or file: then there is no place to keep anything. */
function makeFolder(folder: string): void {
  const there = fs.lstatSync(folder, { throwIfNoEntry: false })
  if (!there) fs.mkdirSync(folder, { mode: 0o700 })
  else if (!there.isDirectory()) throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' })
}

function clearFolder(folder: string, stays: ReadonlySet<string>): void {
  for (const name of fs.readdirSync(folder))
    if (!stays.has(name) && (PART_NAME.test(name) || name.startsWith(STATE)))
      fs.rmSync(path.join(folder, name), { force: true })
}
