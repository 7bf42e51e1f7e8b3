import { CATEGORIES, CHANNELS } from '../../shared/cases/words.ts'
import type { Bilingual } from '../../shared/contract.ts'
import type { PolicyProblem } from '../../shared/policies/model.ts'
import { clockName, EVENT_NAMES, limitText, namesIn } from '../../shared/policies/words.ts'
import type { TargetPolicy, TargetRule } from '../../shared/targets/model.ts'
import type { WorkflowDefinition } from '../../shared/workflow/model.ts'
import { clockProblems, commonStepProblems } from './clock-checks.ts'
import { compensationProblems, type TariffBefore } from './compensation-policy.ts'
import { numberProblems } from './number-checks.ts'
import { packValueProblems } from './pack-values.ts'
import { type Comparison, isInside, limitComparer, overlaps } from './policy-overlap.ts'
import { at, say } from './policy-say.ts'
import type { DraftedPolicy } from './policy-shape.ts'
import { raiseProblems } from './raise-checks.ts'
import { type Calendars, checkTargets, type TargetProblem } from './targets.ts'
import { checkWorkflow } from './workflow-check.ts'
import { workflowProblemText } from './workflow-problem-text.ts'

/** What a policy is checked against: the desk's calendars, the workflows that its cases follow, and its lists. */
export type PolicyContext = {
  calendars: Calendars
  workflows: readonly WorkflowDefinition[]
  /** Codes that the desk keeps; the shipped ones when left out. */
  categories?: readonly string[]
  channels?: readonly string[]
  /** The tariff in force, for one that is to follow it: nothing that was used may be missing. */
  tariff?: TariffBefore
  /** Stages in which open cases stand, by the workflows that they keep. */
  standing?: readonly StandingCases[]
}

/** Open cases of a workflow that stand in one of its stages, whatever its version. */
export type StandingCases = { pack: string; state: string; name: Bilingual; count: number }

/** Events that only a step of a workflow brings; the others are reported by the records beside the steps too. */
const STEP_EVENTS = new Set<string>([
  ...['registered', 'confirmed', 'assigned', 'accepted', 'waitingCustomer', 'customerReturned', 'complexMarked'],
  ...['handled', 'replied', 'answered', 'closed', 'rejected', 'withdrawn', 'merged', 'reopened'],
])

/** Contradictions of a policy, in words: errors keep it from being submitted, warnings are for the reader. */
export function checkPolicy(policy: DraftedPolicy, context: PolicyContext): PolicyProblem[] {
  if (policy.kind === 'workflow') {
    const faults = checkWorkflow(policy).map(
      (problem): PolicyProblem => ({
        level: 'error',
        code: problem.code,
        path: problem.where,
        text: workflowProblemText(problem, policy),
      }),
    )
    return [...faults, ...stillStanding(policy, context.standing ?? [])]
  }
  if (policy.kind === 'compensation') return compensationProblems(policy, context.tariff ?? null)
  const rules = policy.rules.filter((rule) => rule.isEnabled)
  const compare = limitComparer(context.calendars)
  // A rule whose calendar or categories do not exist is compared with nothing.
  const unknown = rules.flatMap((rule) => unknownCodes(rule, context))
  const whole = rules.filter((rule) => context.calendars[rule.calendar] && unknownCodes(rule, context).length === 0)
  return [
    ...checkTargets(policy, context.calendars).map((found) => targetProblem(found, policy)),
    ...commonStepProblems(policy),
    ...raiseProblems(policy),
    ...numberProblems(policy),
    ...packValueProblems(policy),
    ...unknown,
    ...rules.flatMap((rule) => neverMatches(rule, context)),
    ...rules.flatMap((rule) => deadEnds(rule, context)),
    ...whole.flatMap((rule) => looserThanLaw(rule, whole, compare)),
    ...whole.flatMap((rule, i) => neverDecides(rule, i, whole, compare)),
  ]
}

/** Cases keep the version they were opened under: a stage that goes is no fault, and its cases are named. */
function stillStanding({ id, states }: WorkflowDefinition, standing: readonly StandingCases[]): PolicyProblem[] {
  return standing
    .filter(({ pack, state }) => pack === id && !states.some((one) => one.id === state))
    .map(({ state, name, count }) =>
      say(
        'warning',
        'stillStanding',
        state,
        `阶段“${name.zh}”已删除，仍有 ${count} 件在办事项处于该阶段：它们沿用原来的版本办完，不受影响。`,
        `The stage “${name.en}” is gone, and open cases stand in it (${count}): they keep their version and go on as before.`,
      ),
    )
}

