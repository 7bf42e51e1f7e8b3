import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { AuditState } from '../../shared/reviews/words.ts'
import type { Day } from '../../shared/time.ts'

type Audit = { state: AuditState; auditorId: string }

/** S4-118: an audit looks at a period that lies before it ends, and a lead or manager carries it out. */
export function canPlanAudit(
  auditor: { role: string; status: string },
  { fromDay, toDay, plannedDay }: { fromDay: Day; toDay: Day; plannedDay: Day },
): Decision {
  if (auditor.status !== 'active' || !['lead', 'manager'].includes(auditor.role)) return deny('audit-auditor')
  if (fromDay > toDay) return deny('audit-period')
  return toDay > plannedDay ? deny('audit-too-early') : allow
}

/** Drawn once, by whoever carries it out: nobody draws until the sample pleases. */
export function canDrawAudit(person: { id: string }, audit: Audit): Decision {
  if (audit.state !== 'planned') return deny('audit-drawn')
  return person.id === audit.auditorId ? allow : deny('audit-not-auditor')
}

/** Findings are the auditor's, and never about what the auditor had in hand. */
export function canFind(person: { id: string }, audit: Audit, workers: readonly string[]): Decision {
  if (audit.state === 'closed') return deny('audit-closed')
  if (person.id !== audit.auditorId) return deny('audit-not-auditor')
  return workers.includes(person.id) ? deny('review-own') : allow
}

/** An audit is closed when every case of its sample has been looked at. */
export function canCloseAudit(person: { id: string }, audit: Audit, open: number): Decision {
  if (audit.state === 'closed') return deny('audit-closed')
  if (audit.state === 'planned') return deny('audit-not-drawn')
  if (person.id !== audit.auditorId) return deny('audit-not-auditor')
  return open > 0 ? deny('audit-open-items', { count: open }) : allow
}
