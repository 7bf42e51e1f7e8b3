import type { FieldChange, RowError, RowOutcome } from '../../shared/imports/model.ts'
import { type Figures, hasFigures, mergeFigures } from '../rules/import-figures.ts'
import { applyMapping, type FileRow } from '../rules/import-mapping.ts'
import { type MemberColumns, mergeColumns, newColumns } from '../rules/import-merge.ts'
import type { MemberDraft } from '../rules/member-fields.ts'
import type { Db } from '../store/types.ts'
import type { Plan } from './plan.ts'
import { findMembersByCard, findPeriods } from './queries.ts'

/** One month of a member: as it will be, and whether the store has a row for it. */
export type MonthState = { figures: Figures; isStored: boolean; isChanged: boolean }

/** A member while a batch is worked on; `write` holds the columns that differ from the store. */
export type MemberState = {
  id: string
  card: string
  columns: MemberColumns
  isStored: boolean
  write: Partial<MemberColumns>
  tierBefore: MemberColumns['tier']
  months: Map<string, MonthState>
}

/** What became of one row; a rejected one has errors, an updated one its changes. */
export type Judged = {
  file: FileRow
  outcome: RowOutcome
  draft?: MemberDraft
  member?: MemberState
  changes: FieldChange[]
  errors: RowError[]
}

type Read = { file: FileRow; draft: MemberDraft; card: string }

/** Judges rows batch after batch, remembering which cards the file has had. */
export type Intake = (db: Db, rows: readonly FileRow[]) => Promise<Judged[]>

export function intake(plan: Plan, nextId: () => string): Intake {
  const seen = new Map<string, number>()
  /** In a dry run the store does not learn what earlier rows of the file made. */
  const carried = new Map<string, MemberState>()
  const keeps = plan.isDry && plan.hasMonths

  return async (db, rows) => {
    const judged: Judged[] = []
    const read: Read[] = []
    for (const file of rows) {
      const mapped = applyMapping(file, plan.mapper, { today: plan.today })
      if (mapped.ok) read.push({ file, draft: mapped.value, card: mapped.value.card ?? '' })
      else judged.push({ file, outcome: 'rejected', changes: [], errors: mapped.errors })
    }
    const members = await loadMembers(db, plan, read, { seen, carried })
    for (const row of read) {
      const one = judge(plan, row, members, seen, nextId)
      judged.push(one)
      if (keeps && one.member) carried.set(row.card, one.member)
    }
    // Rows refused by their cells were judged first.
    return read.length === judged.length ? judged : judged.sort((a, b) => a.file.row - b.file.row)
  }
}

type Known = { seen: ReadonlyMap<string, number>; carried: ReadonlyMap<string, MemberState> }

async function loadMembers(
  db: Db,
  plan: Plan,
  read: readonly Read[],
  { seen, carried }: Known,
): Promise<Map<string, MemberState>> {
  const members = new Map<string, MemberState>()
  const cards = new Set<string>()
  for (const { card } of read) {
    const state = carried.get(card)
    if (state) members.set(card, state)
    // A store that began empty knows only the cards that this file brought.
    else if (!plan.isFirst || (seen.has(card) && !plan.isDry)) cards.add(card)
  }
  const byId = new Map<string, MemberState>()
  for (const row of await findMembersByCard(db, [...cards])) {
    const state: MemberState = {
      id: row.id,
      card: row.cardNo,
      columns: row,
      isStored: true,
      write: {},
      tierBefore: row.tier,
      months: new Map(),
    }
    members.set(row.cardNo, state)
    byId.set(row.id, state)
  }
  const months = new Set(read.filter(({ draft }) => hasFigures(draft)).map(({ draft }) => draft.period ?? plan.month))
  if (byId.size > 0 && months.size > 0) {
    for (const { memberId, period, ...figures } of await findPeriods(db, [...byId.keys()], [...months])) {
      byId.get(memberId)?.months.set(period, { figures, isStored: true, isChanged: false })
    }
  }
  return members
}

function rejected(file: FileRow, error: Omit<RowError, 'row'>): Judged {
  return { file, outcome: 'rejected', changes: [], errors: [{ row: file.row, ...error }] }
}

function judge(
  plan: Plan,
  { file, draft, card }: Read,
  members: Map<string, MemberState>,
  seen: Map<string, number>,
  nextId: () => string,
): Judged {
  const month = draft.period ?? plan.month
  const key = plan.hasMonths ? `${card}\n${month}` : card
  const first = seen.get(key)
  if (first !== undefined) return rejected(file, { field: 'card', reason: 'duplicate', params: { first } })
  const known = members.get(card)
  if (!known && draft.name === undefined) {
    return rejected(
      file,
      plan.makesNames ? { field: 'name', reason: 'required' } : { field: 'card', reason: 'unknown-member' },
    )
  }
  seen.set(key, file.row)
  if (plan.hasMonths) seen.set(card, file.row)
  const member = known ?? create(plan, draft, card, nextId())
  members.set(card, member)
  const figures = hasFigures(draft) ? bookFigures(member, draft, month) : []
  if (!known) return { file, outcome: 'created', draft, member, changes: [], errors: [] }
  const merge = mergeColumns(member.columns, draft, plan.context)
  if (merge.changes.length > 0) {
    member.columns = { ...member.columns, ...merge.columns }
    member.write = { ...member.write, ...merge.columns }
  }
  const changes = [...merge.changes, ...figures]
  return { file, outcome: changes.length > 0 ? 'updated' : 'unchanged', draft, member, changes, errors: [] }
}

function create(plan: Plan, draft: MemberDraft, card: string, id: string): MemberState {
  return {
    id,
    card,
    columns: newColumns(draft, plan.context),
    isStored: false,
    write: {},
    tierBefore: 'none',
    months: new Map(),
  }
}

function bookFigures(member: MemberState, draft: MemberDraft, month: string): FieldChange[] {
  const stored = member.months.get(month)
  const { figures, changes } = mergeFigures(stored?.figures, draft, month)
  if (changes.length > 0) member.months.set(month, { figures, isStored: stored?.isStored ?? false, isChanged: true })
  return changes
}
