import { type CompensationPolicy, compensationPolicy } from '../../shared/compensation/policy.ts'
import { DRAFTED_KINDS, type DraftedKind, PACK_FORMAT, type PolicyKind } from '../../shared/policies/model.ts'
import type { PolicySource } from '../../shared/policy.ts'
import { NUMBER_PARTS, numbersOf } from '../../shared/targets/desk-numbers.ts'
import { type TargetPolicy, targetPolicy } from '../../shared/targets/model.ts'
import { tierPolicy } from '../../shared/tiers/model.ts'
import type { Day } from '../../shared/time.ts'
import { workflowDefinition } from '../../shared/workflow/model.ts'
import { canonicalText, type JsonValue, type Sha256 } from './audit-chain.ts'
import { isSame } from './policy-diff.ts'
import { packValueOf } from './rule-packs.ts'

const SCHEMAS = {
  targets: targetPolicy,
  workflow: workflowDefinition,
  compensation: compensationPolicy,
  tiers: tierPolicy,
} as const

/** A policy in full: what was left out as usual is spelled out, so that versions compare. */
export function wholePolicy(kind: PolicyKind, text: string): JsonValue {
  return JSON.parse(JSON.stringify(SCHEMAS[kind].parse(JSON.parse(text))))
}

const encoder = new TextEncoder()

/** SHA-256 of what a policy says; its number, day and status do not count, so a pack is the same on every desk. */
export function policyHash(policy: JsonValue, sha256: Sha256): string {
  if (typeof policy !== 'object' || policy === null || Array.isArray(policy)) return sha256(encoder.encode('null'))
  const said = Object.entries(policy).filter(([key]) => !['version', 'effectiveFrom', 'status'].includes(key))
  return sha256(encoder.encode(canonicalText(Object.fromEntries(said))))
}

/** The one text of a pack file: canonical JSON in one line, with the hash of what it says. */
export function packText(policy: JsonValue, sha256: Sha256): string {
  return `${canonicalText({ format: PACK_FORMAT, hash: policyHash(policy, sha256), policy })}\n`
}

type Who = { name: string; today: Day }

/** S3-53: a rule whose figures were changed no longer has the source of the old ones; it is the desk's own. */
export function withOwnSources(next: TargetPolicy, base: TargetPolicy | null, who: Who): TargetPolicy {
  const rules = next.rules.map((rule) => {
    const old = base?.rules.find(({ id }) => id === rule.id)
    return old ? ownRule(rule, old, who) : rule
  })
  const raises = next.raises?.map((raise) => {
    const old = base?.raises?.find(({ id }) => id === raise.id)
    return old ? ownRule(raise, old, who) : raise
  })
  const ring = base && !isSame(figures(next.ring), figures(base.ring)) && isSame(next.ring.source, base.ring.source)
  const values = next.values?.map((one) => {
    const old = base?.values?.find(({ id }) => id === one.id) ?? packValueOf(one.pack, one.id)
    return old ? ownRule(one, { ...one, value: old.value, source: old.source }, who) : one
  })
  const sources = base ? ownSources(next, base, who) : undefined
  const numbers = base ? ownNumbers(next, base, who) : {}
  return {
    ...next,
    rules,
    ...(raises && { raises }),
    ...(values && { values }),
    ...(sources && { sources }),
    ...numbers,
    ...(ring ? { ring: { ...next.ring, source: ownSource(next.ring.source, who) } } : {}),
  }
}

/** The desk's own numbers: a part that says something else than before has the desk for its source. */
function ownNumbers(next: TargetPolicy, base: TargetPolicy, who: Who): Partial<TargetPolicy> {
  const before = numbersOf(base)
  const changed = NUMBER_PARTS.flatMap((part) => {
    const now = next[part]
    if (!now || isSame(figures(now), figures(before[part])) || !isSame(now.source, before[part].source)) return []
    return [[part, { ...now, source: ownSource(now.source, who) }]]
  })
  return Object.fromEntries(changed)
}

/** Sources of the common warnings and the reminder; one that was taken away needs none. */
function ownSources(next: TargetPolicy, base: TargetPolicy, who: Who): TargetPolicy['sources'] {
  const fields = ['warnings', 'reminder'] as const
  const changed = fields.filter(
    (field) =>
      next[field] !== undefined &&
      !isSame(next[field], base[field]) &&
      isSame(next.sources?.[field], base.sources?.[field]),
  )
  if (changed.length === 0) return next.sources
  const own = changed.map((field) => [field, ownSource(next.sources?.[field], who)])
  return { ...next.sources, ...Object.fromEntries(own) }
}

/** The same for a tariff: an amount that was changed is the desk's own. */
export function withOwnTariff(next: CompensationPolicy, base: CompensationPolicy | null, who: Who): CompensationPolicy {
  const rules = next.rules.map((rule) => {
    const old = base?.rules.find(({ id }) => id === rule.id)
    return old ? ownRule(rule, old, who) : rule
  })
  const isOther = base && !isSame(base.authority, next.authority) && isSame(base.source, next.source)
  return { ...next, rules, ...(isOther ? { source: ownSource(next.source, who) } : {}) }
}

function ownRule<T extends { source: PolicySource }>(rule: T, old: T, who: Who): T {
  if (isSame(figures(rule), figures(old)) || !isSame(rule.source, old.source)) return rule
  return { ...rule, source: ownSource(rule.source, who) }
}

/** What the source of a rule speaks of; its name and whether it is in use are the desk's own matter. */
function figures<T extends { source: unknown }>(item: T): Record<string, unknown> {
  return { ...item, source: undefined, name: undefined, isEnabled: undefined, pack: undefined }
}

function ownSource(old: PolicySource | undefined, { name, today }: Who): PolicySource {
  const requirement = old?.requirement
  return {
    mark: 'seed',
    asOf: today,
    ...(requirement === undefined ? {} : { requirement }),
    note: { zh: `由${name}设定`, en: `Set by ${name}` },
  }
}

/** What a policy file holds: a pack as it is exported, or a bare policy. */
export function unpacked(raw: unknown): { hash: string | null; policy: unknown; isPack: boolean } {
  const isRecord = typeof raw === 'object' && raw !== null && !Array.isArray(raw)
  if (!isRecord || !('format' in raw)) return { hash: null, policy: raw, isPack: false }
  const hash = Reflect.get(raw, 'hash')
  return { hash: typeof hash === 'string' ? hash : '', policy: Reflect.get(raw, 'policy'), isPack: true }
}

/** The kind that a policy file says it is of; undefined for none that can be taken in. */
export function draftedKindOf(raw: unknown): DraftedKind | undefined {
  const kind = typeof raw === 'object' && raw !== null ? Reflect.get(raw, 'kind') : undefined
  return DRAFTED_KINDS.find((one) => one === kind)
}
