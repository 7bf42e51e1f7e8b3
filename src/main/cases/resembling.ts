import { markedParts } from '../../shared/search/marking.ts'
import { DAY, type Instant } from '../../shared/time.ts'
import type { Handler } from '../engine/handler.ts'
import { maskNumbersIn } from '../rules/masked-text.ts'
import { isSameMatter, likeliest, resemblancesOf } from '../rules/similarity.ts'
import { sameWords } from '../search/same-words.ts'
import type { Db } from '../store/types.ts'
import { openFile, scopeOf } from './case-file.ts'
import { readable } from './in-scope.ts'
import { relatedTo } from './linking.ts'
import { rowsOf } from './lists.ts'
import { type CaseRecord, casesByIds, casesOnFlight, recentCases } from './queries.ts'

/** A person's cases of the last year may belong together; a flight and words tell by themselves. */
const PERSON_DAYS = 365
const MOST_SHOWN_WORDS = 3

/** S1-10 S1-48: cases that may belong to one and are not linked to it yet, each with why; read after the case itself. */
export const resembling: Handler<'cases.resembling'> = async (ctx, { id, limit }) => {
  const file = await openFile(ctx, id)
  const { row } = file
  const known = new Set<string>([id, ...(await relatedTo(ctx, file)).map((other) => other.id)])
  const { asked, shared } = await sameWords(ctx.db, row)
  const alike = new Map([...shared].filter(([, words]) => isSameMatter(words.length, asked)))
  const others = await candidatesOf(ctx.db, row, [...alike.keys()], ctx.now - PERSON_DAYS * DAY)
  const proposed = likeliest(
    (await readable(ctx.db, scopeOf(ctx), others))
      .filter((other) => !known.has(other.id))
      .map((other) => ({ ...other, reasons: resemblancesOf(row, other, alike.has(other.id)) })),
    limit,
  )
  const shown = await rowsOf(ctx.db, proposed)
  return shown.map((line, i) => ({
    ...line,
    reasons: proposed[i]?.reasons ?? [],
    words: phrasesOf(row, alike.get(line.id) ?? []),
  }))
}

async function candidatesOf(
  db: Db,
  row: CaseRecord,
  alike: readonly string[],
  since: Instant,
): Promise<readonly CaseRecord[]> {
  const { flightNo, flightDay, memberId, contactDigits } = row
  const lists = [
    flightNo === null || flightDay === null ? [] : await casesOnFlight(db, flightNo, flightDay),
    await recentCases(db, { memberId, digits: contactDigits }, since),
    await casesByIds(db, alike),
  ]
  return [...new Map(lists.flat().map((one) => [one.id, one])).values()]
}

/** The stretches of a case's own text that the shared words make up, the longest first. */
function phrasesOf({ title, content }: CaseRecord, words: readonly string[]): string[] {
  const stretches = [title, content]
    .flatMap((text) => markedParts(text, words))
    .filter(({ isHit }) => isHit)
    .map(({ text }) => maskNumbersIn(text))
  return [...new Set(stretches)].sort((a, b) => b.length - a.length).slice(0, MOST_SHOWN_WORDS)
}
