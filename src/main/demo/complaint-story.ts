import { DAY, HOUR, MINUTE } from '../../shared/time.ts'
import type { Told } from './case-opening.ts'
import { after, answerChannel, isLeft, jot, phrase, speak, take, within } from './case-steps.ts'
import { planReminder } from './follow-up-story.ts'
import type { Colleague } from './office.ts'
import { type ComplaintTexts, habits } from './phrases.ts'
import type { Random } from './random.ts'
import { nextInOffice } from './rota.ts'
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
    await speak(world, random, told, turn.who, '已收到您的投诉，编号已发送，我们会尽快核实。')
  }
  yield* confirm(world, random, told)
  if (isLeft(told)) return
  if (idea.turn === 'withdrawn') {
    const turn = after(world, random, told, [20 * MINUTE, 5 * HOUR])
    yield turn.at
    return take(world, told, turn.who, 'withdrawConfirmed', { withdrawStatement: random.pick(habits.withdrawals) })
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
    (other) => other.id !== told.id && other.idea.customer?.id === told.idea.customer?.id,
  )
  if (!target) return
  await take(world, told, leadOf(world), 'mergeRegistered', { mergedInto: target.number })
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
}

async function* handOver(world: World, random: Random, told: Told): Story {
  const first = after(world, random, told, [3 * MINUTE, 40 * MINUTE])
  yield first.at
  await take(world, told, first.who, 'assign', { ownerId: told.owner.id })
  if (isLeft(told)) return
  const next = after(world, random, told, [5 * MINUTE, 90 * MINUTE])
  yield next.at
  await take(world, told, next.who, 'accept')
}

async function* investigate(world: World, random: Random, told: Told): Story {
  const { idea } = told
  if (random.chance(0.4) || idea.stopAt) await planReminder(world, random, told)
  if (random.chance(0.7)) {
    const turn = after(world, random, told, [20 * MINUTE, 5 * HOUR])
    yield turn.at
    await jot(world, random, told, turn.who)
  }
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

async function* reply(world: World, random: Random, told: Told, texts: ComplaintTexts): Story {
  const { idea } = told
  const findings = () => ({ cause: phrase(told, random, texts.cause), measures: phrase(told, random, texts.measures) })
  if (random.chance(0.35)) {
    const turn = within(world, random, told, ['resolve'], [0.2, 0.6])
    yield turn.at
    await take(world, told, turn.who, 'finish', findings())
  }
  const turn = within(world, random, told, ['resolve', 'reply'], [0.35, 0.85])
  yield turn.at
  await take(world, told, turn.who, 'reply', {
    ...findings(),
    prevention: phrase(told, random, texts.prevention),
    resultFeedback: phrase(told, random, texts.feedback),
    feedbackAt: world.office.now(),
    feedbackChannel: answerChannel(idea.channel),
  })
}

async function* close(world: World, random: Random, told: Told): Story {
  const turn = after(world, random, told, [6 * HOUR, 3 * DAY])
  yield turn.at
  if (random.chance(0.06)) {
    return take(world, told, turn.who, 'close', {
      unreachableReason: random.pick(habits.unreachable),
      closingSummary: '三次联系未果，按流程结案。',
    })
  }
  await speak(world, random, told, turn.who, '回访客户对处理结果的满意程度。')
  const score = () =>
    random.weighted([
      [5, 52],
      [4, 33],
      [3, 12],
      [2, 3],
    ] as const)
  await take(world, told, turn.who, 'close', {
    satisfactionConfirmed: true,
    satisfactionResult: score(),
    satisfactionProcess: score(),
    satisfactionAgent: random.weighted([
      [5, 65],
      [4, 28],
      [3, 7],
    ] as const),
    closingSummary: random.pick(habits.closing),
  })
}
