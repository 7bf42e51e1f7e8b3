import type { CardView } from '../../shared/scorecards/views.ts'
import { periodOf } from '../rules/report-period.ts'
import type { Db } from '../store/types.ts'
import { type CardRecord, listPeople, type Person, type RoundRecord } from './queries.ts'

export type People = ReadonlyMap<string, Person>

export async function readPeople(db: Db): Promise<People> {
  return new Map((await listPeople(db)).map((person) => [person.id, person]))
}

/** True for somebody who can assess: a lead or manager who is still there. */
export const canAssess = (person: Person | undefined): boolean =>
  person !== undefined && person.status === 'active' && (person.role === 'lead' || person.role === 'manager')

/** What a reader must know: somebody came, left or changed the team, or nobody assesses. */
export function notesOf(card: CardRecord, round: RoundRecord, people: People): CardView['notes'] {
  const person = people.get(card.userId)
  const month = periodOf('month', round.month)
  if (!person || !month) return []
  const notes: CardView['notes'] = []
  if (person.createdAt >= month.from && person.createdAt < month.to) notes.push({ kind: 'joined', name: '' })
  if (person.status === 'disabled') notes.push({ kind: 'left', name: '' })
  const left = person.leftTeams.filter(
    ({ at, leadId }) => at >= month.from && at < month.to && leadId !== person.leadId,
  )
  const isOfTeam = person.leadId !== null
  const teams = isOfTeam ? [...new Set(left.map(({ leadId }) => people.get(leadId)?.name ?? ''))] : []
  if (teams.length > 0) notes.push({ kind: 'changedTeam', name: teams.join('、') })
  const isNamed = card.leadId !== null && person.leadId !== null
  const isMoved = isNamed && card.leadReason === '' && person.leadId !== card.leadId
  if (isMoved) notes.push({ kind: 'moved', name: people.get(person.leadId ?? '')?.name ?? '' })
  if (card.leadId === null) notes.push({ kind: 'noAssessor', name: '' })
  else if (!canAssess(people.get(card.leadId)) && card.leadState !== 'given')
    notes.push({ kind: 'assessorLeft', name: '' })
  return notes
}
