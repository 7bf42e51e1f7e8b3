import { type Category, type Department, isUnder, type Urgency } from '../../shared/cases/words.ts'
import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { Role } from '../../shared/roles.ts'
import type { Specialist } from '../../shared/workflow/specialists.ts'

/** A person as the proposal sees them: how many cases they have, and how many of the first priority. */
export type Candidate = { id: string; isActive: boolean; open: number; pressing: number }

export type ProposalFacts = {
  category: Category
  urgency: Urgency
  department: Department
  ownerId: string | null
  table: readonly Specialist[]
  people: readonly Candidate[]
}

export type Proposal = {
  ownerId: string | null
  department: Department
  why: 'specialist' | 'deputy' | 'owner' | 'leastBusy'
  /** The category whose row of the table applied; null when none did. */
  row: Category | null
}

/** With so many open cases a specialist takes no more while the deputy can (D). */
const FULL = 25
/** Urgent matters go past a specialist who has so many of the first priority (D). */
const PRESSED = 4

/**
 * S1-32 S1-33 S2-34: who should get a case: the category's specialist, the deputy when that person is away, full or
 * pressed; whoever has it when the table names nobody, or else whoever has least.
 */
export function proposeOwner(facts: ProposalFacts): Proposal {
  const { people, urgency } = facts
  const row = specialistFor(facts.table, facts.category)
  const of = (id: string | null | undefined) => people.find((person) => person.id === id && person.isActive)
  const department = row?.department ?? facts.department
  const isFree = ({ open, pressing }: Candidate) => open < FULL && (urgency !== 'high' || pressing < PRESSED)
  const specialist = of(row?.specialistId)
  const deputy = of(row?.deputyId)
  const named = { department, row: row?.category ?? null }
  if (specialist && (isFree(specialist) || !deputy)) return { ...named, ownerId: specialist.id, why: 'specialist' }
  if (deputy) return { ...named, ownerId: deputy.id, why: 'deputy' }
  if (of(facts.ownerId)) return { department, row: null, ownerId: facts.ownerId, why: 'owner' }
  return { department, row: null, ownerId: leastBusy(people), why: 'leastBusy' }
}

/** The row of the category itself, or else of its group. */
export function specialistFor(table: readonly Specialist[], category: string): Specialist | undefined {
  const fitting = table.filter((row) => isUnder(category, row.category))
  return fitting.toSorted((a, b) => b.category.length - a.category.length)[0]
}

function leastBusy(people: readonly Candidate[]): string | null {
  const active = people.filter(({ isActive }) => isActive)
  return active.toSorted((a, b) => a.open - b.open || (a.id < b.id ? -1 : 1))[0]?.id ?? null
}

/** The desk proposes and a lead may decide otherwise; an agent gives the case to whom the table names (S2-34). */
export function mayOverride(actor: { role: Role }, proposal: Proposal, ownerId: string): Decision {
  const isAsProposed = proposal.row === null || proposal.ownerId === ownerId
  return isAsProposed || actor.role !== 'agent' ? allow : deny('case-assign-proposed')
}
