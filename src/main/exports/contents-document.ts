import { PROFILE_RULES } from '../../shared/exports/profiles.ts'
import type { Language } from '../../shared/session/model.ts'
import type { PdfDocument, PdfSection } from '../bundle/pdf.ts'
import { type DocumentFacts, exportFacts, framed } from './document.ts'
import { tableNameOf } from './headings.ts'
import type { TableName } from './history.ts'
import { column } from './printed.ts'
import type { Volume } from './printed-parts.ts'
import { PRINTED_WORDS } from './printed-words.ts'
import { profileSection } from './profile-section.ts'
import { HISTORY_WORDS } from './words.ts'

/** The printed list of contents of a large export: for whom, why, and how many rows of each table the store holds. */
export function contentsDocument(
  facts: Omit<DocumentFacts, 'history'>,
  inStore: ReadonlyMap<TableName, number>,
  printed: PdfSection,
): PdfDocument {
  const { language, label, profile } = facts
  const words = HISTORY_WORDS[language]
  const { without } = PROFILE_RULES[profile]
  return framed(facts, words.contents(label), [
    { kind: 'facts', heading: words.sections.export, facts: exportFacts(facts), columns: 2 },
    profileSection(facts),
    printed,
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

/** The printed volumes of a bundle, each with its first and its last chapter. */
export function volumesSection(volumes: readonly Volume[], language: Language): PdfSection {
  const { printed, file, from, to, count } = PRINTED_WORDS[language]
  return {
    kind: 'table',
    heading: printed,
    empty: HISTORY_WORDS[language].none,
    columns: [column(file, 3), column(from, 4), column(to, 4), column(count, 2, 'right')],
    rows: volumes.map((volume) => [volume.part.name, volume.from, volume.to, String(volume.chapters)]),
  }
}

/** Says in words that there are too many rows to print each of them, and where they are instead. */
export function notPrintedSection(rows: number, most: number, language: Language): PdfSection {
  const words = PRINTED_WORDS[language]
  return { kind: 'text', heading: words.printed, paragraphs: [words.notPrinted(rows, most)] }
}
