import { allow, type Decision, deny } from '../failure.ts'
import { DAY, type Instant } from '../time.ts'
import type { TextKind, TextState } from './words.ts'

/** What decides where a version of a text stands. */
export type TextFacts = { version: number; approvedAt: Instant | null; fromAt: Instant | null }

/** S3-127: the version in force is the newest approved one whose day has come; a draft never is. */
export function currentText<T extends TextFacts>(texts: readonly T[], now: Instant): T | undefined {
  return texts
    .filter(({ approvedAt, fromAt }) => approvedAt !== null && fromAt !== null && fromAt <= now)
    .reduce<T | undefined>((best, text) => (best && best.version > text.version ? best : text), undefined)
}

/** Where one version stands among all of its kind. */
export function textState(text: TextFacts, all: readonly TextFacts[], now: Instant): TextState {
  if (text.approvedAt === null || text.fromAt === null) return 'draft'
  const current = currentText(all, now)
  if (current?.version === text.version) return 'inForce'
  return text.fromAt > now && text.version > (current?.version ?? 0) ? 'coming' : 'retired'
}

/** S3-127: a second person approves; what the desk was shipped with was written by nobody at it. */
export function canApproveText(
  text: { approvedAt: Instant | null; savedBy: string | null },
  approverId: string,
): Decision {
  if (text.approvedAt !== null) return deny('trust-text-approved')
  return text.savedBy === approverId ? deny('trust-text-own') : allow
}

/** Until when a person may still work without having signed, in milliseconds UTC: days of grace after the later of text and person. */
export function signBy(inForceSince: Instant, personSince: Instant, graceDays: number): Instant {
  return Math.max(inForceSince, personSince) + graceDays * DAY
}

/** What decides whether somebody who has not signed may still be shown personal data. */
export type Unsigned = { inForceSince: Instant; personSince: Instant; graceDays: number; now: Instant }

/** S3-134: without the signed undertaking nobody is shown personal data once the days of grace are over. */
export function mayBeShown({ inForceSince, personSince, graceDays, now }: Unsigned): Decision {
  if (now < signBy(inForceSince, personSince, graceDays)) return allow
  return deny('trust-unsigned', { days: graceDays })
}

/** S3-134: who signs writes the own full name and proves the own password. */
export function canSign(kind: TextKind, signer: { name: string }, typed: string): Decision {
  if (kind !== 'undertaking') return deny('trust-only-read')
  const plain = (name: string) => name.normalize('NFKC').replace(/\s+/gu, ' ').trim()
  return plain(typed) === plain(signer.name) ? allow : deny('trust-name-differs', { name: signer.name })
}
