import { refuse } from '../../shared/failure.ts'
import { POLICY_KINDS } from '../../shared/policies/model.ts'
import type { FeatureHandlers } from '../engine/handler.ts'
import { checkPolicy } from '../rules/policy-check.ts'
import { diffPolicies } from '../rules/policy-diff.ts'
import { shapePolicy } from '../rules/policy-shape.ts'
import { backtest } from './backtest.ts'
import { approve, draft, reject, submit, withdraw } from './drafts.ts'
import { exportPack, importPack } from './packs.ts'
import { rebase, rebasePreview } from './rebase.ts'
import { pack, packs, packValue, switchPack } from './rule-packs.ts'
import { shipped, takeShipped } from './shipped.ts'
import { contextOf, loadVersion, loadVersions, toDetail, toVersion } from './versions.ts'

export const policies: FeatureHandlers<'policies'> = {
  list: async (ctx, { kind }) => {
    const versions = await loadVersions(ctx, kind)
    const inOrder = POLICY_KINDS.flatMap((each) => versions.filter((version) => version.kind === each))
    return inOrder.map((version) => toVersion(version, ctx.actor.id))
  },

  show: async (ctx, { id }) => toDetail(ctx, await loadVersion(ctx, id)),

  diff: async (ctx, { before: oldId, after: newId }) => {
    const [before, after] = [await loadVersion(ctx, oldId), await loadVersion(ctx, newId)]
    if (before.kind !== after.kind) refuse('policy-kinds-differ')
    const changes = diffPolicies(before.kind, before.body, after.body)
    return { before: toVersion(before, ctx.actor.id), after: toVersion(after, ctx.actor.id), changes }
  },

  check: async ({ db, now }, { kind, body }) => {
    const shaped = shapePolicy(kind, body)
    return shaped.policy ? checkPolicy(shaped.policy, await contextOf(db, now)) : shaped.problems
  },

  draft,
  submit,
  approve,
  reject,
  withdraw,
  import: importPack,
  export: exportPack,
  shipped,
  takeShipped,
  packs,
  pack,
  switchPack,
  packValue,
  rebasePreview,
  rebase,
  backtest,
}
