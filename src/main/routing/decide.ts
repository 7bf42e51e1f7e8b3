import { must } from '../../shared/failure.ts'
import type { RouteCause, RouteOutcome } from '../../shared/routing/words.ts'
import { DAY, DESK_ZONE } from '../../shared/time.ts'
import { type CaseFile, type CaseRecord, recentCases } from '../cases/case-file.ts'
import { record } from '../cases/record.ts'
import { type Ctx, SYSTEM_ACTOR } from '../engine/handler.ts'
import { classByWords } from '../rules/class-words.ts'
import { type Choice, chooseHandler, mayHave } from '../rules/routing-choice.ts'
import { needOf, type RoutingNeed } from '../rules/routing-need.ts'
import { similarityOf } from '../rules/similarity.ts'
import { specialistFor } from '../rules/specialists.ts'
import { dayAt } from '../rules/zone.ts'
import type { Db } from '../store/types.ts'
import { specialistsOf } from '../workflow/proposal.ts'
import { wordsOf } from './classings.ts'
import { insertNotice } from './notice-store.ts'
import { handlersOf, standingSkills } from './people.ts'
import { insertRouting, settleWaiting } from './routing-store.ts'
import { currentRules } from './rule-sets.ts'

/** True for a complaint of a desk that keeps people's skills and lets the program give complaints out. */
export async function isRoutedByDesk(db: Db, { kind }: Pick<CaseRecord, 'kind'>): Promise<boolean> {
  if (kind !== 'complaint') return false
  const { rules } = await currentRules(db)
  return rules.isAutomatic && (await keepsSkills(db, 'complaints'))
}

async function keepsSkills(db: Db, kind: 'complaints' | 'complex'): Promise<boolean> {
  const row = await db
    .selectFrom('skills')
    .select('id')
    .where('kind', '=', kind)
    .where('revokedAt', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export type Decided = { need: RoutingNeed; choice: Choice; outcome: RouteOutcome }

/** S5-17: whose case it should be as things stand, with everybody's reasons; changes nothing. */
export async function decide(ctx: Ctx, row: CaseRecord): Promise<Decided> {
  const { db, now } = ctx
  const { rules } = await currentRules(db)
  const named = specialistFor(await specialistsOf(db), row.category)
  const need = needOf(
    {
      category: row.category,
      severity: row.severity,
      department: named?.department ?? row.department,
      isComplex: row.isComplex === 1,
      isRestricted: row.isRestricted === 1,
      isRepeat: (await repeatedBy(db, row, rules.repeatDays)) !== undefined,
      content: row.content,
    },
    classByWords(rules, wordsOf(row)),
  )
  const choice = chooseHandler({
    need,
    people: await handlersOf(db),
    ownerId: row.ownerId,
    specialistId: named?.specialistId ?? null,
    deputyId: named?.deputyId ?? null,
    now,
  })
  const { ownerId } = choice
  return { need, choice, outcome: ownerId === null ? 'nobody' : ownerId === row.ownerId ? 'kept' : 'assigned' }
}

/** S4-138: the earlier complaint of the same customer about the same matter, if this one repeats it. */
export async function repeatedBy(db: Db, row: CaseRecord, days: number): Promise<CaseRecord | undefined> {
  const earlier = await recentCases(
    db,
    { memberId: row.memberId, digits: row.contactDigits },
    row.receivedAt - days * DAY,
  )
  const about = {
    memberId: row.memberId,
    digits: row.contactDigits,
    flightNo: row.flightNo ?? '',
    flightDay: row.flightDay ?? '',
  }
  return earlier.find((other) => {
    if (other.id === row.id || other.kind !== 'complaint' || other.receivedAt > row.receivedAt) return false
    if (other.receivedAt === row.receivedAt && other.number >= row.number) return false
    const reasons = similarityOf({ ...about, category: row.category }, other)
    return reasons.includes('category') || reasons.includes('flight')
  })
}

/** S5-17 S5-60: decides, writes the decision down with everybody who was weighed, and gives the case over. */
export async function routeCase(ctx: Ctx, file: CaseFile, cause: RouteCause): Promise<CaseFile> {
  const { row } = file
  const { need, choice, outcome } = await decide(ctx, row)
  const toId = outcome === 'assigned' ? choice.ownerId : null
  const { complexities, department } = need
  await insertRouting(ctx.db, {
    id: ctx.newId(),
    caseId: row.id,
    seq: row.lastSeq,
    at: ctx.now,
    ...{ cause, outcome, fromId: row.ownerId, toId, department },
    isComplex: complexities.length > 0 ? 1 : 0,
    settledAt: null,
    body: JSON.stringify({ complexities, language: need.language, candidates: choice.candidates }),
  })
  if (outcome !== 'nobody') await settleWaiting(ctx.db, row.id, ctx.now)
  const saved = await record(
    cause === 'asked' ? ctx : asDesk(ctx),
    file,
    entryOf(row, { need, choice, outcome }, cause),
  )
  if (toId !== null && toId !== ctx.actor.id)
    await insertNotice(ctx, { caseId: row.id, kind: 'assigned', department, personId: toId, text: '' })
  return saved
}

/** What the desk decided by itself stands in the log as its own. */
const asDesk = (ctx: Ctx): Ctx => ({ ...ctx, actor: SYSTEM_ACTOR })

function entryOf(row: CaseRecord, { need, choice, outcome }: Decided, cause: RouteCause): Parameters<typeof record>[2] {
  const { complexities, department } = need
  const isNewlyComplex = complexities.length > 0 && row.isComplex === 0
  const toId = outcome === 'assigned' ? choice.ownerId : null
  const counts = cause !== 'opened' && row.ownerId !== null
  return {
    kind: toId === null ? 'routed' : 'assigned',
    emits: [...(toId === null ? [] : (['assigned'] as const)), ...(isNewlyComplex ? (['complexMarked'] as const) : [])],
    data: {
      ...(toId === null ? {} : { from: row.ownerId, to: toId }),
      reason: '',
      ...{ cause, decided: outcome, complexities, department },
      candidates: choice.candidates
        .slice(0, LOGGED)
        .map(({ name, points, obstacles }) => ({ name, points, obstacles })),
    },
    row: {
      department: department as CaseRecord['department'],
      ...(toId === null ? {} : { ownerId: toId, transfers: row.transfers + (counts ? 1 : 0) }),
      ...(isNewlyComplex ? { isComplex: 1 as const } : {}),
    },
  }
}

/** So many of the people who were weighed stand in the case's own log; all of them in the decision. */
const LOGGED = 5

/** S5-28: refuses to give a complex complaint to somebody without the qualification, once the desk keeps that. */
export async function mustBeQualified(
  ctx: Ctx,
  row: Pick<CaseRecord, 'kind' | 'isComplex'>,
  toId: string,
): Promise<void> {
  if (row.kind !== 'complaint' || row.isComplex === 0 || !(await keepsSkills(ctx.db, 'complex'))) return
  must(mayHave({ kind: row.kind, isComplex: true }, await standingSkills(ctx.db, toId), dayAt(DESK_ZONE, ctx.now)))
}
