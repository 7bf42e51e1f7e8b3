import type { PolicySource } from '../../shared/policy.ts'
import type { Entitlement, TierClause, TierLevel, TierPolicy } from '../../shared/tiers/model.ts'
import type { Day } from '../../shared/time.ts'

/** What a new version of a programme changes; what is absent stays. */
export type ProgrammeChanges = {
  levels?: TierLevel[] | undefined
  clauses?: TierClause[] | undefined
  entitlements?: Entitlement[] | undefined
  validityMonths?: TierPolicy['validityMonths'] | undefined
}

/** Who makes a version and when it begins. */
export type Making = { version: number; effectiveFrom: Day; today: Day; by: string }

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

type Sourced = { source: PolicySource }

/** A figure that was changed no longer has the source of the old one: it is the desk's own, by whoever set it. */
function withOwnSource<T extends Sourced>(next: T, before: T | undefined, { today, by }: Making): T {
  const { source: nextSource, ...nextRest } = next
  if (before) {
    const { source, ...rest } = before
    if (same(nextRest, rest) || !same(nextSource, source)) return next
  }
  const { requirement } = nextSource
  const source: PolicySource = {
    mark: 'seed',
    asOf: today,
    ...(requirement === undefined ? {} : { requirement }),
    note: { zh: `由${by}设定`, en: `Set by ${by}` },
  }
  return { ...next, source }
}

/** S3-31 S3-32 S3-34 S3-44: the next version of a programme; versions are never changed in place. */
export function nextVersion(base: TierPolicy, changes: ProgrammeChanges, making: Making): TierPolicy {
  const levelBefore = (tier: TierLevel['tier']) => base.levels.find((level) => level.tier === tier)
  const levels = changes.levels?.map((level) => ({
    ...level,
    upgrade: withOwnSource(level.upgrade, levelBefore(level.tier)?.upgrade, making),
    retain: withOwnSource(level.retain, levelBefore(level.tier)?.retain, making),
  }))
  const own = <T extends Sourced & { id: string }>(list: T[] | undefined, before: readonly T[]) =>
    list?.map((item) => {
      const old = before.find((one) => one.id === item.id)
      return old ? withOwnSource(item, old, making) : item
    })
  return {
    ...base,
    version: making.version,
    effectiveFrom: making.effectiveFrom,
    status: 'active',
    levels: levels ?? base.levels,
    clauses: own(changes.clauses, base.clauses) ?? base.clauses,
    entitlements: own(changes.entitlements, base.entitlements) ?? base.entitlements,
    validityMonths: changes.validityMonths ?? base.validityMonths,
  }
}
