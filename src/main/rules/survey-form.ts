import { allow, type Decision, deny } from '../../shared/failure.ts'
import { MESSAGE_VARIABLES, type Question, type Questionnaire } from '../../shared/surveys/model.ts'
import { MEASURE_KINDS, type Measure, SCALES, SCORES, SOLVED } from '../../shared/surveys/words.ts'

/** What the call that ends a complaint asks: without these its step in the workflow has no answer. */
const OF_HANDLING: readonly Measure[] = ['solved', ...SCORES]

const VARIABLE = /\{\{(\w+)\}\}/g

/** S1-54: the first thing that is wrong with a questionnaire, or nothing. */
export function checkForm(form: Questionnaire): Decision {
  return [...checkQuestions(form), ...checkMeasures(form), ...checkTexts(form)].find(isRefusal) ?? allow
}

const isRefusal = (decision: Decision) => !decision.allowed

function* checkQuestions({ questions }: Questionnaire): Iterable<Decision> {
  const ids = new Set<string>()
  for (const one of questions) {
    if (ids.has(one.id)) yield deny('survey-question-twice', { question: one.id })
    ids.add(one.id)
    yield checkQuestion(one)
  }
}

function checkQuestion({ id, kind, measure, poorAt, options }: Question): Decision {
  if (measure !== null && MEASURE_KINDS[measure] !== kind) return deny('survey-measure-kind', { question: id })
  const codes = options.map(({ code }) => code)
  if (kind === 'choice' && new Set(codes).size !== codes.length) return deny('survey-options', { question: id })
  if (kind === 'choice' ? codes.length < 2 : codes.length > 0) return deny('survey-options', { question: id })
  if (measure === 'solved' && SOLVED.some((code) => !codes.includes(code)))
    return deny('survey-solved-options', { question: id })
  return poorAt === null || isOnScale(kind, poorAt) ? allow : deny('survey-poor-at', { question: id })
}

/** A poor mark lies on the scale, and never takes in the best answer. */
function isOnScale(kind: Question['kind'], poorAt: number): boolean {
  if (kind === 'yesNo') return poorAt === 0
  if (kind === 'choice' || kind === 'text') return false
  const [least, most] = SCALES[kind]
  return poorAt >= least && poorAt < most
}

function* checkMeasures({ scope, questions }: Questionnaire): Iterable<Decision> {
  const measures = questions.flatMap(({ measure }) => (measure === null ? [] : [measure]))
  const twice = measures.find((measure, i) => measures.indexOf(measure) !== i)
  if (twice) yield deny('survey-measure-twice', { measure: twice })
  const asked = questions.filter(({ isRequired }) => isRequired).map(({ measure }) => measure)
  const missing = scope === 'handling' ? OF_HANDLING.find((measure) => !asked.includes(measure)) : undefined
  if (missing) yield deny('survey-measure-missing', { measure: missing })
  if (measures.length === 0) yield deny('survey-no-measure')
}

function* checkTexts({ sms, subject, email }: Questionnaire): Iterable<Decision> {
  for (const text of [sms, subject, email].flatMap(({ zh, en }) => [zh, en])) {
    const unknown = [...text.matchAll(VARIABLE)]
      .map(([, name = '']) => name)
      .find((name) => !MESSAGE_VARIABLES.some((known) => known === name))
    if (unknown !== undefined) yield deny('survey-variable', { name: unknown })
  }
  // Without its reference nobody knows which answer belongs to whom.
  for (const text of [sms.zh, sms.en, email.zh, email.en])
    if (!text.includes('{{ref}}')) yield deny('survey-no-reference')
}