function targetProblem(problem: TargetProblem, policy: TargetPolicy): PolicyProblem {
  const ruleOf = (id: string) => policy.rules.find((rule) => rule.id === id)
  switch (problem.code) {
    case 'noGeneralRule': {
      const [zh, en] = [clockName(problem.clock, 'zh'), clockName(problem.clock, 'en')]
      return say(
        'error',
        problem.code,
        'rules',
        `没有适用于全部投诉的“${zh}”规则，有的投诉将没有此时限。`,
        `No rule for “${en}” holds for every complaint: some would be left without this limit.`,
      )
    }
    case 'unknownCalendar': {
      const path = `rules[${problem.rule}].calendar`
      return say(
        'error',
        problem.code,
        path,
        `规则“${ruleOf(problem.rule)?.name.zh ?? problem.rule}”：没有日历“${problem.calendar}”。`,
        `Rule “${ruleOf(problem.rule)?.name.en ?? problem.rule}”: there is no calendar “${problem.calendar}”.`,
      )
    }
    default: {
      const { code, ...rest } = problem
      const where = 'rule' in rest ? `rules[${rest.rule}]` : 'rules'
      return say('error', code, where, `规则不允许：${code}。`, `The rules do not allow this: ${code}.`)
    }
  }
}

function unknownCodes(
  rule: TargetRule,
  { categories = CATEGORIES, channels = CHANNELS }: PolicyContext,
): PolicyProblem[] {
  const { when } = rule
  const without = (known: readonly string[], codes: readonly string[] | undefined) =>
    (codes ?? []).filter((code) => !known.includes(code))
  return [
    ...without(categories, when.categories).map((code) =>
      say(
        'error',
        'unknownCategory',
        at(rule, 'when.categories'),
        `规则“${rule.name.zh}”：没有分类“${code}”，规则永远不会用到它。`,
        `Rule “${rule.name.en}”: there is no category “${code}”, so the rule can never match it.`,
      ),
    ),
    ...without(channels, when.channels).map((code) =>
      say(
        'error',
        'unknownChannel',
        at(rule, 'when.channels'),
        `规则“${rule.name.zh}”：没有渠道“${code}”，规则永远不会用到它。`,
        `Rule “${rule.name.en}”: there is no channel “${code}”, so the rule can never match it.`,
      ),
    ),
  ]
}

/** Kinds of cases that a rule is for and that a workflow of the desk handles. */
function workflowsOf(rule: TargetRule, { workflows }: PolicyContext): readonly WorkflowDefinition[] {
  const { kinds } = rule.when
  return workflows.filter((workflow) => !kinds || workflow.caseKinds.some((kind) => kinds.includes(kind)))
}

function neverMatches(rule: TargetRule, context: PolicyContext): PolicyProblem[] {
  if (rule.when.isComplex !== true) return []
  const { kinds } = rule.when
  const isPossible = context.workflows.some(({ caseKinds, transitions }) =>
    transitions.some(
      (step) =>
        step.emits.includes('complexMarked') &&
        (step.kinds ?? caseKinds).some((kind) => caseKinds.includes(kind) && (!kinds || kinds.includes(kind))),
    ),
  )
  if (isPossible) return []
  return [
    say(
      'error',
      'neverMatches',
      at(rule, 'when'),
      `规则“${rule.name.zh}”永远不会适用：这类事项不会被标为复杂问题。`,
      `Rule “${rule.name.en}” can never match: cases of these kinds are never marked complex.`,
    ),
  ]
}

