import { CLOCK_PART_NAMES, STATE_NAMES } from '../../shared/policies/clock-words.ts'
import type { PolicyProblem } from '../../shared/policies/model.ts'
import { EVENT_NAMES, LEVEL_NAMES, namesIn, RECEIVER_NAMES } from '../../shared/policies/words.ts'
import type { Receiver, TargetPolicy, TargetRule, WarningStep } from '../../shared/targets/model.ts'
import type { WorkflowDefinition } from '../../shared/workflow/model.ts'
import { at, say } from './policy-say.ts'

/** What a clock's conditions are checked against: whether an event ever comes, and the workflows of its cases. */
export type ClockSurroundings = { happens: (event: string) => boolean; workflows: readonly WorkflowDefinition[] }

/** Conditions of a rule that contradict each other or that nothing can ever fulfil (S1-43, S2-111). */
export function clockProblems(rule: TargetRule, around: ClockSurroundings): PolicyProblem[] {
  return [
    ...namedTwice(rule),
    ...neverHappens(rule, around),
    ...withoutUse(rule),
    ...standsStill(rule, around),
    ...(rule.warnings ? stepProblems(rule.warnings, at(rule, 'warnings'), ofRule(rule)) : []),
  ]
}

/** The common warnings and the reminder: who is told must stand as high as the level that is told. */
export function commonStepProblems({ warnings, reminder }: TargetPolicy): PolicyProblem[] {
  const steps = stepProblems(warnings, 'warnings', { zh: '公共预警', en: 'The common warnings' })
  if (!reminder || reaches(reminder)) return steps
  return [...steps, tooHigh('reminder', { zh: '超时后提醒', en: 'The reminder after the end' }, reminder)]
}

type Who = { zh: string; en: string }

const ofRule = ({ name }: TargetRule): Who => ({ zh: `规则“${name.zh}”`, en: `Rule “${name.en}”` })

/** The lists of events that move a clock, in the order in which the first that fits decides. */
const DECIDING = [
  ['stopsOn', 'stops'],
  ['restartsOn', 'restarts'],
  ['cancelsOn', 'cancels'],
  ['pausesOn', 'pauses'],
  ['resumesOn', 'resumes'],
] as const

/** An event that stops, restarts or cancels also ends a pause, so only pausing itself speaks against resuming. */
const isFine = (first: string, second: string) => second === 'resumesOn' && first !== 'pausesOn'

function namedTwice(rule: TargetRule): PolicyProblem[] {
  const who = ofRule(rule)
  return DECIDING.flatMap(([second, secondPart], place) =>
    DECIDING.slice(0, place).flatMap(([first, firstPart]) => {
      const both = (rule[second] ?? []).filter((event) => rule[first]?.includes(event))
      if (both.length === 0 || isFine(first, second)) return []
      const [one, other] = [CLOCK_PART_NAMES[firstPart], CLOCK_PART_NAMES[secondPart]]
      const zh = `${who.zh}：“${namesIn(EVENT_NAMES, both, 'zh')}”同时列在“${one.zh}”和“${other.zh}”，后者不起作用。`
      const en = `${who.en}: ${namesIn(EVENT_NAMES, both, 'en')} stands under both “${one.en}” and “${other.en}”; the latter has no effect.`
      return [say('error', 'eventTwice', at(rule, second), zh, en)]
    }),
  )
}

/** Where an event that never comes leaves the clock without what its rule promises. */
const AWAITED = [
  ['restartsOn', 'neverRestarts', '时限永远不会重新起算', 'the limit never begins anew'],
  ['pausesOn', 'neverPauses', '时限永远不会暂停', 'the limit never pauses'],
  ['resumesOn', 'neverResumes', '暂停后永远不会恢复', 'once paused, the limit never runs on'],
  ['cancelsOn', 'neverCancels', '时限永远不会作废', 'the limit is never cancelled'],
] as const

function neverHappens(rule: TargetRule, { happens, workflows }: ClockSurroundings): PolicyProblem[] {
  if (workflows.length === 0) return []
  const who = ofRule(rule)
  return AWAITED.flatMap(([field, code, zh, en]) => {
    const events = rule[field]
    if (!events || events.some(happens)) return []
    const textZh = `${who.zh}：流程中不会发生“${namesIn(EVENT_NAMES, events, 'zh')}”，${zh}。`
    const textEn = `${who.en}: the workflow never comes to ${namesIn(EVENT_NAMES, events, 'en')}, so ${en}.`
    return [say('error', code, at(rule, field), textZh, textEn)]
  })
}

