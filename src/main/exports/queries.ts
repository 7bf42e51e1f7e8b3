import { DEPARTMENT_NAMES } from '../../shared/cases/words.ts'
import { sideOf } from '../../shared/contract.ts'
import type { ExportRow } from '../../shared/exports/contract.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { Language } from '../../shared/session/model.ts'
import { copyState } from '../rules/export-approval.ts'
import type { Db, Row } from '../store/types.ts'

const AT_ONCE = 500

export async function insertExport(db: Db, row: Row<'exports'>): Promise<void> {
  await db.insertInto('exports').values(row).execute()
}

export async function insertCopy(db: Db, row: Row<'exportCopies'>): Promise<void> {
  await db.insertInto('exportCopies').values(row).execute()
}

/** The register, newest first; `isOverdue`: copies that should have been destroyed before today, the longest due first. */
export async function listExports(
  db: Db,
  { limit, isOverdue }: { limit: number; isOverdue: boolean },
  today: string,
): Promise<ExportRow[]> {
  const all = db
    .selectFrom('exports')
    .innerJoin('users', 'users.id', 'exports.actorId')
    .leftJoin('members', 'members.id', 'exports.memberId')
    .leftJoin('exportCopies as copy', 'copy.exportId', 'exports.id')
    .leftJoin('exportRequests as request', 'request.id', 'copy.requestId')
    .leftJoin('users as second', 'second.id', 'request.decidedBy')
    .select(['exports.id', 'exports.at', 'exports.memberId', 'exports.purpose', 'exports.requester'])
    .select(['exports.fileName', 'exports.rows', 'exports.sha256', 'exports.head'])
    .select(['users.name as actorName', 'members.cardNo as memberCard', 'second.name as approvedBy'])
    .select(['copy.scopeKind', 'copy.scopeLabel', 'copy.profile', 'copy.recipient', 'copy.heldBack'])
    .select(['copy.encryption', 'copy.destroyBy', 'copy.destroyedOn', 'copy.destroyedNote'])
  const wanted = isOverdue
    ? all.where('copy.destroyedOn', 'is', null).where('copy.destroyBy', '<', today).orderBy('copy.destroyBy')
    : all.orderBy('exports.at', 'desc')
  const rows = await wanted.limit(limit).execute()
  return rows.map((row) => ({ ...registered(row), copy: copyOf(row, today) }))
}

type Joined = Omit<ExportRow, 'copy' | 'memberId'> & { memberId: string | null } & Partial<
    Record<keyof NonNullable<ExportRow['copy']>, unknown>
  >

function registered(row: Joined): Omit<ExportRow, 'copy'> {
  const { id, at, actorName, memberCard, purpose, requester, fileName, rows, sha256, head } = row
  const memberId = row.memberId as MemberId | null
  return { id, at, actorName, memberId, memberCard, purpose, requester, fileName, rows, sha256, head }
}

type Copied = {
  [K in 'scopeKind' | 'scopeLabel' | 'profile' | 'recipient' | 'heldBack' | 'encryption']: Row<'exportCopies'>[K] | null
} & Pick<Row<'exportCopies'>, 'destroyBy' | 'destroyedOn' | 'destroyedNote'> & { approvedBy: string | null }

function copyOf(row: Copied, today: string): ExportRow['copy'] {
  const { scopeKind, scopeLabel, profile, recipient, heldBack, encryption } = row
  if (!scopeKind || !profile || !encryption) return null
  const { destroyBy, destroyedOn, destroyedNote, approvedBy } = row
  const known = {
    scopeKind,
    scopeLabel: scopeLabel ?? '',
    profile,
    recipient: recipient ?? '',
    heldBack: heldBack ?? 0,
  }
  const ended = { state: copyState(row, today), destroyBy, destroyedOn, destroyedNote, approvedBy }
  return { ...known, encryption, ...ended }
}

export async function findCopy(db: Db, exportId: string) {
  return db.selectFrom('exportCopies').selectAll().where('exportId', '=', exportId).executeTakeFirst()
}

export async function endCopy(
  db: Db,
  exportId: string,
  end: Pick<Row<'exportCopies'>, 'destroyedOn' | 'destroyedNote' | 'confirmedAt' | 'confirmedBy'>,
): Promise<void> {
  await db.updateTable('exportCopies').set(end).where('exportId', '=', exportId).execute()
}

/** Names of the desk's people by id, for the reader of a history. */
export async function readNames(db: Db): Promise<Map<string, string>> {
  const rows = await db.selectFrom('users').select(['id', 'name', 'login']).execute()
  return new Map(rows.map(({ id, name, login }) => [id, `${name} (${login})`]))
}

/** Names of the desks by code. */
export async function readDeskNames(db: Db, language: Language): Promise<Map<string, string>> {
  const rows = await db.selectFrom('desks').select(['code', 'nameZh', 'nameEn']).execute()
  const shipped = Object.entries(DEPARTMENT_NAMES).map(([code, name]) => [code, name[sideOf(language)]] as const)
  return new Map([
    ...shipped,
    ...rows.map(({ code, nameZh, nameEn }) => [code, language === 'en' ? nameEn : nameZh] as const),
  ])
}

/** The audit rows about some members or cases, by number, in order. */
export async function findEntries(db: Db, memberIds: readonly string[], caseIds: readonly string[]): Promise<number[]> {
  const found = new Set<number>()
  const wanted = [
    ...parts(memberIds).map((ids) => db.selectFrom('audit').select('seq').where('memberId', 'in', ids)),
    ...parts(caseIds).map((ids) => db.selectFrom('audit').select('seq').where('caseId', 'in', ids)),
  ]
  for (const query of wanted) for (const { seq } of await query.execute()) found.add(seq)
  return [...found].sort((a, b) => a - b)
}

function parts(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, n) => ids.slice(n * AT_ONCE, (n + 1) * AT_ONCE))
}
