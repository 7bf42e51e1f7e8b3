import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SHIPPED_WORKFLOWS, shippedWorkflow } from '../../src/main/rules/packs.ts'
import { advance, canAdvance, nextActions, type WorkflowActor } from '../../src/main/rules/workflow.ts'
import { checkWorkflow } from '../../src/main/rules/workflow-check.ts'
import { fieldFaults, type WorkflowFacts } from '../../src/main/rules/workflow-fields.ts'
import { followOf } from '../../src/main/rules/workflow-follow.ts'
import type { StepData } from '../../src/shared/workflow/model.ts'

const complaints = shippedWorkflow('complaint')
const simple = shippedWorkflow('enquiry')
const agent: WorkflowActor = { id: 'wang', role: 'agent' }
const lead: WorkflowActor = { id: 'li', role: 'lead' }

const draft: WorkflowFacts = {
  kind: 'complaint',
  state: 'draft',
  channel: 'phone',
  severity: 'general',
  isComplex: false,
  ownerId: null,
  recorded: {},
}

const registerForm: StepData = {
  channel: 'phone',
  receivedAt: 1_790_000_000_000,
  memberId: 'm1',
  contact: '13812345678',
  content: '航班延误四小时，无人告知',
  demand: '要求说明原因并补偿',
  category: 'flight.delay',
  severity: 'general',
  object: 'operator',
  department: 'vip',
  timeClass: 'h48',
  urgency: 'normal',
  importance: 'normal',
  ownerId: 'wang',
  apologyGiven: true,
}
const confirmForm: StepData = {
  contactPerson: '本人',
  contactAt: 1_790_000_100_000,
  contactChannel: 'phone',
  confirmedFacts: '延误四小时属实',
  processExplained: true,
  expectedAt: 1_790_100_000_000,
}
const replyForm: StepData = {
  simpleReason: 'explained',
  causeText: '机务维护',
  measures: '补偿200元',
  resultFeedback: '已致电告知原因与补偿',
  feedbackAt: 1_790_050_000_000,
  feedbackChannel: 'phone',
}
const visitForm: StepData = {
  contactPerson: '本人',
  contactAt: 1_790_060_000_000,
  contactChannel: 'phone',
  isSolved: 'yes',
  satisfactionResult: 4,
  satisfactionProcess: 5,
  satisfactionAgent: 5,
  satisfactionOverall: 4,
}
const closeForm: StepData = {
  closingSummary: '已补偿，客户满意',
  improvement: 'process',
  improvementNote: '延误信息推送流程已改进',
}

const PATH: [string, StepData, string][] = [
  ['register', registerForm, 'registered'],
  ['confirm', confirmForm, 'confirmed'],
  ['assign', { ownerId: 'wang' }, 'assigned'],
  ['accept', {}, 'investigating'],
  ['reply', replyForm, 'replied'],
  ['visit', visitForm, 'followUp'],
  ['close', closeForm, 'closed'],
]

function take(
  facts: WorkflowFacts,
  step: string,
  data: StepData,
  actor = agent,
  definition = complaints,
): WorkflowFacts {
  expect({ step, ...canAdvance(definition, facts, step, data, actor) }).toEqual({ step, allowed: true })
  const outcome = advance(definition, facts, step, data)
  if (!outcome) throw new Error(step)
  return { ...facts, ...outcome }
}

/** The complaint after the steps of the usual path up to the one named. */
function upTo(last: string): WorkflowFacts {
  const steps = PATH.slice(0, PATH.findIndex(([step]) => step === last) + 1)
  return steps.reduce((facts, [step, data]) => take(facts, step, data), draft)
}

const verdict = (facts: WorkflowFacts, step: string, data: StepData = {}, actor = agent) => {
  const decision = canAdvance(complaints, facts, step, data, actor)
  return decision.allowed ? 'allowed' : `${decision.rule} ${Object.values(decision.params).join(' ')}`.trim()
}

