import { CARE_OCCASION_NAMES, CHANNEL_OF_CARE } from '../../shared/care/words.ts'
import type { Parsed } from '../../shared/contracts.ts'
import { found, must, refuse } from '../../shared/failure.ts'
import type { Day } from '../../shared/time.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import { membersIn } from '../members/by-tier.ts'
import { mayApproach } from '../messages/approach.ts'
import { allCalendars } from '../policies/queries.ts'
import { birthdayBetween, canPlanRound, purposeOfCare, roundKey } from '../rules/care.ts'
import { canBeAsked } from '../rules/subtask.ts'
import { findUserById } from '../users/queries.ts'
import { newCare } from './plan.ts'
import { insertCare, isPlanned } from './queries.ts'
import { todayOf } from './views.ts'

type Round = Parsed<'care.planRound'>

/** S3-120 S3-121 S3-122: birthdays, a festival or regular contacts of many members at once; again plans nobody twice. */
export const planRound: Handler<'care.planRound'> = async (ctx, round) => {
  const { db } = ctx
  must(canPlanRound(round.from, round.to, todayOf(ctx)))
  if (round.occasion !== 'birthday' && round.name === '') refuse('care-round-name')
  must(canBeAsked(found(await findUserById(db, round.ownerId), 'user')))
  const count = { planned: 0, already: 0, unwelcome: 0 }
  let seen = 0
  for await (const page of membersIn(db, round.tiers)) {
    ctx.signal.throwIfAborted()
    for (const member of page) {
      const dueDay = dayFor(round, member.birthDate)
      if (dueDay !== null) count[await planOne(ctx, round, member.id, dueDay)] += 1
    }
    seen += page.length
    ctx.progress(seen, null)
  }
  ctx.note(count)
  return count
}

function dayFor({ occasion, from, to }: Round, birthDate: Day | null): Day | null {
  if (occasion !== 'birthday') return from
  return birthDate === null ? null : birthdayBetween(birthDate, from, to)
}

async function planOne(ctx: Ctx, round: Round, memberId: string, dueDay: Day) {
  const { occasion, name, kind, ownerId } = round
  const key = roundKey(occasion, name, dueDay, memberId)
  if (await isPlanned(ctx.db, key)) return 'already'
  const purpose = purposeOfCare(occasion, false)
  const verdict = await mayApproach(ctx, { purpose, channel: CHANNEL_OF_CARE[kind], memberId, careId: null })
  if (!verdict.allowed) return 'unwelcome'
  const reason = name === '' ? CARE_OCCASION_NAMES[occasion].zh : name
  const care = newCare(ctx, { memberId, caseId: null, occasion, kind, reason, ownerId, dueDay })
  await insertCare(ctx.db, { ...care, roundKey: key })
  return 'planned'
}

const FESTIVALS_SHOWN = 12

/** S3-121: the festivals to come, each with its first day, as the calendar in use has them. */
export const festivals: Handler<'care.festivals'> = async (ctx) => {
  const today = todayOf(ctx)
  const calendars = await allCalendars(ctx.db)
  const days = Object.values(calendars).flatMap((one) => one.days ?? [])
  const seen = new Set<string>()
  return days
    .filter(({ date, isOffDay }) => isOffDay && date >= today)
    .toSorted((a, b) => a.date.localeCompare(b.date))
    .filter(({ name, date }) => {
      const key = `${name} ${date.slice(0, 4)}`
      return seen.has(key) ? false : seen.add(key)
    })
    .slice(0, FESTIVALS_SHOWN)
    .map(({ date, name }) => ({ day: date, name }))
}
