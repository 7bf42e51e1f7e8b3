import type { FieldChange, RowError, RowOutcome } from '../../shared/imports/model.ts'
import { type Figures, hasFigures, mergeFigures } from '../rules/import-figures.ts'
import { createdId, seriesOf } from '../rules/import-ids.ts'
import { applyMapping, type FileRow } from '../rules/import-mapping.ts'
import { type MemberColumns, mergeColumns, newColumns } from '../rules/import-merge.ts'
import type { MemberDraft } from '../rules/member-fields.ts'
import type { Row } from '../store/types.ts'
import type { Plan } from './plan.ts'

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
  /** Absent while the file said nothing of any month. */
  months?: Map<string, MonthState>
}

/** What became of one row; a rejected one has errors, an updated one its changes. */
export type Judged = {
  file: FileRow
  outcome: RowOutcome
  draft?: MemberDraft
  member?: MemberState
  changes: readonly FieldChange[]
  errors: readonly RowError[]
}

const NONE: readonly never[] = []

type Read = { file: FileRow; draft: MemberDraft; card: string }

/** What is stored of the members a batch names. */
export type Stored = {
  byCard: (cards: readonly string[]) => Promise<Row<'members'>[]>
  periods: (memberIds: readonly string[], months: readonly string[]) => Promise<Row<'memberPeriods'>[]>
}

/** Judges rows batch after batch, remembering which cards the file has had. */
export type Intake = (rows: readonly FileRow[]) => Promise<Judged[]>

/** The store is asked only for members that it may know; in a first import or a dry one nobody asks for what the file itself made. */
export function intake(plan: Plan, stored: Stored): Intake {
  const seen = new Map<string, number>()
  const carried = new Map<string, MemberState>()
  const keeps = plan.hasMonths && (plan.isDry || plan.isFirst)
  const series = seriesOf(plan.importId)

  return async (rows) => {
    const judged: Judged[] = []
    const read: Read[] = []
    for (const file of rows) {
      const mapped = applyMapping(file, plan.mapper, { today: plan.today })
      if (mapped.ok) read.push({ file, draft: mapped.value, card: mapped.value.card ?? '' })
      else judged.push({ file, outcome: 'rejected', changes: NONE, errors: mapped.errors })
    }
    const members = await loadMembers(stored, plan, read, carried)
    for (const row of read) {
      const one = judge(plan, row, members, seen, series)
      judged.push(one)
      if (keeps && one.member) carried.set(row.card, one.member)
    }
    // Rows refused by their cells were judged first.
    return read.length === judged.length ? judged : judged.sort((a, b) => a.file.row - b.file.row)
  }
}

async function loadMembers(
  stored: Stored,
  plan: Plan,
  read: readonly Read[],
  carried: ReadonlyMap<string, MemberState>,
): Promise<Map<string, MemberState>> {
  const members = new Map<string, MemberState>()
  const cards = new Set<string>()
  for (const { card } of read) {
    const state = carried.get(card)
    if (state) members.set(card, state)
    else if (!plan.isFirst) cards.add(card)
  }
  if (cards.size === 0) return members
  const byId = new Map<string, MemberState>()
  for (const row of await stored.byCard([...cards])) {
    const state: MemberState = {
      id: row.id,
      card: row.cardNo,
      columns: row,
      isStored: true,
      write: {},
      tierBefore: row.tier,
    }
    members.set(row.cardNo, state)
    byId.set(row.id, state)
  }
  const months = new Set(read.filter(({ draft }) => hasFigures(draft)).map(({ draft }) => draft.period ?? plan.month))
  if (byId.size > 0 && months.size > 0) {
    for (const { memberId, period, ...figures } of await stored.periods([...byId.keys()], [...months])) {
      const member = byId.get(memberId)
      if (member) monthsOf(member).set(period, { figures, isStored: true, isChanged: false })
    }
  }
  return members
}

function rejected(file: FileRow, error: Omit<RowError, 'row'>): Judged {
  return { file, outcome: 'rejected', changes: NONE, errors: [{ row: file.row, ...error }] }
}

function judge(
  plan: Plan,
  { file, draft, card }: Read,
  members: Map<string, MemberState>,
  seen: Map<string, number>,
  series: string,
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
  const member = known ?? create(plan, draft, card, createdId(series, file.row))
  if (plan.hasMonths) members.set(card, member)
  const figures = hasFigures(draft) ? bookFigures(member, draft, month) : NONE
  if (!known) return { file, outcome: 'created', draft, member, changes: NONE, errors: NONE }
  const merge = mergeColumns(member.columns, draft, plan.context)
  if (merge.changes.length > 0) {
    member.columns = { ...member.columns, ...merge.columns }
    member.write = { ...member.write, ...merge.columns }
  }
  const changes = [...merge.changes, ...figures]
  return { file, outcome: changes.length > 0 ? 'updated' : 'unchanged', draft, member, changes, errors: NONE }
}

function create(plan: Plan, draft: MemberDraft, card: string, id: string): MemberState {
  return {
    id,
    card,
    columns: newColumns(draft, plan.context),
    isStored: false,
    write: {},
    tierBefore: 'none',
  }
}

function monthsOf(member: MemberState): Map<string, MonthState> {
  member.months ??= new Map()
  return member.months
}

function bookFigures(member: MemberState, draft: MemberDraft, month: string): FieldChange[] {
  const stored = member.months?.get(month)
  const { figures, changes } = mergeFigures(stored?.figures, draft, month)
  if (changes.length > 0) monthsOf(member).set(month, { figures, isStored: stored?.isStored ?? false, isChanged: true })
  return changes
}
