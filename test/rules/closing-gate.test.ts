import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shippedWorkflow } from '../../src/main/rules/packs.ts'
import { checkPolicy } from '../../src/main/rules/policy-check.ts'
import { advance, canAdvance } from '../../src/main/rules/workflow.ts'
import { checkWorkflow } from '../../src/main/rules/workflow-check.ts'
import { hasValue, type WorkflowFacts } from '../../src/main/rules/workflow-fields.ts'
import type {
  StepData,
  WorkflowDefinition,
  WorkflowField,
  WorkflowTransition,
} from '../../src/shared/workflow/model.ts'
import { CASE_EVENTS } from '../../src/shared/workflow/words.ts'

const shipped = shippedWorkflow('complaint')
const states = shipped.states.map(({ id }) => id)
const finals = new Set(shipped.states.filter(({ isFinal }) => isFinal).map(({ id }) => id))

/** What the loop is without, said a second time and in another way than the check says it (S2-178). */
function openLinks(recorded: StepData): string[] {
  const has = (...names: string[]) => names.some((name) => hasValue(recorded[name]))
  const single = ['confirmedFacts', 'processExplained', 'expectedAt', 'accepted', 'measures', 'resultFeedback']
  const rest = ['feedbackAt', 'feedbackChannel', 'surveyDone', 'improvement']
  const isPlanned = recorded.planApproved !== undefined && recorded.planApproved !== null
  return [
    ...[...single, ...rest].filter((name) => !has(name)),
    ...(has('causeText', 'cause') ? [] : ['causeText']),
    ...(has('liabilityFinal', 'simpleReason') ? [] : ['liabilityFinal']),
    ...(has('planApproved', 'simpleReason') ? [] : ['planApproved']),
    ...(!isPlanned || has('executionEvidence', 'simpleReason') ? [] : ['executionEvidence']),
  ]
}

type Change = (definition: WorkflowDefinition) => WorkflowDefinition

const onClose =
  (change: (step: WorkflowTransition) => WorkflowTransition): Change =>
  (definition) => ({
    ...definition,
    transitions: definition.transitions.map((step) => (step.id === 'close' ? change(step) : step)),
  })

const records = [...new Set(shipped.transitions.flatMap(({ needs }) => needs.map(({ record }) => record)))]

/** Ways in which a manager may change the closing of complaints, some of them harmless. */
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.nat(30).map((i) => onClose((step) => ({ ...step, needs: step.needs.filter((_, k) => k !== i) }))),
  fc.nat(30).map((i) =>
    onClose((step) => ({
      ...step,
      needs: step.needs.map((need, k) => (k === i ? { ...need, orElse: ['content'] } : need)),
    })),
  ),
  fc.nat(30).map((i) =>
    onClose((step) => ({
      ...step,
      needs: step.needs.map((need, k) => (k === i ? { ...need, when: { severities: ['urgent' as const] } } : need)),
    })),
  ),
  fc
    .nat(3)
    .map((i) =>
      onClose((step) => ({ ...step, fields: step.fields.map((f, k) => (k === i ? { ...f, isRequired: false } : f)) })),
    ),
  fc.constant(onClose((step) => ({ ...step, roles: ['system' as const], follows: ['visited' as const] }))),
  fc
    .record({
      from: fc.constantFrom(...states.filter((id) => !finals.has(id))),
      to: fc.constantFrom(...states),
      emits: fc.uniqueArray(fc.constantFrom(...CASE_EVENTS), { minLength: 1, maxLength: 2 }),
    })
    .map(
      ({ from, to, emits }): Change =>
        (definition) => {
          const [first] = definition.transitions
          const made = { id: 'own', from: [from], to, emits, fields: [], needs: [], isOwnersOnly: false }
          return first ? { ...definition, transitions: [...definition.transitions, { ...first, ...made }] } : definition
        },
    ),
)

const workflows = fc
  .array(change, { maxLength: 2 })
  .map((changes) => changes.reduce((definition, one) => one(definition), shipped))

function answerTo(field: WorkflowField): string | number | boolean {
  if (field.type === 'choice') return field.options?.[0] ?? 'phone'
  if (field.type === 'tick') return true
  if (field.type === 'day') return '2026-10-01'
  if (field.type === 'instant') return 1_790_000_000_000
  return field.type === 'score' ? 4 : '已按流程记录在案，情况属实，客户已知悉并同意'
}

/** One turn of a walk: a step that leads on, a form of which fields may be left out, and a record of a stage. */
type Turn = { pick: number; leftOut: number | null; stage: string | undefined; isSaid: boolean }

const turn: fc.Arbitrary<Turn> = fc.record({
  pick: fc.nat(60),
  leftOut: fc.option(fc.nat(8), { freq: 1 }),
  stage: fc.option(fc.constantFrom(...records, 'simpleReason', 'cause'), { nil: undefined, freq: 1 }),
  isSaid: fc.boolean(),
})

const actor = { id: 'wang', role: 'manager' } as const

