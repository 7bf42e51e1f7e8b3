import type { RowError } from '../../shared/imports/model.ts'
import type { FileRow } from '../rules/import-mapping.ts'
import type { MergeContext } from '../rules/import-merge.ts'
import { type NameKeys, nameKeys, quickKeys } from '../rules/names.ts'
import type { MemberMapper } from './open.ts'

/** Everything that holds for a whole import and can be told to another thread. */
export type Facts = {
  importId: string
  actorId: string
  now: number
  today: string
  /** Rows that name no month count in this one. */
  month: string
  /** How long a tier is good that comes with the file, from today. */
  tierUntil: number
  /** What the ids of its tier changes begin with. */
  changeSeries: string
  /** A map that makes no name updates members who are there; others are unknown. */
  makesNames: boolean
  /** A card may stand in several rows, one for each month. */
  hasMonths: boolean
  isDry: boolean
  /** The store held no member when the import began. */
  isFirst: boolean
}

/** What the rows of a file are judged by. */
export type Plan = Facts & { mapper: MemberMapper; context: MergeContext }

export function bindPlan(facts: Facts, mapper: MemberMapper): Plan {
  const { now, tierUntil } = facts
  return { ...facts, mapper, context: { now, tierUntil, keysOf: rememberingKeys() } }
}

/** How many rows came to what. */
export type Counts = { read: number; created: number; updated: number; unchanged: number; rejected: number }

export const NO_COUNTS: Counts = { read: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 }

/** A row of the file that was refused. */
export type RefusedRow = { file: FileRow; errors: readonly RowError[] }

/** Names repeat: the sounds of those that take long are kept, for finding them costs more than the rest of a row. */
const KEPT_NAMES = 50_000

function rememberingKeys(): (name: string) => NameKeys {
  const known = new Map<string, NameKeys>()
  return (name) => {
    const found = quickKeys(name) ?? known.get(name)
    if (found) return found
    const keys = nameKeys(name)
    if (known.size >= KEPT_NAMES) known.clear()
    known.set(name, keys)
    return keys
  }
}
