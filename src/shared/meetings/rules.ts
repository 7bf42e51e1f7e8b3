import type { Bilingual } from '../contract.ts'
import { sideOf } from '../contract.ts'
import { allow, type Decision, deny } from '../failure.ts'
import type { Role } from '../roles.ts'
import type { MeetingFigures, WeekFigures } from './contract.ts'

type Change = { now: number; before: number }
const sumOf = (opened: WeekFigures['opened']) => Object.values(opened).reduce((sum, n) => sum + n, 0)

const signed = (n: number) => (n > 0 ? `+${n}` : String(n))
const against = ({ now, before }: Change) => signed(Math.round((now - before) * 100) / 100)

/** The week behind in words, as the minutes begin; a person writes on from there. */
export function summaryText({ week, before }: MeetingFigures, language: string): string {
  const change = (of: (one: WeekFigures) => number) => against({ now: of(week), before: of(before) })
  const lines: Bilingual[] = [
    {
      zh: `来电 ${week.offered} 通（较前一周 ${change((one) => one.offered)}），接听 ${week.answered} 通，其中规定时限内接听 ${week.inTime} 通，未接 ${week.missed} 通，客户放弃 ${week.abandoned} 通。`,
      en: `Incoming calls: ${week.offered} (${change((one) => one.offered)} against the week before); answered ${week.answered}, of which in time ${week.inTime}; missed ${week.missed}, given up ${week.abandoned}.`,
    },
    {
      zh: `受理工单 ${sumOf(week.opened)} 件（${change((one) => sumOf(one.opened))}），其中投诉 ${week.opened.complaint} 件、咨询 ${week.opened.enquiry} 件、建议 ${week.opened.suggestion} 件、服务请求 ${week.opened.service} 件；办结 ${week.closed} 件。`,
      en: `Cases opened: ${sumOf(week.opened)} (${change((one) => sumOf(one.opened))}); complaints ${week.opened.complaint}, enquiries ${week.opened.enquiry}, suggestions ${week.opened.suggestion}, service requests ${week.opened.service}; closed ${week.closed}.`,
    },
    {
      zh: `超时 ${week.breaches} 次（${change((one) => one.breaches)}）。`,
      en: `Limits broken: ${week.breaches} (${change((one) => one.breaches)}).`,
    },
    week.satisfaction === null
      ? { zh: '本周无客户评价。', en: 'No customer was heard.' }
      : {
          zh: `客户评价 ${week.answers} 份，平均 ${week.satisfaction} 分，不满意 ${week.poor} 份。`,
          en: `Customers heard: ${week.answers}, on average ${week.satisfaction} points, poor ${week.poor}.`,
        },
  ]
  return lines.map((line) => line[sideOf(language)]).join('\n')
}

/** Minutes are written until they are published. */
export function canEditMeeting(state: 'draft' | 'published'): Decision {
  return state === 'draft' ? allow : deny('meeting-published')
}

/** Whoever was not there confirms the published minutes, once. */
export function mustAcknowledge(
  state: 'draft' | 'published',
  person: { isPresent: boolean; acknowledgedAt: number | null } | undefined,
): Decision {
  if (state !== 'published') return deny('meeting-draft')
  if (!person || person.isPresent) return deny('meeting-was-there')
  return person.acknowledgedAt === null ? allow : deny('meeting-acknowledged')
}

type Person = { id: string; role: Role }

/** S3-119: participants, the owner, leads and managers write on a matter across departments. */
export function canLogMatter(
  actor: Person,
  matter: { ownerId: string; people: readonly string[]; state: string },
): Decision {
  if (matter.state !== 'open') return deny('matter-settled')
  const isIn = actor.role !== 'agent' || matter.ownerId === actor.id || matter.people.includes(actor.id)
  return isIn ? allow : deny('matter-not-in')
}

/** S3-08: an item's owner, leads and managers say how far it is; a measured goal speaks for itself. */
export function canReportItem(actor: Person, item: { ownerId: string; goalId: string | null }): Decision {
  if (item.goalId !== null) return deny('plan-item-measured')
  return actor.role !== 'agent' || actor.id === item.ownerId ? allow : deny('plan-item-not-yours')
}

/** The state of an item of a plan on a day. */
export function planItemState(percent: number, dueDay: string, today: string): 'planned' | 'running' | 'late' | 'done' {
  if (percent >= 100) return 'done'
  if (dueDay < today) return 'late'
  return percent > 0 ? 'running' : 'planned'
}

/** How far a plan is: the mean of its items, each between nothing and done. */
export function planProgress(percents: readonly number[]): number | null {
  if (percents.length === 0) return null
  return Math.round(percents.reduce((sum, percent) => sum + Math.min(100, Math.max(0, percent)), 0) / percents.length)
}
