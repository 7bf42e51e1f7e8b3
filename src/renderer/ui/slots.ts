import type { CaseKind } from '../../shared/cases/words.ts'
import type { CaseId, MemberId } from '../../shared/ids.ts'
import { type Later, later } from './later.tsx'

/** What a feature's part of a case's page is told about the case. */
export type CasePanelProps = { caseId: CaseId; lastSeq: number; state: string; kind: CaseKind; isOpen: boolean }

/**
 * Places where a feature shows itself outside its own page: one line per component, `later(…)`.
 * `callBar` is the right of the header, `headerActions` stands left of it (new case), `resident` is mounted
 * while somebody is signed in and may show nothing (a feature's shortcuts and dialogs), `memberPanels` stand
 * below a member's own data, `casePanels` stand on a case's page in the order in which a case needs them.
 */
export type Slots = {
  callBar: readonly Later<object>[]
  headerActions: readonly Later<object>[]
  resident: readonly Later<object>[]
  memberPanels: readonly Later<{ memberId: MemberId }>[]
  casePanels: readonly Later<CasePanelProps>[]
}

/** THE list of components that features put into the shell. */
export const slots: Slots = {
  callBar: [later(async () => (await import('../calls/CallBar.tsx')).CallBar)],
  headerActions: [later(async () => (await import('../members/FindMember.tsx')).FindMember)],
  resident: [
    later(async () => (await import('../calls/CallResident.tsx')).CallResident),
    later(async () => (await import('../cases/CasesResident.tsx')).CasesResident),
  ],
  memberPanels: [later(async () => (await import('../tiers/MemberTierPanel.tsx')).MemberTierPanel)],
  casePanels: [
    later(async () => (await import('../evidence/EvidencePanel.tsx')).EvidencePanel),
    later(async () => (await import('../subtasks/SubTasksPanel.tsx')).SubTasksPanel),
    later(async () => (await import('../liability/LiabilityPanel.tsx')).LiabilityPanel),
    later(async () => (await import('../plans/PlanPanel.tsx')).PlanPanel),
    later(async () => (await import('../compensation/CompensationPanel.tsx')).CompensationPanel),
    later(async () => (await import('../causes/CausePanel.tsx')).CausePanel),
    later(async () => (await import('../policies/RebasePanel.tsx')).RebasePanel),
  ],
}
