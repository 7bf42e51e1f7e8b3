import { randomUUID } from 'node:crypto'
import type { HeldFile } from '../../shared/evidence/contract.ts'
import { EVIDENCE_MAX_BYTES, MOST_ATTACHED } from '../../shared/evidence/kinds.ts'
import type { HoldInput } from './hold-input.ts'

/** Fields of a call's input that name a file; the page can only fill them with a token it was given. */
export const FILE_FIELDS = ['file', 'out', 'errorsOut'] as const

/** A list of files in a call's input, each under `file`. */
const LIST_FIELD = 'attachments'

/** Files whose content may wait at the same time; the oldest gives way. */
const HELD_FILES = MOST_ATTACHED

type Held = { name: string; parts: Buffer[]; size: number }

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Remembers which file a dialog chose, so that the page never sees or names a path. */
export function createFileTokens() {
  const paths = new Map<string, string>()
  const held = new Map<string, Held>()

  const fileOf = (token: string): string | HeldFile | undefined => {
    const file = held.get(token)
    if (!file) return paths.get(token)
    held.delete(token)
    return { name: file.name, bytes: new Uint8Array(Buffer.concat(file.parts)) }
  }

  const swapFields = (input: object): Record<string, unknown> | undefined => {
    const swapped: Record<string, unknown> = { ...input }
    for (const field of FILE_FIELDS) {
      const given = swapped[field]
      if (given === undefined || given === null) continue
      const file = typeof given === 'string' ? fileOf(given) : undefined
      if (!file) return undefined
      swapped[field] = file
    }
    return swapped
  }

  return {
    add: (path: string): string => {
      const token = `file:${randomUUID()}`
      paths.set(token, path)
      return token
    },
    /** Takes a part of a file that was dropped or pasted: the page holds its bytes, so no path is needed. Throws when it grows too large. */
    hold: ({ token, name, part }: HoldInput): { token: string } => {
      const known = token === null ? undefined : held.get(token)
      if (token !== null && !known) throw new Error('no such file is held')
      const file = known ?? { name, parts: [], size: 0 }
      const bytes = Buffer.from(part, 'base64')
      file.size += bytes.length
      const key = token ?? `held:${randomUUID()}`
      // One byte more than may be kept, so that the rule about size is told in its own words.
      if (file.size > EVIDENCE_MAX_BYTES + 1) {
        held.delete(key)
        throw new Error('too large to hold')
      }
      file.parts.push(bytes)
      held.set(key, file)
      const [oldest] = held.keys()
      if (held.size > HELD_FILES && oldest !== undefined) held.delete(oldest)
      return { token: key }
    },
    /** The same input with paths, or with held content, for tokens; undefined when a file field holds anything else. */
    swap: (input: unknown): unknown | undefined => {
      if (typeof input !== 'object' || input === null || Array.isArray(input)) return input
      const swapped = swapFields(input)
      const list = swapped?.[LIST_FIELD]
      if (!swapped || list === undefined) return swapped
      const items = Array.isArray(list) ? list.map((item) => (isRecord(item) ? swapFields(item) : undefined)) : []
      return Array.isArray(list) && items.every((item) => item) ? { ...swapped, [LIST_FIELD]: items } : undefined
    },
  }
}
export type FileTokens = ReturnType<typeof createFileTokens>
