import { found, refuse } from '../../shared/failure.ts'
import { DRAFTED_KINDS, type DraftedKind } from '../../shared/policies/model.ts'
import type { ShippedNewer } from '../../shared/policies/shipped.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import { sha256 } from '../crypto/hash.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import type { JsonValue } from '../rules/audit-chain.ts'
import { SHIPPED_POLICIES } from '../rules/packs.ts'
import { mergeShipped, type Shipments } from '../rules/policy-merge.ts'
import { policyHash, wholePolicy } from '../rules/policy-pack.ts'
import { dayAt, momentOf } from '../rules/zone.ts'
import { makeVersion, nextNumber } from './drafts.ts'
import { remembered } from './remembered.ts'
import { insertActive } from './version-queries.ts'
import { loadVersions, toDetail, tookShippedAt, toVersion, type Version } from './versions.ts'

/** A policy as this program ships it. */
type Shipped = { kind: DraftedKind; pack: string; effectiveFrom: string; body: JsonValue; hash: string }

const inFull = remembered((pack): Shipped[] =>
  SHIPPED_POLICIES.flatMap(({ kind: any, body: policy }) => {
    const kind = DRAFTED_KINDS.find((one) => one === any)
    if (!kind || policy.id !== pack) return []
    const body = wholePolicy(kind, JSON.stringify(policy))
    return [{ kind, pack, effectiveFrom: policy.effectiveFrom, body, hash: policyHash(body, sha256) }]
  }),
)

/** A policy for which this program ships something newer, with all that is needed to take it in. */
type Newer = { shipped: Shipped; own: Version; all: Shipments; newest: Version; draft: Version | undefined }

/** What the product shipped for a policy as the store keeps it, oldest first: what it began with, and what was taken in. */
function kept(versions: readonly Version[], pack: string): Version[] {
  return (
    versions
      .filter((one) => one.pack === pack && one.row === null && one.authorName === null)
      .sort((a, b) => a.createdAt - b.createdAt || a.version - b.version)
      // Early releases put what a manager saved in force at once, without saying who made it.
      .filter(({ state }, place) => place === 0 || state === 'offered')
  )
}

/** The shipped policy that a version goes back to: what it took in itself, or what the one it was made of did. */
function originOf(version: Version, versions: readonly Version[]): Version | undefined {
  const shipped = kept(versions, version.pack)
  const took = tookShippedAt(version)
  if (took !== undefined) return shipped.findLast(({ createdAt }) => createdAt <= took) ?? shipped[0]
  if (shipped.some(({ id }) => id === version.id)) return version
  const base = versions.find(({ id }) => id === version.basedOn)
  return base?.pack === version.pack ? originOf(base, versions) : shipped[0]
}

const hashOf = ({ body }: Version) => policyHash(body, sha256)

function newerOf(shipped: Shipped, versions: readonly Version[]): Newer | undefined {
  const own = versions.find(({ pack, state }) => pack === shipped.pack && ['scheduled', 'inForce'].includes(state))
  const base = own && originOf(own, versions)
  const here = kept(versions, shipped.pack)
  const newest = here.at(-1)
  if (!own || !base || !newest || hashOf(base) === shipped.hash) return undefined
  // A program of the same store that was not brought up to date yet ships what this desk has left behind.
  if (here.some((one) => one.createdAt < base.createdAt && hashOf(one) === shipped.hash)) return undefined
  const draft = versions.find(
    (one) =>
      one.pack === shipped.pack &&
      ['draft', 'submitted', 'rejected'].includes(one.state) &&
      tookShippedAt(one) !== undefined &&
      originOf(one, versions)?.id === newest.id &&
      hashOf(newest) === shipped.hash,
  )
  return { shipped, own, newest, draft, all: { base: base.body, mine: own.body, theirs: shipped.body } }
}

/** What the product ships newer than what the desk took, for every policy that is drafted here. */
export const shipped: Handler<'policies.shipped'> = async (ctx) => {
  const versions = await loadVersions(ctx)
  const packs = SHIPPED_POLICIES.map(({ body }) => body.id)
  return packs
    .flatMap((id) => inFull(id))
    .flatMap((one): ShippedNewer[] => {
      const newer = newerOf(one, versions)
      if (!newer) return []
      const { own, draft, all } = newer
      const { changes, conflicts } = mergeShipped(one.kind, all)
      if (changes.every(({ fate }) => fate === 'had')) return []
      return [{ version: toVersion(own, ctx.actor.id), changes, conflicts, draft: draft ? lineOf(draft, ctx) : null }]
    })
}

function lineOf(draft: Version, ctx: Ctx): NonNullable<ShippedNewer['draft']> {
  const { id, version, name, state } = toVersion(draft, ctx.actor.id)
  return { id, version, name, state }
}

/** Drafts the desk's own version with what the product ships newer; cases keep theirs, a second person approves it. */
export const takeShipped: Handler<'policies.takeShipped'> = async (ctx, { id, theirs, effectiveFrom, reason }) => {
  const versions = await loadVersions(ctx)
  const own = found(
    versions.find((one) => one.id === id),
    'policy',
  )
  const one = inFull(own.pack)[0]
  const newer = one && newerOf(one, versions)
  if (!newer || newer.own.id !== id) return refuse('policy-shipped-nothing')
  if (newer.draft) refuse('policy-shipped-drafted', { id: newer.draft.id })
  const { conflicts } = mergeShipped(newer.shipped.kind, newer.all)
  const stray = theirs.find((path) => !conflicts.some((conflict) => conflict.path === path))
  if (stray !== undefined) refuse('policy-shipped-no-conflict', { path: stray })
  const { policy } = mergeShipped(newer.shipped.kind, newer.all, theirs)
  await keep(ctx, newer)
  const made = await makeVersion(ctx, {
    ...{ kind: newer.shipped.kind, pack: own.pack, basedOn: own, said: policy, reason, place: 'body' },
    effectiveFrom: effectiveFrom ?? dayAt(DESK_ZONE, ctx.now),
    deed: 'tookShipped',
  })
  return toDetail(ctx, made)
}

/** Keeps what was taken in beside the versions, on offer: what comes later is compared with it. */
async function keep(ctx: Ctx, { shipped: { kind, pack, body, hash, effectiveFrom }, newest }: Newer): Promise<void> {
  if (hashOf(newest) === hash || typeof body !== 'object' || body === null) return
  const version = await nextNumber(ctx, kind)
  await insertActive(ctx.db, {
    ...{ id: `${pack}@${version}`, pack, kind, version },
    body: JSON.stringify({ ...body, version, status: 'draft' }),
    effectiveFrom: momentOf(DESK_ZONE, effectiveFrom, 0),
    createdAt: ctx.now,
    createdBy: null,
  })
}
