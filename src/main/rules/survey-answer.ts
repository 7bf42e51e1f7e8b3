import type { AnswerValues, Question, Questionnaire } from '../../shared/surveys/model.ts'
import { type AnswerRefusal, type Measure, SCALES } from '../../shared/surveys/words.ts'

/** One fault of an answer: which question, and why. */
type AnswerFault = { question: string; reason: AnswerRefusal }

/** What an answer counts for, by measure, and where it is poor. */
export type ReadAnswer = {
  values: AnswerValues
  measures: { [M in Exclude<Measure, 'accepted' | 'solved' | 'text'>]: number | null }
  accepted: boolean | null
  solved: string | null
  comment: string
  poorOn: string[]
}

export type Reading = { ok: true; answer: ReadAnswer } | { ok: false; faults: AnswerFault[] }

/** Reads answers against the questionnaire they were asked with (S1-54). */
export function readAnswer(form: Questionnaire, given: AnswerValues): Reading {
  const known = new Set(form.questions.map(({ id }) => id))
  const faults: AnswerFault[] = Object.keys(given)
    .filter((id) => !known.has(id))
    .map((id) => ({ question: id, reason: 'unknown-question' }))
  const values: AnswerValues = {}
  for (const one of form.questions) {
    const value = given[one.id]
    const isEmpty = value === undefined || value === ''
    if (isEmpty && one.isRequired) faults.push({ question: one.id, reason: 'required' })
    if (isEmpty) continue
    if (fits(one, value)) values[one.id] = typeof value === 'string' ? value.trim() : value
    else faults.push({ question: one.id, reason: 'value' })
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, answer: sumUp(form, values) }
}

function fits({ kind, options }: Question, value: AnswerValues[string]): boolean {
  if (kind === 'yesNo') return typeof value === 'boolean'
  if (kind === 'text') return typeof value === 'string'
  if (kind === 'choice') return options.some(({ code }) => code === value)
  const [least, most] = SCALES[kind]
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
}

/** What answers count for, whatever was left out. */
export function sumUp({ questions }: Questionnaire, values: AnswerValues): ReadAnswer {
  const of = (measure: Measure) => {
    const asked = questions.find((one) => one.measure === measure)
    return asked === undefined ? undefined : values[asked.id]
  }
  const number = (measure: Measure) => {
    const value = of(measure)
    return typeof value === 'number' ? value : null
  }
  const accepted = of('accepted')
  const solved = of('solved')
  const comment = of('text')
  return {
    values,
    measures: {
      result: number('result'),
      process: number('process'),
      agent: number('agent'),
      overall: number('overall'),
      nps: number('nps'),
      effort: number('effort'),
    },
    accepted: typeof accepted === 'boolean' ? accepted : null,
    solved: typeof solved === 'string' ? solved : null,
    comment: typeof comment === 'string' ? comment : '',
    poorOn: questions.filter((one) => isPoor(one, values[one.id])).map(({ id }) => id),
  }
}

/** S1-55: an answer is poor at or below the mark of its question; a no counts as 0. */
export function isPoor({ poorAt }: Pick<Question, 'poorAt'>, value: AnswerValues[string] | undefined): boolean {
  if (poorAt === null || value === undefined || typeof value === 'string') return false
  return Number(value) <= poorAt
}

const YES = new Set(['是', '对', '认可', '满意', 'yes', 'y', 'true', '1'])
const NO = new Set(['否', '不', '不认可', 'no', 'n', 'false', '0'])

/** One cell of a file as an answer to its question; undefined where it can be none. */
export function readCell({ kind, options }: Question, cell: string): AnswerValues[string] | undefined {
  const text = cell.normalize('NFKC').trim()
  if (kind === 'text') return cell.trim()
  if (kind === 'yesNo') {
    if (YES.has(text.toLowerCase())) return true
    return NO.has(text.toLowerCase()) ? false : undefined
  }
  if (kind === 'choice') {
    const wanted = text.toLowerCase()
    return options.find(({ code, name }) => [code, name.zh, name.en].some((word) => word.toLowerCase() === wanted))
      ?.code
  }
  return /^\d{1,2}(?:\.0+)?分?$/.test(text) ? Number.parseInt(text, 10) : undefined
}
