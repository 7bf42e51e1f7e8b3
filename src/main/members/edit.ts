import { found, must, Refusal, refuse } from '../../shared/failure.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { MemberChanges } from '../../shared/members/fields.ts'
import { DOCUMENT_TYPES } from '../../shared/members/words.ts'
import type { ChangeReason } from '../../shared/tiers/views.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { canEnterTier, readEntry } from '../rules/member-entry.ts'
import { documentBackwards, mobileBackwards } from '../rules/member-search.ts'
import { nameKeys } from '../rules/names.ts'
import { dayAt } from '../rules/zone.ts'
import type { Row } from '../store/types.ts'
import { findMember } from './queries/file.ts'
import { insertMember, insertTierEntry, isCardTaken, updateMember } from './queries/write.ts'
import { rejectIssues } from './refusals.ts'
import { toBasics } from './rows.ts'

type Calls = Pick<FeatureHandlers<'members'>, 'create' | 'update' | 'verify'>

/** Writing the file itself (S3-27, S3-28). */
export const editing: Calls = {
  create: async (ctx, input) => {
    const { db, now, actor } = ctx
    must(canEnterTier(actor.role, input.tier, input.vipReason))
    const { values, issues } = readEntry(input, {}, dayAt(DESK_ZONE, now))
    rejectIssues(issues)
    if (await isCardTaken(db, values.card)) refuse('card-taken', { card: values.card })
    const id = ctx.newId() as MemberId
    const { card, name, preferences, tier, tierUntil, vipReason, ...fields } = values
    const isVip = tier !== 'none'
    await insertMember(db, {
      ...{ ...fields, id, tier, cardNo: card, ...nameKeys(name), preferences: JSON.stringify(preferences) },
      ...{ mobileBackwards: mobileBackwards(fields.mobile), documentBackwards: documentBackwards(fields.documentNo) },
      ...{
        tierSince: isVip ? now : null,
        tierUntil: isVip ? tierUntil : null,
        vipSince: isVip ? now : null,
        vipReason: vipReason || null,
      },
      ...{ status: 'active', leftOn: null, verifiedAt: null, createdAt: now, updatedAt: now, createdBy: actor.id },
    })
    if (isVip) {
      const reason = JSON.stringify({ kind: 'entry', text: vipReason } satisfies ChangeReason)
      const validUntil = tierUntil
      await insertTierEntry(db, {
        id: ctx.newId(),
        memberId: id,
        runId: null,
        at: now,
        fromTier: 'none',
        toTier: tier,
        change: 'entry',
        reason,
        policyId: null,
        validUntil,
        actorId: actor.id,
      })
    }
    return basicsOf(ctx, id)
  },

  update: async (ctx, { id, updatedAt, changes }) => {
    const row = await load(ctx, id)
    const today = dayAt(DESK_ZONE, ctx.now)
    const { values, issues } = readEntry(changes, { ...row, documentType: documentTypeOf(row) }, today)
    rejectIssues(issues, 'changes')
    const change = columnsOf(values, row, today)
    ctx.note({ before: Object.fromEntries(Object.entries(row).filter(([column]) => column in change)) })
    // Two changes in one millisecond must not look like one.
    return save(ctx, id, updatedAt, { ...change, updatedAt: Math.max(ctx.now, row.updatedAt + 1) })
  },

  verify: async (ctx, { id }) => {
    const row = await load(ctx, id)
    ctx.note({ before: { verifiedAt: row.verifiedAt } })
    return save(ctx, id, row.updatedAt, { verifiedAt: ctx.now, updatedAt: Math.max(ctx.now, row.updatedAt + 1) })
  },
}

async function load(ctx: Ctx, id: MemberId): Promise<Row<'members'>> {
  const row = found(await findMember(ctx.db, id), 'member')
  ctx.subject({ memberId: id })
  return row
}

async function basicsOf(ctx: Ctx, id: MemberId) {
  return toBasics(await load(ctx, id))
}

async function save(ctx: Ctx, id: MemberId, updatedAt: number, change: Partial<Row<'members'>>) {
  const row = await updateMember(ctx.db, id, updatedAt, change)
  if (!row) throw new Refusal({ code: 'CONFLICT', entity: 'member' })
  return toBasics(row)
}

function documentTypeOf(row: Row<'members'>) {
  return DOCUMENT_TYPES.find((type) => type === row.documentType) ?? null
}

/** The changed columns with everything that follows from them. */
function columnsOf(changes: MemberChanges, row: Row<'members'>, today: string): Partial<Row<'members'>> {
  const { name, preferences, status, ...fields } = changes
  const named = Object.entries(fields).filter(([, value]) => value !== undefined)
  const change: Partial<Row<'members'>> = { ...Object.fromEntries(named), ...endsOf(fields) }
  if (name !== undefined) Object.assign(change, nameKeys(name))
  if (preferences !== undefined) change.preferences = JSON.stringify(preferences)
  if (status !== undefined) {
    change.status = status
    change.leftOn = status === 'active' ? null : (fields.leftOn ?? row.leftOn ?? today)
  }
  return change
}

type Numbers = { mobile?: string | null | undefined; documentNo?: string | null | undefined }

function endsOf({ mobile, documentNo }: Numbers): {
  mobileBackwards?: string | null
  documentBackwards?: string | null
} {
  return {
    ...(mobile === undefined ? {} : { mobileBackwards: mobileBackwards(mobile) }),
    ...(documentNo === undefined ? {} : { documentBackwards: documentBackwards(documentNo) }),
  }
}
