import type { Completeness } from '../../shared/members/model.ts'
import { FILE_PARTS, type FilePart, type MemberStatus } from '../../shared/members/words.ts'
import { DAY, type Instant } from '../../shared/time.ts'

/** A file that nobody checked with the member for this long is due (S3-75, S4-76): half a year. */
export const VERIFY_AFTER = 180 * DAY

/** What each part of a file counts: the desk cannot serve without a name and a number, the rest makes service personal. */
const WEIGHTS: Record<FilePart, number> = {
  name: 15,
  mobile: 20,
  gender: 5,
  birthDate: 10,
  document: 10,
  email: 5,
  language: 5,
  title: 5,
  residence: 5,
  preferences: 10,
  consent: 10,
}

const WHOLE = FILE_PARTS.reduce((sum, part) => sum + WEIGHTS[part], 0)

/** What completeness looks at; empty texts and lists count as missing. */
export type FileFacts = {
  name: string
  mobile: string | null
  gender: string
  birthDate: string | null
  documentNo: string | null
  email: string | null
  language: string
  title: string
  province: string | null
  city: string | null
  preferences: readonly string[]
  hasConsent: boolean
  status: MemberStatus
  verifiedAt: Instant | null
}

function has(file: FileFacts, part: FilePart): boolean {
  switch (part) {
    case 'gender':
      return file.gender !== 'unknown'
    case 'document':
      return Boolean(file.documentNo)
    case 'residence':
      return Boolean(file.province) && Boolean(file.city)
    case 'preferences':
      return file.preferences.length > 0
    case 'consent':
      return file.hasConsent
    default:
      return Boolean(file[part])
  }
}

/** S3-75: how complete a file is, out of 100, what it lacks, and whether it must be checked with the member again. */
export function completenessOf(file: FileFacts, now: Instant): Completeness {
  const missing = FILE_PARTS.filter((part) => !has(file, part))
  const lost = missing.reduce((sum, part) => sum + WEIGHTS[part], 0)
  const verifyBy = file.verifiedAt === null ? null : file.verifiedAt + VERIFY_AFTER
  return {
    score: Math.floor(((WHOLE - lost) * 100) / WHOLE),
    missing,
    isVerificationDue: file.status === 'active' && (verifyBy === null || verifyBy <= now),
    verifyBy,
  }
}
