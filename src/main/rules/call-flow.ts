import type { CallFlow } from '../../shared/calls/model.ts'
import type { CallDirection, CallState } from '../../shared/calls/words.ts'
import { type Decision, deny } from '../../shared/failure.ts'
import type { Instant } from '../../shared/time.ts'

export const CALL_STEPS = [
  'answer',
  'hold',
  'resume',
  'hangUp',
  'transfer',
  'finish',
  'miss',
  'decline',
  'abandon',
] as const
export type CallStep = (typeof CALL_STEPS)[number]

/** From which states a step leads where. */
const STEPS: Record<CallStep, { from: readonly CallState[]; to: CallState }> = {
  answer: { from: ['ringing'], to: 'talking' },
  hold: { from: ['talking'], to: 'held' },
  resume: { from: ['held'], to: 'talking' },
  hangUp: { from: ['talking', 'held'], to: 'wrapUp' },
  transfer: { from: ['talking', 'held'], to: 'wrapUp' },
  finish: { from: ['wrapUp'], to: 'done' },
  miss: { from: ['ringing'], to: 'missed' },
  decline: { from: ['ringing'], to: 'missed' },
  abandon: { from: ['ringing'], to: 'abandoned' },
}

/** A call after a step, or why the step cannot be taken. */
export type Stepped = { allowed: true; call: CallFlow } | Extract<Decision, { allowed: false }>

/** A call that begins to ring at this moment. */
export function ringingCall(direction: CallDirection, at: Instant): CallFlow {
  return {
    direction,
    state: 'ringing',
    startedAt: at,
    answeredAt: null,
    endedAt: null,
    wrapUpEndedAt: null,
    heldSince: null,
    waitMs: 0,
    talkMs: 0,
    holdMs: 0,
    wrapUpMs: 0,
  }
}

/**
 * S3-20: takes a call one step further: ringing → talking ⇄ held → wrapUp → done, or ringing → missed | abandoned.
 * Waiting, talking, hold and wrap-up always add up to the time from the first ring to the last step, but for a gap
 * during which the program was not running after the call was over: nobody wrote anything up then.
 */
export function stepCall(call: CallFlow, step: CallStep, clock: Instant, gapMs = 0): Stepped {
  const { from, to } = STEPS[step]
  if (!from.includes(call.state)) return refused('call-state', { state: call.state, step })
  if ((step === 'abandon' || step === 'decline') && call.direction === 'outbound') return refused('call-direction')
  // A computer's clock may be set back during a call; a call's times never run backwards.
  const at = Math.max(clock, latest(call))
  const next = { ...call, ...heldUntil(call, at), state: to }
  switch (step) {
    case 'answer':
      return { allowed: true, call: { ...next, answeredAt: at, waitMs: at - call.startedAt } }
    case 'hold':
      return { allowed: true, call: { ...next, heldSince: at } }
    case 'resume':
      return { allowed: true, call: next }
    case 'hangUp':
    case 'transfer':
      return { allowed: true, call: { ...next, endedAt: at, talkMs: at - (call.answeredAt ?? at) - next.holdMs } }
    case 'finish':
      return {
        allowed: true,
        call: { ...next, wrapUpEndedAt: at, wrapUpMs: Math.max(0, at - (call.endedAt ?? at) - gapMs) },
      }
    case 'miss':
    case 'decline':
    case 'abandon':
      return { allowed: true, call: { ...next, endedAt: at, waitMs: at - call.startedAt } }
  }
}

function refused(rule: string, params: Record<string, string> = {}): Stepped {
  return { allowed: false, rule, params }
}

function latest({ startedAt, answeredAt, heldSince, endedAt, holdMs }: CallFlow): Instant {
  return Math.max(startedAt, heldSince ?? 0, endedAt ?? 0, (answeredAt ?? 0) + holdMs)
}

function heldUntil({ heldSince, holdMs }: CallFlow, at: Instant): Pick<CallFlow, 'heldSince' | 'holdMs'> {
  return { heldSince: null, holdMs: holdMs + (heldSince === null ? 0 : at - heldSince) }
}

/** S3-50, S3-70: a contact counts as recorded when question, process and result are all written down. */
export function checkRecord(record: { question: string; process: string; result: string }): Decision {
  const missing = (['question', 'process', 'result'] as const).find((field) => record[field].trim() === '')
  return missing === undefined ? { allowed: true } : deny('call-record-incomplete', { field: missing })
}
