import { CALL_DIRECTIONS, LOGGED_RESULTS } from '../../../shared/calls/words.ts'
import type { Output } from '../../../shared/contracts.ts'
import { SECOND } from '../../../shared/time.ts'
import { command } from '../command.ts'
import { moment } from '../moments.ts'

const seconds = (zh: string, en: string) => ({ kind: 'count', shown: 'N', meaning: { zh, en } }) as const

/** A call as other systems write it: under the names of the command's options. */
function described(call: Output<'calls.log'>, card: string | undefined, agent: string): unknown {
  const {
    id,
    number,
    memberName,
    direction,
    state,
    phoneMasked,
    startedAt,
    endedAt,
    rings,
    isInTime,
    waitMs,
    talkMs,
    holdMs,
    wrapUpMs,
    resultCode,
  } = call
  return {
    call: number,
    id,
    member: card ?? null,
    name: memberName,
    direction,
    state,
    from: phoneMasked,
    at: moment(startedAt),
    endedAt: endedAt === null ? null : moment(endedAt),
    rings,
    isInTime,
    waitS: waitMs / SECOND,
    talkS: talkMs / SECOND,
    holdS: holdMs / SECOND,
    wrapUpS: wrapUpMs / SECOND,
    agent,
    result: resultCode,
  }
}

/** The telephone, as another system recorded it. */
export const calls = [
  command({
    path: 'call log',
    call: 'calls.log',
    needs: 'person',
    options: {
      member: { kind: 'text', shown: 'CARD', meaning: { zh: '会员卡号', en: "The member's card" } },
      from: { kind: 'text', shown: 'PHONE', meaning: { zh: '电话号码', en: 'Telephone number' } },
      direction: {
        kind: 'choice',
        choices: CALL_DIRECTIONS,
        meaning: { zh: '来电或外呼，默认来电', en: 'Incoming unless told' },
      },
      at: { kind: 'instant', isEvent: true, required: true, meaning: { zh: '振铃时间', en: 'When it rang' } },
      rings: {
        kind: 'count',
        meaning: { zh: '振铃数；缺省时由等待时间推算', en: 'Rings; from the waiting time when left out' },
      },
      'wait-s': seconds('等待秒数', 'Seconds waited'),
      'talk-s': seconds('通话秒数', 'Seconds talked'),
      'hold-s': seconds('保持秒数', 'Seconds on hold'),
      agent: {
        kind: 'text',
        shown: 'LOGIN',
        required: true,
        meaning: { zh: '接听人登录名', en: 'Login of who took it' },
      },
      result: {
        kind: 'choice',
        choices: LOGGED_RESULTS,
        required: true,
        meaning: { zh: '结果代码', en: 'Result code' },
      },
      text: { kind: 'text', required: true, meaning: { zh: '客户的问题', en: 'What it was about' } },
    },
    rules: { 'call-in-future': 'at' },
    fields: {
      card: 'member',
      phone: 'from',
      resultCode: 'result',
      question: 'text',
      waitS: 'wait-s',
      talkS: 'talk-s',
      holdS: 'hold-s',
    },
    run: async (context, args) => {
      const { member, from, direction, at, rings, agent, result, text } = args
      const call = await context.ask('calls.log', {
        card: member,
        phone: from,
        direction,
        at,
        rings,
        waitS: args['wait-s'],
        talkS: args['talk-s'],
        holdS: args['hold-s'],
        agent,
        resultCode: result,
        question: text,
      })
      return { json: described(call, member, agent) }
    },
  }),
]
