import { SAID_KINDS, type SaidKind } from '../../shared/search/said-kinds.ts'
import { isOwnField } from '../../shared/workflow/records.ts'

/** What an entry of a case's log says in a person's own words. */
export type Said = { kind: SaidKind; text: string }

/** Of each kind of entry, where in it a person's words stand beside those of a step's form. */
const WORDS_OF: Record<SaidKind, readonly string[]> = {
  noted: ['text'],
  contacted: ['text', 'person'],
  message: ['text'],
  followUp: ['text'],
  followUpDone: ['text', 'outcome'],
  visit: ['text', 'person'],
  assessed: ['text'],
  care: ['text'],
  promise: ['text'],
  subTask: ['text'],
  imported: ['text'],
  opened: [],
  step: [],
}

/** The kinds of entries whose steps' forms are searched. */
const WITH_FORMS: readonly SaidKind[] = ['opened', 'step']

/** Free texts that the product's own steps ask for; what the case itself holds is searched there. */
export const STEP_TEXTS: readonly string[] = [
  ...[
    'adoptionNote',
    'answer',
    'appealAnswer',
    'appealClaim',
    'appealDecision',
    'appealNumber',
    'askedFor',
    'attemptNote',
  ],
  ...['backReason', 'causeText', 'closingSummary', 'collation', 'complexReason', 'confirmedFacts', 'contactPerson'],
  ...['customerAnswer', 'customerSuggestion', 'evidenceText', 'executionEvidence', 'expectedOutcome', 'facts'],
  ...['howToSubmit', 'improvementNote', 'measures', 'mergedInto', 'partnerAnswer', 'partnerAsk', 'partnerName'],
  ...['preliminaryMeasures', 'prevention', 'reassignReason', 'reopenReason', 'resultFeedback', 'serviceReference'],
  ...['solution', 'surveyText', 'withdrawStatement'],
]

const SEARCHED_STEP_TEXTS = new Set(STEP_TEXTS)

type Entry = { kind: string; data: string }
type Data = Record<string, unknown> & { progress?: unknown; recorded?: unknown }

/** Notes, contacts, messages and the texts of steps' forms, a desk's own fields among them, in the order of the log. */
export function saidIn(entries: readonly Entry[]): Said[] {
  return entries.flatMap(({ kind: stored, data: json }) => {
    const kind = SAID_KINDS.find((one) => one === stored)
    if (kind === undefined) return []
    const data = JSON.parse(json) as Data
    const texts = [...WORDS_OF[kind].map((name) => data[name]), ...valuesOf(data.progress), ...formTexts(kind, data)]
    const own = new Set(texts.filter((text): text is string => typeof text === 'string' && text.trim() !== ''))
    return [...own].map((text) => ({ kind, text }))
  })
}

const valuesOf = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value) : []

function formTexts(kind: SaidKind, { recorded }: Data): unknown[] {
  if (!WITH_FORMS.includes(kind) || typeof recorded !== 'object' || recorded === null) return []
  return Object.entries(recorded).flatMap(([name, value]) =>
    SEARCHED_STEP_TEXTS.has(name) || isOwnField(name) ? [value] : [],
  )
}
