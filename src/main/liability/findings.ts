import { must, refuse } from '../../shared/failure.ts'
import type { CaseId } from '../../shared/ids.ts'
import type { Finding } from '../../shared/liability/model.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import type { StepData } from '../../shared/workflow/model.ts'
import type { CaseEvent } from '../../shared/workflow/words.ts'
import { type CaseFile, expectSeq, openFile, viewerOf } from '../cases/case-file.ts'
import { record } from '../cases/record.ts'
import { mustOfferDesks } from '../classes/offered.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { canWorkOn } from '../rules/case-hand.ts'
import { isPast } from '../rules/case-times.ts'
import { canFinish, canReviewFinding, canTakeFindingStep, checkFinding, type FindingStep } from '../rules/liability.ts'
import { monthAt } from '../rules/zone.ts'
import * as store from './queries.ts'
import { namedShares } from './suppliers.ts'
import { authorsOf, toShare, toView } from './views.ts'

type Calls = FeatureHandlers<'liability'>
type Work = { file: CaseFile; newest: store.FindingRecord | undefined }

/** S2-87: a finding is drafted and drafted again until it is handed in. */
export const draft: Calls['draft'] = async (ctx, { id, expectedSeq, ...said }) => {
  const { file, newest } = await begin(ctx, id, expectedSeq, 'draft')
  must(checkFinding(said))
  const finding = { ...said, shares: await namedShares(ctx, said.shares) }
  const before = newest ? await store.sharesOf(ctx.db, [newest.id]) : []
  await mustOfferDesks(
    ctx.db,
    finding.shares.map(({ department }) => department),
    { path: 'shares', before: before.map(({ department }) => department) },
  )
  const findingId = newest ? await rewrite(ctx, newest, finding) : await write(ctx, id, finding)
  await store.replaceParts(ctx.db, findingId, finding)
  return end(ctx, file, 'drafted', { ...finding, version: newest?.version ?? 1 })
}

/** S2-88: what is handed in waits for a reviewer. */
export const submit: Calls['submit'] = async (ctx, { id, expectedSeq }) => {
  const { file, newest } = await begin(ctx, id, expectedSeq, 'submit')
  if (newest?.party === 'none') refuse('liability-incomplete')
  await change(ctx, newest, { status: 'review', submittedAt: ctx.now, reviewNote: null })
  return end(ctx, file, 'submitted', { version: newest?.version })
}

/** S2-88: the reviewer, who is none of the authors, agrees or gives it back with the reason. */
export const review: Calls['review'] = async (ctx, { id, isAgreed, note, expectedSeq }) => {
  const { file, newest } = await load(ctx, id, expectedSeq)
  must(canTakeFindingStep('review', newest?.status ?? null))
  must(canReviewFinding(viewerOf(ctx), newest ? authorsOf(newest) : []))
  const reviewed = { reviewerId: ctx.actor.id, reviewedAt: ctx.now, reviewNote: note }
  await change(ctx, newest, { ...reviewed, status: isAgreed ? 'reviewed' : 'draft' })
  return end(ctx, file, isAgreed ? 'reviewed' : 'returned', { version: newest?.version, note })
}

/** S2-89: the finding is talked over with the customer, whose opinion stays on record. */
export const opinion: Calls['opinion'] = async (ctx, { id, opinion, text, channel, at, expectedSeq }) => {
  const { file, newest } = await begin(ctx, id, expectedSeq, 'opinion')
  const opinionAt = at ?? ctx.now
  if (!isPast(opinionAt, ctx.now)) refuse('case-time-in-future', { field: 'at' })
  await change(ctx, newest, { opinion, opinionText: text, opinionChannel: channel, opinionAt })
  return end(ctx, file, 'opinion', { version: newest?.version, opinion, text, channel, opinionAt })
}

/** S2-90: final, dated and locked; an older final version gives way to it. */
export const finish: Calls['finish'] = async (ctx, { id, expectedSeq }) => {
  const { file, newest } = await begin(ctx, id, expectedSeq, 'finish')
  must(canFinish({ opinion: newest?.opinion ?? null }))
  await retireFinal(ctx, id)
  await change(ctx, newest, finalNow(ctx))
  const party = newest?.party ?? 'none'
  return end(ctx, file, 'final', { version: newest?.version, party }, ['liabilityFound'], found(party))
}

