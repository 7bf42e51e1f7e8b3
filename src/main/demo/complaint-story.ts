import { DAY, HOUR, MINUTE } from '../../shared/time.ts'
import type { Told } from './case-opening.ts'
import { after, answerChannel, isLeft, jot, phrase, speak, take, within } from './case-steps.ts'
import { planReminder, planVisits } from './follow-up-story.ts'
import { sendAcknowledgement, writeResult } from './message-story.ts'
import type { Colleague } from './office.ts'
import { type ComplaintTexts, habits } from './phrases.ts'
import type { Random } from './random.ts'
import { isGrave, remedy } from './remedy-story.ts'
import { nextInOffice } from './rota.ts'
import { assigner, correctClass } from './skills-story.ts'
import { decidePoor } from './survey-story.ts'
import type { Story } from './timeline.ts'
import type { World } from './world.ts'

/** A complaint from its registration to its end, or to the state in which it is to be left. */
export async function* tellComplaint(world: World, random: Random, told: Told, texts: ComplaintTexts): Story {
  const { idea } = told
  if (isLeft(told)) return
  if (idea.turn === 'rejected' || idea.turn === 'merged') {
    yield* endByLead(world, random, told)
    if (isLeft(told)) return
  }
  if (!idea.isAcknowledged) {
    const turn = within(world, random, told, ['respond'], [0.2, 0.8])
    yield turn.at
    await sendAcknowledgement(world, told, turn.who)
    await speak(world, random, told, turn.who, '已收到您的投诉，编号已发送，我们会尽快核实。')
  }
  yield* confirm(world, random, told)
  if (isLeft(told)) return
  if (idea.turn === 'withdrawn') {
    const turn = after(world, random, told, [20 * MINUTE, 5 * HOUR])
    yield turn.at
    return take(world, told, turn.who, 'withdraw', { withdrawStatement: random.pick(habits.withdrawals) })
  }
  yield* handOver(world, random, told)
  if (isLeft(told)) return
  yield* investigate(world, random, told)
  if (isLeft(told)) return
  yield* reply(world, random, told, texts)
  if (isLeft(told)) return
  if (idea.turn === 'notSolved') {
    const turn = after(world, random, told, [HOUR, 20 * HOUR])
    yield turn.at
    await take(world, told, turn.who, 'notSolved', { reopenReason: random.pick(habits.notSolved) })
    yield* reply(world, random, told, texts)
  }
  yield* close(world, random, told)
  if (idea.turn !== 'reopened') return
  yield nextInOffice(world.office.now() + random.between(20, 60) * HOUR)
  // A closed complaint may have been written on by others meanwhile.
  told.state = await world.office.call(leadOf(world), 'cases.show', { id: told.id })
  await take(world, told, leadOf(world), 'reopen', { reopenReason: random.pick(habits.reopened) })
  yield* reply(world, random, told, texts)
  yield* close(world, random, told)
}

function leadOf({ office }: World): Colleague {
  return office.staff.leads[0] ?? office.staff.manager
}

/** A lead turns a complaint away or puts it together with the one that was there before. */
async function* endByLead(world: World, random: Random, told: Told): Story {
  const { office } = world
  yield nextInOffice(office.now() + random.between(10, 50) * MINUTE)
  if (told.idea.turn === 'rejected') {
    const data = { rejectReason: 'outOfScope', resultFeedback: random.pick(habits.refusals), feedbackAt: office.now() }
    return take(world, told, leadOf(world), 'reject', data)
  }
  const target = world.complaints.find(
    ({ id, idea }) =>
      id !== told.id && idea.customer?.id === told.idea.customer?.id && idea.receivedAt <= told.idea.receivedAt,
  )
  if (!target) return
  await take(world, told, leadOf(world), 'merge', { mergedInto: target.number })
  // The other case has been told.
  target.state = { ...target.state, lastSeq: target.state.lastSeq + 1 }
}

async function* confirm(world: World, random: Random, told: Told): Story {
  const { office } = world
  const turn = within(world, random, told, ['confirm'], [0.15, 0.8])
  yield turn.at
  await take(world, told, turn.who, 'confirm', {
    contactPerson: told.idea.customer?.name ?? '匿名客户',
    contactAt: office.now(),
    contactChannel: 'phone',
    confirmedFacts: random.pick([
      '与客户核对时间、航班和经过，与登记一致。',
      '客户补充了当时在场的工作人员特征。',
      '更正了客户的联系时间，其余与登记一致。',
    ]),
    processExplained: true,
    expectedAt: office.now() + random.between(20, 60) * HOUR,
    apologyGiven: true,
  })
  if (!isLeft(told)) await correctClass(world, told, turn.who)
}

async function* handOver(world: World, random: Random, told: Told): Story {
  const first = after(world, random, told, [3 * MINUTE, 40 * MINUTE])
  yield first.at
  await take(world, told, assigner(world, first.who), 'assign', { ownerId: told.owner.id })
  if (isLeft(told)) return
  const next = within(world, random, told, ['ownerAccept'], [0.1, 0.8])
  yield next.at
  await take(world, told, told.owner, 'accept')
}

