import { found, refuse } from '../../shared/failure.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { RetentionRules } from '../../shared/retention/schedule.ts'
import { type Day, DESK_ZONE } from '../../shared/time.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { presentSchedule } from '../retention/schedule-store.ts'
import { keptUntil, monthsOf } from '../rules/retention.ts'
import { erasureStep } from '../rules/rights.ts'
import { dayAt } from '../rules/zone.ts'
import { insertDisposals } from './disposals.ts'
import { eraseCalls, eraseCases, eraseContacts, eraseMember, eraseRequests } from './erase.ts'
import { loadFulfillable, settle } from './fulfil.ts'
import { countHolds, mattersOf, type RequestRow, sealedOf } from './queries.ts'
import { REPORT_WORDS } from './report-words.ts'
import { openSealed, sealMember } from './seal.ts'
import { requestView } from './views.ts'

type Calls = Pick<FeatureHandlers<'rights'>, 'erase' | 'unlock'>

type Matters = Awaited<ReturnType<typeof mattersOf>>

/** Deletion: at once, or by a lock while a legal period still runs (PIPL 47). */
export const erasing: Calls = {
  erase: async (ctx, { id, answer }) => {
    const row = await loadFulfillable(ctx, id, 'erase')
    const { db, now } = ctx
    const sealed = await sealedOf(db, row.memberId)
    if (sealed) refuse('rights-locked', { day: sealed.untilDay })
    const matters = await mattersOf(db, row.memberId)
    const kept = keptDays(matters, (await presentSchedule(db)).rules)
    const step = erasureStep({
      openCases: matters.cases.filter(({ isOpen }) => isOpen === 1).length + matters.openTrips,
      holds: await countHolds(db, row.memberId),
      keepUntil: kept.map(({ day }) => day),
      today: dayAt(DESK_ZONE, now),
    })
    if (step.step === 'wait') refuse(step.rule, { count: step.count })
    ctx.progress(1, 3)
    return step.step === 'lock'
      ? lock(ctx, row, answer, matters, { untilDay: step.untilDay, kept })
      : erase(ctx, row, answer, matters)
  },

  unlock: async (ctx, { memberId }) => {
    ctx.subject({ memberId })
    const file = found(await openSealed(ctx, memberId), 'sealedFile')
    const [zh, en] = [REPORT_WORDS['zh-CN'].own, REPORT_WORDS.en.own]
    const fields = Object.entries(zh).map(([column, name]) => ({
      name: { zh: name, en: en[column] ?? column },
      value: String(file[column] ?? ''),
    }))
    return { fields: fields.filter(({ value }) => value !== '') }
  },
}

type Kept = { number: string; day: Day }

/** Until when each matter of a member must be kept. */
function keptDays({ cases, calls }: Matters, rules: RetentionRules): Kept[] {
  return [
    ...cases.map(({ number, kind, closedAt, receivedAt }) => ({
      number,
      day: keptUntil(
        dayAt(DESK_ZONE, closedAt ?? receivedAt),
        monthsOf(rules, kind === 'complaint' ? 'complaint' : 'matter'),
      ),
    })),
    ...calls.map(({ startedAt }) => ({
      number: '',
      day: keptUntil(dayAt(DESK_ZONE, startedAt), monthsOf(rules, 'call')),
    })),
  ]
}

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)

async function lock(
  ctx: Ctx,
  row: RequestRow,
  answer: string,
  { cases, calls }: Matters,
  { untilDay, kept }: { untilDay: Day; kept: readonly Kept[] },
) {
  const { db, now } = ctx
  const today = dayAt(DESK_ZONE, now)
  const grounds = [...new Set(kept.filter(({ day }) => day > today).map(({ number }) => number))].filter(Boolean)
  const { memberId, id: requestId } = row
  await sealMember(ctx, { memberId, requestId, untilDay, grounds }, idsOf(cases), idsOf(calls))
  ctx.progress(2, 3)
  await eraseMember(db, memberId, now)
  await eraseContacts(db, idsOf(cases), idsOf(calls))
  ctx.progress(3, 3)
  ctx.note({ locked: { untilDay, cases: cases.length, calls: calls.length } })
  return settle(ctx, requestId, answer, { untilDay, grounds, records: cases.length + calls.length }, 'locked')
}

async function erase(ctx: Ctx, row: RequestRow, answer: string, { cases, calls }: Matters) {
  const { db, now } = ctx
  await eraseCases(db, idsOf(cases))
  await eraseCalls(db, idsOf(calls))
  ctx.progress(2, 3)
  await eraseMember(db, row.memberId as MemberId, now)
  const noted = { at: now, runId: null, requestId: row.id }
  await insertDisposals(db, { kind: 'case', ids: idsOf(cases), ...noted })
  await insertDisposals(db, { kind: 'call', ids: idsOf(calls), ...noted })
  await insertDisposals(db, { kind: 'member', ids: [row.memberId], ...noted })
  const records = cases.length + calls.length + 1
  ctx.note({ erased: { cases: cases.length, calls: calls.length } })
  await settle(ctx, row.id, answer, { records })
  await eraseRequests(db, row.memberId)
  return requestView(ctx, row.id)
}
