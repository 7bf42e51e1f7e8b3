import type { RequestRow } from '../../shared/exports/contract.ts'
import { APPROVAL_REASONS, type ExportScope, exportScope } from '../../shared/exports/model.ts'
import { type ExportProfile, PROFILE_RULES } from '../../shared/exports/profiles.ts'
import { found, must, refuse } from '../../shared/failure.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import { canDecideExport, type ExportAsked, mayUseApproval, secondPersonReasons } from '../rules/export-approval.ts'
import { canExport } from '../rules/export-policy.ts'
import type { Db, Row } from '../store/types.ts'
import { readLimits } from './limits.ts'
import { countRows } from './read.ts'
import { type Aim, aimFor } from './scope.ts'
import { SOURCES } from './sources.ts'

type Counts = ReadonlyMap<string, number>

/** The approved request an export needs; undefined when one person is enough; refuses when there is none that fits. */
export async function requestFor(
  { db, actor, now }: Ctx,
  aim: Aim,
  { inStore }: { inStore: Counts },
  wanted: { profile: ExportProfile; recipient: string; requestId: string | undefined },
): Promise<Row<'exportRequests'> | undefined> {
  const { profile, recipient, requestId } = wanted
  const reasons = secondPersonReasons(
    { profile, rows: leaving(inStore, profile), people: aim.people },
    await readLimits(db),
  )
  if (requestId === undefined) {
    if (reasons.length > 0) refuse('export-needs-approval', { reasons: reasons.join(' ') })
    return undefined
  }
  const request = found(await findRequest(db, requestId), 'exportRequest')
  must(mayUseApproval(request, { scopeKey: aim.key, profile, recipient, actorId: actor.id, now }))
  return request
}

/** Whether a person has, or waits for, an approval of their own that fits an export; and which one. */
export async function ownApproval(
  db: Db,
  wanted: Pick<ExportAsked, 'scopeKey' | 'profile' | 'recipient'> & { actorId: string; now: number },
): Promise<{ id: string; isHeld: boolean } | undefined> {
  const requests = await db
    .selectFrom('exportRequests')
    .selectAll()
    .where('askedBy', '=', wanted.actorId)
    .where('state', 'in', ['asked', 'approved'])
    .orderBy('askedAt', 'desc')
    .execute()
  const held = requests.find((request) => mayUseApproval(request, wanted).allowed)
  const asked = requests.find(
    ({ state, scopeKey, profile, recipient }) =>
      state === 'asked' && scopeKey === wanted.scopeKey && profile === wanted.profile && recipient === wanted.recipient,
  )
  const found = held ?? asked
  return found && { id: found.id, isHeld: found === held }
}

/** An approval is used up by the export it was for. */
export async function spendRequest(db: Db, id: string): Promise<void> {
  await db.updateTable('exportRequests').set({ state: 'used' }).where('id', '=', id).execute()
}

export const measure: Handler<'exports.measure'> = async (ctx, { scope, profile }) => {
  const { db } = ctx
  const aim = await aimFor(ctx, scope)
  const inStore = await countAll(db, aim)
  const rows = leaving(inStore, profile)
  const { without } = PROFILE_RULES[profile]
  return {
    label: aim.label,
    rows,
    tables: SOURCES.map(({ table }) => ({ table, rows: inStore.get(table) ?? 0, leaves: !without.includes(table) })),
    reasons: secondPersonReasons({ profile, rows, people: aim.people }, await readLimits(db)),
  }
}

export const ask: Handler<'exports.ask'> = async (ctx, { scope, profile, purpose, requester, recipient }) => {
  const { db, actor, now } = ctx
  if (actor.role === 'system') refuse('export-manager-only')
  must(canExport(actor, { purpose, leavesMainland: false }))
  const aim = await aimFor(ctx, scope)
  const rows = leaving(await countAll(db, aim), profile)
  const reasons = secondPersonReasons({ profile, rows, people: aim.people }, await readLimits(db))
  if (reasons.length === 0) refuse('export-needs-nobody')
  const id = ctx.newId()
  const asked = { id, scopeLabel: aim.label, profile, recipient: recipient ?? requester, purpose, rows }
  const undecided = { decidedAt: null, decidedBy: null, decisionNote: null }
  await db
    .insertInto('exportRequests')
    .values({
      ...asked,
      ...undecided,
      scope: JSON.stringify(scope),
      scopeKey: aim.key,
      reasons: reasons.join(' '),
      state: 'asked',
      askedAt: now,
      askedBy: actor.id,
    })
    .execute()
  subjectOf(ctx, scope)
  ctx.note({ request: { ...asked, reasons: reasons.join(' ') } })
  return { id, rows, reasons }
}

export const decide: Handler<'exports.decide'> = async (ctx, { id, isApproved, note }) => {
  const { db, actor, now } = ctx
  const request = found(await findRequest(db, id), 'exportRequest')
  must(canDecideExport(actor.id, request))
  const state = isApproved ? 'approved' : 'refused'
  const decided = { state, decidedAt: now, decidedBy: actor.id, decisionNote: note } as const
  await db.updateTable('exportRequests').set(decided).where('id', '=', id).execute()
  ctx.note({
    before: { state: request.state },
    after: { state },
    profile: request.profile,
    recipient: request.recipient,
  })
  return { state }
}

export const requests: Handler<'exports.requests'> = async ({ db, actor }, { limit }) => {
  const rows = await db
    .selectFrom('exportRequests as request')
    .innerJoin('users as asker', 'asker.id', 'request.askedBy')
    .leftJoin('users as second', 'second.id', 'request.decidedBy')
    .selectAll('request')
    .select(['asker.name as askerName', 'second.name as secondName'])
    .orderBy('request.askedAt', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row): RequestRow => {
    const { id, scopeLabel, profile, recipient, purpose, state, askedAt, decidedAt, decisionNote } = row
    const scope = exportScope.parse(JSON.parse(row.scope))
    const reasons = APPROVAL_REASONS.filter((reason) => row.reasons.split(' ').includes(reason))
    const asked = { askedAt, askedBy: row.askerName, askedByMe: row.askedBy === actor.id }
    const decided = { decidedAt, decidedBy: row.secondName, decisionNote }
    const what = { id, scope, scopeKind: scope.kind, scopeLabel, profile, recipient, purpose, rows: row.rows }
    return { ...what, reasons, state, ...asked, ...decided }
  })
}

function subjectOf(ctx: Ctx, scope: ExportScope): void {
  if (scope.kind === 'member') ctx.subject({ memberId: scope.memberId })
  if (scope.kind === 'case') ctx.subject({ caseId: scope.caseId })
}

async function findRequest(db: Db, id: string) {
  return db.selectFrom('exportRequests').selectAll().where('id', '=', id).executeTakeFirst()
}

async function countAll(db: Db, { reach }: Aim): Promise<Counts> {
  const counts = new Map<string, number>()
  for (const source of SOURCES) counts.set(source.table, await countRows(db, source, reach))
  return counts
}

/** How many of the rows that the store holds leave under a profile. */
export function leaving(inStore: Counts, profile: ExportProfile): number {
  const { without } = PROFILE_RULES[profile]
  return [...inStore].reduce((sum, [table, rows]) => sum + (without.includes(table) ? 0 : rows), 0)
}
