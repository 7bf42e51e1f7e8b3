import type { Calendar } from '../../shared/calendars/model.ts'
import type { SpanBasis } from '../../shared/cases/views.ts'
import type { Bilingual } from '../../shared/contract.ts'
import { never } from '../../shared/failure.ts'
import { EVENT_NAMES, namesIn } from '../../shared/policies/words.ts'
import type { CaseClock } from '../../shared/targets/model.ts'
import type { Day } from '../../shared/time.ts'
import type { WorkflowState, WorkflowTransition } from '../../shared/workflow/model.ts'
import { yearOf } from './days.ts'
import type { Span } from './explain.ts'
import { exceptionOf, hoursOf } from './working-intervals.ts'
import { dayAt } from './zone.ts'

/** The rule of a limit as its clock knows it, with the requirement or law behind it. */
export type BasisRule = { name: Bilingual; requirement: string | null }

/** The papers that set a day: those of its year; a December may also be set by the year that follows. */
export function papersOf({ source }: Calendar, day: Day): string[] {
  const of = (year: number) => source.papersByYear?.[String(year)] ?? []
  const year = yearOf(day)
  return [...new Set([...of(year), ...(day.slice(5, 7) === '12' ? of(year + 1) : [])])]
}

/** What a stretch is read beside: the clock it belongs to, its rule and calendar, and the stages a case may stand in. */
export type BasisOf = {
  clock: Pick<CaseClock, 'pausesOn' | 'pausesIn'>
  rule: BasisRule
  calendar: Calendar
  states: readonly Pick<WorkflowState, 'id' | 'name'>[]
}

/** The line that a stretch of time follows from: the rule that counts or pauses it, or what the calendar says of it. */
export function basisOf({ kind, from }: Span, beside: BasisOf, step: WorkflowTransition | undefined): SpanBasis {
  const { rule, calendar } = beside
  const day = dayAt(calendar.zone, from)
  switch (kind) {
    case 'counted':
      return ofRule(rule, `规则“${rule.name.zh}”`, `rule “${rule.name.en}”`)
    case 'paused':
      return ofPause(beside, step)
    case 'holiday':
      return ofHoliday(calendar, day)
    case 'weekend':
      return ofCalendar(calendar, '的休息日', 'weekend')
    case 'outsideHours': {
      const hours = hoursOf(calendar, day)
        .map((shift) => `${shift.from}–${shift.to}`)
        .join(' ')
      return ofCalendar(calendar, `的工作时间 ${hours}`, `hours ${hours}`)
    }
    default:
      return never(kind)
  }
}

/** A rule pauses while a case stands in a stage, or from one event to another; the step says which of them it was. */
function ofPause({ clock, rule, states }: BasisOf, step: WorkflowTransition | undefined): SpanBasis {
  const stages = step && clock.pausesIn.includes(step.to) ? [step.to] : clock.pausesIn
  const own = (clock.pausesOn ?? []).filter((event) => step?.emits.includes(event))
  const { zh, en } = rule.name
  if (own.length > 0 || stages.length === 0) {
    const events = own.length > 0 ? own : (clock.pausesOn ?? [])
    const [said, saidEn] = [namesIn(EVENT_NAMES, events, 'zh'), namesIn(EVENT_NAMES, events, 'en')]
    return ofRule(rule, `规则“${zh}”：遇“${said}”暂停`, `rule “${en}” pauses on “${saidEn}”`)
  }
  const names = stages.map((id) => states.find((state) => state.id === id)?.name ?? { zh: id, en: id })
  const [said, saidEn] = [names.map((name) => name.zh).join('、'), names.map((name) => name.en).join(', ')]
  return ofRule(rule, `规则“${zh}”：在“${said}”阶段不计时`, `rule “${en}” does not count in “${saidEn}”`)
}

const ofRule = ({ requirement }: BasisRule, zh: string, en: string): SpanBasis => ({
  text: { zh, en },
  requirement,
  papers: [],
})

const ofCalendar = ({ name }: Calendar, zh: string, en: string, papers: string[] = []): SpanBasis => ({
  text: { zh: `日历“${name.zh}”${zh}`, en: `calendar “${name.en}”, ${en}` },
  requirement: null,
  papers,
})

function ofHoliday(calendar: Calendar, day: Day): SpanBasis {
  const byHand = exceptionOf(calendar, day)?.source
  if (byHand !== undefined) return ofCalendar(calendar, `中手工修改的日子：${byHand}`, `a day set by hand: ${byHand}`)
  const papers = papersOf(calendar, day)
  if (papers.length > 0) return ofCalendar(calendar, '所据公告', 'by the paper', papers)
  return ofCalendar(calendar, `的节假日表：${calendar.source.name}`, `holiday table: ${calendar.source.name}`)
}
