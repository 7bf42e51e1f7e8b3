import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SHIPPED_WORKFLOWS, shippedWorkflow } from '../../src/main/rules/packs.ts'
import { advance, canAdvance, nextActions, type WorkflowActor } from '../../src/main/rules/workflow.ts'
import { checkWorkflow } from '../../src/main/rules/workflow-check.ts'
import { fieldFaults, type WorkflowFacts } from '../../src/main/rules/workflow-fields.ts'
import type { StepData } from '../../src/shared/workflow/model.ts'

const complaints = shippedWorkflow('complaint')
const simple = shippedWorkflow('enquiry')
const agent: WorkflowActor = { id: 'wang', role: 'agent' }
const lead: WorkflowActor = { id: 'li', role: 'lead' }

const draft: WorkflowFacts = {
  kind: 'complaint',
  state: 'draft',
  channel: 'phone',
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
  cause: '机务维护',
  measures: '补偿200元',
  resultFeedback: '已致电告知原因与补偿',
  feedbackAt: 1_790_050_000_000,
  feedbackChannel: 'phone',
}
const closeForm: StepData = { satisfactionConfirmed: true, satisfactionResult: 4, closingSummary: '已补偿，客户满意' }

const PATH: [string, StepData, string][] = [
  ['register', registerForm, 'registered'],
  ['confirm', confirmForm, 'confirmed'],
  ['assign', { ownerId: 'wang' }, 'assigned'],
  ['accept', {}, 'investigating'],
  ['reply', replyForm, 'replied'],
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
function after(last: string): WorkflowFacts {
  const steps = PATH.slice(0, PATH.findIndex(([step]) => step === last) + 1)
  return steps.reduce((facts, [step, data]) => take(facts, step, data), draft)
}

const verdict = (facts: WorkflowFacts, step: string, data: StepData, actor = agent) => {
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
  (name) =>
    expect(verdict(after('register'), 'confirm', without(confirmForm, name))).toBe(`case-field-missing ${name}`),
)

test('S1-36 the process must be ticked as explained, not merely mentioned', () => {
  expect(verdict(after('register'), 'confirm', { ...confirmForm, processExplained: false })).toBe(
    'case-field-missing processExplained',
  )
  expect(verdict(after('register'), 'confirm', { ...confirmForm, processExplained: 'yes' })).toBe(
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
  const replied = after('reply')
  const lost = { ...replied, recorded: without(replied.recorded, 'resultFeedback') }
  expect(verdict(lost, 'close', closeForm)).toBe('case-record-missing resultFeedback')
})

test('S3-65 satisfaction is confirmed before closing, or three failed attempts are told', () => {
  const replied = after('reply')
  expect(verdict(replied, 'close', without(closeForm, 'satisfactionConfirmed'))).toBe(
    'case-field-missing satisfactionConfirmed',
  )
  expect(
    verdict(replied, 'close', {
      closingSummary: '无法联系',
      unreachableReason: '三天内上午、下午、晚上各致电一次未接',
    }),
  ).toBe('allowed')
  expect(verdict(replied, 'close', { ...closeForm, satisfactionResult: 6 })).toBe(
    'case-field-invalid satisfactionResult',
  )
})

test('a case always has exactly one owner, and an agent only moves cases of their own', () => {
  expect(verdict(draft, 'register', without(registerForm, 'ownerId'))).toBe('case-field-missing ownerId')
  expect(verdict({ ...after('accept'), ownerId: null }, 'reply', replyForm, lead)).toBe('case-no-owner')
  expect(verdict(after('accept'), 'reply', replyForm, { id: 'zhao', role: 'agent' })).toBe('case-not-owner')
  expect(verdict(after('accept'), 'reply', replyForm, lead)).toBe('allowed')
  const moved = take(after('accept'), 'reassignInvestigating', { ownerId: 'zhao', reassignReason: '休假' }, lead)
  expect([moved.state, moved.ownerId]).toEqual(['assigned', 'zhao'])
})

test('a step of another state, another role or another kind is refused', () => {
  expect(verdict(draft, 'close', closeForm)).toBe('case-step-not-here close draft')
  expect(verdict(draft, 'fly', {})).toBe('case-step-not-here fly draft')
  expect(verdict(after('close'), 'reopen', { reopenReason: '问题又出现' })).toBe('case-step-role agent')
  expect(verdict(draft, 'register', registerForm, { id: 'x', role: 'admin' })).toBe('case-step-role admin')
  const suggestion = { ...draft, kind: 'suggestion', state: 'registered', ownerId: 'wang' } as const
  expect(nextActions(simple, suggestion, agent).map((action) => action.transition.id)).not.toContain('markComplex')
})

test('S2-171 a complaint that is not solved goes on, and must be answered anew before it closes', () => {
  const again = take(after('close'), 'reopen', { reopenReason: '问题又出现' }, lead)
  expect(again.state).toBe('investigating')
  expect(verdict(again, 'reply', {})).toBe('case-field-missing cause')
})

test('S1-43 finishing and replying are two steps, each with its own event', () => {
  const outcome = (step: string, data: StepData) => advance(complaints, after('accept'), step, data)?.events
  expect([outcome('finish', { cause: '机务', measures: '补偿' }), outcome('reply', replyForm)]).toEqual([
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
      const transition = simple.transitions.find((t) => t.id === 'answer')
      return transition && fieldFaults(transition, suggestion, data).map((fault) => fault.field)
    }
    expect([
      faults({ answer: '感谢建议' }),
      faults({ answer: '感谢建议', thanked: true, adoption: 'adopted' }),
    ]).toEqual([['thanked', 'adoption'], []])
  })
})

describe('a workflow is checked before it is put into force', () => {
  test('the shipped ones have no faults', () => expect(SHIPPED_WORKFLOWS.map(checkWorkflow)).toEqual([[], []]))

  test('unreachable states, dead ends, states without an owner, and closing without feedback are named', () => {
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
            ? { ...t, needs: [] }
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
      ...['investigating', 'waitingCustomer', 'replied', 'closed', 'attic', 'attic'].map((where) => ({
        code: 'unreachable',
        where,
      })),
      ...['limbo', 'attic', 'attic'].map((where) => ({ code: 'deadEnd', where })),
      { code: 'noOwnerRole', where: 'registered' },
      { code: 'leavesFinal', where: 'reopen' },
      { code: 'closesWithoutFeedback', where: 'close' },
    ])
  })

  test('nextActions offers exactly the steps that canAdvance would judge by the form alone', () => {
    const facts = fc.record({
      kind: fc.constant('complaint' as const),
      state: fc.constantFrom(...complaints.states.map((state) => state.id)),
      channel: fc.constantFrom('phone' as const, 'website' as const),
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
        const personal = ['case-step-role', 'case-not-owner', 'case-step-not-here']
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