const without = (data: StepData, name: string): StepData =>
  Object.fromEntries(Object.entries(data).filter(([key]) => key !== name))

test('a complaint goes from draft to closed along the usual path', () => {
  let facts = draft
  const states = PATH.map(([step, data]) => {
    facts = take(facts, step, data)
    return facts.state
  })
  expect(states).toEqual(PATH.map(([, , state]) => state))
  expect(facts.recorded.resultFeedback).toBe(replyForm.resultFeedback)
})

test.each(['contactPerson', 'contactAt', 'contactChannel', 'confirmedFacts', 'processExplained', 'expectedAt'])(
  'S1-35 S1-36 the confirmation is not complete without %s',
  (name) => expect(verdict(upTo('register'), 'confirm', without(confirmForm, name))).toBe(`case-field-missing ${name}`),
)

test('S1-36 the process must be ticked as explained, not merely mentioned', () => {
  expect(verdict(upTo('register'), 'confirm', { ...confirmForm, processExplained: false })).toBe(
    'case-field-missing processExplained',
  )
  expect(verdict(upTo('register'), 'confirm', { ...confirmForm, processExplained: 'yes' })).toBe(
    'case-field-invalid processExplained',
  )
})

test('S3-60 the apology is ticked while the customer is there, otherwise at the confirmation', () => {
  expect(verdict(draft, 'register', without(registerForm, 'apologyGiven'))).toBe('case-field-missing apologyGiven')
  const online = take(
    { ...draft, channel: 'website' },
    'register',
    without({ ...registerForm, channel: 'website' }, 'apologyGiven'),
  )
  expect(verdict(online, 'confirm', confirmForm)).toBe('case-field-missing apologyGiven')
  expect(verdict(online, 'confirm', { ...confirmForm, apologyGiven: true })).toBe('allowed')
})

test('S1-12 no close without a recorded feedback of the result to the customer', () => {
  const visited = upTo('visit')
  const lost = { ...visited, recorded: without(visited.recorded, 'resultFeedback') }
  expect(verdict(lost, 'close', closeForm)).toBe('case-record-missing resultFeedback')
})

test('S3-65 the customer is asked before closing, or could not be reached; who is not content is not closed', () => {
  const { recorded } = upTo('reply')
  const asked = (more: StepData) => ({ ...upTo('visit'), recorded: { ...recorded, ...more } })
  expect(verdict(asked({}), 'close', closeForm)).toBe('case-record-missing surveyDone')
  expect(verdict(asked({ attempts: 3, surveyDone: true }), 'close', closeForm)).toBe('allowed')
  expect(verdict(asked({ surveyDone: true, isSolved: 'no' }), 'close', closeForm)).toBe('case-not-solved isSolved')
  expect(verdict(upTo('reply'), 'visit', { ...visitForm, satisfactionResult: 6 })).toBe(
    'case-field-invalid satisfactionResult',
  )
})

describe('S2-178 nothing closes while a link of the loop is missing', () => {
  const gate = complaints.transitions.find(({ id }) => id === 'close')?.needs ?? []
  const inPlan: StepData = {
    ...without(upTo('visit').recorded, 'simpleReason'),
    ...{ assessed: true, liabilityParty: 'operator', liabilityFinal: true, planApproved: true },
    ...{ executionEvidence: '转账回单', compensationDone: true, subTasksOpen: 0, subTasksDone: true },
  }

  test('with a plan, everything on record closes it', () =>
    expect(verdict({ ...upTo('visit'), recorded: inPlan }, 'close', closeForm)).toBe('allowed'))

  test.each(gate.map(({ record }) => record))('not without %s', (record) => {
    const facts = { ...upTo('visit'), recorded: { ...inPlan, [record]: false } }
    const rule = record === 'isSolved' ? 'case-not-solved' : 'case-record-missing'
    expect(verdict(facts, 'close', closeForm)).toBe(`${rule} ${record}`)
  })

  test.each(['closingSummary', 'improvement', 'improvementNote'])('not without %s', (field) =>
    expect(verdict(upTo('visit'), 'close', without(closeForm, field))).toBe(`case-field-missing ${field}`),
  )
})

