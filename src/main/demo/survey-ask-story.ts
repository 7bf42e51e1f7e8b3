import type { CallId } from '../../shared/ids.ts'
import { HOUR, MINUTE } from '../../shared/time.ts'
import { colleague } from './office.ts'
import type { Random } from './random.ts'
import { closedComplaints, officeTime } from './surroundings.ts'
import type { Story } from './timeline.ts'
import type { World } from './world.ts'

/** So many callers are asked how they were served, and so many customers write unasked that they are not content. */
const CALLERS = 8
const UNCONTENT = [
  '处理结果可以接受，但等了三天才有人回电。',
  '赔付到账了，但前后打了五次电话，每次都要重新说一遍。',
  '道歉的话说得很好，可是没有人告诉我以后怎么避免。',
] as const

/** S1-52 S4-18: satisfaction with the service in general, and late words about complaints that wait for a decision. */
export function planSurveys(world: World, random: Random): void {
  world.timeline.begin(officeTime(world, 2), askCallers(world, random))
  for (const [place, text] of UNCONTENT.entries())
    world.timeline.once(officeTime(world, 1) + place * 40 * MINUTE, () => hearLate(world, place, text))
}

async function* askCallers(world: World, random: Random): Story {
  const { office } = world
  const { leads, manager } = office.staff
  const lead = leads[0] ?? manager
  for (const { id } of await lastCalls(world)) {
    yield office.now() + 12 * MINUTE
    const invitation = await office.call(lead, 'surveys.invite', { about: { kind: 'call', callId: id } })
    const values = {
      overall: random.between(3, 5),
      agent: random.between(4, 5),
      nps: random.between(6, 10),
      effort: random.between(4, 7),
      comment: random.pick(['接得很快', '解释清楚', '希望少转接一次', '满意']),
    }
    await office.call(lead, 'surveys.answer', { invitationId: invitation.id, values })
  }
}

/** Answered calls of members who did not refuse to be asked, the newest first and one for each member. */
async function lastCalls({ office }: World): Promise<{ id: CallId }[]> {
  const rows = await office.read((db) =>
    db
      .selectFrom('calls')
      .select(['id', 'memberId'])
      .where('state', '=', 'done')
      .where('direction', '=', 'inbound')
      .where('answeredAt', 'is not', null)
      .where('memberId', 'is not', null)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('consents')
              .select('consents.id')
              .whereRef('consents.memberId', '=', 'calls.memberId')
              .where('consents.purpose', '=', 'survey')
              .where('consents.given', '=', 0),
          ),
        ),
      )
      .where('endedAt', '<', office.now() - HOUR)
      .orderBy('endedAt', 'desc')
      .orderBy('id')
      .limit(4 * CALLERS)
      .execute(),
  )
  const isFirst = (row: { memberId: string | null }, i: number) =>
    rows.findIndex(({ memberId }) => memberId === row.memberId) === i
  return rows
    .filter(isFirst)
    .slice(0, CALLERS)
    .map(({ id }) => ({ id: id as CallId }))
}

/** A customer whose complaint was closed writes what was not good; about the first of them it is decided what is done. */
async function hearLate(world: World, place: number, comment: string): Promise<void> {
  const { office } = world
  const matter = (await closedComplaints(world))[place]
  if (!matter) return
  const owner = colleague(office.staff, matter.ownerId)
  const about = { kind: 'case', caseId: matter.id } as const
  const { id } = await office.call(owner, 'surveys.invite', { about, channel: 'email', isUnasked: true })
  const values = { solved: 'partly', result: 3, process: 2, agent: 4, overall: 2, comment }
  const { answerId } = await office.call(owner, 'surveys.answer', { invitationId: id, values })
  if (place > 0) return
  const note = '回电时限已列入改进清单'
  await office.call(office.staff.manager, 'surveys.decide', { answerId, decision: 'improvement', note })
}
