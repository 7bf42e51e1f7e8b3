import { formulaText } from '../../shared/compensation/tariff-words.ts'
import { found, must, refuse } from '../../shared/failure.ts'
import type { PackDetail, PackLine, RulePack } from '../../shared/policies/packs.ts'
import { raiseText } from '../../shared/policies/raise-words.ts'
import { clockName, limitText, whenText } from '../../shared/policies/words.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import { canSwitch, packKind, packState, type Switched, switchedOff, switchedOn } from '../rules/pack-switch.ts'
import { canSayValue, toldItem, withPackValue } from '../rules/pack-values.ts'
import { checkPolicy } from '../rules/policy-check.ts'
import { diffPolicies } from '../rules/policy-diff.ts'
import { shapePolicy } from '../rules/policy-shape.ts'
import { packValueOf, RULE_PACKS } from '../rules/rule-packs.ts'
import { dayAt } from '../rules/zone.ts'
import { draft } from './drafts.ts'
import { contextOf, loadVersion, loadVersions, type Version } from './versions.ts'

type Side = 'zh' | 'en'

/** Every policy in force that a pack can change, with its version. */
type InForce = Partial<Record<Switched['kind'], { version: Version; policy: Switched }>>

async function inForce(ctx: Ctx): Promise<InForce> {
  const all: InForce = {}
  for (const kind of ['targets', 'compensation'] as const) {
    const version = (await loadVersions(ctx, kind)).find(({ state }) => state === 'inForce')
    const policy = version && switchable(version)
    if (version && policy) all[kind] = { version, policy }
  }
  return all
}

function switchable({ kind, body }: Version): Switched | null {
  if (kind !== 'targets' && kind !== 'compensation') return null
  const { policy } = shapePolicy(kind, body)
  return policy === null || policy.kind === 'workflow' ? null : policy
}

function lineOf(pack: RulePack, all: InForce): PackLine {
  const { id, name, about, effectiveFrom, effectiveTo } = pack
  const kind = packKind(pack)
  const parts = [...pack.rules, ...pack.raises, ...pack.tariff, ...pack.values]
  return {
    ...{ id, name, about, effectiveFrom, effectiveTo, kind },
    state: packState(kind === null ? null : (all[kind]?.policy ?? null), pack),
    marks: [...new Set(parts.map(({ source }) => source.mark))],
    count: parts.length,
  }
}

const packOf = (id: string): RulePack =>
  found(
    RULE_PACKS.find((pack) => pack.id === id),
    'policyPack',
  )

/** S3-03: the sets of rules that come with the product, and where each stands in what is in force. */
export const packs: Handler<'policies.packs'> = async (ctx) => {
  const all = await inForce(ctx)
  return RULE_PACKS.map((pack) => lineOf(pack, all))
}

const both = (text: (side: Side) => string) => ({ zh: text('zh'), en: text('en') })

/** What the program carries out is changed where its rules are. */
const carriedOut = { isTold: false, shipped: null } as const

function itemsOf({ rules, raises, tariff, values }: RulePack, { targets }: InForce): PackDetail['items'] {
  const own = targets?.policy.kind === 'targets' ? (targets.policy.values ?? []) : []
  return [
    ...rules.map(({ id, name, source, ...rule }) => ({
      ...{ id, name, source, ...carriedOut },
      text: both((side) =>
        [clockName(rule.clock, side), whenText(rule.when, side), limitText(rule.limit, side)].join(' · '),
      ),
    })),
    ...raises.map((raise) => ({
      ...{ id: raise.id, name: raise.name, source: raise.source, ...carriedOut },
      text: both((side) => raiseText(raise, side)),
    })),
    ...tariff.map(({ id, name, source, formula }) => ({
      ...{ id, name, source, ...carriedOut },
      text: both((side) => formulaText(formula, side)),
    })),
    ...values.map((one) => toldItem(one, own)),
  ]
}

