import type { MemberScope } from './access.ts'

/** Somebody at the desk, and whose team they are in. */
export type TeamMate = { id: string; leadId: string | null }

/**
 * The people of somebody's team, with that person: whoever leads others has all who are below, whoever leads nobody has the
 * team of the own lead. People who left count too: what they had stays with the team.
 */
export function teamOf(people: readonly TeamMate[], id: string): string[] {
  const leadsSomebody = people.some(({ leadId }) => leadId === id)
  const top = leadsSomebody ? id : (people.find((one) => one.id === id)?.leadId ?? id)
  const team = new Set([id, top])
  for (let known = 0; known < team.size; ) {
    known = team.size
    for (const one of people) if (one.leadId !== null && team.has(one.leadId)) team.add(one.id)
  }
  return [...team]
}

/**
 * Who has to do with a member now: open cases and parts of them, calls of late or going on, promises not yet kept; and who
 * opened the file at the desk, null when an import brought it.
 */
export type MemberTies = { id: string; people: readonly string[]; createdBy: string | null }

/** S3-129: whether a member's file lies within the scope; the store asks the same in `members/reach.ts`. */
export function reachesMember({ rows, people, opened }: MemberScope, ties: MemberTies): boolean {
  if (rows === 'none') return false
  if (rows === 'all' || opened.includes(ties.id)) return true
  if (ties.people.some((id) => people.includes(id))) return true
  // Whoever opened a file reads it, but has nothing to do with the member for that: the other teams go on sharing the file.
  if (ties.createdBy !== null && people.includes(ties.createdBy)) return true
  return rows === 'team' && ties.people.length === 0
}
