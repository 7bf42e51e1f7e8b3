import {
  CALL_DIRECTION_NAMES,
  CALL_RESULT_NAMES,
  CALL_STATE_NAMES,
  type CallResult,
} from '../../../shared/calls/words.ts'
import { CARE_OCCASION_NAMES, CARE_STATE_NAMES } from '../../../shared/care/words.ts'
import { CASE_KIND_NAMES } from '../../../shared/cases/words.ts'
import { COMPENSATION_STATUS_NAMES } from '../../../shared/compensation/words.ts'
import type { Bilingual } from '../../../shared/contract.ts'
import type { CaseId } from '../../../shared/ids.ts'
import type { TimelineEntry, TimelineKind } from '../../../shared/members/overview.ts'
import {
  MESSAGE_CHANNEL_NAMES,
  MESSAGE_STATE_NAMES,
  OCCASION_NAMES,
  OCCASIONS,
} from '../../../shared/messages/words.ts'
import { MEMBER_TIER_NAMES } from '../../../shared/tiers/model.ts'
import { figureText } from '../../../shared/tiers/sentences.ts'
import type { Instant } from '../../../shared/time.ts'
import { WISH_SOURCE_NAMES, WISH_TOPIC_NAMES, WISH_TOPICS, wishValueName } from '../../../shared/wishes/words.ts'
import type { Scope } from '../../rules/access.ts'
import type { Db } from '../../store/types.ts'
import { inScope } from './scoped.ts'

/** Of whom, what may be read, between which moments, and from where on. */
export type Span = {
  ids: readonly string[]
  scope: Scope
  from: Instant
  until: Instant | null
  before: { at: Instant; id: string } | undefined
  limit: number
}

type Reader = (db: Db, span: Span) => Promise<TimelineEntry[]>

const END_OF_TIME = Number.MAX_SAFE_INTEGER
/** The newest moment a page may hold: the place it goes on from, or the end of the period. */
const newest = ({ before, until }: Span) =>
  Math.min(before?.at ?? END_OF_TIME, until === null ? END_OF_TIME : until - 1)
/** Rows of the same moment as the place are taken up to its id; none is cut off without a place. */
const placeOf = ({ before }: Span) => ({ at: before?.at ?? END_OF_TIME, id: before?.id ?? '' })

const joined = (...parts: (Bilingual | undefined)[]): Bilingual => ({
  zh: parts.flatMap((part) => part?.zh ?? []).join(' · '),
  en: parts.flatMap((part) => part?.en ?? []).join(' · '),
})

const calls: Reader = async (db, span) => {
  const place = placeOf(span)
  const rows = await db
    .selectFrom('calls')
    .leftJoin('users', 'users.id', 'calls.agentId')
    .select(['calls.id', 'number', 'startedAt', 'direction', 'state', 'resultCode', 'question', 'users.name as who'])
    .where('memberId', 'in', [...span.ids])
    .where('startedAt', '>=', span.from)
    .where('startedAt', '<=', newest(span))
    .where((eb) => eb.or([eb('startedAt', '<', place.at), eb('calls.id', '<', place.id)]))
    .orderBy('startedAt', 'desc')
    .orderBy('calls.id', 'desc')
    .limit(span.limit)
    .execute()
  return rows.map(({ id, number, startedAt, direction, state, resultCode, question, who }) => {
    const results: Partial<Record<string, Bilingual>> = CALL_RESULT_NAMES satisfies Record<CallResult, Bilingual>
    const end = (resultCode === null ? undefined : results[resultCode]) ?? CALL_STATE_NAMES[state]
    const title = joined(CALL_DIRECTION_NAMES[direction], end)
    return { kind: 'call', id, at: startedAt, number, title, text: question, who: who ?? '', caseId: null }
  })
}

