import type { Mapping } from '../../shared/imports/model.ts'
import type { Actor } from '../../shared/session/model.ts'
import type { Ctx, SystemActor } from '../engine/handler.ts'
import { tiersAt } from '../policies/queries.ts'
import { addMonths, endOfMonth } from '../rules/days.ts'
import type { MergeContext } from '../rules/import-merge.ts'
import { type NameKeys, nameKeys } from '../rules/names.ts'
import { lastMomentOf } from '../rules/tier-facts.ts'
import { dayAt } from '../rules/zone.ts'
import { hasMonths, type MemberMapper, makesNames } from './open.ts'
import { hasMembers } from './queries.ts'

const ZONE = 'Asia/Shanghai'

/** Everything that holds for a whole import. */
export type Plan = {
  importId: string
  actor: Actor | SystemActor
  mapper: MemberMapper
  context: MergeContext
  today: string
  /** Rows that name no month count in this one. */
  month: string
  /** A map that makes no name updates members who are there; others are unknown. */
  makesNames: boolean
  /** A card may stand in several rows, one for each month. */
  hasMonths: boolean
  isDry: boolean
  /** The store held no member when the import began. */
  isFirst: boolean
}

/** A tier that comes with the file is good as long as the programme in force makes one that is earned today. */
export async function planImport(ctx: Ctx, mapper: MemberMapper, mapping: Mapping, isDry: boolean): Promise<Plan> {
  const { db, now } = ctx
  const today = dayAt(ZONE, now)
  const { body } = await tiersAt(db, now)
  const tierUntil = lastMomentOf(endOfMonth(addMonths(today, body.validityMonths.upgrade)))
  return {
    importId: ctx.newId(),
    actor: ctx.actor,
    mapper,
    context: { now, tierUntil, keysOf: rememberingKeys() },
    today,
    month: today.slice(0, 7),
    makesNames: makesNames(mapping),
    hasMonths: hasMonths(mapping),
    isDry,
    isFirst: !(await hasMembers(db)),
  }
}

/** Names repeat: the sounds of the last ones are kept, for finding them costs more than the rest of a row. */
const KEPT_NAMES = 50_000

function rememberingKeys(): (name: string) => NameKeys {
  const known = new Map<string, NameKeys>()
  return (name) => {
    const found = known.get(name)
    if (found) return found
    const keys = nameKeys(name)
    if (known.size >= KEPT_NAMES) known.clear()
    known.set(name, keys)
    return keys
  }
}

/** Ids of what one import makes stand in a row, so that the store appends instead of searching the place of each. */
export function idSeries(newId: () => string): () => string {
  const series = newId().replaceAll('-', '').slice(0, 16)
  let count = 0
  return () => {
    count += 1
    return series + count.toString(36).padStart(6, '0')
  }
}