test('a small complaint is answered directly with a reason; a grave one needs a finding and a plan', () => {
  expect(verdict(upTo('accept'), 'reply', without(replyForm, 'simpleReason'))).toBe('case-field-missing simpleReason')
  const grave: WorkflowFacts = { ...upTo('accept'), severity: 'major' }
  expect(verdict(grave, 'reply', replyForm)).toBe('case-needs-plan liabilityParty')
  const none = { ...grave, recorded: { ...grave.recorded, liabilityParty: 'none', liabilityFinal: true } }
  expect(verdict(none, 'reply', replyForm)).toBe('allowed')
  const owed = { ...upTo('accept'), recorded: { ...upTo('accept').recorded, compensationDone: false } }
  expect(verdict(owed, 'reply', replyForm)).toBe('case-compensation-open compensationDone')
  const planned = { ...upTo('accept'), recorded: { ...upTo('accept').recorded, planApproved: true } }
  expect(verdict(planned, 'reply', replyForm)).toBe('case-has-plan planApproved')
})

test('S2-109 a case follows its plan: into approval, back, and into execution only when it was approved', () => {
  const at = (
    state: string,
    planApproved: boolean | null,
    event: 'planSubmitted' | 'planReturned' | 'executionStarted',
  ) => followOf(complaints, { ...upTo('accept'), state, recorded: { planApproved } }, [event])?.to
  expect(at('investigating', null, 'planSubmitted')).toBe('approval')
  expect(at('executing', false, 'planSubmitted')).toBe('approval')
  expect(at('approval', false, 'planReturned')).toBe('plan')
  expect(at('approval', false, 'executionStarted')).toBeUndefined()
  expect(at('approval', true, 'executionStarted')).toBe('executing')
  expect(at('replied', true, 'executionStarted')).toBeUndefined()
  const reply = { ...replyForm, executionEvidence: '转账回单' }
  const executing = { ...upTo('accept'), state: 'executing' }
  expect(verdict(executing, 'replyExecuted', reply)).toBe('case-plan-not-approved planApproved')
})

test('S2-36 only the new owner in person receipts a case', () => {
  const given = upTo('assign')
  expect([verdict(given, 'accept', {}, lead), verdict(given, 'accept')]).toEqual(['case-owner-in-person', 'allowed'])
})

test('whoever handled a complaint does not close it, while somebody else is there to do so', () => {
  const visited = { ...upTo('visit'), handlers: ['wang'] }
  const zhao: WorkflowActor = { id: 'zhao', role: 'agent' }
  expect(verdict({ ...visited, hasOthers: true }, 'close', closeForm)).toBe('case-not-handler')
  expect(verdict({ ...visited, hasOthers: false }, 'close', closeForm)).toBe('allowed')
  expect(verdict({ ...visited, hasOthers: true }, 'close', closeForm, zhao)).toBe('allowed')
})

test('a case always has exactly one owner, and an agent only moves cases of their own', () => {
  expect(verdict(draft, 'register', without(registerForm, 'ownerId'))).toBe('case-field-missing ownerId')
  expect(verdict({ ...upTo('accept'), ownerId: null }, 'reply', replyForm, lead)).toBe('case-no-owner')
  expect(verdict(upTo('accept'), 'reply', replyForm, { id: 'zhao', role: 'agent' })).toBe('case-not-owner')
  expect(verdict(upTo('accept'), 'reply', replyForm, lead)).toBe('allowed')
  const moved = take(upTo('accept'), 'reassign', { ownerId: 'zhao', reassignReason: '休假' }, lead)
  expect([moved.state, moved.ownerId]).toEqual(['assigned', 'zhao'])
})