const cases: Reader = async (db, span) => {
  const place = placeOf(span)
  const rows = await db
    .selectFrom('cases')
    .leftJoin('users', 'users.id', 'cases.ownerId')
    .select(['cases.id', 'number', 'receivedAt', 'kind', 'isOpen', 'cases.title', 'users.name as who'])
    .where('memberId', 'in', [...span.ids])
    .where('receivedAt', '>=', span.from)
    .where('receivedAt', '<=', newest(span))
    .where((eb) => eb.or([eb('receivedAt', '<', place.at), eb('cases.id', '<', place.id)]))
    .where((eb) => inScope(eb, span.scope))
    .orderBy('receivedAt', 'desc')
    .orderBy('cases.id', 'desc')
    .limit(span.limit)
    .execute()
  return rows.map(({ id, number, receivedAt, kind, isOpen, title, who }) => {
    const state = isOpen === 1 ? { zh: '处理中', en: 'Open' } : { zh: '已关闭', en: 'Closed' }
    const caseId = id as CaseId
    const name = joined(CASE_KIND_NAMES[kind], state)
    return { kind: 'case', id, at: receivedAt, number, title: name, text: title, who: who ?? '', caseId }
  })
}

const messages: Reader = async (db, span) => {
  const place = placeOf(span)
  const rows = await db
    .selectFrom('messages')
    .leftJoin('users', 'users.id', 'messages.createdBy')
    .select(['messages.id', 'messages.createdAt', 'occasion', 'channel', 'state', 'subject', 'body', 'caseId'])
    .select('users.name as who')
    .where('memberId', 'in', [...span.ids])
    .where('messages.createdAt', '>=', span.from)
    .where('messages.createdAt', '<=', newest(span))
    .where((eb) => eb.or([eb('messages.createdAt', '<', place.at), eb('messages.id', '<', place.id)]))
    .orderBy('messages.createdAt', 'desc')
    .orderBy('messages.id', 'desc')
    .limit(span.limit)
    .execute()
  return rows.map(({ id, createdAt, occasion, channel, state, subject, body, caseId, who }) => {
    const known = OCCASIONS.find((one) => one === occasion)
    const what = known ? OCCASION_NAMES[known] : undefined
    const title = joined(MESSAGE_CHANNEL_NAMES[channel], what, MESSAGE_STATE_NAMES[state])
    const text = subject || body.slice(0, 200)
    const of = { number: '', caseId: caseId as CaseId | null, who: who ?? '' }
    return { kind: 'message', id, at: createdAt, title, text, ...of }
  })
}

const care: Reader = async (db, span) => {
  const place = placeOf(span)
  const rows = await db
    .selectFrom('careContacts')
    .leftJoin('users', 'users.id', 'careContacts.ownerId')
    .select(['careContacts.id', 'plannedAt', 'occasion', 'state', 'reason', 'result', 'caseId', 'users.name as who'])
    .where('memberId', 'in', [...span.ids])
    .where('plannedAt', '>=', span.from)
    .where('plannedAt', '<=', newest(span))
    .where((eb) => eb.or([eb('plannedAt', '<', place.at), eb('careContacts.id', '<', place.id)]))
    .orderBy('plannedAt', 'desc')
    .orderBy('careContacts.id', 'desc')
    .limit(span.limit)
    .execute()
  return rows.map(({ id, plannedAt, occasion, state, reason, result, caseId, who }) => {
    const title = joined(CARE_OCCASION_NAMES[occasion], CARE_STATE_NAMES[state])
    const of = { number: '', caseId: caseId as CaseId | null, who: who ?? '' }
    return { kind: 'care', id, at: plannedAt, title, text: result || reason, ...of }
  })
}

