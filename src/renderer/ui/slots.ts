import type { CaseKind } from '../../shared/cases/words.ts'
import type { CallId, CaseId, MemberId } from '../../shared/ids.ts'
import type { FullKey } from '../i18n/use-t.ts'
import { type Later, later } from './later.tsx'

/** What a feature's part of a case's page is told about the case. */
export type CasePanelProps = { caseId: CaseId; lastSeq: number; state: string; kind: CaseKind; isOpen: boolean }

/** What a feature's part of the form for a new case is told, and how it takes a class over. */
export type NewCaseProps = {
  kind: CaseKind
  text: string
  category: string | null
  onCategory: (category: string) => void
  memberId: MemberId | null
  /** Puts words into the answer of an enquiry. */
  onAnswer: (answer: string) => void
}

/** What a feature's tab of a trip's page is told about the trip. */
export type TripTabProps = { tripId: string }

/** A tab that a feature puts into another feature's page. */
export type SlotTab<P> = { id: string; label: FullKey; component: Later<P> }

/**
 * Places where a feature shows itself outside its own page: one line per component, `later(…)`.
 * `callBar` is the right of the header, `headerActions` stands left of it (new case), `resident` is mounted
 * while somebody is signed in and may show nothing (a feature's shortcuts and dialogs), `memberPanels` stand
 * below a member's own data, `callPanels` below what is known of a call, `callRecord` under the record of the call that
 * is on, `casePanels` stand on a case's page in the order in which a case needs them.
 */
export type Slots = {
  callBar: readonly Later<object>[]
  headerActions: readonly Later<object>[]
  resident: readonly Later<object>[]
  memberPanels: readonly Later<{ memberId: MemberId }>[]
  callPanels: readonly Later<{ callId: CallId }>[]
  callRecord: readonly Later<{ callId: CallId }>[]
  casePanels: readonly Later<CasePanelProps>[]
  newCase: readonly Later<NewCaseProps>[]
  /** Tabs of a trip's page, after its own; tabs of the page of all trips. */
  tripTabs: readonly SlotTab<TripTabProps>[]
  tripLists: readonly SlotTab<object>[]
  /** Lines above and below the list of the first page; they may show nothing. */
  firstPage: { above: Later<object>; below: Later<object> }
  /** What was promised to customers, among the to-dos; campaigns, among the messages; macros, in the knowledge base. */
  macros: Later<object>
  promises: Later<object>
  outreach: Later<object>
}

