import { allow, type Decision, deny } from '../../shared/failure.ts'
import {
  EFFECTS,
  type Effect,
  REDESIGN,
  type RecordKind,
  STAGE_RECORDS,
  STAGES,
  type Stage,
} from '../../shared/standards/optimise-words.ts'

/** What decides about a record. */
export type OptimisationFacts = {
  stage: Stage
  kind: RecordKind
  place: string | null
  fromDay: string | null
  toDay: string | null
  personId: string | null
  result: string | null
  effect: Effect | null
  unit: string | null
  before: number | null
  after: number | null
}

type Field = 'place' | 'fromDay' | 'personId' | 'effect' | 'unit' | 'before' | 'after'

/** What a record of a kind is worth nothing without. */
const NEEDED: Partial<Record<RecordKind, readonly Field[]>> = {
  trial: ['place', 'fromDay'],
  place: ['place', 'fromDay'],
  training: ['fromDay'],
  told: ['personId'],
  evaluation: ['effect', 'unit', 'before', 'after'],
}

/** Whether a record belongs to its stage and says what its kind has to say (S4-145..149, S4-155..158). */
export function canRecord(record: OptimisationFacts): Decision {
  if (!STAGE_RECORDS[record.stage].includes(record.kind)) return deny('optimisation-stage-record')
  if (record.fromDay !== null && record.toDay !== null && record.fromDay > record.toDay)
    return deny('optimisation-days')
  const missing = NEEDED[record.kind]?.find((field) => record[field] === null)
  return missing === undefined ? allow : deny(`optimisation-needs-${missing}`)
}

type Principles = Readonly<Partial<Record<string, string>>>

/**
 * What a stage still lacks before it may be left (S4-145..149): asked and looked before redrawing, checked and trained
 * before trying, tried before rolling out, measured and told before it is called done. Names of rules.
 */
export function lacksOf(stage: Stage, records: readonly OptimisationFacts[], principles: Principles): string[] {
  const has = (kind: RecordKind, test: (one: OptimisationFacts) => boolean = () => true, at: Stage = stage) =>
    records.some((one) => one.kind === kind && one.stage === at && test(one))
  const lacks: Record<Stage, readonly [string, boolean][]> = {
    diagnosis: [
      ['optimisation-lacks-steps', has('presentStep')],
      ['optimisation-lacks-asking', has('survey') || has('interview')],
      ['optimisation-lacks-findings', has('need') || has('problem')],
    ],
    design: [
      ['optimisation-lacks-new-steps', has('newStep')],
      ['optimisation-lacks-goal', has('goal') && has('measure')],
      ['optimisation-lacks-training', has('training')],
      ['optimisation-lacks-principles', REDESIGN.every((one) => Boolean(principles[one]))],
    ],
    trial: [['optimisation-lacks-trial', has('trial', ({ toDay, result }) => toDay !== null && result !== null)]],
    rollout: [
      ['optimisation-lacks-place', has('place')],
      ['optimisation-lacks-training', has('training')],
    ],
    follow: [
      ['optimisation-lacks-evaluation', EFFECTS.every((effect) => has('evaluation', (one) => one.effect === effect))],
      ['optimisation-lacks-told', has('told')],
    ],
  }
  return lacks[stage].flatMap(([rule, isThere]) => (isThere ? [] : [rule]))
}

/** The stage after a stage; none after the last. */
export function nextStage(stage: Stage): Stage | null {
  return STAGES[STAGES.indexOf(stage) + 1] ?? null
}
