import { must, Refusal, refuse } from '../../shared/failure.ts'
import type { DraftedKind, PolicyDeed, PolicyProblem } from '../../shared/policies/model.ts'
import { type Day, DESK_ZONE, type Instant } from '../../shared/time.ts'
import { sha256 } from '../crypto/hash.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import type { JsonObject, JsonValue } from '../rules/audit-chain.ts'
import { pathsChanged } from '../rules/policy-diff.ts'
import { canApprove, canDecide, canEdit, canSubmit, canWithdraw } from '../rules/policy-life.ts'
import { policyHash, withOwnSources, withOwnTariff } from '../rules/policy-pack.ts'
import { type DraftedPolicy, shapePolicy } from '../rules/policy-shape.ts'
import { dayAt, momentOf } from '../rules/zone.ts'
import {
  activeRows,
  deleteActive,
  insertActive,
  insertDeed,
  insertVersion,
  updateVersion,
  type VersionRow,
  versionRows,
} from './version-queries.ts'
import { lifeOf, loadVersion, problemsOf, toDetail, tookShippedAt, type Version } from './versions.ts'

const MOST_PATHS = 50

/** Refuses what is not a policy, naming the place of everything that is wrong. */
export function mustShape(kind: DraftedKind, raw: unknown, place: string): DraftedPolicy {
  const shaped = shapePolicy(kind, raw)
  if (!shaped.policy) throw refusalOf(shaped.problems, place)
  return shaped.policy
}

function refusalOf(problems: readonly PolicyProblem[], place: string): Refusal {
  const issues = problems.slice(0, MOST_PATHS).map(({ code, path }) => ({
    path: [place, path].filter((part) => part !== '').join('.'),
    reason: `policy-${code}`,
  }))
  return new Refusal({ code: 'INVALID_INPUT', issues })
}

/** A version that is drafted here; the tiers have a page of their own. */
function draftable({ kind }: Version): DraftedKind {
  return kind === 'tiers' ? refuse('policy-tiers-elsewhere') : kind
}

const asRecord = (body: JsonValue): JsonObject =>
  typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as JsonObject) : {}

/** One number for all packs of a kind: of two from the same day the one made last is in force. */
export async function nextNumber(ctx: Ctx, kind: DraftedKind): Promise<number> {
  const numbers = [...(await activeRows(ctx.db, kind)), ...(await versionRows(ctx.db, kind))].map((row) => row.version)
  return Math.max(0, ...numbers) + 1
}

/** A new version: of another one, or of a file. */
export type NewVersion = {
  kind: DraftedKind
  pack: string
  basedOn: Version | null
  said: Record<string, unknown>
  effectiveFrom: Day
  deed: PolicyDeed
  reason: string
  place: string
}

export async function makeVersion(ctx: Ctx, given: NewVersion): Promise<Version> {
  const { db, now, actor } = ctx
  const { kind, pack, basedOn, said, effectiveFrom, deed, reason, place } = given
  const version = await nextNumber(ctx, kind)
  const id = `${pack}@${version}`
  const header = { id: pack, kind, version, effectiveFrom, status: 'draft' }
  const policy = mustShape(kind, { ...said, ...header }, place)
  // What comes from a file or from the product has its sources with it, and so has what the desk had changed before.
  const hasSources = deed === 'imported' || deed === 'tookShipped'
  const body = JSON.stringify(hasSources ? policy : owned(ctx, policy, basedOn))
  await insertVersion(db, {
    ...{ id, kind, pack, version, effectiveFrom, body },
    state: 'draft',
    basedOn: basedOn?.id ?? null,
    authorId: actor.id,
    createdAt: now,
    updatedAt: now,
  })
  await insertDeed(db, { policyId: id, at: now, actorId: actor.id, deed, reason })
  const made = await loadVersion(ctx, id)
  noteChange(ctx, made, basedOn?.body ?? {})
  return made
}

function owned(ctx: Ctx, policy: DraftedPolicy, base: Version | null): DraftedPolicy {
  const who = { name: ctx.actor.name, today: dayAt(DESK_ZONE, ctx.now) }
  const before = base && policy.kind !== 'workflow' ? shapePolicy(policy.kind, base.body).policy : null
  if (policy.kind === 'targets') return withOwnSources(policy, before?.kind === 'targets' ? before : null, who)
  if (policy.kind !== 'compensation') return policy
  return withOwnTariff(policy, before?.kind === 'compensation' ? before : null, who)
}

function noteChange(ctx: Ctx, version: Version, before: JsonValue): void {
  const changed = pathsChanged(before, version.body).slice(0, MOST_PATHS)
  ctx.note({ policy: { id: version.id, hash: policyHash(version.body, sha256), changed } })
}

/** Drafts a version of another one, or changes a draft; what is not said stays as it is. */
export const draft: Handler<'policies.draft'> = async (ctx, input) => {
  const { id, revision, basedOn, effectiveFrom, body, reason } = input
  if (id !== undefined) return edit(ctx, id, { revision, effectiveFrom, body, reason })
  if (basedOn === undefined) refuse('policy-based-on-nothing')
  const base = await loadVersion(ctx, basedOn)
  const made = await makeVersion(ctx, {
    ...{ kind: draftable(base), pack: base.pack, basedOn: base, effectiveFrom, reason },
    said: { ...asRecord(base.body), ...body },
    deed: 'drafted',
    place: 'body',
  })
  return toDetail(ctx, made)
}

type Edit = { revision: Instant | undefined; effectiveFrom: Day; body: Record<string, unknown>; reason: string }