/** Every case on the way that ended otherwise than by rejection, withdrawal or merging, as it stood then. */
function closings(definition: WorkflowDefinition, start: WorkflowFacts, turns: readonly Turn[]) {
  let facts = start
  const closed: StepData[] = []
  for (const { pick, leftOut, stage, isSaid } of turns) {
    if (stage !== undefined) facts = { ...facts, recorded: { ...facts.recorded, [stage]: isSaid } }
    const steps = definition.transitions.filter(({ from }) => from.includes(facts.state))
    // Half of the turns try to end the case, or most walks would never come to it.
    const ends = steps.filter(({ to }) => finals.has(to) && !finals.has(facts.state))
    const offered = pick % 2 === 0 && ends.length > 0 ? ends : steps
    const step = offered[(pick >> 1) % Math.max(1, offered.length)]
    if (!step) continue
    const given = step.fields.filter((_, i) => i !== leftOut)
    const data = Object.fromEntries(given.map((field) => [field.name, answerTo(field)]))
    const form = step.fields.some(({ name }) => name === 'ownerId') ? { ...data, ownerId: 'wang' } : data
    if (!canAdvance(definition, facts, step.id, form, actor).allowed) continue
    const outcome = advance(definition, facts, step.id, form)
    if (!outcome) continue
    const isOtherEnd = (['rejected', 'withdrawn', 'merged'] as const).some((end) => step.emits.includes(end))
    const isEnd = finals.has(outcome.state) && !finals.has(facts.state) && !isOtherEnd
    if (isEnd || step.emits.includes('closed')) closed.push(outcome.recorded)
    facts = { ...facts, state: outcome.state, ownerId: outcome.ownerId, recorded: outcome.recorded }
  }
  return closed
}

const full: StepData = Object.fromEntries(
  [...records, 'improvement', 'improvementNote', 'closingSummary'].map((name) => [name, true]),
)

const start = fc
  .record({
    state: fc.constantFrom('draft', 'investigating', 'followUp', 'followUp'),
    missing: fc.uniqueArray(fc.constantFrom(...Object.keys(full)), { maxLength: 2 }),
    severity: fc.constantFrom('general' as const, 'urgent' as const),
  })
  .map(
    ({ state, missing, severity }): WorkflowFacts => ({
      ...{ kind: 'complaint', state, severity, channel: 'phone', isComplex: false, ownerId: 'wang' },
      recorded: Object.fromEntries(
        Object.entries(full)
          .filter(([name]) => !missing.includes(name))
          .map(([name, value]) => [name, name === 'isSolved' ? 'yes' : value]),
      ),
    }),
  )

describe('S2-178 complaints are closed only through the closed loop', () => {
  test('no path through a workflow that was checked closes a complaint while a link of the loop is open', () => {
    let [closed, refused] = [0, 0]
    fc.assert(
      fc.property(workflows, start, fc.array(turn, { minLength: 1, maxLength: 25 }), (definition, facts, turns) => {
        const problems = checkWorkflow(definition)
        if (problems.length > 0) {
          refused += 1
          return
        }
        for (const recorded of closings(definition, facts, turns)) {
          closed += 1
          expect(openLinks(recorded)).toEqual([])
        }
      }),
      { numRuns: 3000 },
    )
    // Otherwise the law above would hold of nothing.
    expect([closed > 50, refused > 50]).toEqual([true, true])
  })

  test('each need that is taken out of the closing step is named, and no other', () => {
    const needs = shipped.transitions.find(({ id }) => id === 'close')?.needs ?? []
    const loop = openLinks({ planApproved: false }).filter((name) => needs.some(({ record }) => record === name))
    expect(loop.length).toBe(13)
    fc.assert(
      fc.property(fc.subarray(loop), (gone) => {
        const without = onClose((step) => ({
          ...step,
          needs: step.needs.filter(({ record }) => !gone.includes(record)),
        }))(shipped)
        const said = checkWorkflow(without).map(({ code, where, record }) => `${code} ${where} ${record}`)
        expect(said.sort()).toEqual(gone.map((record) => `closesWithout close ${record}`).sort())
      }),
    )
  })

  test('the problem is said in words for people, an error for each record', () => {
    const without = onClose((step) => ({ ...step, needs: step.needs.filter(({ record }) => record !== 'accepted') }))
    expect(checkPolicy(without(shipped), { calendars: {}, workflows: [] })).toEqual([
      {
        ...{ level: 'error', code: 'closesWithout', path: 'close' },
        text: {
          zh: '步骤“关闭（close）”关闭投诉时没有要求记录“责任人接手”。',
          en: 'The step “Close (close)” closes a complaint without asking that this be on record: its acceptance by the owner.',
        },
      },
    ])
  })

  test('another step into the closed state, or into an end of no name, must ask for the loop too', () => {
    const [first] = shipped.transitions
    if (!first) throw new Error('no steps')
    const own = (to: string, emits: WorkflowTransition['emits']) => ({
      ...shipped,
      transitions: [
        ...shipped.transitions,
        { ...first, ...{ id: 'own', from: ['investigating'], to, emits }, needs: [] },
      ],
    })
    const lacks = (definition: WorkflowDefinition) =>
      checkWorkflow(definition).filter(({ code, where }) => code === 'closesWithout' && where === 'own').length
    expect([
      lacks(own('closed', ['handled'])),
      lacks(own('closed', ['rejected'])),
      lacks(own('archived', ['handled'])),
      lacks(own('rejected', ['rejected'])),
    ]).toEqual([14, 14, 14, 0])
  })
})
