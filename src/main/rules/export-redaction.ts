import {
  type ExportProfile,
  type FieldClass,
  type FieldDeed,
  isWholeProfile,
  PROFILE_RULES,
} from '../../shared/exports/profiles.ts'
import { maskNumbersIn } from './masked-text.ts'
import { type MaskKind, maskValue } from './masking.ts'

/** What stands where a text was taken out. */
export const WITHHELD = '[已隐去 withheld]'

export type Cell = string | number | null
export type ClassOf = (table: string, column: string) => FieldClass | undefined
export type Cells = Record<string, Cell>

// Search keys say the whole number again, backwards or bare: masking their ends would show the middle.
const SEARCH_KEYS = new Set(['mobileBackwards', 'documentBackwards', 'contactDigits', 'normalized'])
const MASK_OF: Record<string, MaskKind> = { email: 'email', documentNo: 'identity', wechat: 'passport' }

/** What a profile does with a column; a column nobody has classed stays here unless everything leaves. */
export function deedOf(profile: ExportProfile, fieldClass: FieldClass | undefined): FieldDeed {
  if (fieldClass === undefined) return isWholeProfile(profile) ? 'keep' : 'withhold'
  return PROFILE_RULES[profile].deeds[fieldClass]
}

/** S3-133: one row as a recipient may have it; the same columns, none left out, so that tables stay comparable. */
export function redactRow<R extends Cells>(profile: ExportProfile, table: string, row: R, classOf: ClassOf): R {
  return redactor(profile, table, Object.keys(row), classOf)(row) as R
}

/** The same for many rows of a table: what is done to each of its columns is looked up once. */
export function redactor(
  profile: ExportProfile,
  table: string,
  columns: readonly string[],
  classOf: ClassOf,
): (row: Cells) => Cells {
  const changed = columns
    .map((column) => ({ column, deed: deedOf(profile, classOf(table, column)) }))
    .filter(({ deed }) => deed !== 'keep')
  if (changed.length === 0) return (row) => row
  return (row) => {
    const redacted = { ...row }
    for (const { column, deed } of changed) redacted[column] = redactCell(deed, column, row[column] ?? null)
    return redacted
  }
}

/**
 * S3-133: whether a row leaves at all: by its table, by the case it belongs to, and only if it was really sent. S2-10: nobody
 * takes out a report of misconduct that is closed to them.
 */
export function mayLeave(
  profile: ExportProfile,
  table: string,
  row: Cells,
  isRestricted: (caseId: string) => boolean,
  mayRead: (caseId: string) => boolean = () => true,
): boolean {
  const rules = PROFILE_RULES[profile]
  if (rules.without.includes(table)) return false
  if (!rules.hasUnsent && table === 'messages' && row.sentAt === null) return false
  const caseId = table === 'cases' ? row.id : row.caseId
  if (rules.hasRestricted) return typeof caseId !== 'string' || mayRead(caseId)
  if (table === 'cases') return row.isRestricted !== 1
  return typeof row.caseId !== 'string' || !isRestricted(row.caseId)
}

function redactCell(deed: FieldDeed, column: string, value: Cell): Cell {
  if (value === null || value === '' || deed === 'keep') return value
  if (typeof value === 'number') return deed === 'numbers' ? value : null
  if (deed === 'numbers') return maskNumbersIn(value)
  if (deed === 'alias') return `S-${value.slice(-8)}`
  if (deed === 'withhold' || SEARCH_KEYS.has(column)) return WITHHELD
  return maskText(column, value)
}

function maskText(column: string, value: string): string {
  const known = MASK_OF[column]
  if (known) return maskValue(known, value)
  if (/name|author|title/i.test(column)) return maskValue('name', value)
  if (value.includes('@')) return maskValue('email', value)
  return /\d/.test(value) ? maskValue('phone', value) : WITHHELD
}

/** The columns that a profile replaces, as `table.column`, for the manifest. */
export function replacedColumns(
  profile: ExportProfile,
  columns: Readonly<Record<string, readonly string[]>>,
  classOf: ClassOf,
): string[] {
  const { without } = PROFILE_RULES[profile]
  return Object.entries(columns)
    .filter(([table]) => !without.includes(table))
    .flatMap(([table, names]) =>
      names.filter((name) => deedOf(profile, classOf(table, name)) !== 'keep').map((name) => `${table}.${name}`),
    )
}
