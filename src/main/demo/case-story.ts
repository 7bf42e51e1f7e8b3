import { HOUR, MINUTE } from '../../shared/time.ts'
import type { Told } from './case-opening.ts'
import { after, answerChannel, isLeft, phrase, take, within } from './case-steps.ts'
import { tellComplaint } from './complaint-story.ts'
import { finishPromises, planReminder } from './follow-up-story.ts'
import { type EnquiryTexts, habits, type ServiceTexts, type SuggestionTexts } from './phrases.ts'
import type { Random } from './random.ts'
import type { Story } from './timeline.ts'
import type { World } from './world.ts'

/** What becomes of a case after it was registered. */
export function tellCase(world: World, random: Random, told: Told): Story {
  const { texts } = told
  switch (texts.kind) {
    case 'enquiry':
      return tellEnquiry(world, random, told, texts.body)
    case 'complaint':
      return tellComplaint(world, random, told, texts.body)
    case 'service':
      return tellService(world, random, told, texts.body)
    case 'suggestion':
      return tellSuggestion(world, random, told, texts.body)
  }
}

async function* tellEnquiry(world: World, random: Random, told: Told, texts: EnquiryTexts): Story {
  const { idea, owner } = told
  if (isLeft(told)) return
  const turn = within(world, random, told, ['answer'], [0.1, 0.6])
  yield turn.at
  const isComplex = idea.turn === 'waits' || idea.stopAt === 'assigned' || idea.stopAt === 'waitingCustomer'
  const feedbackChannel = answerChannel(idea.channel)
  if (!isComplex) {
    await take(world, told, owner, 'answer', { answer: phrase(told, random, texts.answer), feedbackChannel })
    yield* closeSimple(world, random, told, [MINUTE, 9 * MINUTE])
    return
  }
  const expectedAt = world.office.now() + random.between(18, 44) * HOUR
  await take(world, told, owner, 'markComplex', {
    complexReason: '需要责任部门核实后才能答复',
    customerTold: true,
    expectedAt,
    ownerId: owner.id,
  })
  if (isLeft(told)) return
  if (random.chance(0.25) || idea.stopAt) yield* waitForCustomer(world, random, told)
  if (isLeft(told)) return
  const next = within(world, random, told, ['reply'], [0.15, 0.6])
  yield next.at
  await take(world, told, next.who, 'answerAssigned', { answer: phrase(told, random, texts.answer), feedbackChannel })
  await finishPromises(world, told, '已按约定答复客户。')
  yield* closeSimple(world, random, told, [HOUR, 20 * HOUR])
}

async function* tellService(world: World, random: Random, told: Told, texts: ServiceTexts): Story {
  const { idea, owner } = told
  if (isLeft(told)) return
  const done = () => ({ answer: phrase(told, random, texts.done), feedbackChannel: answerChannel(idea.channel) })
  const first = idea.isAcknowledged
    ? after(world, random, told, [MINUTE, 12 * MINUTE])
    : within(world, random, told, ['respond'], [0.1, 0.7])
  yield first.at
  if (random.chance(0.2) && idea.turn === 'usual' && !idea.stopAt) {
    await take(world, told, first.who, 'answer', done())
    yield* closeSimple(world, random, told, [HOUR, 20 * HOUR])
    return
  }
  await take(world, told, first.who, 'assign', { ownerId: owner.id, department: 'vip' })
  if (idea.stopAt && random.chance(0.5)) await planReminder(world, random, told)
  if (isLeft(told)) return
  if (idea.turn === 'withdrawn') {
    const turn = after(world, random, told, [20 * MINUTE, 6 * HOUR])
    yield turn.at
    return take(world, told, turn.who, 'withdrawAssigned', { withdrawStatement: random.pick(habits.withdrawals) })
  }
  if (idea.turn === 'waits' || idea.stopAt === 'waitingCustomer') yield* waitForCustomer(world, random, told)
  if (isLeft(told)) return
  const next = within(world, random, told, ['resolve'], [0.05, 0.7])
  yield next.at
  await take(world, told, next.who, 'answerAssigned', done())
  if (idea.turn === 'notSolved') {
    const turn = after(world, random, told, [HOUR, 9 * HOUR])
    yield turn.at
    await take(world, told, turn.who, 'notSolved', { reopenReason: random.pick(habits.notSolved) })
    const again = within(world, random, told, ['resolve'], [0.1, 0.6])
    yield again.at
    await take(world, told, again.who, 'answerAssigned', done())
  }
  yield* closeSimple(world, random, told, [HOUR, 26 * HOUR])
}

/** What the department says of a suggestion, by what becomes of it. */
const DEPARTMENT_SAYS = {
  adopted: '建议可行，已列入本季度改进计划',
  partly: '部分内容可行，其余受条件限制',
  declined: '现有条件下无法实施，留作参考',
} as const

async function* tellSuggestion(world: World, random: Random, told: Told, texts: SuggestionTexts): Story {
  const { owner } = told
  if (isLeft(told)) return
  const first = after(world, random, told, [30 * MINUTE, 6 * HOUR])
  yield first.at
  await take(world, told, first.who, 'assign', {
    ownerId: owner.id,
    department: random.pick(['marketing', 'technical', 'loyalty', 'airport']),
    collation: told.content,
  })
  if (isLeft(told)) return
  const next = within(world, random, told, ['reply'], [0.2, 0.8])
  yield next.at
  const adoption = random.weighted([
    ['adopted', 45],
    ['partly', 30],
    ['declined', 25],
  ] as const)
  await take(world, told, next.who, 'decide', { adoption, adoptionNote: DEPARTMENT_SAYS[adoption] })
  if (isLeft(told)) return
  await take(world, told, next.who, 'replySuggestion', {
    answer: phrase(told, random, texts.answer),
    thanked: true,
    feedbackChannel: answerChannel(told.idea.channel),
  })
  yield* closeSimple(world, random, told, [2 * HOUR, 40 * HOUR])
}

async function* waitForCustomer(world: World, random: Random, told: Told): Story {
  const turn = after(world, random, told, [10 * MINUTE, 2 * HOUR])
  yield turn.at
  const chaseAt = world.office.now() + random.between(18, 40) * HOUR
  await take(world, told, turn.who, 'wait', { askedFor: random.pick(habits.askedFor), chaseAt })
  if (isLeft(told)) return
  const back = after(world, random, told, [2 * HOUR, 20 * HOUR])
  yield back.at
  await take(world, told, back.who, 'resume', { customerAnswer: random.pick(habits.customerAnswers) })
}

async function* closeSimple(world: World, random: Random, told: Told, delay: readonly [number, number]): Story {
  if (isLeft(told)) return
  const turn = after(world, random, told, delay)
  yield turn.at
  await take(world, told, turn.who, 'close', {
    isSolved: random.weighted([
      ['yes', 90],
      ['partly', 8],
      ['no', 2],
    ] as const),
  })
}
