import { CASE_KIND_NAMES, SEVERITY_NAMES } from '../../shared/cases/words.ts'
import { type Bilingual, sideOf } from '../../shared/contract.ts'
import { type ExportProfile, PROFILE_RULES } from '../../shared/exports/profiles.ts'
import type { Language } from '../../shared/session/model.ts'
import { MEMBER_TIER_NAMES } from '../../shared/tiers/model.ts'
import type { Instant } from '../../shared/time.ts'
import type { PdfDocument, PdfSection, PdfTable } from '../bundle/pdf.ts'
import type { ChainHead } from '../rules/audit-chain.ts'
import { callNotesSection } from './call-notes.ts'
import type { History } from './history.ts'
import { clockText, column, nameOf } from './printed.ts'
import { profileSection } from './profile-section.ts'
import { stepWords, type Workflows } from './step-words.ts'
import { HISTORY_WORDS } from './words.ts'

export type DocumentFacts = {
  history: History
  /** What the cases were handled under, to name their stages; codes stay codes without. */
  workflows?: Workflows
  names: Map<string, string>
  language: Language
  purpose: string
  requester: string
  exporter: string
  profile: ExportProfile
  recipient: string
  /** The member's card or the case's number. */
  label: string
  watermark: string
  at: Instant
  head: ChainHead
}

/** A member's history as a person reads it: facts, tiers, flights, spends, calls with what was done in them, cases and every step (S3-71..74). */
export function historyDocument(facts: DocumentFacts): PdfDocument {
  const { history, language } = facts
  const words = HISTORY_WORDS[language]
  const title = history.member ? words.title(facts.label) : words.caseTitle(facts.label)
  return framed(facts, title, [memberSection(facts), profileSection(facts), ...historySections(facts)])
}

/** What is printed of each table that a person reads; a table without rows says so. */
export function historySections(facts: DocumentFacts): PdfTable[] {
  return [
    tierSection(facts),
    flightSection(facts),
    spendSection(facts),
    callSection(facts),
    callNotesSection(facts),
    caseSection(facts),
    eventSection(facts),
    evidenceSection(facts),
  ]
}

/** The frame that every printed part of an export has: title, running lines, watermark. */
export function framed(facts: Omit<DocumentFacts, 'history'>, title: string, sections: PdfSection[]): PdfDocument {
  const { language, watermark, at } = facts
  const { subtitle, footer, page } = HISTORY_WORDS[language]
  return {
    ...{ language, title, subtitle, footer, watermark, sections },
    runningTitle: title,
    pageLabel: page,
    createdAt: at,
  }
}

/** Who got what, why, from whom, and where the audit chain stood. */
export function exportFacts(document: Omit<DocumentFacts, 'history'>): [string, string][] {
  const { language, purpose, requester, exporter, at, head, profile, recipient } = document
  const { facts } = HISTORY_WORDS[language]
  return [
    [facts.created, clockText(at)],
    [facts.purpose, purpose],
    [facts.requester, requester],
    [facts.recipient, recipient],
    [facts.profile, PROFILE_RULES[profile].name[sideOf(language)]],
    [facts.exporter, exporter],
    [facts.head, `${head.sequence} · ${head.hash.slice(0, 16)}…`],
  ]
}

// What a profile replaced is null, and in a column of codes a text that is no code.
const yuan = (fen: number | null) => (fen === null ? '–' : (fen / 100).toFixed(2))
const named = (names: Record<string, Bilingual>, code: string, language: Language) =>
  names[code]?.[sideOf(language)] ?? code

/** What is printed of a member's own row. */
export function memberFacts(member: NonNullable<History['member']>, language: Language): [string, string][] {
  const { facts } = HISTORY_WORDS[language]
  return [
    [facts.name, member.name],
    [facts.card, member.cardNo],
    [facts.tier, MEMBER_TIER_NAMES[member.tier][sideOf(language)]],
    [facts.mobile, member.mobile ?? ''],
    [facts.email, member.email ?? ''],
    [facts.city, member.city ?? ''],
    [facts.enrolled, member.enrolledOn ?? ''],
  ]
}

function memberSection(document: DocumentFacts): PdfSection {
  const { history, language } = document
  const { sections } = HISTORY_WORDS[language]
  const { member } = history
  const values = [...(member ? memberFacts(member, language) : []), ...exportFacts(document)]
  return { kind: 'facts', heading: member ? sections.member : sections.export, facts: values, columns: 2 }
}

