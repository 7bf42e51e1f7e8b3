import { type ComponentType, lazy } from 'react'
import type { MemberId } from '../../shared/ids.ts'

/**
 * Places where a feature shows itself outside its own page: one line per component, usually `lazy(…)`.
 * `callBar` is the right of the header, `headerActions` stands left of it (new case), `resident` is mounted
 * while somebody is signed in and may show nothing (a feature's shortcuts and dialogs), `memberPanels` stand
 * below a member's own data.
 */
export type Slots = {
  callBar: readonly ComponentType[]
  headerActions: readonly ComponentType[]
  resident: readonly ComponentType[]
  memberPanels: readonly ComponentType<{ memberId: MemberId }>[]
}

/** THE list of components that features put into the shell. */
export const slots: Slots = {
  callBar: [lazy(async () => ({ default: (await import('../calls/CallBar.tsx')).CallBar }))],
  headerActions: [lazy(async () => ({ default: (await import('../members/FindMember.tsx')).FindMember }))],
  resident: [
    lazy(async () => ({ default: (await import('../calls/CallResident.tsx')).CallResident })),
    lazy(async () => ({ default: (await import('../cases/CasesResident.tsx')).CasesResident })),
  ],
  memberPanels: [lazy(async () => ({ default: (await import('../tiers/MemberTierPanel.tsx')).MemberTierPanel }))],
}