async function edit(ctx: Ctx, id: string, { revision, effectiveFrom, body, reason }: Edit) {
  const before = await loadVersion(ctx, id)
  const row = rowOf(before)
  must(canEdit(lifeOf(before, row)))
  if (row.updatedAt !== revision) throw new Refusal({ code: 'CONFLICT', entity: 'policy' })
  const { pack, version } = before
  const kind = draftable(before)
  const header = { id: pack, kind, version, effectiveFrom, status: 'draft' }
  const policy = mustShape(kind, { ...asRecord(before.body), ...body, ...header }, 'body')
  // Against the version it was made of, what the product changed would pass for the desk's own.
  const isOwnBase = before.basedOn === null || tookShippedAt(before) !== undefined
  const base = isOwnBase || before.basedOn === null ? before : await loadVersion(ctx, before.basedOn)
  const text = JSON.stringify(owned(ctx, policy, base))
  await change(ctx, row, { state: 'draft', effectiveFrom, body: text })
  await tell(ctx, id, 'edited', reason)
  const after = await loadVersion(ctx, id)
  noteChange(ctx, after, before.body)
  return toDetail(ctx, after)
}

/** A version that was drafted here; the shipped ones and those of the tiers page are as they are. */
function rowOf(version: Version): VersionRow {
  return version.row ?? refuse('policy-is-fixed')
}

async function change(ctx: Ctx, row: VersionRow, next: Partial<VersionRow>): Promise<void> {
  const { authorName: _, ...columns } = next
  if (!(await updateVersion(ctx.db, row, { ...columns, updatedAt: Math.max(ctx.now, row.updatedAt + 1) })))
    throw new Refusal({ code: 'CONFLICT', entity: 'policy' })
}

async function tell(ctx: Ctx, policyId: string, deed: PolicyDeed, reason: string): Promise<void> {
  await insertDeed(ctx.db, { policyId, at: ctx.now, actorId: ctx.actor.id, deed, reason })
}

const personOf = ({ actor }: Ctx) => {
  if (actor.role === 'system') throw new Refusal({ code: 'FORBIDDEN' })
  return { id: actor.id, role: actor.role }
}

/** Hands a draft over for approval; contradictions and a day that has passed are refused. */
export const submit: Handler<'policies.submit'> = async (ctx, { id, reason }) => {
  const version = await loadVersion(ctx, id)
  const row = rowOf(version)
  const base = version.basedOn === null ? null : await loadVersion(ctx, version.basedOn)
  // That the desk keeps its own against the product's is a decision too.
  const isNew =
    tookShippedAt(version) !== undefined ||
    base === null ||
    policyHash(base.body, sha256) !== policyHash(version.body, sha256)
  must(canSubmit(lifeOf(version, row), await problemsOf(ctx, version), isNew, dayAt(DESK_ZONE, ctx.now)))
  await change(ctx, row, { state: 'submitted' })
  await tell(ctx, id, 'submitted', reason)
  return toDetail(ctx, await loadVersion(ctx, id))
}

/** A second person puts a version in force from its day; from then on it never changes. */
export const approve: Handler<'policies.approve'> = async (ctx, { id, reason }) => {
  const version = await loadVersion(ctx, id)
  const row = rowOf(version)
  must(canApprove(lifeOf(version, row), personOf(ctx), dayAt(DESK_ZONE, ctx.now)))
  const problems = await problemsOf(ctx, version)
  if (problems.some(({ level }) => level === 'error')) refuse('policy-has-problems', { count: problems.length })
  const body = JSON.stringify({ ...asRecord(version.body), status: 'active' })
  const { pack, effectiveFrom } = version
  await insertActive(ctx.db, {
    ...{ id, pack, body, kind: draftable(version), version: version.version },
    effectiveFrom: await beginOf(ctx, draftable(version), effectiveFrom),
    createdAt: ctx.now,
    createdBy: row.authorId,
  })
  await change(ctx, row, { state: 'approved', body })
  await tell(ctx, id, 'approved', reason)
  ctx.note({ policy: { id, hash: policyHash(version.body, sha256), effectiveFrom, author: row.authorId } })
  return toDetail(ctx, await loadVersion(ctx, id))
}

/** The beginning of its day, or of what began later on that day: of two from one day the one made last is in force. */
async function beginOf(ctx: Ctx, kind: DraftedKind, day: Day): Promise<Instant> {
  const sameDay = (await activeRows(ctx.db, kind)).filter((row) => dayAt(DESK_ZONE, row.effectiveFrom) === day)
  return Math.max(momentOf(DESK_ZONE, day, 0), ...sameDay.map((row) => row.effectiveFrom))
}

/** A second person returns a version to its author, who may change and submit it again. */
export const reject: Handler<'policies.reject'> = async (ctx, { id, reason }) => {
  const version = await loadVersion(ctx, id)
  const row = rowOf(version)
  must(canDecide(lifeOf(version, row), personOf(ctx)))
  await change(ctx, row, { state: 'rejected' })
  await tell(ctx, id, 'rejected', reason)
  return toDetail(ctx, await loadVersion(ctx, id))
}

/** Takes a version back that was never in force; its history stays. */
export const withdraw: Handler<'policies.withdraw'> = async (ctx, { id, reason }) => {
  const version = await loadVersion(ctx, id)
  const row = version.row ?? refuse('policy-in-use')
  must(canWithdraw(lifeOf(version, row), personOf(ctx), dayAt(DESK_ZONE, ctx.now)))
  if (row.state === 'approved') await deleteActive(ctx.db, id)
  await change(ctx, row, { state: 'withdrawn' })
  await tell(ctx, id, 'withdrawn', reason)
  return toDetail(ctx, await loadVersion(ctx, id))
}
