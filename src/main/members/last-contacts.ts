import type { CaseId } from '../../shared/ids.ts'
import type { LastContact } from '../../shared/members/overview.ts'
import type { Instant } from '../../shared/time.ts'
import type { Scope } from '../rules/access.ts'
import { toneOf } from '../rules/contact-tone.ts'
import type { Db } from '../store/types.ts'
import { answersOf, casesOfCalls, lastCalls, lastCare, lastCases, lastMessages, moodsOf } from './queries/overview.ts'

/** As many contacts as are shown with their tone. */
const SHOWN = 20

const NEUTRAL = { mood: null, answer: null, isComplaint: false, wasMissed: false }
const EFFECT_ANSWER = { better: 5, same: 3, worse: 1 } as const

/** The last twenty contacts of a person, newest first, each with how it went; a case taken down in a call stands with it. */
export async function lastContacts(
  db: Db,
  scope: Scope,
  ids: readonly string[],
  until: Instant,
): Promise<LastContact[]> {
  const calls = await lastCalls(db, ids, SHOWN)
  const cases = await lastCases(db, scope, ids, SHOWN)
  const byCall = await casesOfCalls(
    db,
    scope,
    calls.map(({ id }) => id),
  )
  const moods = await moodsOf(db, [...new Set([...byCall.values(), ...cases.map(({ id }) => id)])])
  const answers = await answersOf(db, ids)
  const contacts: LastContact[] = []
  for (const { resultCode, state, who, ...call } of calls) {
    const caseId = byCall.get(call.id) ?? null
    const tone = toneOf({
      mood: caseId === null ? null : (moods.get(caseId) ?? null),
      answer: answers.calls.get(call.id) ?? null,
      isComplaint: resultCode === 'complaint-recorded',
      wasMissed: state === 'missed' || state === 'abandoned' || resultCode === 'cut-off',
    })
    contacts.push({ ...call, ...tone, kind: 'call', who: who ?? '', caseId: caseId as CaseId | null })
  }
  for (const { kind, callId, who, ...one } of cases) {
    if (callId !== null && byCall.has(callId)) continue
    const mood = moods.get(one.id) ?? null
    const tone = toneOf({
      ...NEUTRAL,
      mood,
      answer: answers.cases.get(one.id) ?? null,
      isComplaint: kind === 'complaint',
    })
    contacts.push({ ...one, ...tone, kind: 'case', who: who ?? '', caseId: one.id as CaseId })
  }
  for (const { subject, body, who, caseId, ...one } of await lastMessages(db, ids, SHOWN))
    contacts.push({
      ...{ ...one, ...toneOf(NEUTRAL), kind: 'message', number: '', text: subject || body.slice(0, 80) },
      ...{ who: who ?? '', caseId: caseId as CaseId | null },
    })
  for (const { reason, opinions, effect, who, caseId, at, id } of await lastCare(db, ids, SHOWN))
    contacts.push({
      ...{ id, at: at ?? 0, kind: 'care', number: '', text: opinions || reason, who: who ?? '' },
      ...toneOf({ ...NEUTRAL, answer: effect === null ? null : EFFECT_ANSWER[effect] }),
      caseId: caseId as CaseId | null,
    })
  return contacts
    .filter(({ at }) => at <= until)
    .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
    .slice(0, SHOWN)
}
