import { readRevisit } from '../../shared/cases/planned.ts'
import { DAY, HOUR, MINUTE } from '../../shared/time.ts'
import type { Told } from './case-opening.ts'
import type { Colleague } from './office.ts'
import { habits } from './phrases.ts'
import type { Random } from './random.ts'
import { nextAtDesk } from './rota.ts'
import { turnOf, type World } from './world.ts'

/** The owner of a case notes what to do later, and mostly does it. */
export async function planReminder(world: World, random: Random, told: Told): Promise<void> {
  const { office, timeline } = world
  const dueAt = nextAtDesk(told.owner.place, office.now() + random.between(60, 20 * 60) * MINUTE)
  const { id } = await office.call(told.owner, 'cases.followUp', {
    id: told.id,
    dueAt,
    text: random.pick(habits.followUpTexts),
  })
  told.state = { ...told.state, lastSeq: told.state.lastSeq + 1 }
  if (random.chance(0.85))
    timeline.once(dueAt + random.between(-40, 90) * MINUTE, () => finishReminder(world, told, id))
}

/** Done, unless the case came to its end before and took the reminder with it. */
async function finishReminder({ office }: World, told: Told, followUpId: string): Promise<void> {
  if (!told.state.isOpen) return
  await office.call(told.owner, 'cases.followUpDone', { followUpId, outcome: '已联系责任部门并记录结果。' })
  told.state = { ...told.state, lastSeq: told.state.lastSeq + 1 }
}

/** The answer that was promised for a complex question has been given. */
export async function finishPromises({ office }: World, told: Told, outcome: string): Promise<void> {
  const due = await office.call(told.owner, 'cases.followUps', {
    owner: 'mine',
    dueBy: office.now() + 240 * HOUR,
    limit: 500,
  })
  for (const { id, caseId, kind } of due) {
    if (caseId !== told.id || kind !== 'answer') continue
    await office.call(told.owner, 'cases.followUpDone', { followUpId: id, outcome })
    told.state = { ...told.state, lastSeq: told.state.lastSeq + 1 }
  }
}

/** The visits planned when a complaint was closed, nearly all of them made on their day. */
export async function planVisits(world: World, random: Random, told: Told): Promise<void> {
  const { office, timeline } = world
  const due = await office.call(told.owner, 'cases.followUps', {
    owner: 'mine',
    dueBy: office.now() + 100 * DAY,
    limit: 500,
  })
  for (const { id, caseId, text, dueAt } of due) {
    if (caseId !== told.id || !readRevisit(text) || random.chance(0.04)) continue
    const turn = turnOf(world, told.owner, dueAt - random.between(30, 400) * MINUTE, dueAt)
    const preventionTold = random.chance(0.5)
    timeline.once(turn.at, () => makeVisit(world, told, turn.who, { followUpId: id, preventionTold }))
  }
}

type Visit = { followUpId: string; preventionTold: boolean }

/** A case that was taken up again took its visits with it, and has others when it is closed the next time. */
async function makeVisit({ office }: World, told: Told, who: Colleague, visit: Visit): Promise<void> {
  const isPlanned = await office.read((db) =>
    db
      .selectFrom('followUps')
      .select('id')
      .where('id', '=', visit.followUpId)
      .where('doneAt', 'is', null)
      .executeTakeFirst(),
  )
  if (told.state.isOpen || !isPlanned) return
  const { lastSeq } = await office.call(who, 'cases.revisit', {
    ...{ id: told.id, ...visit, channel: 'phone', outcome: 'solved' },
    ...{ person: told.idea.customer?.name ?? '匿名客户', text: '客户表示问题没有再出现。' },
  })
  told.state = { ...told.state, lastSeq }
}