test('a step of another state, another role or another kind is refused', () => {
  expect(verdict(draft, 'close', closeForm)).toBe('case-step-not-here close draft')
  expect(verdict(draft, 'fly', {})).toBe('case-step-not-here fly draft')
  expect(verdict(upTo('close'), 'reopen', { reopenReason: '问题又出现' })).toBe('case-step-role agent')
  expect(verdict(draft, 'register', registerForm, { id: 'x', role: 'admin' })).toBe('case-step-role admin')
  const suggestion = { ...draft, kind: 'suggestion', state: 'registered', ownerId: 'wang' } as const
  expect(nextActions(simple, suggestion, agent).map((action) => action.transition.id)).not.toContain('markComplex')
})

test('S2-171 a complaint that is not solved goes on, and must be answered anew before it closes', () => {
  const again = take(upTo('close'), 'reopen', { reopenReason: '问题又出现' }, lead)
  expect([again.state, again.recorded.resultFeedback, again.recorded.surveyDone]).toEqual(['investigating', null, null])
  expect(verdict(again, 'reply', { simpleReason: 'explained' })).toBe('case-field-missing causeText')
  const { recorded } = take(again, 'reply', replyForm)
  expect(verdict({ ...upTo('visit'), recorded }, 'close', closeForm)).toBe('case-record-missing surveyDone')
})

test('S2-171 after 30 days a case is not reopened any more, whoever asks', () => {
  const closed = upTo('close')
  const at = (days: number) =>
    verdict({ ...closed, closedForMs: days * 86_400_000 }, 'reopen', { reopenReason: '又坏了' }, lead)
  expect([at(30), at(31)]).toEqual(['allowed', 'case-reopen-window 30'])
})

test('S1-43 finishing and replying are two steps, each with its own event', () => {
  const outcome = (step: string, data: StepData) => advance(complaints, upTo('accept'), step, data)?.events
  expect([outcome('finish', { causeText: '机务', measures: '补偿' }), outcome('reply', replyForm)]).toEqual([
    ['handled'],
    ['handled', 'replied'],
  ])
})

describe('enquiries, suggestions and services', () => {
  const enquiry: WorkflowFacts = { ...draft, kind: 'enquiry' }
  const form = {
    channel: 'phone',
    receivedAt: 1,
    memberId: 'm1',
    contact: '13812345678',
    content: '行李额',
    category: 'baggage',
    ownerId: 'wang',
  }

  test('an enquiry is registered, answered and closed', () => {
    const registered = take(enquiry, 'register', form, agent, simple)
    const answered = take(registered, 'answer', { answer: '免费额度30公斤' }, agent, simple)
    const closed = take(answered, 'close', { isSolved: 'yes' }, agent, simple)
    expect([registered.state, answered.state, closed.state]).toEqual(['registered', 'answered', 'closed'])
  })

  test('a complex question: the customer is told when, and a follow-up is made', () => {
    const registered = take(enquiry, 'register', form, agent, simple)
    const data = { complexReason: '需查舱位规则', customerTold: true, expectedAt: 5, ownerId: 'wang' }
    const refused = canAdvance(simple, registered, 'markComplex', without(data, 'customerTold'), agent)
    expect(refused).toEqual({ allowed: false, rule: 'case-field-missing', params: { field: 'customerTold' } })
    const outcome = advance(simple, registered, 'markComplex', data)
    expect([outcome?.state, outcome?.isComplex, outcome?.makesFollowUp]).toEqual(['assigned', true, true])
  })

  test('S3-67 S3-69 a suggestion is thanked for, and its adoption told', () => {
    const suggestion = take(
      { ...enquiry, kind: 'suggestion', channel: 'email' },
      'register',
      { ...form, channel: 'email' },
      agent,
      simple,
    )
    const faults = (data: StepData) => {
      const transition = simple.transitions.find((t) => t.id === (data.answer ? 'replySuggestion' : 'decide'))
      return transition && fieldFaults(transition, suggestion, data).map((fault) => fault.field)
    }
    expect([
      faults({}),
      faults({ adoption: 'adopted', adoptionNote: '列入改造' }),
      faults({ answer: '感谢建议' }),
      faults({ answer: '感谢建议', thanked: true, feedbackChannel: 'email' }),
    ]).toEqual([['adoption', 'adoptionNote'], [], ['thanked', 'feedbackChannel'], []])
    expect(nextActions(simple, suggestion, agent).map((action) => action.transition.id)).toEqual([
      'assign',
      'withdrawRegistered',
    ])
  })
})