/** The question of fault does not arise, for a reason that stays on record. */
export const notApplicable: Calls['notApplicable'] = async (ctx, { id, reason, expectedSeq }) => {
  const { file, newest } = await begin(ctx, id, expectedSeq, 'draft')
  const row = { party: 'none', reason, ...finalNow(ctx) } as const
  if (newest) await change(ctx, newest, { ...row, authorIds: withAuthor(ctx, newest) })
  else await store.insertFinding(ctx.db, { ...blank(ctx, id, 1), ...row })
  if (newest) await store.replaceParts(ctx.db, newest.id, { grounds: [], shares: [] })
  await retireFinal(ctx, id, newest?.version ?? 1)
  return end(ctx, file, 'notApplicable', { reason }, ['liabilityFound'], found('none'))
}

/** S2-90: what is final is never edited: a later change is a new version that goes the whole way again. */
export const revise: Calls['revise'] = async (ctx, { id, reason, expectedSeq }) => {
  const { file, newest } = await begin(ctx, id, expectedSeq, 'revise')
  if (!newest) refuse('liability-none')
  const { matter, party, facts, basis, evidence } = newest
  const next = { ...blank(ctx, id, newest.version + 1), matter, party, facts, basis, evidence, reason }
  await store.insertFinding(ctx.db, next)
  const [shares, grounds] = [await store.sharesOf(ctx.db, [newest.id]), await store.groundsOf(ctx.db, [newest.id])]
  const parts = {
    shares: shares.map(toShare),
    grounds: grounds.map(({ ground }) => ground as Finding['grounds'][number]),
  }
  await store.replaceParts(ctx.db, next.id, parts)
  return end(ctx, file, 'revised', { version: next.version, reason })
}

async function load(ctx: Ctx, id: CaseId, expectedSeq: number): Promise<Work> {
  const file = await openFile(ctx, id)
  expectSeq(file, expectedSeq)
  const [newest] = await store.versionsOf(ctx.db, id)
  return { file, newest }
}

/** Loads the case for one of its own people, on a finding that stands where the step wants it. */
async function begin(ctx: Ctx, id: CaseId, expectedSeq: number, step: FindingStep): Promise<Work> {
  const work = await load(ctx, id, expectedSeq)
  const { ownerId, isOpen } = work.file.row
  must(canWorkOn(viewerOf(ctx), { ownerId, isOpen: isOpen === 1 }))
  must(canTakeFindingStep(step, work.newest?.status ?? null))
  return work
}

async function change(ctx: Ctx, row: store.FindingRecord | undefined, to: Partial<store.FindingRecord>): Promise<void> {
  if (!row) refuse('liability-none')
  await store.updateFinding(ctx.db, row.id, to)
}

async function write(ctx: Ctx, caseId: CaseId, { grounds, shares, ...said }: Finding): Promise<string> {
  const row = { ...blank(ctx, caseId, 1), ...said }
  await store.insertFinding(ctx.db, row)
  return row.id
}

async function rewrite(ctx: Ctx, old: store.FindingRecord, { grounds, shares, ...said }: Finding): Promise<string> {
  await store.updateFinding(ctx.db, old.id, { ...said, authorIds: withAuthor(ctx, old) })
  return old.id
}

const withAuthor = (ctx: Ctx, row: store.FindingRecord) =>
  JSON.stringify([...new Set([...authorsOf(row), ctx.actor.id])])

const finalNow = ({ now, actor }: Ctx) =>
  ({ status: 'final', finalAt: now, finalBy: actor.id, month: monthAt(DESK_ZONE, now) }) as const

async function retireFinal(ctx: Ctx, caseId: string, except = 0): Promise<void> {
  for (const { id, status, version } of await store.versionsOf(ctx.db, caseId))
    if (status === 'final' && version !== except) await store.updateFinding(ctx.db, id, { status: 'superseded' })
}

/** What later steps of the case may rely on. */
const found = (party: string): StepData => ({ liabilityParty: party, liabilityFinal: true })

async function end(
  ctx: Ctx,
  file: CaseFile,
  act: string,
  data: Record<string, unknown>,
  emits: readonly CaseEvent[] = [],
  recorded: StepData = {},
) {
  ctx.note({ act })
  return toView(ctx, await record(ctx, file, { kind: 'liability', emits, recorded, data: { act, ...data } }))
}

function blank(ctx: Ctx, caseId: string, version: number): store.FindingRecord {
  return {
    id: ctx.newId(),
    caseId,
    version,
    status: 'draft',
    matter: 'service',
    party: 'none',
    facts: '',
    basis: '',
    evidence: '',
    reason: null,
    authorIds: JSON.stringify([ctx.actor.id]),
    createdAt: ctx.now,
    submittedAt: null,
    reviewerId: null,
    reviewedAt: null,
    reviewNote: null,
    opinion: null,
    opinionText: null,
    opinionChannel: null,
    opinionAt: null,
    finalAt: null,
    finalBy: null,
    month: null,
  }
}
