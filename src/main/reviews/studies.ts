import { SEVERITY_NAMES } from '../../shared/cases/words.ts'
import { found, must, Refusal, refuse } from '../../shared/failure.ts'
import type { CaseId } from '../../shared/ids.ts'
import type { StudyRow, StudyView } from '../../shared/reviews/studies.ts'
import { MEMBER_TIER_NAMES, type MemberTier } from '../../shared/tiers/model.ts'
import { type CaseFile, namesOf, openFile } from '../cases/case-file.ts'
import { categoryName } from '../classes/offered.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import { canRelease, canStudy, type Identity, studyText, suspectsIn, withoutPeople } from '../rules/review-study.ts'
import { stateOf } from '../rules/workflow.ts'
import { findStudy, insertStudy, listStudies, type StudyRecord, staffNames, updateStudy } from './study-queries.ts'
import { identityOfMember } from './subject-queries.ts'

export const studies: Handler<'reviews.studies'> = async (ctx, { states }) => {
  const records = await listStudies(ctx.db, ctx.actor.role === 'agent' ? ['released'] : states)
  return records.map(toRow)
}

export const study: Handler<'reviews.study'> = async (ctx, { id }) => toView(ctx, await load(ctx, id))

/** S2-139: a case is picked out with the reason, and the program takes out whatever points to a person. */
export const pickStudy: Handler<'reviews.pickStudy'> = async (ctx, { caseId, title, reason, lessons }) => {
  const file = await openFile(ctx, caseId)
  const { row } = file
  must(canStudy({ isRestricted: row.isRestricted === 1, isOpen: row.isOpen === 1 }))
  const identity = await identityOf(ctx, file)
  const record: StudyRecord = {
    id: ctx.newId(),
    caseId,
    title: withoutPeople(title, identity),
    state: 'draft',
    category: row.category,
    reason,
    text: await extractOf(ctx, file, identity),
    lessons: withoutPeople(lessons, identity),
    ...{ pickedAt: ctx.now, pickedBy: ctx.actor.id, releasedAt: null, releasedBy: null, withdrawnReason: null },
  }
  await insertStudy(ctx.db, record)
  return toView(ctx, record)
}

export const editStudy: Handler<'reviews.editStudy'> = async (ctx, { id, title, text, lessons }) => {
  const record = await load(ctx, id)
  if (record.state !== 'draft') refuse('study-not-draft')
  await updateStudy(ctx.db, id, { title, text, lessons })
  return toView(ctx, { ...record, title, text, lessons })
}

/** S2-139: released by a second person, who says to have read it; the program looks once more. */
export const releaseStudy: Handler<'reviews.releaseStudy'> = async (ctx, { id }) => {
  const record = await load(ctx, id)
  must(canRelease(ctx.actor, record, await suspectsOf(ctx, record)))
  const released = { state: 'released', releasedAt: ctx.now, releasedBy: ctx.actor.id } as const
  await updateStudy(ctx.db, id, released)
  return toView(ctx, { ...record, ...released })
}

export const withdrawStudy: Handler<'reviews.withdrawStudy'> = async (ctx, { id, reason }) => {
  const record = await load(ctx, id)
  if (record.state === 'withdrawn') refuse('study-withdrawn')
  const withdrawn = { state: 'withdrawn', withdrawnReason: reason } as const
  await updateStudy(ctx.db, id, withdrawn)
  return toView(ctx, { ...record, ...withdrawn })
}

/** Agents read what is released; anything else is as good as missing for them. */
async function load(ctx: Ctx, id: string): Promise<StudyRecord> {
  const record = found(await findStudy(ctx.db, id), 'study')
  if (ctx.actor.role === 'agent' && record.state !== 'released')
    throw new Refusal({ code: 'NOT_FOUND', entity: 'study' })
  return record
}

/** Every name and number by which somebody of the case could be known. */
async function identityOf(ctx: Ctx, { row }: CaseFile): Promise<Identity> {
  const member = row.memberId === null ? undefined : await identityOfMember(ctx.db, row.memberId)
  const numbers = [row.contactPhone, row.contactDigits, row.number, row.ticketNo, row.pnr, row.baggageTag, row.flightNo]
  const known = [member?.cardNo, member?.mobile, member?.email, member?.wechat]
  return {
    people: [row.contactName, member?.name ?? ''].filter((name) => name !== ''),
    numbers: [...numbers, ...known].flatMap((value) => value ?? []),
    staff: [...(await staffNames(ctx.db)), row.staffConcerned ?? ''].filter((name) => name !== ''),
  }
}

async function extractOf(ctx: Ctx, file: CaseFile, identity: Identity): Promise<string> {
  const { row, events, recorded, workflow } = file
  const channel = await ctx.db
    .selectFrom('channels')
    .select('nameZh')
    .where('code', '=', row.channel)
    .executeTakeFirst()
  const trail = events.flatMap(({ at, fromState, toState }) => {
    const name = toState === null || toState === fromState ? undefined : stateOf(workflow, toState)?.name.zh
    return name === undefined ? [] : [{ at, name }]
  })
  const { content, reason, demand, receivedAt } = row
  return studyText(
    {
      ...{ content, reason, demand, receivedAt, recorded, trail },
      category: (await categoryName(ctx.db, row.category)).zh,
      tier: MEMBER_TIER_NAMES[row.tierAtOpening as MemberTier].zh,
      severity: SEVERITY_NAMES[row.severity].zh,
      channel: channel?.nameZh ?? row.channel,
    },
    identity,
  )
}

async function suspectsOf(ctx: Ctx, { caseId, title, text, lessons }: StudyRecord): Promise<string[]> {
  const identity = await identityOf(ctx, await openFile(ctx, caseId as CaseId))
  return suspectsIn([title, text, lessons].join('\n'), identity)
}

function toRow({ id, title, state, category, pickedAt, releasedAt }: StudyRecord): StudyRow {
  return { id, title, state, category, pickedAt, releasedAt }
}

async function toView(ctx: Ctx, record: StudyRecord): Promise<StudyView> {
  const isAgent = ctx.actor.role === 'agent'
  const names = await namesOf(ctx.db, [record.pickedBy, record.releasedBy])
  const source = await ctx.db.selectFrom('cases').select('number').where('id', '=', record.caseId).executeTakeFirst()
  const suspects = isAgent || record.state !== 'draft' ? [] : await suspectsOf(ctx, record)
  return {
    ...toRow(record),
    text: record.text,
    lessons: record.lessons,
    reason: isAgent ? null : record.reason,
    caseId: isAgent ? null : (record.caseId as CaseId),
    caseNumber: isAgent ? null : (source?.number ?? null),
    pickedByName: isAgent ? null : (names.get(record.pickedBy) ?? ''),
    releasedByName: isAgent || record.releasedBy === null ? null : (names.get(record.releasedBy) ?? ''),
    withdrawnReason: isAgent ? null : record.withdrawnReason,
    suspects,
    mayRelease: !isAgent && record.state === 'draft' && record.pickedBy !== ctx.actor.id,
  }
}
