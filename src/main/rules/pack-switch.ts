import type { CompensationPolicy } from '../../shared/compensation/policy.ts'
import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { PackState, RulePack } from '../../shared/policies/packs.ts'
import type { TargetPolicy } from '../../shared/targets/model.ts'
import { isSame } from './policy-diff.ts'

/** A policy that a pack can change. */
export type Switched = TargetPolicy | CompensationPolicy

/** The kind of policy that a pack changes; null for one that is only to be read. */
export function packKind({ rules, raises, tariff }: RulePack): Switched['kind'] | null {
  if (tariff.length > 0) return 'compensation'
  return rules.length + raises.length > 0 ? 'targets' : null
}

type Part = { id: string; pack?: string | undefined }

const isOf =
  (pack: RulePack, parts: readonly Part[]) =>
  (one: Part): boolean =>
    one.pack === pack.id || parts.some(({ id }) => id === one.id)

/** A policy without anything of a pack; one that had nothing of it is as it was. */
export function switchedOff<P extends Switched>(policy: P, pack: RulePack): P
export function switchedOff(policy: Switched, pack: RulePack): Switched {
  if (policy.kind === 'compensation') {
    const isTariff = isOf(pack, pack.tariff)
    return {
      ...policy,
      rules: policy.rules.filter((rule) => !isTariff(rule)),
      scopes: policy.scopes.map((scope) => ({ ...scope, ruleIds: scope.ruleIds.filter((id) => !isTariff({ id })) })),
    }
  }
  const { raises, ...rest } = policy
  const left = raises?.filter((one) => !isOf(pack, pack.raises)(one))
  const isEmptied = left?.length === 0 && raises?.length !== 0
  const rules = policy.rules.filter((rule) => !isOf(pack, pack.rules)(rule))
  return { ...rest, ...(left && !isEmptied && { raises: left }), rules }
}

/** S3-03: a policy with a pack as it is shipped, behind what the policy has; what was changed of the pack is as shipped again. */
export function switchedOn<P extends Switched>(policy: P, pack: RulePack): P
export function switchedOn(policy: Switched, pack: RulePack): Switched {
  const base = switchedOff<Switched>(policy, pack)
  if (base.kind === 'compensation') {
    const added = pack.tariff.map(({ scopes: _, ...rule }) => rule)
    const idsOf = (scope: string) => pack.tariff.flatMap((one) => (one.scopes.includes(scope) ? [one.id] : []))
    return {
      ...base,
      rules: [...base.rules, ...added],
      scopes: base.scopes.map((scope) => ({ ...scope, ruleIds: [...scope.ruleIds, ...idsOf(scope.id)] })),
    }
  }
  const raises = [...(base.raises ?? []), ...pack.raises]
  return { ...base, ...(raises.length > 0 && { raises }), rules: [...base.rules, ...pack.rules] }
}

/** Where a pack stands in a policy. */
export function packState(policy: Switched | null, pack: RulePack): PackState {
  const kind = packKind(pack)
  if (kind === null || policy?.kind !== kind) return 'reading'
  if (isSame(switchedOff<Switched>(policy, pack), policy)) return 'off'
  const parts = (whole: Switched) => {
    const ids = new Set([...pack.rules, ...pack.raises, ...pack.tariff].map(({ id }) => id))
    const all: readonly Part[] = whole.kind === 'targets' ? [...whole.rules, ...(whole.raises ?? [])] : whole.rules
    return Object.fromEntries(all.filter((one) => ids.has(one.id) || one.pack === pack.id).map((one) => [one.id, one]))
  }
  return isSame(parts(policy), parts(switchedOn<Switched>(policy, pack))) ? 'on' : 'changed'
}

/** A pack takes no rule of the desk's own, or of another pack, for its own because the two have one id. */
export function canSwitch(policy: Switched, pack: RulePack, isOn: boolean): Decision {
  if (packKind(pack) === null) return deny('policy-pack-reads-only')
  const own: readonly Part[] = policy.kind === 'targets' ? [...policy.rules, ...(policy.raises ?? [])] : []
  const taken = own.find(
    ({ id, pack: other }) => other !== pack.id && [...pack.rules, ...pack.raises].some((one) => one.id === id),
  )
  if (taken) return deny('policy-pack-id-taken', { id: taken.id })
  const state = packState(policy, pack)
  if (isOn && state === 'on') return deny('policy-pack-is-on')
  return !isOn && state === 'off' ? deny('policy-pack-is-off') : allow
}
