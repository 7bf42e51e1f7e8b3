import type { Bilingual } from '../contract.ts'
import { entryWords } from './call-words.ts'
import { fieldPathOf } from './field-names/index.ts'
import { fieldsOf } from './fields.ts'

/** What an entry shows of itself. */
type Shown = {
  seq: number
  call: string
  actorName: string
  memberCard: string | null
  caseNumber: string | null
  body: string
}

const inChinese = ({ zh }: Bilingual) => zh
const inEnglish = ({ en }: Bilingual) => en

/** The words that an entry shows, in both languages and small letters: act, person, member, case, fields and values. */
export function wordsOf({ seq, call, actorName, memberCard, caseNumber, body }: Shown): string {
  const act = entryWords(call)
  const fields = fieldsOf(body).flatMap(({ field, before, now }) => [
    ...[fieldPathOf(field, inChinese), fieldPathOf(field, inEnglish)],
    ...[textOf(before), textOf(now)],
  ])
  const words = [String(seq), call, act?.zh, act?.en, actorName, memberCard, caseNumber, ...fields]
  return words.filter(Boolean).join('\n').toLowerCase()
}

/** True when every word of a text, however its letters are written, stands somewhere in what an entry shows. */
export function holdsText(words: string, text: string): boolean {
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word))
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