/** THE list of components that features put into the shell. */
export const slots: Slots = {
  callBar: [later(async () => (await import('../calls/CallBar.tsx')).CallBar)],
  headerActions: [
    later(async () => (await import('../settings/SettingsNotice.tsx')).SettingsNotice),
    later(async () => (await import('../trust/TrustNotice.tsx')).TrustNotice),
    later(async () => (await import('../audit/ChainNotice.tsx')).ChainNotice),
    later(async () => (await import('../deskclock/ClockNotice.tsx')).ClockNotice),
    later(async () => (await import('../exports/ExportsNotice.tsx')).ExportsNotice),
    later(async () => (await import('../scorecards/ScorecardNotice.tsx')).ScorecardNotice),
    later(async () => (await import('../todos/TodoButton.tsx')).TodoButton),
    later(async () => (await import('../floor/PresenceMenu.tsx')).PresenceMenu),
    later(async () => (await import('../knowledge/NoticeButton.tsx')).NoticeButton),
    later(async () => (await import('../routing/NoticesButton.tsx')).NoticesButton),
    later(async () => (await import('../members/FindMember.tsx')).FindMember),
  ],
  resident: [
    later(async () => (await import('../settings/personal/PersonalResident.tsx')).PersonalResident),
    later(async () => (await import('../search/Palette.tsx')).Palette),
    later(async () => (await import('../calls/CallResident.tsx')).CallResident),
    later(async () => (await import('../cases/CasesResident.tsx')).CasesResident),
    later(async () => (await import('../knowledge/KnowledgeResident.tsx')).KnowledgeResident),
    later(async () => (await import('../macros/MacroResident.tsx')).MacroResident),
    later(async () => (await import('../trust/TrustResident.tsx')).TrustResident),
  ],
  callPanels: [later(async () => (await import('../promises/CallPromises.tsx')).CallPromises)],
  callRecord: [
    later(async () => (await import('../promises/CallPromises.tsx')).CallPromiseButton),
    later(async () => (await import('../macros/CallMacros.tsx')).CallMacros),
  ],
  memberPanels: [
    later(async () => (await import('../promises/MemberPromises.tsx')).MemberPromises),
    later(async () => (await import('../tiers/MemberTierPanel.tsx')).MemberTierPanel),
    later(async () => (await import('../messages/MemberMessages.tsx')).MemberMessages),
    later(async () => (await import('../rights/MemberRights.tsx')).MemberRights),
    later(async () => (await import('../partners/MemberSharing.tsx')).MemberSharing),
    later(async () => (await import('../trips/MemberTrips.tsx')).MemberTrips),
  ],
  casePanels: [
    later(async () => (await import('../macros/MacroPanel.tsx')).MacroPanel),
    later(async () => (await import('../routing/RoutingPanel.tsx')).RoutingPanel),
    later(async () => (await import('../promises/PromisesPanel.tsx')).PromisesPanel),
    later(async () => (await import('../messages/MoodPanel.tsx')).MoodPanel),
    later(async () => (await import('../knowledge/KnowledgePanel.tsx')).KnowledgePanel),
    later(async () => (await import('../classes/GuidePanel.tsx')).GuidePanel),
    later(async () => (await import('../evidence/EvidencePanel.tsx')).EvidencePanel),
    later(async () => (await import('../trips/CaseTrips.tsx')).CaseTrips),
    later(async () => (await import('../subtasks/SubTasksPanel.tsx')).SubTasksPanel),
    later(async () => (await import('../members/companies/BusinessPanel.tsx')).BusinessPanel),
    later(async () => (await import('../products/OffersPanel.tsx')).OffersPanel),
    later(async () => (await import('../partners/SupplierPanel.tsx')).SupplierPanel),
    later(async () => (await import('../liability/LiabilityPanel.tsx')).LiabilityPanel),
    later(async () => (await import('../plans/PlanPanel.tsx')).PlanPanel),
    later(async () => (await import('../compensation/CompensationPanel.tsx')).CompensationPanel),
    later(async () => (await import('../causes/CausePanel.tsx')).CausePanel),
    later(async () => (await import('../surveys/SurveyPanel.tsx')).SurveyPanel),
    later(async () => (await import('../messages/MessagesPanel.tsx')).MessagesPanel),
    later(async () => (await import('../messages/CarePanel.tsx')).CarePanel),
    later(async () => (await import('../reports/TimesPanel.tsx')).TimesPanel),
    later(async () => (await import('../improvements/ImprovementsPanel.tsx')).ImprovementsPanel),
    later(async () => (await import('../policies/RebasePanel.tsx')).RebasePanel),
    later(async () => (await import('../reviews/QualityPanel.tsx')).QualityPanel),
  ],
  newCase: [
    later(async () => (await import('../routing/ClassHint.tsx')).ClassHint),
    later(async () => (await import('../knowledge/AnswerHint.tsx')).AnswerHint),
    later(async () => (await import('../products/OfferHint.tsx')).OfferHint),
  ],
  tripTabs: [
    {
      id: 'checklist',
      label: 'journeys:tabs.checklist',
      component: later(async () => (await import('../journeys/parts/ChecklistTab.tsx')).ChecklistTab),
    },
    {
      id: 'services',
      label: 'journeys:tabs.service',
      component: later(async () => (await import('../journeys/parts/ServiceTab.tsx')).ServiceTab),
    },
    {
      id: 'emergency',
      label: 'journeys:tabs.emergency',
      component: later(async () => (await import('../journeys/parts/EmergencyTab.tsx')).EmergencyTab),
    },
    {
      id: 'afterSales',
      label: 'journeys:tabs.after',
      component: later(async () => (await import('../journeys/parts/AfterTab.tsx')).AfterTab),
    },
  ],
  tripLists: [
    {
      id: 'road',
      label: 'journeys:pageTabs.road',
      component: later(async () => (await import('../journeys/RoadList.tsx')).RoadList),
    },
    {
      id: 'servers',
      label: 'journeys:pageTabs.servers',
      component: later(async () => (await import('../journeys/ServersList.tsx')).ServersList),
    },
  ],
  firstPage: {
    above: later(async () => (await import('../guide/SetUpList.tsx')).SetUpList),
    below: later(async () => (await import('../guide/TipLine.tsx')).TipLine),
  },
  macros: later(async () => (await import('../macros/MacrosTab.tsx')).MacrosTab),
  promises: later(async () => (await import('../promises/PromisesTab.tsx')).PromisesTab),
  outreach: later(async () => (await import('../outreach/OutreachTab.tsx')).OutreachTab),
}
