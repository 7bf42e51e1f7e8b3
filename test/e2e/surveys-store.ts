import type { CaseId, MemberId } from '../../src/shared/ids.ts'
import { DAY, HOUR } from '../../src/shared/time.ts'
import { closing, complaint, confirmation, reply, type StepForm, visit } from '../cases-fixtures.ts'
import { pastDesk } from './past-desk.ts'

type Desk = Awaited<ReturnType<typeof pastDesk>>

/** A store with demo data: complaints of some weeks, asked about in different ways, and one whose customer is to be called. */
export async function storeWithAnswers(): Promise<{ folder: string; waiting: string }> {
  const desk = await pastDesk(40 * DAY)
  const scores = [
    { satisfactionResult: 5, satisfactionProcess: 4, satisfactionAgent: 5, satisfactionOverall: 5 },
    { satisfactionResult: 4, satisfactionProcess: 3, satisfactionAgent: 4, satisfactionOverall: 4 },
    { satisfactionResult: 3, satisfactionProcess: 5, satisfactionAgent: 5, satisfactionOverall: 4 },
    { satisfactionResult: 5, satisfactionProcess: 5, satisfactionAgent: 5, satisfactionOverall: 5 },
  ]
  for (const [i, given] of scores.entries()) {
    const id = await replied(desk, await member(desk, i))
    await take(desk, id, 'visit', visit(desk.now(), given))
    await take(desk, id, 'close', closing)
    desk.wait(5 * DAY)
  }
  const poor = await replied(desk, await member(desk, 8))
  const said = { satisfactionResult: 2, satisfactionOverall: 3, isSolved: 'partly', surveyText: '等了三天才有人联系我' }
  await take(desk, poor, 'visit', visit(desk.now(), said))
  for (const i of [4, 5, 6]) await unreached(desk, await replied(desk, await member(desk, i)))
  desk.wait(DAY)
  const waiting = await replied(desk, await member(desk, 7))
  const { number } = await desk.call('cases.show', { id: waiting })
  await desk.close()
  return { folder: desk.folder, waiting: number }
}

async function member(desk: Desk, i: number): Promise<MemberId> {
  const name = ['林晓', '陈思', '周远', '吴岚', '郑可', '王悦', '冯川', '褚宁', '卫晴'][i] ?? '沈一'
  const { id } = await desk.call('members.create', {
    ...{ card: `EG10000${i}`, name, gender: 'female', tier: i % 2 === 0 ? 'gold' : 'platinum' },
    ...{ vipReason: '年飞行里程达标', mobile: `+861370000432${i}`, email: `demo${i}@example.com` },
  })
  return id
}

async function replied(desk: Desk, memberId: MemberId): Promise<CaseId> {
  const { id, ownerId } = await desk.call('cases.open', complaint({ memberId, anonymousReason: null }))
  await take(desk, id, 'confirm', confirmation(desk.now()))
  await take(desk, id, 'assign', { ownerId: ownerId ?? '' })
  await take(desk, id, 'accept')
  await take(desk, id, 'reply', reply(desk.now()))
  return id
}

/** Nobody was reached three times, so that the case was closed without the customer's word. */
async function unreached(desk: Desk, id: CaseId): Promise<void> {
  for (let i = 0; i < 3; i++) {
    desk.wait(3 * HOUR)
    await take(desk, id, 'attempt', { contactAt: desk.now(), contactChannel: 'phone' })
  }
  await take(desk, id, 'close', closing)
}

async function take(desk: Desk, id: CaseId, step: string, data: StepForm = {}): Promise<void> {
  const { lastSeq } = await desk.call('cases.pulse', { id })
  await desk.call('cases.advance', { id, step, data, expectedSeq: lastSeq })
}
