import { found, must, refuse } from '../../shared/failure.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import { canCloseLeak, canStep } from '../../shared/trust/leak-rules.ts'
import type { LeakStep } from '../../shared/trust/leak-words.ts'
import { takeNumber } from '../cases/case-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { mustBePeople } from '../improvements/propose.ts'
import { dayAt } from '../rules/zone.ts'
import {
  findLeak,
  findMeasure,
  insertLeak,
  insertMeasure,
  insertStep,
  type LeakRecord,
  linkMembers,
  listLeaks,
  measuresOf,
  membersByCards,
  savePerson,
  updateLeak,
  updateMeasure,
} from './leak-queries.ts'
import { closingFactsOf, toLeakView, toLines } from './leak-views.ts'

/** S3-136: anybody reports; a manager assesses, contains, tells whom the law names, sets measures and closes. */
export const leaks: FeatureHandlers<'leaks'> = {
  report: async (ctx, { way, what, foundAt }) => {
    if (foundAt > ctx.now) refuse('leak-future')
    const id = ctx.newId()
    const year = dayAt(DESK_ZONE, ctx.now).slice(0, 4)
    const number = `XM-${year}-${String(await takeNumber(ctx.db, 'leak', year)).padStart(4, '0')}`
    const said = { id, number, way, what, foundAt, reportedBy: ctx.actor.id, reportedAt: ctx.now }
    const row: LeakRecord = { ...UNKNOWN, ...said, state: 'reported' }
    await insertLeak(ctx.db, row)
    await log(ctx, id, 'reported', what)
    ctx.note({ number })
    const [line] = await toLines(ctx, [row])
    return found(line, 'leak')
  },

  list: async (ctx, { isOpenOnly }) =>
    toLines(ctx, await listLeaks(ctx.db, ctx.actor.role === 'manager' ? null : ctx.actor.id, isOpenOnly)),

  show: (ctx, { id }) => toLeakView(ctx, id),

  assess: async (ctx, { id, isPersonal, ...found }) => {
    await load(ctx, id, 'assess')
    await mustBePeople(ctx, [found.responsibleId])
    return step(ctx, id, 'assessed', `${found.cause}\n${found.harm}`, {
      ...{ ...found, isPersonal: isPersonal ? 1 : 0, state: 'assessed' },
    })
  },

  dismiss: async (ctx, { id, reason }) => {
    await load(ctx, id, 'assess')
    return step(ctx, id, 'unfounded', reason, { state: 'unfounded' })
  },

  contain: async (ctx, { id, text }) => {
    await load(ctx, id, 'contain')
    return step(ctx, id, 'contained', text, { state: 'contained', containment: text, containedAt: ctx.now })
  },

  linkMembers: async (ctx, { id, cardNos }) => {
    await load(ctx, id, 'work')
    const cards = [...new Set(cardNos)]
    const members = await membersByCards(ctx.db, cards)
    const known = new Set(members.map(({ cardNo }) => cardNo))
    const unknown = cards.filter((card) => !known.has(card))
    if (unknown.length > 0) refuse('leak-unknown-cards', { count: unknown.length, card: unknown[0] ?? '' })
    const ids = members.map((member) => member.id)
    await linkMembers(ctx.db, id, ids)
    ctx.note({ memberIds: ids })
    return step(ctx, id, 'linked', String(ids.length), {})
  },

  linkPerson: async (ctx, { id, userId, handling }) => {
    await load(ctx, id, 'work')
    await savePerson(ctx.db, { leakId: id, userId, handling })
    return step(ctx, id, 'person', handling, {})
  },

  /** PIPL art. 57: without delay, to the authority that watches over personal data. */
  tellAuthority: async (ctx, { id, authority, at, text }) => {
    const row = await load(ctx, id, 'notify')
    mustBeBetween(ctx, row, at)
    return step(ctx, id, 'authority', [authority, text].filter((part) => part !== '').join('\n'), {
      ...{ authority, authorityAt: at },
    })
  },

  /** PIPL art. 57: the persons are told what leaked and what they can do, unless measures averted the harm. */
  tellMembers: async (ctx, { id, told, at, text }) => {
    const row = await load(ctx, id, 'notify')
    mustBeBetween(ctx, row, at)
    if (told === 'notNeeded' && row.state !== 'contained') refuse('leak-not-averted')
    return step(ctx, id, 'members', text, { told, membersAt: at })
  },

  addMeasure: async (ctx, { id, text, responsibleId, dueDay }) => {
    await load(ctx, id, 'work')
    await mustBePeople(ctx, [responsibleId])
    if (dueDay < dayAt(DESK_ZONE, ctx.now)) refuse('leak-past-day')
    const measure = { leakId: id, text, responsibleId, dueDay, doneAt: null, result: null }
    await insertMeasure(ctx.db, { ...measure, id: ctx.newId() })
    return step(ctx, id, 'measure', text, {})
  },

  finishMeasure: async (ctx, { measureId, result }) => {
    const measure = found(await findMeasure(ctx.db, measureId), 'leakMeasure')
    await load(ctx, measure.leakId, 'work')
    if (measure.doneAt !== null) refuse('leak-measure-done')
    await updateMeasure(ctx.db, measureId, { doneAt: ctx.now, result })
    return step(ctx, measure.leakId, 'measureDone', result, {})
  },

  close: async (ctx, { id, text }) => {
    const row = found(await findLeak(ctx.db, id), 'leak')
    must(canCloseLeak(closingFactsOf(row, await measuresOf(ctx.db, id))))
    return step(ctx, id, 'closed', text, { state: 'closed' })
  },
}

const UNKNOWN = {
  ...{ grade: null, isPersonal: null, info: null, cause: null, harm: null, affected: null, responsibleId: null },
  ...{ containment: null, containedAt: null, authority: null, authorityAt: null, told: null, membersAt: null },
}

/** A report that may take this step. */
async function load(ctx: Ctx, id: string, name: Parameters<typeof canStep>[1]): Promise<LeakRecord> {
  const row = found(await findLeak(ctx.db, id), 'leak')
  must(canStep(row.state, name))
  return row
}

function mustBeBetween(ctx: Ctx, row: LeakRecord, at: number): void {
  if (at > ctx.now || at < row.foundAt) refuse('leak-told-when')
}

async function step(ctx: Ctx, id: string, name: LeakStep, text: string, change: Partial<LeakRecord>) {
  if (Object.keys(change).length > 0) await updateLeak(ctx.db, id, change)
  await log(ctx, id, name, text)
  return toLeakView(ctx, id)
}

async function log(ctx: Ctx, leakId: string, name: LeakStep, text: string): Promise<void> {
  await insertStep(ctx.db, { id: ctx.newId(), leakId, at: ctx.now, actorId: ctx.actor.id, step: name, text })
}
