import { sideOf } from '../../shared/contract.ts'
import { PROFILE_RULES } from '../../shared/exports/profiles.ts'
import type { PdfDocument } from '../bundle/pdf.ts'
import { type DocumentFacts, exportFacts, framed } from './document.ts'
import { tableNameOf } from './headings.ts'
import type { TableName } from './history.ts'
import { HISTORY_WORDS } from './words.ts'

/** The printed list of contents of a large export: for whom, why, and how many rows of each table the store holds. */
export function contentsDocument(
  facts: Omit<DocumentFacts, 'history'>,
  inStore: ReadonlyMap<TableName, number>,
): PdfDocument {
  const { language, label, profile } = facts
  const words = HISTORY_WORDS[language]
  const { without } = PROFILE_RULES[profile]
  return framed(facts, words.contents(label), [
    { kind: 'facts', heading: words.sections.export, facts: exportFacts(facts), columns: 2 },
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
  ])
}
