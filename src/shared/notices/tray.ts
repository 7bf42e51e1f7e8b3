import type { Bilingual } from '../contract.ts'
import type { Language } from '../session/model.ts'
import { HOUR, type Instant } from '../time.ts'

/** What waits for the person at the desk: own cases and follow-ups late or due within the hour, and unread notices. */
export type Waits = { overdue: number; soon: number; unread: number }

export const NOTHING_WAITS: Waits = { overdue: 0, soon: 0, unread: 0 }

/** Due so soon that it is next. */
export const SOON = HOUR

export const TRAY_ACTS = ['open', 'lock', 'quit'] as const
export type TrayAct = (typeof TRAY_ACTS)[number]

/** The dot on the icon: red when something is late, amber when something is due soon or unread. */
export type TrayMark = 'none' | 'soon' | 'late'

export type TrayContent = {
  tooltip: string
  mark: TrayMark
  /** One line each that says what waits; they do nothing. */
  lines: string[]
  acts: { act: TrayAct; label: string; isEnabled: boolean }[]
}

const ACT_NAMES: Record<TrayAct, Bilingual> = {
  open: { zh: '打开服务台', en: 'Open the desk' },
  lock: { zh: '锁定', en: 'Lock' },
  quit: { zh: '退出', en: 'Quit' },
}
const WAIT_NAMES: Record<keyof Waits, Bilingual> = {
  overdue: { zh: '已超时', en: 'Overdue' },
  soon: { zh: '一小时内到期', en: 'Due within the hour' },
  unread: { zh: '未读通知', en: 'Unread notifications' },
}
const LOCKED: Bilingual = { zh: '已锁定', en: 'Locked' }
const NOTHING: Bilingual = { zh: '没有等待处理的事项', en: 'Nothing waits' }

/** What the tray shows, in one language: counts only, never a name, a number of a case or what somebody said. */
export function trayContent(waits: Waits, { isOpen, language }: { isOpen: boolean; language: Language }): TrayContent {
  const say = ({ zh, en }: Bilingual) => (language === 'en' ? en : zh)
  const counted = (['overdue', 'soon', 'unread'] as const)
    .filter((name) => waits[name] > 0)
    .map((name) => `${say(WAIT_NAMES[name])}${language === 'en' ? ': ' : '：'}${waits[name]}`)
  const lines = isOpen ? (counted.length > 0 ? counted : [say(NOTHING)]) : [say(LOCKED)]
  return {
    tooltip: ['VIP Desk', ...lines].join('\n'),
    mark: isOpen ? markOf(waits) : 'none',
    lines,
    acts: TRAY_ACTS.map((act) => ({ act, label: say(ACT_NAMES[act]), isEnabled: act !== 'lock' || isOpen })),
  }
}

function markOf({ overdue, soon, unread }: Waits): TrayMark {
  if (overdue > 0) return 'late'
  return soon + unread > 0 ? 'soon' : 'none'
}

/** How many of some due moments have passed, and how many come within the hour. */
export function dueCounts(dueAts: readonly Instant[], now: Instant): Pick<Waits, 'overdue' | 'soon'> {
  return {
    overdue: dueAts.filter((at) => at <= now).length,
    soon: dueAts.filter((at) => at > now && at <= now + SOON).length,
  }
}