function deadEnds(rule: TargetRule, context: PolicyContext): PolicyProblem[] {
  const workflows = workflowsOf(rule, context)
  if (workflows.length === 0) return []
  const emitted = new Set<string>(workflows.flatMap(({ transitions }) => transitions.flatMap(({ emits }) => emits)))
  const states = new Set(workflows.flatMap((workflow) => workflow.states.map((state) => state.id)))
  const happens = (event: string) => emitted.has(event) || !STEP_EVENTS.has(event)
  const unknownIn = (field: 'pausesIn' | 'startsIn') =>
    (rule[field] ?? []).filter((state) => !states.has(state)).map((state) => ({ field, state }))
  const isStopped = rule.stopsOn.some(happens)
  const isStarted = !rule.startsOn || rule.startsOn.some(happens)
  return [
    ...(isStarted
      ? []
      : [
          say(
            'error',
            'neverMatches',
            at(rule, 'startsOn'),
            `规则“${rule.name.zh}”永远不会起算：流程中不会发生“${namesIn(EVENT_NAMES, rule.startsOn ?? [], 'zh')}”。`,
            `Rule “${rule.name.en}” can never match: the workflow never comes to ${namesIn(EVENT_NAMES, rule.startsOn ?? [], 'en')}.`,
          ),
        ]),
    ...(isStopped
      ? []
      : [
          say(
            'error',
            'neverStops',
            at(rule, 'stopsOn'),
            `规则“${rule.name.zh}”：流程中不会发生“${namesIn(EVENT_NAMES, rule.stopsOn, 'zh')}”，时限永远停不下来。`,
            `Rule “${rule.name.en}”: the workflow never comes to ${namesIn(EVENT_NAMES, rule.stopsOn, 'en')}, so the limit can never be met.`,
          ),
        ]),
    ...clockProblems(rule, { happens, workflows }),
    ...[...unknownIn('pausesIn'), ...unknownIn('startsIn')].map(({ field, state }) =>
      say(
        'error',
        'unknownState',
        at(rule, field),
        `规则“${rule.name.zh}”：流程中没有“${state}”这个状态。`,
        `Rule “${rule.name.en}”: the workflow has no state “${state}”.`,
      ),
    ),
  ]
}

/** Domain rule: legal packs give ceilings, the desk's own targets may only be tighter. */
function looserThanLaw(
  rule: TargetRule,
  rules: readonly TargetRule[],
  compare: (a: TargetRule, b: TargetRule) => Comparison,
): PolicyProblem[] {
  if (rule.clock === 'legal' || rule.startsAt === 'event') return []
  const laws = rules.filter((law) => law.clock === 'legal' && overlaps(law.when, rule.when))
  const broken = laws.find((law) => ['looser', 'mixed'].includes(compare(rule, law)))
  if (!broken) return []
  return [
    say(
      'error',
      'looserThanLaw',
      at(rule, 'limit'),
      `规则“${rule.name.zh}”（${limitText(rule.limit, 'zh')}）会晚于法定期限“${broken.name.zh}”（${limitText(broken.limit, 'zh')}）。`,
      `Rule “${rule.name.en}” (${limitText(rule.limit, 'en')}) would end after the legal limit “${broken.name.en}” (${limitText(broken.limit, 'en')}).`,
    ),
  ]
}

function startsAlike(a: TargetRule, b: TargetRule): boolean {
  const events = ({ startsOn = [], startsIn = [] }: TargetRule) => [...startsOn, '|', ...startsIn].join()
  return a.startsAt === b.startsAt && events(a) === events(b)
}

/** Of all rules that match the earliest due time holds, so a rule inside a wider and never looser one decides nothing. */
function neverDecides(
  rule: TargetRule,
  index: number,
  rules: readonly TargetRule[],
  compare: (a: TargetRule, b: TargetRule) => Comparison,
): PolicyProblem[] {
  const wider = rules.find((other, i) => {
    if (i === index || other.clock !== rule.clock || !startsAlike(rule, other)) return false
    if (!isInside(rule.when, other.when)) return false
    const stand = compare(rule, other)
    // Of two rules that say the same for the same cases, the later one is named.
    return stand === 'looser' || (stand === 'same' && (i < index || !isInside(other.when, rule.when)))
  })
  if (!wider) return []
  const isContradiction = compare(rule, wider) === 'looser' && isInside(wider.when, rule.when)
  const code = isContradiction ? 'contradicts' : 'neverDecides'
  const [zh, en] = isContradiction
    ? ['与', 'contradicts']
    : ['永远不起作用：它适用的事项都已受', 'never decides anything: its cases are all under the tighter']
  const tailZh = isContradiction ? '范围相同而时限不同，只有较短的起作用' : '约束'
  return [
    say(
      'warning',
      code,
      at(rule, 'limit'),
      `规则“${rule.name.zh}”（${limitText(rule.limit, 'zh')}）${zh}“${wider.name.zh}”（${limitText(wider.limit, 'zh')}）${tailZh}。`,
      `Rule “${rule.name.en}” (${limitText(rule.limit, 'en')}) ${en} “${wider.name.en}” (${limitText(wider.limit, 'en')})${isContradiction ? ' for the same cases; only the shorter holds' : ''}.`,
    ),
  ]
}
