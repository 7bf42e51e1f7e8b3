import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { Role } from '../../shared/roles.ts'
import type { Instant } from '../../shared/time.ts'
import { dayAt, minuteAt } from './zone.ts'

/** A purpose shorter than this many characters says nothing. */
export const PURPOSE_MIN_LENGTH = 4

export type ExportRequest = {
  purpose: string
  /** True when the file goes abroad: PIPL 38–40 ask for a condition, a notice and a separate consent. */
  leavesMainland: boolean
  /** Reference of the approval for going abroad. */
  approval?: string
}

/** S3-133: only a manager exports, with a purpose in words; nothing goes abroad without an approval (PIPL 38–40). */
export function canExport(actor: { role: Role }, request: ExportRequest): Decision {
  if (actor.role !== 'manager') return deny('export-manager-only')
  if (!hasPurpose(request.purpose)) return deny('export-purpose', { min: PURPOSE_MIN_LENGTH })
  if (request.leavesMainland && !request.approval?.trim()) return deny('export-abroad-approval')
  return allow
}

/** Enough different characters to be a sentence, not a key held down. */
function hasPurpose(purpose: string): boolean {
  const signs = [...purpose.trim()]
  return signs.length >= PURPOSE_MIN_LENGTH && new Set(signs).size >= 4
}

export type WatermarkFacts = {
  name: string
  login: string
  at: Instant
  reference: string
  zone: string
  purpose: string
}

/** S3-133: the two lines printed across every exported page: who took it out, when, under which entry; and what for. */
export function watermarkText({ name, login, at, reference, zone, purpose }: WatermarkFacts): string {
  const minute = minuteAt(zone, at)
  const clock = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':')
  return `${name} (${login}) ${dayAt(zone, at)} ${clock} ${reference}\n${purpose.replaceAll(/\s+/g, ' ').trim()}`
}
