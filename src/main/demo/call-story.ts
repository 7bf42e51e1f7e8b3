import type { CallResult } from '../../shared/calls/words.ts'
import type { CallId, MemberId } from '../../shared/ids.ts'
import { HOUR, MINUTE, SECOND } from '../../shared/time.ts'
import type { CallPlan } from './call-plan.ts'
import { type CaseIdea, openCase } from './case-opening.ts'
import { tellCase } from './case-story.ts'
import { fill, habits, topicFor } from './phrases.ts'
import type { Random } from './random.ts'
import { nextAtDesk } from './rota.ts'
import type { Story } from './timeline.ts'
import { subjectOf, type World } from './world.ts'

const ASKED = { asked: '首都机场值机柜台', question: '能否现场办理？' }

type Record = { question: string; process: string; result: string; resultCode: CallResult }

/** By then a caller has said what it is about. */
const SAYS_WHY_WITHIN = 50_000

/** Files are opened in the last days only, so that everybody has members that were looked at lately. */
const LOOKS_FROM = 3 * 24 * HOUR

/** A call from the first ring to the finished record; a case that comes out of it goes on by itself. */
export async function* tellCall(world: World, random: Random, plan: CallPlan, idea: CaseIdea | null): Story {
  const { office } = world
  const { agent, customer, direction } = plan
  const memberId = (customer?.id as MemberId | undefined) ?? undefined
  const callBackOf = plan.returns?.id as CallId | undefined
  const started = await office.call(agent, 'calls.start', {
    direction,
    phone: plan.phone,
    ...(direction === 'outbound' && memberId ? { memberId } : {}),
    ...(callBackOf ? { callBackOf } : {}),
  })
  const { id } = started
  plan.id = id
  yield plan.at + plan.waitMs
  if (plan.end !== 'answered') {
    await office.call(agent, 'calls.endUnanswered', { id, reason: plan.end })
    return
  }
  const answered = await office.call(agent, 'calls.answer', { id })
  if (memberId && answered.memberId === null) await office.call(agent, 'calls.link', { id, memberId })
  if (memberId && plan.at > world.now - LOOKS_FROM) await office.call(agent, 'members.view', { id: memberId })

  yield plan.at + plan.waitMs + Math.min(plan.talkMs * 0.4, SAYS_WHY_WITHIN)
  let record = recordOf(world, random, plan)
  if (idea) {
    const opened = await openCase(world, random, {
      ...idea,
      receivedAt: plan.at + plan.waitMs,
      callId: id,
      registrar: agent,
    })
    record = {
      question: opened.content,
      process: `${opened.spoken}已登记并告知处理流程。`,
      result: `已建单 ${opened.number}`,
      resultCode: CODE_OF[idea.kind],
    }
    world.timeline.begin(office.now() + 5000, tellCase(world, random, opened))
  }
  if (plan.holdMs > 0) {
    // Some customers hold because somebody else has to be asked first.
    const isAsking = (plan.holdMs / SECOND) % 3 === 0
    if (isAsking) await office.call(agent, 'calls.consult', { id, ...ASKED })
    else await office.call(agent, 'calls.hold', { id })
    yield office.now() + plan.holdMs
    if (isAsking) await office.call(agent, 'calls.endConsult', { id, answer: '可以办理，请客户到柜台出示证件。' })
    else await office.call(agent, 'calls.resume', { id })
  }
  yield plan.at + plan.waitMs + plan.talkMs + plan.holdMs
  await office.call(agent, 'calls.hangUp', { id })
  yield plan.at + plan.waitMs + plan.talkMs + plan.holdMs + plan.wrapUpMs
  await finish(world, random, plan, id, record)
}

const CODE_OF = {
  enquiry: 'opened-case',
  complaint: 'complaint-recorded',
  suggestion: 'suggestion-recorded',
  service: 'service-arranged',
} as const

async function finish(world: World, random: Random, { agent }: CallPlan, id: CallId, record: Record): Promise<void> {
  const { office, timeline } = world
  const callBackAt =
    record.resultCode === 'call-back-promised'
      ? nextAtDesk(agent.place, office.now() + random.between(30, 240) * MINUTE)
      : undefined
  await office.call(agent, 'calls.finish', {
    id,
    ...record,
    ...(callBackAt ? { callBackAt, callBackText: '核实后回电告知结果' } : {}),
  })
  if (callBackAt) timeline.once(callBackAt - random.between(-15, 25) * MINUTE, () => returnCall(world, { agent, id }))
}

/** A promised call-back that was made from another telephone and is noted as done. */
async function returnCall({ office }: World, { agent, id }: { agent: CallPlan['agent']; id: CallId }): Promise<void> {
  const mine = await office.call(agent, 'calls.callBacks', { mine: true })
  const callBack = mine.find(({ callId }) => callId === id)
  if (callBack)
    await office.call(agent, 'calls.closeCallBack', {
      id: callBack.id,
      result: 'reached',
      outcome: '已回电告知核实结果，客户无其他问题。',
    })
}

/** What is written down of a call that no case comes out of. */
function recordOf(world: World, random: Random, plan: CallPlan): Record {
  const { customer } = plan
  const language = customer?.language === 'en' ? '（英语服务）' : ''
  if (plan.returns)
    return {
      question: '回复之前未接通的来电',
      process: `${language}致歉后了解来电目的。`,
      result: random.pick(habits.callBackAnswers),
      resultCode: 'answered-enquiry',
    }
  if (plan.direction === 'outbound') {
    const [question = '', process = '', result = ''] = random.pick(habits.informed)
    return { question, process: language + process, result, resultCode: 'member-informed' }
  }
  if (!customer) {
    const [question = '', process = '', result = '', code] = random.pick(habits.strangers)
    return {
      question,
      process,
      result,
      resultCode: code === 'wrong-number' ? 'wrong-number' : 'transferred-information',
    }
  }
  const { enquiry } = topicFor(random, 'enquiry')
  const { details } = subjectOf(random, world, customer, plan.at)
  const phrase = (list: readonly string[]) => fill(random.pick(list), details)
  const resultCode = random.weighted<CallResult>([
    ['answered-enquiry', 70],
    ['case-progress', 9],
    ['transferred-information', 7],
    ['service-arranged', 7],
    ['call-back-promised', 3],
    ['cut-off', 2],
    ['other', 2],
  ])
  if (resultCode === 'case-progress')
    return {
      question: '询问之前登记事项的处理进度',
      process: `${language}核对编号并查看处理记录。`,
      result: '已告知目前进度与预计回复时间。',
      resultCode,
    }
  if (resultCode === 'cut-off')
    return {
      question: phrase(enquiry.question),
      process: '通话中断，回拨无人接听。',
      result: '已发送短信请客户方便时来电。',
      resultCode,
    }
  return {
    question: phrase(enquiry.question),
    process: language + phrase(enquiry.process),
    result: phrase(enquiry.answer),
    resultCode,
  }
}
