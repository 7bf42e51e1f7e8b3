import { allow, type Decision, deny, type Issue } from '../../shared/failure.ts'
import type { NewMember } from '../../shared/members/fields.ts'
import type { ContactKind } from '../../shared/members/words.ts'
import type { Role } from '../../shared/roles.ts'
import type { MemberTier } from '../../shared/tiers/model.ts'
import type { Day } from '../../shared/time.ts'
import type { CellKind } from './import-cells.ts'
import { birthOfIdentity, documentNumber, email, looksLikeIdentity, mobile, readIdentity } from './import-contacts.ts'
import { memberFields } from './member-fields.ts'

/** Fields of a file whose form is judged, the same way for typing and for imports. */
export type EntryFields = {
  [K in 'card' | 'mobile' | 'email' | 'documentType' | 'documentNo' | 'birthDate' | 'enrolledOn']?:
    | NewMember[K]
    | undefined
} & { leftOn?: Day | null | undefined }

/** What an entry became: the values as they are kept, and what is wrong with them. */
export type Entry<T> = { values: T; issues: Issue[] }

/**
 * Puts typed numbers into the form they are kept in and finds what cannot be: a number that is none, an identity number
 * whose check sign is wrong or which contradicts the day of birth, a day after today. `kept` is the file as it stands.
 */
export function readEntry<T extends EntryFields>(entry: T, kept: EntryFields, today: Day): Entry<T> {
  const values = { ...entry }
  const issues: Issue[] = []
  const read = (field: 'card' | 'mobile' | 'email' | 'documentNo', kind: CellKind<string>) => {
    const written = entry[field]
    if (written === undefined || written === null) return
    const cell = kind.reader()?.(written, { today })
    if (cell?.ok) values[field] = cell.value
    else if (cell) issues.push({ path: field, reason: cell.reason })
  }
  read('card', memberFields.card.kind)
  read('mobile', mobile)
  read('email', email)
  read('documentNo', documentNumber)
  for (const field of ['birthDate', 'enrolledOn', 'leftOn'] as const) {
    const value = entry[field]
    if (value !== undefined && value !== null && value > today) issues.push({ path: field, reason: 'in-future' })
  }
  const whole = { ...kept, ...values }
  if (whole.enrolledOn && whole.leftOn && whole.leftOn < whole.enrolledOn)
    issues.push({ path: 'leftOn', reason: 'before-start' })
  const changesDocument =
    entry.documentNo !== undefined || entry.documentType !== undefined || entry.birthDate !== undefined
  if (changesDocument && !issues.some(({ path }) => path === 'documentNo')) issues.push(...checkDocument(values, whole))
  return { values, issues }
}

/** An identity number is known by its type or its form; it must pass its check and agree with the day of birth. */
function checkDocument(values: EntryFields, whole: EntryFields): Issue[] {
  const number = whole.documentNo ?? null
  if (number === null) return []
  const isIdentity = whole.documentType === 'identity' || (whole.documentType === null && looksLikeIdentity(number))
  if (!isIdentity) return []
  const identity = readIdentity(number)
  if (!identity.ok) return [{ path: 'documentNo', reason: identity.reason }]
  if (values.documentNo !== undefined && values.documentType === null) values.documentType = 'identity'
  const birth = birthOfIdentity(number)
  if (whole.birthDate && whole.birthDate !== birth) return [{ path: 'birthDate', reason: 'contradiction' }]
  return []
}

/** S3-30: only a lead or manager puts a new member on the VIP list, and says why. */
export function canEnterTier(role: Role | 'system', tier: MemberTier, reason: string): Decision {
  if (tier === 'none') return allow
  if (role !== 'lead' && role !== 'manager') return deny('tier-by-lead')
  return reason === '' ? deny('vip-reason-missing') : allow
}

/** A contact is a telephone number unless its kind says otherwise; an assistant or relative is named. */
export function checkContact(kind: ContactKind, value: string, label: string): Issue[] {
  const issues: Issue[] = []
  if (kind === 'email') {
    const cell = email.reader()?.(value, { today: '' })
    if (!cell?.ok) issues.push({ path: 'value', reason: 'not-an-email' })
  } else if (kind !== 'wechat') {
    const isPhone =
      /^\+?[\d\s().·‐-―-]+$/.test(value.normalize('NFKC')) && value.normalize('NFKC').replace(/\D/g, '').length >= 5
    if (!isPhone) issues.push({ path: 'value', reason: 'phone' })
  }
  if ((kind === 'assistant' || kind === 'family') && label === '') issues.push({ path: 'label', reason: 'required' })
  return issues
}