/** A pack with every value and its source, what switching it would change, and what would then be wrong. */
export const pack: Handler<'policies.pack'> = async (ctx, { id }) => {
  const one = packOf(id)
  const all = await inForce(ctx)
  const line = lineOf(one, all)
  const shown = { ...line, items: itemsOf(one, all) }
  const base = line.kind === null ? undefined : all[line.kind]
  if (!base) return { ...shown, changes: [], problems: [], drafts: await draftsOf(ctx, 'targets') }
  const after = line.state === 'off' ? switchedOn<Switched>(base.policy, one) : switchedOff<Switched>(base.policy, one)
  const { tariff, ...context } = await contextOf(ctx.db, ctx.now)
  const wrong = (policy: Switched) => checkPolicy(policy, { ...context, ...(tariff ? { tariff } : {}) })
  const before = new Set(wrong(base.policy).map(({ text }) => text.en))
  return {
    ...shown,
    changes: diffPolicies(after.kind, base.policy, after),
    problems: wrong(after).filter(({ text }) => !before.has(text.en)),
    drafts: await draftsOf(ctx, after.kind),
  }
}

/** Drafts that are still written on: a pack may go into one of them instead of a version of its own. */
async function draftsOf(ctx: Ctx, kind: Switched['kind']): Promise<PackDetail['drafts']> {
  const versions = await loadVersions(ctx, kind)
  return versions.flatMap((one) => {
    const policy = one.state === 'draft' || one.state === 'rejected' ? switchable(one) : null
    if (policy === null || one.row === null) return []
    return [{ id: one.id, version: one.version, name: policy.name, revision: one.row.updatedAt }]
  })
}

/** Drafts a version in which a pack is on, or off; a second person puts it in force like any other. */
export const switchPack: Handler<'policies.switchPack'> = async (ctx, input) => {
  const { id, isOn, into, effectiveFrom, reason } = input
  const one = packOf(id)
  const kind = packKind(one) ?? refuse('policy-pack-reads-only')
  const base = into ? await loadVersion(ctx, into.id) : found((await inForce(ctx))[kind], 'policy').version
  const from = switchable(base)
  if (from?.kind !== kind) refuse('policy-kinds-differ')
  must(canSwitch(from, one, isOn))
  const after = isOn ? switchedOn<Switched>(from, one) : switchedOff<Switched>(from, one)
  const { rules } = after
  const body = after.kind === 'targets' ? { rules, raises: after.raises } : { rules, scopes: after.scopes }
  ctx.note({ pack: { id, isOn } })
  return draft(ctx, {
    ...(into ? { id: into.id, revision: into.revision } : { basedOn: base.id }),
    effectiveFrom: effectiveFrom ?? (into ? base.effectiveFrom : dayAt(DESK_ZONE, ctx.now)),
    ...{ body, reason: reason || saidOf(one, isOn) },
  })
}

/** S3-03: drafts other words for a value that a pack only tells; a second person puts them in force like any other. */
export const packValue: Handler<'policies.packValue'> = async (ctx, input) => {
  const { pack: packId, id, value, source, into, effectiveFrom, reason } = input
  const shipped = found(packValueOf(packId, id), 'policyPack')
  const base = into ? await loadVersion(ctx, into.id) : found((await inForce(ctx)).targets, 'policy').version
  const from = switchable(base)
  if (from?.kind !== 'targets') refuse('policy-kinds-differ')
  const before = from.values?.find((one) => one.id === id) ?? shipped
  const said = value === null ? null : { value, source: source ?? before.source }
  must(canSayValue(from, shipped, said))
  ctx.note({ pack: { id: packId, value: id } })
  return draft(ctx, {
    ...(into ? { id: into.id, revision: into.revision } : { basedOn: base.id }),
    effectiveFrom: effectiveFrom ?? (into ? base.effectiveFrom : dayAt(DESK_ZONE, ctx.now)),
    body: { values: withPackValue(from, packId, shipped, said).values },
    reason: reason || `修改规则包 ${packId} 的${shipped.name.zh}`,
  })
}

/** The reason of a version that only switches a pack, where nobody gave one. */
const saidOf = ({ id, name }: RulePack, isOn: boolean): string => `${isOn ? '启用' : '停用'}规则包 ${id} ${name.zh}`
