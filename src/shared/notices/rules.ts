import type { Bilingual } from '../contract.ts'
import type { NoticeRules } from '../settings/personal.ts'
import { NOTICE_KIND_NAMES, type NoticeKind, type QuietReason } from './words.ts'

/** True within a stretch of the day, which may run over midnight; a stretch of no length is none. */
export function isQuietMinute(minute: number, from: number, until: number): boolean {
  if (from === until) return false
  return from < until ? minute >= from && minute < until : minute >= from || minute < until
}

/** Whether the desk speaks up about something, or why it does not: a person's own rules decide. */
export function quietBecause(
  notice: { kind: NoticeKind; isMine: boolean },
  rules: NoticeRules,
  minute: number,
): QuietReason | null {
  if (!rules.isOn) return 'off'
  if (rules.muted.includes(notice.kind)) return 'kind'
  if (rules.onlyMine && !notice.isMine) return 'notMine'
  return isQuietMinute(minute, rules.quietFrom, rules.quietUntil) ? 'hours' : null
}

/** What the system shows: the kind and the number of the case; never a name, a telephone or what somebody said. */
export function noticeText(kind: NoticeKind, caseNumber: string | null): Bilingual {
  const { zh, en } = NOTICE_KIND_NAMES[kind]
  return caseNumber === null ? { zh, en } : { zh: `${zh}：${caseNumber}`, en: `${en}: ${caseNumber}` }
}

/** The title of the window with what is unread; nothing about people or matters. */
export function titleWith(unread: number): string {
  return unread === 0 ? 'VIP Desk' : `(${unread > 99 ? '99+' : unread}) VIP Desk`
}
