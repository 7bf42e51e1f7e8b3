import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { PolicyProblem } from '../../shared/policies/model.ts'
import type { PackItem, PackValue } from '../../shared/policies/packs.ts'
import type { TargetPolicy } from '../../shared/targets/model.ts'
import type { OwnPackValue } from '../../shared/targets/pack-values.ts'
import { isSame } from './policy-diff.ts'
import { say } from './policy-say.ts'
import { packValueOf } from './rule-packs.ts'

type Said = Pick<OwnPackValue, 'value' | 'source'>

/** S3-03: a policy in which a value of a pack is said otherwise, or as the pack says it again. */
export function withPackValue(policy: TargetPolicy, pack: string, shipped: PackValue, said: Said | null): TargetPolicy {
  const { id, name } = shipped
  const others = (policy.values ?? []).filter((one) => one.id !== id)
  return { ...policy, values: said === null ? others : [...others, { id, pack, name, ...said }] }
}

/** Saying what is said already drafts nothing. */
export function canSayValue(policy: TargetPolicy, shipped: PackValue, said: Said | null): Decision {
  const own = policy.values?.find(({ id }) => id === shipped.id)
  const isAsBefore =
    said === null
      ? own === undefined
      : isSame(said.value, (own ?? shipped).value) && isSame(said.source, (own ?? shipped).source)
  return isAsBefore ? deny('policy-value-same') : allow
}

/** A told value of a pack, as the policy says it or as the pack does. */
export function toldItem(shipped: PackValue, own: readonly OwnPackValue[]): PackItem {
  const said = own.find(({ id }) => id === shipped.id)
  const { id, name } = shipped
  if (!said) return { id, name, text: shipped.value, source: shipped.source, isTold: true, shipped: null }
  return { id, name, text: said.value, source: said.source, isTold: true, shipped: shipped.value }
}

/** What a policy says of values that no pack has is read by nobody: an error, because it must be a mistake. */
export function packValueProblems({ values = [] }: TargetPolicy): PolicyProblem[] {
  return values
    .filter(({ pack, id }) => packValueOf(pack, id) === undefined)
    .map(({ id, pack }) =>
      say(
        'error',
        'unknownPackValue',
        `values[${id}]`,
        `参考值“${id}”：规则包 ${pack} 中没有这一项。`,
        `Reference value “${id}”: the pack ${pack} has no such value.`,
      ),
    )
}