const compensation: Reader = async (db, span) => {
  const place = placeOf(span)
  const rows = await db
    .selectFrom('compensations')
    .innerJoin('cases', 'cases.id', 'compensations.caseId')
    .leftJoin('users', 'users.id', 'compensations.proposedBy')
    .select(['compensations.id', 'proposedAt', 'compensations.status', 'description', 'amountFen', 'miles', 'caseId'])
    .select(['cases.number', 'users.name as who'])
    .where('compensations.memberId', 'in', [...span.ids])
    .where('proposedAt', '>=', span.from)
    .where('proposedAt', '<=', newest(span))
    .where((eb) => eb.or([eb('proposedAt', '<', place.at), eb('compensations.id', '<', place.id)]))
    .where((eb) => inScope(eb, span.scope))
    .orderBy('proposedAt', 'desc')
    .orderBy('compensations.id', 'desc')
    .limit(span.limit)
    .execute()
  return rows.map(({ id, proposedAt, status, description, amountFen, miles, caseId, number, who }) => {
    const amount = (side: 'zh' | 'en') =>
      [amountFen > 0 ? figureText('spendFen', amountFen, side) : '', miles > 0 ? `${miles} ${MILES[side]}` : '']
        .filter(Boolean)
        .join(' + ')
    const title = joined({ zh: amount('zh'), en: amount('en') }, COMPENSATION_STATUS_NAMES[status])
    const of = { number, caseId: caseId as CaseId, who: who ?? '' }
    return { kind: 'compensation', id, at: proposedAt, title, text: description, ...of }
  })
}
const MILES = { zh: '里程', en: 'miles' } as const

const tier: Reader = async (db, span) => {
  const place = placeOf(span)
  const rows = await db
    .selectFrom('tierChanges')
    .leftJoin('users', 'users.id', 'tierChanges.actorId')
    .select(['tierChanges.id', 'tierChanges.at', 'fromTier', 'toTier', 'users.name as who'])
    .where('memberId', 'in', [...span.ids])
    .where('tierChanges.at', '>=', span.from)
    .where('tierChanges.at', '<=', newest(span))
    .where((eb) => eb.or([eb('tierChanges.at', '<', place.at), eb('tierChanges.id', '<', place.id)]))
    .orderBy('tierChanges.at', 'desc')
    .orderBy('tierChanges.id', 'desc')
    .limit(span.limit)
    .execute()
  return rows.map(({ id, at, fromTier, toTier, who }) => {
    const from = MEMBER_TIER_NAMES[fromTier]
    const to = MEMBER_TIER_NAMES[toTier]
    const title = { zh: `${from.zh} → ${to.zh}`, en: `${from.en} → ${to.en}` }
    return { kind: 'tier', id, at, number: '', title, text: '', who: who ?? '', caseId: null }
  })
}

const wish: Reader = async (db, span) => {
  const place = placeOf(span)
  const rows = await db
    .selectFrom('wishes')
    .leftJoin('users', 'users.id', 'wishes.recordedBy')
    .select(['wishes.id', 'recordedAt', 'topic', 'value', 'note', 'source', 'users.name as who'])
    .where('memberId', 'in', [...span.ids])
    .where('recordedAt', '>=', span.from)
    .where('recordedAt', '<=', newest(span))
    .where((eb) => eb.or([eb('recordedAt', '<', place.at), eb('wishes.id', '<', place.id)]))
    .orderBy('recordedAt', 'desc')
    .orderBy('wishes.id', 'desc')
    .limit(span.limit)
    .execute()
  return rows.map(({ id, recordedAt, value, note, source, who, ...row }) => {
    const topic = WISH_TOPICS.find((one) => one === row.topic) ?? 'other'
    const title = joined(WISH_TOPIC_NAMES[topic], wishValueName(topic, value), WISH_SOURCE_NAMES[source])
    return { kind: 'wish', id, at: recordedAt, number: '', title, text: note, who: who ?? '', caseId: null }
  })
}

/** How each kind of thing in a timeline is read. */
export const TIMELINE_READERS: Record<TimelineKind, Reader> = {
  call: calls,
  case: cases,
  message: messages,
  care,
  compensation,
  tier,
  wish,
}
