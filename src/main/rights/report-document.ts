import { sideOf } from '../../shared/contract.ts'
import { CONSENT_CHANNEL_NAMES, CONSENT_PURPOSE_NAMES } from '../../shared/members/words.ts'
import { BASIS_NAMES, RECORD_KIND_NAMES } from '../../shared/retention/words.ts'
import { RECIPIENT_ROLE_NAMES } from '../../shared/rights/words.ts'
import type { Language } from '../../shared/session/model.ts'
import type { Instant } from '../../shared/time.ts'
import type { PdfDocument, PdfSection } from '../bundle/pdf-model.ts'
import { clockText } from '../exports/printed.ts'
import { presentSchedule } from '../retention/schedule-store.ts'
import type { Db } from '../store/types.ts'
import type { RequestRow } from './queries.ts'
import type { HeldTable } from './report-tables.ts'
import { REPORT_WORDS, type ReportWords } from './report-words.ts'

export type ReportFacts = {
  row: RequestRow
  tables: readonly HeldTable[]
  language: Language
  watermark: string
  at: Instant
}

/** The statement that a person reads: what is held, what for, how long, who gets it, and which rights there are (PIPL 17, 45, 48). */
export async function reportDocument(
  db: Db,
  { row, tables, language, watermark, at }: ReportFacts,
): Promise<PdfDocument> {
  const words = REPORT_WORDS[language]
  const side = sideOf(language)
  const title = words.title(row.number)
  return {
    ...{ language, title, subtitle: words.subtitle, runningTitle: title, footer: words.footer },
    ...{ pageLabel: words.page, watermark, createdAt: at },
    sections: [
      ownSection(tables, words),
      {
        ...{ kind: 'table', heading: words.held, empty: words.nothing },
        columns: [
          { title: words.kind, share: 4 },
          { title: words.rows, share: 1, align: 'right' },
        ],
        rows: tables.map(({ name, rows }) => [name[side], String(rows.length)]),
      },
      consentSection(tables, words, side),
      await keepingSection(db, words, side),
      await sharingSection(db, words, side),
      { kind: 'text', heading: words.rights, paragraphs: words.rightsText },
    ],
  }
}

function ownSection(tables: readonly HeldTable[], words: ReportWords): PdfSection {
  const own = tables.find(({ table }) => table === 'members')?.rows[0] ?? {}
  const facts = Object.entries(words.own).map(([column, label]) => [label, String(own[column] ?? '')] as const)
  return { kind: 'facts', heading: words.file, facts: facts.filter(([, value]) => value !== ''), columns: 2 }
}

function consentSection(tables: readonly HeldTable[], words: ReportWords, side: 'zh' | 'en'): PdfSection {
  const rows = tables.find(({ table }) => table === 'consents')?.rows ?? []
  const named = (names: Record<string, { zh: string; en: string }>, code: unknown) =>
    names[String(code)]?.[side] ?? String(code)
  return {
    ...{ kind: 'table', heading: words.consents, empty: words.nothing },
    columns: [
      { title: words.purpose, share: 3 },
      { title: words.word, share: 2 },
      { title: words.at, share: 3 },
      { title: words.channel, share: 2 },
    ],
    rows: rows.map(({ purpose, given, at, channel }) => [
      named(CONSENT_PURPOSE_NAMES, purpose),
      given === 1 ? words.given : words.withdrawn,
      clockText(Number(at)),
      named(CONSENT_CHANNEL_NAMES, channel),
    ]),
  }
}

async function keepingSection(db: Db, words: ReportWords, side: 'zh' | 'en'): Promise<PdfSection> {
  const { rules } = await presentSchedule(db)
  return {
    ...{ kind: 'table', heading: words.keeping },
    columns: [
      { title: words.kind, share: 4 },
      { title: words.months, share: 2, align: 'right' },
      { title: words.basis, share: 2 },
    ],
    rows: rules.map(({ kind, months, basis }) => [
      RECORD_KIND_NAMES[kind][side],
      String(months),
      BASIS_NAMES[basis][side],
    ]),
  }
}

async function sharingSection(db: Db, words: ReportWords, side: 'zh' | 'en'): Promise<PdfSection> {
  const rows = await db
    .selectFrom('sharingArrangements')
    .select(['recipient', 'role', 'purpose', 'fields'])
    .where('endedAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .limit(500)
    .execute()
  return {
    ...{ kind: 'table', heading: words.sharing, empty: words.nothing },
    columns: [
      { title: words.recipient, share: 3 },
      { title: words.role, share: 2 },
      { title: words.purpose, share: 3 },
      { title: words.fields, share: 3 },
    ],
    rows: rows.map(({ recipient, role, purpose, fields }) => [
      recipient,
      RECIPIENT_ROLE_NAMES[role][side],
      purpose,
      fields,
    ]),
  }
}