async function* investigate(world: World, random: Random, told: Told): Story {
  const { idea } = told
  if (random.chance(0.4) || idea.stopAt) await planReminder(world, random, told)
  if (random.chance(0.7)) {
    const turn = after(world, random, told, [20 * MINUTE, 5 * HOUR])
    yield turn.at
    await jot(world, random, told, turn.who)
  }
  if (idea.stopAt === 'waitingPartner') return askPartner(world, told)
  if (idea.stopAt === 'external') return appeal(world, told)
  if (idea.turn !== 'waits' && idea.stopAt !== 'waitingCustomer') return
  const turn = after(world, random, told, [20 * MINUTE, 3 * HOUR])
  yield turn.at
  const chaseAt = world.office.now() + random.between(20, 48) * HOUR
  await take(world, told, turn.who, 'wait', {
    askedFor: random.pick(habits.askedFor),
    howToSubmit: '回复邮件或在应用内上传',
    chaseAt,
  })
  if (isLeft(told)) return
  const back = after(world, random, told, [2 * HOUR, 26 * HOUR])
  yield back.at
  await take(world, told, back.who, 'resume', { customerAnswer: random.pick(habits.customerAnswers) })
}

async function askPartner(world: World, told: Told): Promise<void> {
  const data = { partnerName: '机场地面服务公司', partnerAsk: '请提供当日现场处置记录' }
  await take(world, told, told.owner, 'waitPartner', { ...data, partnerDueAt: world.office.now() + 2 * DAY })
}

async function appeal(world: World, told: Told): Promise<void> {
  const data = { appealAuthority: 'caac12326', appealNumber: '12326-20260087', appealClaim: '要求书面答复' }
  await take(world, told, told.owner, 'appeal', { ...data, appealedAt: world.office.now() })
}

async function* reply(world: World, random: Random, told: Told, texts: ComplaintTexts): Story {
  const { idea } = told
  const withPlan = isGrave(told)
  const findings = () => ({
    causeText: phrase(told, random, texts.cause),
    measures: phrase(told, random, texts.measures),
  })
  if (withPlan) {
    yield* remedy(world, random, told, texts)
    if (isLeft(told)) return
  } else if (random.chance(0.35)) {
    const turn = within(world, random, told, ['resolve'], [0.2, 0.6])
    yield turn.at
    await take(world, told, turn.who, 'finish', findings())
  }
  const turn = within(world, random, told, ['resolve', 'reply'], withPlan ? [0.05, 0.3] : [0.35, 0.85])
  yield turn.at
  await take(world, told, turn.who, withPlan ? 'replyExecuted' : 'reply', {
    ...findings(),
    ...(withPlan ? {} : { simpleReason: random.pick(['explained', 'apologised', 'informed', 'serviceGiven']) }),
    prevention: phrase(told, random, texts.prevention),
    resultFeedback: phrase(told, random, texts.feedback),
    feedbackAt: world.office.now(),
    feedbackChannel: answerChannel(idea.channel),
  })
  await writeResult(world, random, told, turn.who)
}

async function* close(world: World, random: Random, told: Told): Story {
  const { office } = world
  const turn = within(world, random, told, ['followUp'], [0.1, 0.8])
  yield turn.at
  if (random.chance(0.06)) yield* missCustomer(world, random, told)
  else await askCustomer(world, random, told, turn.who)
  if (isLeft(told)) return
  yield nextInOffice(office.now() + random.between(10, 300) * MINUTE)
  const [improvement, improvementNote] = random.weighted([
    [['noneNeeded', '个案，现有流程已覆盖'], 55],
    [['process', '已调整现场通报流程'], 25],
    [['training', '纳入下月客服培训'], 20],
  ] as const)
  const closingSummary = random.pick(habits.closing)
  await decidePoor(world, random, told)
  await take(world, told, office.staff.manager, 'close', { closingSummary, improvement, improvementNote })
  await planVisits(world, random, told)
}

async function askCustomer(world: World, random: Random, told: Told, who: Colleague): Promise<void> {
  const score = () =>
    random.weighted([
      [5, 52],
      [4, 33],
      [3, 12],
      [2, 3],
    ] as const)
  await take(world, told, who, 'visit', {
    contactPerson: told.idea.customer?.name ?? '匿名客户',
    contactAt: world.office.now(),
    contactChannel: 'phone',
    isSolved: random.chance(0.94) ? 'yes' : 'partly',
    satisfactionResult: score(),
    satisfactionProcess: score(),
    satisfactionAgent: random.weighted([
      [5, 65],
      [4, 28],
      [3, 7],
    ] as const),
    satisfactionOverall: score(),
    preventionTold: random.chance(0.6),
  })
}

/** Three times nobody was reached, at different times of the day. */
async function* missCustomer(world: World, random: Random, told: Told): Story {
  for (const hours of [0, 3, 5]) {
    yield world.office.now() + hours * HOUR
    const data = {
      contactAt: world.office.now(),
      contactChannel: 'phone',
      attemptNote: random.pick(habits.unreachable),
    }
    await take(world, told, told.owner, 'attempt', data)
  }
}
