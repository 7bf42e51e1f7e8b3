import { sideOf } from '../../shared/contract.ts'
import { PROFILE_RULES } from '../../shared/exports/profiles.ts'
import type { PdfDocument } from '../bundle/pdf.ts'
import { clockText, type DocumentFacts } from './document.ts'
import { tableNameOf } from './headings.ts'
import type { TableName } from './history.ts'
import { HISTORY_WORDS } from './words.ts'

/** The printed list of contents of a large export: for whom, why, and how many rows of each table the store holds. */
export function contentsDocument(
  facts: Omit<DocumentFacts, 'history'>,
  inStore: ReadonlyMap<TableName, number>,
): PdfDocument {
  const { language, at, label, profile } = facts
  const words = HISTORY_WORDS[language]
  const { without } = PROFILE_RULES[profile]
  const title = words.contents(label)
  const about: [string, string][] = [
    [words.facts.profile, PROFILE_RULES[profile].name[sideOf(language)]],
    [words.facts.recipient, facts.recipient],
    [words.facts.purpose, facts.purpose],
    [words.facts.requester, facts.requester],
    [words.facts.exporter, facts.exporter],
    [words.facts.created, clockText(at)],
    [words.facts.head, `${facts.head.sequence} · ${facts.head.hash.slice(0, 16)}…`],
  ]
  return {
    language,
    title,
    subtitle: words.subtitle,
    runningTitle: title,
    footer: words.footer,
    pageLabel: words.page,
    watermark: facts.watermark,
    createdAt: at,
    sections: [
      { kind: 'facts', heading: words.sections.export, facts: about, columns: 2 },
      { kind: 'text', heading: words.facts.profile, paragraphs: [PROFILE_RULES[profile].meaning[sideOf(language)]] },
      {
        kind: 'table',
        heading: words.sections.contents,
        columns: [
          { title: words.columns.table, share: 4 },
          { title: words.columns.rows, share: 2, align: 'right' },
          { title: words.columns.leaves, share: 4 },
        ],
        rows: [...inStore].map(([table, rows]) => [
          tableNameOf(table, language),
          String(rows),
          without.includes(table) ? words.staysHere : words.leaves,
        ]),
      },
    ],
  }
}
