import { TRANSFER_KIND_NAMES } from '../../shared/calls/words.ts'
import { sideOf } from '../../shared/contract.ts'
import { type Instant, SECOND } from '../../shared/time.ts'
import type { PdfTable } from '../bundle/pdf.ts'
import type { DocumentFacts } from './document.ts'
import type { History } from './history.ts'
import { clockText, column, nameOf } from './printed.ts'
import { HISTORY_WORDS } from './words.ts'

type Note = { at: Instant; callId: string; kind: string; whom: string; text: string; outcome: string }

/** What happened while the customer held: how long, who was asked what, and to whom the call was handed. */
export function callNotesSection(facts: DocumentFacts): PdfTable {
  const { history, language } = facts
  const { columns, sections, none } = HISTORY_WORDS[language]
  const numberOf = new Map(history.calls.map(({ id, number }) => [id, number]))
  const notes = [...holds(facts), ...consults(facts), ...transfers(facts)].sort((a, b) => a.at - b.at)
  return {
    kind: 'table',
    heading: sections.callNotes,
    empty: none,
    columns: [
      column(columns.number, 5),
      column(columns.at, 3),
      column(columns.kind, 3),
      column(columns.person, 4),
      column(columns.text, 5),
      column(columns.result, 5),
    ],
    rows: notes.map(({ at, callId, kind, whom, text, outcome }) => [
      numberOf.get(callId) ?? '',
      clockText(at),
      kind,
      whom,
      text,
      outcome,
    ]),
  }
}

/** Steps that do not end a hold. */
const DURING = new Set(['consult', 'consultEnd', 'offer', 'withdraw'])

function holds({ history, names, language }: DocumentFacts): Note[] {
  const { notes } = HISTORY_WORDS[language]
  return history.callEvents.flatMap(({ kind, callId, at, actorId }, index) => {
    if (kind !== 'hold') return []
    const end = endOf(history.callEvents, index)
    const outcome = end ? notes.seconds(Math.round((end.at - at) / SECOND)) : ''
    return [{ at, callId, kind: notes.hold, whom: nameOf(names, actorId), text: '', outcome }]
  })
}

/** The step that ended a hold: steps of one call stand behind one another. */
function endOf(events: History['callEvents'], hold: number): History['callEvents'][number] | undefined {
  for (let next = hold + 1; events[next]?.callId === events[hold]?.callId; next += 1) {
    const event = events[next]
    if (event && !DURING.has(event.kind)) return event
  }
  return undefined
}

function consults({ history, language }: DocumentFacts): Note[] {
  const kind = HISTORY_WORDS[language].notes.consult
  return history.callConsults.map(({ startedAt: at, callId, asked, question, answer }) => ({
    ...{ at, callId, kind, whom: asked, text: question, outcome: answer },
  }))
}

function transfers({ history, names, language }: DocumentFacts): Note[] {
  const exported = new Set(history.calls.map(({ id }) => id))
  return history.callWaits.flatMap((wait) => {
    const { source, startedAt: at, fromId, callId, kind, toUserId, toDesk, note: text } = wait
    if (source !== 'transfer') return []
    const whom = nameOf(names, toUserId) || nameOf(names, toDesk)
    const name = TRANSFER_KIND_NAMES[kind ?? 'cold'][sideOf(language)]
    const part = fromId !== null && exported.has(fromId) ? fromId : (callId ?? '')
    return [{ at, callId: part, kind: name, whom, text, outcome: outcomeOf(wait, names, language) }]
  })
}

function outcomeOf(
  { state, settledBy }: History['callWaits'][number],
  names: DocumentFacts['names'],
  language: DocumentFacts['language'],
): string {
  const { waits } = HISTORY_WORDS[language]
  return state === 'taken' ? `${waits.taken} ${nameOf(names, settledBy)}` : waits[state]
}