/** S2-178: the links of the loop as the documents name them, in the order in which the check says them. */
const GATE = [
  ...['confirmedFacts', 'processExplained', 'expectedAt', 'accepted', 'causeText', 'liabilityFinal', 'measures'],
  ...['planApproved', 'executionEvidence', 'resultFeedback', 'feedbackAt', 'feedbackChannel', 'surveyDone'],
  'improvement',
]

describe('a workflow is checked before it is put into force', () => {
  test('the shipped ones have no faults', () => expect(SHIPPED_WORKFLOWS.map(checkWorkflow)).toEqual([[], []]))

  test('unreachable states, dead ends, states without an owner, and closing without the loop are named', () => {
    const [first] = complaints.states
    const broken = {
      ...complaints,
      states: [
        ...complaints.states.map((s) => (s.id === 'registered' ? { ...s, ownerRoles: [] } : s)),
        ...(first
          ? [
              { ...first, id: 'limbo' },
              { ...first, id: 'attic' },
              { ...first, id: 'attic' },
            ]
          : []),
      ],
      transitions: complaints.transitions.map((t) =>
        t.id === 'accept'
          ? { ...t, to: 'limbo' }
          : t.id === 'close'
            ? { ...t, needs: [], fields: [] }
            : t.id === 'reopen'
              ? { ...t, emits: ['accepted' as const] }
              : t.id === 'finish'
                ? { ...t, to: 'nowhere' }
                : t,
      ),
    }
    expect(checkWorkflow(broken)).toEqual([
      { code: 'unknownState', where: 'nowhere' },
      { code: 'stateTwice', where: 'attic' },
      ...['attic', 'attic'].map((where) => ({ code: 'unreachable', where })),
      ...['limbo', 'attic', 'attic'].map((where) => ({ code: 'deadEnd', where })),
      { code: 'noOwnerRole', where: 'registered' },
      { code: 'leavesFinal', where: 'reopen' },
      ...GATE.map((record) => ({ code: 'closesWithout', where: 'close', record })),
    ])
  })

  test('nextActions offers exactly the steps that canAdvance would judge by the form alone', () => {
    const facts = fc.record({
      kind: fc.constant('complaint' as const),
      state: fc.constantFrom(...complaints.states.map((state) => state.id)),
      channel: fc.constantFrom('phone' as const, 'website' as const),
      severity: fc.constantFrom('general' as const, 'urgent' as const),
      handlers: fc.constantFrom([], ['wang']),
      hasOthers: fc.boolean(),
      closedForMs: fc.constantFrom(0, 40 * 86_400_000),
      isComplex: fc.boolean(),
      ownerId: fc.constantFrom('wang', 'zhao', null),
      recorded: fc.constant({}),
    })
    const role = fc.constantFrom('agent' as const, 'lead' as const, 'manager' as const, 'admin' as const)
    fc.assert(
      fc.property(facts, role, (f, r) => {
        const actor = { id: 'wang', role: r }
        const offered = nextActions(complaints, f, actor)
          .filter((action) => action.decision.allowed)
          .map((action) => action.transition.id)
        const personal = [
          'case-step-role',
          'case-not-owner',
          'case-step-not-here',
          'case-owner-in-person',
          'case-not-handler',
          'case-reopen-window',
        ]
        const judged = complaints.transitions
          .map((t) => t.id)
          .filter((id) => {
            const decision = canAdvance(complaints, f, id, {}, actor)
            return decision.allowed || !personal.includes(decision.rule)
          })
        expect(offered).toEqual(judged)
      }),
    )
  })
})
