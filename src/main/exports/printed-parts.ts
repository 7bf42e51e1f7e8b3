import { type BundlePart, filePart } from '../bundle/parts.ts'
import type { PdfDocument, PdfSection } from '../bundle/pdf.ts'
import type { Ctx } from '../engine/handler.ts'
import { type Chapter, type ChapterFacts, chaptersOf } from './chapters.ts'
import { exportFacts, framed } from './document.ts'
import { PRINTED_WORDS } from './printed-words.ts'
import { profileSection } from './profile-section.ts'
import type { Aim } from './scope.ts'
import type { Sieve } from './sieve.ts'
import { HISTORY_WORDS } from './words.ts'

/** A volume is drawn whole in memory: a hundred and thirty pages of rows, or as many chapters as a list has room for. */
const [ROWS_A_VOLUME, CHAPTERS_A_VOLUME] = [2000, 100]

/** A printed volume: its file, and from which chapter to which. */
export type Volume = { part: BundlePart; from: string; to: string; chapters: number }

/**
 * A list of members or a period as a person reads it, in numbered volumes. They name who exports and when, so they are
 * never taken over from an export that was stopped.
 */
export async function printedVolumes(
  ctx: Ctx,
  sieve: Sieve,
  aim: Aim,
  facts: ChapterFacts,
  render: (document: PdfDocument) => Promise<Uint8Array>,
): Promise<Volume[]> {
  const volumes: Volume[] = []
  let [waiting, rows, told] = [[] as Chapter[], 0, 0]
  const finish = async () => {
    const [first, last] = [waiting[0], waiting.at(-1)]
    if (!first || !last) return
    ctx.signal.throwIfAborted()
    const n = volumes.length + 1
    const bytes = await render(volumeDocument(facts, aim, n, waiting))
    const part = filePart(`printed-${String(n).padStart(3, '0')}.pdf`, 'pdf', bytes)
    volumes.push({ part, from: first.heading, to: last.heading, chapters: waiting.length })
    sieve.passed(rows)
    told += rows
    ;[waiting, rows] = [[], 0]
  }
  for await (const chapter of chaptersOf(ctx, sieve, aim, facts)) {
    for (const piece of piecesOf(chapter, facts)) {
      const more = rowsOf(piece)
      if (rows + more > ROWS_A_VOLUME || waiting.length === CHAPTERS_A_VOLUME) await finish()
      waiting.push(piece)
      rows += more
    }
  }
  await finish()
  // Some tables are not for reading, and are never printed.
  sieve.passed(Math.max(0, sieve.total - told))
  return volumes
}

function volumeDocument(facts: ChapterFacts, { scope }: Aim, n: number, chapters: readonly Chapter[]): PdfDocument {
  const { language, label } = facts
  const words = PRINTED_WORDS[language]
  const about = scope.kind === 'members' ? words.members(label) : words.period(label)
  return framed(facts, words.volume(about, n), [
    { kind: 'facts', heading: HISTORY_WORDS[language].sections.export, facts: exportFacts(facts), columns: 2 },
    profileSection(facts),
    { kind: 'contents', heading: words.chapters },
    ...chapters.flatMap(({ heading, sections }): PdfSection[] => [{ kind: 'chapter', heading }, ...sections]),
  ])
}

const sizeOf = (section: PdfSection): number => (section.kind === 'table' ? section.rows.length : 0)
const rowsOf = ({ sections }: Chapter): number => sections.reduce((sum, section) => sum + sizeOf(section), 0)

/** A chapter that no volume would hold goes on in the next one, under its own heading. */
function piecesOf(chapter: Chapter, { language }: ChapterFacts): Chapter[] {
  if (rowsOf(chapter) <= ROWS_A_VOLUME) return [chapter]
  const pieces: Chapter[] = []
  let [sections, room] = [[] as PdfSection[], ROWS_A_VOLUME]
  const end = () => {
    const n = pieces.length + 1
    const heading = n === 1 ? chapter.heading : PRINTED_WORDS[language].goesOn(chapter.heading, n)
    pieces.push({ heading, sections })
    ;[sections, room] = [[], ROWS_A_VOLUME]
  }
  for (const section of chapter.sections) {
    if (section.kind !== 'table') sections.push(section)
    else
      for (let at = 0; at < section.rows.length; ) {
        if (room === 0) end()
        const rows = section.rows.slice(at, at + room)
        sections.push({ ...section, rows })
        at += rows.length
        room -= rows.length
      }
  }
  end()
  return pieces
}