/** What is said although the rest of the rule leaves it no effect, and an end that only a new beginning brings. */
function withoutUse(rule: TargetRule): PolicyProblem[] {
  const { zh, en } = ofRule(rule)
  const { startsOn, startsIn, stopsOn, repeat, restartsOn } = rule
  const found: PolicyProblem[] = []
  if (startsIn && rule.startsAt !== 'event')
    found.push(
      say(
        'error',
        'startsInIgnored',
        at(rule, 'startsIn'),
        `${zh}：只有由事件起算的规则才看起算时的状态。`,
        `${en}: only a limit that an event starts looks at the stage of the case.`,
      ),
    )
  if (repeat && !restartsOn)
    found.push(
      say(
        'error',
        'repeatsNever',
        at(rule, 'repeat'),
        `${zh}：写了下一轮期限，却没有重新起算的事件。`,
        `${en}: it has a limit for further rounds, but no event that begins one.`,
      ),
    )
  if (startsOn && stopsOn.every((event) => startsOn.includes(event)))
    found.push(
      say(
        'error',
        'stopsAsItStarts',
        at(rule, 'stopsOn'),
        `${zh}：停止它的事件都会再次起算，时限永远停不下来。`,
        `${en}: every event that stops it also starts it again, so the limit never comes to rest.`,
      ),
    )
  return found
}

function standsStill(rule: TargetRule, { workflows }: ClockSurroundings): PolicyProblem[] {
  const { zh, en } = ofRule(rule)
  const { pausesIn = [], startsIn } = rule
  const ends = new Set(workflows.flatMap(({ states }) => states.filter(({ isFinal }) => isFinal).map(({ id }) => id)))
  const found: PolicyProblem[] = []
  if (startsIn?.every((state) => ends.has(state)))
    found.push(
      say(
        'error',
        'neverMatches',
        at(rule, 'startsIn'),
        `${zh}永远不会起算：“${namesIn(STATE_NAMES, startsIn, 'zh')}”是终点，事项到此已结束。`,
        `${en} can never start: a case in ${namesIn(STATE_NAMES, startsIn, 'en')} is at its end.`,
      ),
    )
  const isAlways = workflows.some(({ states }) => states.every(({ id, isFinal }) => isFinal || pausesIn.includes(id)))
  if (isAlways)
    found.push(
      say(
        'error',
        'alwaysPaused',
        at(rule, 'pausesIn'),
        `${zh}：在流程的每个阶段都暂停，时限永远不走。`,
        `${en}: it pauses in every stage of the workflow, so its time never runs.`,
      ),
    )
  return found
}

/** Levels from which on an owner, then a lead, is too low to be told. */
const HIGHEST: Record<Receiver, number> = { owner: 1, lead: 2, manager: 4 }

type Told = Omit<WarningStep, 'percent'>

const reaches = ({ tells, also = tells, level }: Told): boolean => level <= Math.max(HIGHEST[tells], HIGHEST[also])

function tooHigh(path: string, who: Who, { tells, also = tells, level }: Told, percent?: number): PolicyProblem {
  const [zh, en] = percent === undefined ? ['', ''] : [`${percent}% `, ` at ${percent}%`]
  const grade = (side: keyof Who) => LEVEL_NAMES[level]?.[side] ?? String(level)
  const told = (side: keyof Who) => namesIn(RECEIVER_NAMES, [...new Set([tells, also])], side)
  return say(
    'error',
    'overReceiver',
    path,
    `${who.zh}：${zh}告知${told('zh')}，却标为${grade('zh')}，升级到不了该级别的人。`,
    `${who.en}:${en} only ${told('en')} told, but it counts as ${grade('en')}: whom that level is for would not hear of it.`,
  )
}

function stepProblems(steps: TargetPolicy['warnings'], path: string, who: Who): PolicyProblem[] {
  const over = steps.filter((step) => !reaches(step)).map((step) => tooHigh(path, who, step, step.percent))
  const falling = steps.find((step, i) => step.level < (steps[i - 1]?.level ?? 0))
  if (!falling) return over
  const zh = `${who.zh}：${falling.percent}% 的级别低于前一个预警节点。`
  const en = `${who.en}: the level at ${falling.percent}% is below that of the step before.`
  return [...over, say('warning', 'levelFalls', path, zh, en)]
}