function tierSection({ history, language }: DocumentFacts): PdfTable {
  const { columns, sections, none } = HISTORY_WORDS[language]
  const name = (tier: keyof typeof MEMBER_TIER_NAMES) => MEMBER_TIER_NAMES[tier][sideOf(language)]
  return {
    kind: 'table',
    heading: sections.tiers,
    empty: none,
    columns: [column(columns.at, 3), column(columns.from, 2), column(columns.to, 2), column(columns.change, 2)],
    rows: history.tierChanges.map((row) => [clockText(row.at), name(row.fromTier), name(row.toTier), row.change]),
  }
}

function flightSection({ history, language }: DocumentFacts): PdfTable {
  const { columns, sections, none } = HISTORY_WORDS[language]
  return {
    kind: 'table',
    heading: sections.flights,
    empty: none,
    columns: [
      column(columns.day, 3),
      column(columns.flight, 2),
      column(columns.route, 3),
      column(columns.pnr, 2),
      column(columns.cabin, 1),
      column(columns.status, 2),
      column(columns.amount, 2, 'right'),
    ],
    rows: history.bookings.map((row) => [
      row.day,
      row.flightNo,
      `${row.origin}–${row.destination}`,
      row.pnr,
      row.cabin,
      row.status,
      yuan(row.fareFen),
    ]),
  }
}

function spendSection({ history, language }: DocumentFacts): PdfTable {
  const { columns, sections, none } = HISTORY_WORDS[language]
  return {
    kind: 'table',
    heading: sections.spends,
    empty: none,
    columns: [
      column(columns.at, 3),
      column(columns.kind, 2),
      column(columns.text, 5),
      column(columns.amount, 2, 'right'),
    ],
    rows: history.spends.map((row) => [clockText(row.at), row.kind, row.description, yuan(row.amountFen)]),
  }
}

function callSection({ history, names, language }: DocumentFacts): PdfTable {
  const { columns, sections, none } = HISTORY_WORDS[language]
  return {
    kind: 'table',
    heading: sections.calls,
    empty: none,
    columns: [
      column(columns.at, 3),
      column(columns.agent, 2),
      column(columns.question, 4),
      column(columns.process, 4),
      column(columns.result, 3),
    ],
    rows: history.calls.map((row) => [
      clockText(row.startedAt),
      nameOf(names, row.agentId),
      row.question,
      row.process,
      row.result,
    ]),
  }
}

function caseSection({ history, language }: DocumentFacts): PdfTable {
  const { columns, sections, none } = HISTORY_WORDS[language]
  return {
    kind: 'table',
    heading: sections.cases,
    empty: none,
    columns: [
      column(columns.number, 3),
      column(columns.at, 3),
      column(columns.kind, 2),
      column(columns.severity, 2),
      column(columns.state, 2),
      column(columns.content, 5),
    ],
    rows: history.cases.map((row) => [
      row.number,
      clockText(row.receivedAt),
      named(CASE_KIND_NAMES, row.kind, language),
      named(SEVERITY_NAMES, row.severity, language),
      row.state,
      row.content,
    ]),
  }
}

function eventSection({ history, names, language, workflows }: DocumentFacts): PdfTable {
  const { columns, sections, none } = HISTORY_WORDS[language]
  const numberOf = new Map(history.cases.map(({ id, number }) => [id, number]))
  const workflowOf = new Map(history.cases.map(({ id, workflowPolicyId }) => [id, workflows?.get(workflowPolicyId)]))
  return {
    kind: 'table',
    heading: sections.events,
    empty: none,
    columns: [column(columns.number, 3), column(columns.at, 3), column(columns.step, 4), column(columns.person, 3)],
    rows: history.caseEvents.map((row) => [
      numberOf.get(row.caseId) ?? '',
      clockText(row.at),
      stepWords(row, workflowOf.get(row.caseId), language),
      nameOf(names, row.actorId),
    ]),
  }
}

function evidenceSection({ history, language }: DocumentFacts): PdfTable {
  const { columns, sections, none } = HISTORY_WORDS[language]
  const numberOf = new Map(history.cases.map(({ id, number }) => [id, number]))
  return {
    kind: 'table',
    heading: sections.evidence,
    empty: none,
    columns: [
      column(columns.number, 3),
      column(columns.at, 3),
      column(columns.text, 4),
      column(columns.fingerprint, 6),
    ],
    rows: history.evidence.map((row) => [
      numberOf.get(row.caseId) ?? '',
      clockText(row.addedAt),
      row.withdrawnAt === null ? row.name : `${row.name} (${columns.withdrawn})`,
      row.sha256,
    ]),
  }
}
