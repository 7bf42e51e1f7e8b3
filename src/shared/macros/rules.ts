import { type CaseKind, isUnder } from '../cases/words.ts'
import type { Bilingual } from '../contract.ts'
import { allow, type Decision, deny } from '../failure.ts'
import { LEAD_ROLES, type Role } from '../roles.ts'
import { DAY, type Instant } from '../time.ts'
import type { Fit, MacroConditions, MacroScope, MacroStep } from './model.ts'

/** What of a case decides which macros are offered first. */
export type CaseTraits = { kind: CaseKind; category: string; tier: string }

/** A macro nobody has used for this long is called idle, in milliseconds. */
export const IDLE_AFTER = 60 * DAY

const isLead = (role: Role) => LEAD_ROLES.some((one) => one === role)

/** Whether all conditions of a macro are met by a case; without conditions it fits any. */
export function fitOf({ kinds, categories, tiers }: MacroConditions, traits: CaseTraits): Fit {
  if (kinds.length + categories.length + tiers.length === 0) return 'any'
  const isMet =
    (kinds.length === 0 || kinds.includes(traits.kind)) &&
    (categories.length === 0 || categories.some((group) => isUnder(traits.category, group))) &&
    (tiers.length === 0 || tiers.some((tier) => tier === traits.tier))
  return isMet ? 'fits' : 'other'
}

const RANK: Record<Fit, number> = { fits: 0, any: 1, other: 2 }
const narrowness = ({ kinds, categories, tiers }: MacroConditions) =>
  [kinds, categories, tiers].filter((list) => list.length > 0).length

type Offerable = { id: string; name: Bilingual; uses: number; conditions: MacroConditions }

/** Macros in the order in which they are offered on a case: what fits, the more exactly the earlier, then what is used most. */
export function offerOrder<T extends Offerable>(macros: readonly T[], traits: CaseTraits): (T & { fit: Fit })[] {
  return macros
    .map((macro) => ({ ...macro, fit: fitOf(macro.conditions, traits) }))
    .toSorted(
      (a, b) =>
        RANK[a.fit] - RANK[b.fit] ||
        (a.fit === 'fits' ? narrowness(b.conditions) - narrowness(a.conditions) : 0) ||
        b.uses - a.uses ||
        compare(a.name.zh, b.name.zh) ||
        compare(a.id, b.id),
    )
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** The name under which two macros would both be shown in one of the languages; undefined where they can be told apart. */
export function sharedName(a: Bilingual, b: Bilingual): string | undefined {
  if (a.zh === b.zh) return a.zh
  const inEnglish = a.en || a.zh
  return inEnglish === (b.en || b.zh) ? inEnglish : undefined
}

/** Personal macros are their owner's business, those of the team the leads'. */
export function canChangeMacro(
  who: { id: string; role: Role },
  macro: { scope: MacroScope; ownerId: string },
): Decision {
  if (macro.scope === 'team') return isLead(who.role) ? allow : deny('macro-team-role')
  return macro.ownerId === who.id ? allow : deny('macro-not-yours')
}

/** Whether a person may see and apply a macro. */
export function canUseMacro(who: { id: string }, macro: { scope: MacroScope; ownerId: string }): boolean {
  return macro.scope === 'team' || macro.ownerId === who.id
}

/** Not used for a long time, or never since it was written a long time ago. */
export function isIdle(macro: { lastUsedAt: Instant | null; createdAt: Instant }, now: Instant): boolean {
  return now - (macro.lastUsedAt ?? macro.createdAt) > IDLE_AFTER
}

/** The words of a step that variables fill and a person may change; null where there are none. */
export function wordsOf(step: MacroStep): string | null {
  return 'text' in step ? step.text : null
}

/** The promise of a macro gives the time that all its words name; null when it makes none. */
export function promisedMinutes(steps: readonly MacroStep[]): number | null {
  return steps.find((step) => step.act === 'promise')?.inMinutes ?? null
}
