import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { MessageChannel, MessageState, Occasion } from '../../shared/messages/words.ts'
import type { Role } from '../../shared/roles.ts'

export type MessageAction = 'check' | 'handOver' | 'markSent' | 'markFailed' | 'recordReply' | 'cancel'

const FROM: Record<MessageAction, readonly MessageState[]> = {
  check: ['toCheck'],
  handOver: ['prepared', 'failed', 'handedOver'],
  markSent: ['handedOver'],
  markFailed: ['handedOver'],
  recordReply: ['sent'],
  cancel: ['toCheck', 'prepared', 'handedOver', 'failed'],
}

/** A message goes its way step by step; what was not checked never leaves the desk (S4-82). */
export function canDo(action: MessageAction, state: MessageState): Decision {
  if (FROM[action].includes(state)) return allow
  if (state === 'toCheck') return deny('message-not-checked')
  if (state === 'sent' && action !== 'markSent') return deny('message-sent-already')
  return deny('message-state', { action, state })
}

/** S4-82: words that no second person has seen are checked by somebody other than their author before they go out. */
export function canCheck(actor: { id: string }, message: { createdBy: string }): Decision {
  return actor.id === message.createdBy ? deny('message-own-check') : allow
}

/** S4-82: nobody reviews a wording of their own, and agents review none. */
export function canReview(actor: { id: string; role: Role }, template: { authorId: string }): Decision {
  if (actor.role === 'agent') return deny('template-review-role')
  return actor.id === template.authorId ? deny('template-own-review') : allow
}

/** What only the person concerned may read is not told in public. */
const PRIVATE: readonly Occasion[] = ['result', 'compensation', 'revisit', 'birthday', 'offer']

/** A reply on a website or in a forum is read by everybody: it carries no result and nothing about money. */
export function fitsChannel(occasion: Occasion, channel: MessageChannel): Decision {
  if (occasion === 'calm') return deny('message-calm')
  return channel === 'web' && PRIVATE.includes(occasion) ? deny('message-public') : allow
}

/** What a message is without which it says nothing: a result names measures and causes (S4-132). */
export function isComplete(occasion: Occasion, given: { measures: string; cause: string }): Decision {
  if (occasion !== 'result') return allow
  return given.measures.trim() === '' || given.cause.trim() === '' ? deny('message-result-incomplete') : allow
}
