import {
  IMPORTANCE_NAMES,
  IMPORTANCES,
  type Importance,
  PRIORITIES,
  PRIORITY_NAMES,
  URGENCIES,
  URGENCY_NAMES,
  type Urgency,
} from '../../shared/cases/words.ts'
import type { PolicyProblem } from '../../shared/policies/model.ts'
import { FALSE_ALARMS, type PriorityCell, type PriorityNumbers } from '../../shared/targets/desk-numbers.ts'
import type { TargetPolicy } from '../../shared/targets/model.ts'
import type { QueueNumbers } from '../../shared/targets/queue-numbers.ts'
import { MEMBER_TIER_NAMES, MEMBER_TIERS } from '../../shared/tiers/model.ts'
import { say } from './policy-say.ts'

/** Numbers of the desk that are allowed and seldom meant: each is a warning for the reader (S2-30 S4-141 S5-18 S1-50). */
export function numberProblems({ patterns, looks, priorities, queue, attempts }: TargetPolicy): PolicyProblem[] {
  return [
    ...(priorities ? [...fallsInMatrix(priorities), ...fallsByTier(priorities)] : []),
    ...(patterns && patterns.sigmas < 3 ? [manyFalseAlarms(FALSE_ALARMS[patterns.sigmas])] : []),
    ...(looks && looks.everyHours > 24 ? [seldomLooks(looks.everyHours)] : []),
    ...(queue && hasNoLead(queue) ? [noLead()] : []),
    ...(attempts?.enough === 1 ? [oneAttempt()] : []),
  ]
}

type Place = { urgency: Urgency; importance: Importance }

const PLACES: readonly Place[] = URGENCIES.flatMap((urgency) =>
  IMPORTANCES.map((importance) => ({ urgency, importance })),
)
const cellOf = ({ urgency, importance }: Place): PriorityCell => `${urgency}-${importance}`

/** The fields that lie one step more urgent or one step more important. */
const stepsUp = ({ urgency, importance }: Place): Place[] =>
  PLACES.filter((other) => {
    const up = URGENCIES.indexOf(other.urgency) - URGENCIES.indexOf(urgency)
    const more = IMPORTANCES.indexOf(other.importance) - IMPORTANCES.indexOf(importance)
    return up >= 0 && more >= 0 && up + more === 1
  })

function fallsInMatrix({ matrix }: PriorityNumbers): PolicyProblem[] {
  return PLACES.flatMap((low) =>
    stepsUp(low).flatMap((high) => {
      const [before, after] = [matrix[cellOf(low)], matrix[cellOf(high)]]
      if (PRIORITIES.indexOf(after) <= PRIORITIES.indexOf(before)) return []
      const named = (side: 'zh' | 'en', { urgency, importance }: Place) =>
        [URGENCY_NAMES[urgency][side], IMPORTANCE_NAMES[importance][side]].join(side === 'zh' ? '、' : ', ')
      return [
        say(
          'warning',
          'priorityFalls',
          `priorities.matrix.${cellOf(high)}`,
          `优先级矩阵：更紧急或更重要的“${named('zh', high)}”为${PRIORITY_NAMES[after].zh}，低于“${named('zh', low)}”的${PRIORITY_NAMES[before].zh}。`,
          `Priority matrix: “${named('en', high)}” is more pressing and has ${PRIORITY_NAMES[after].en}, below “${named('en', low)}” with ${PRIORITY_NAMES[before].en}.`,
        ),
      ]
    }),
  )
}

function fallsByTier({ tierPlaces }: PriorityNumbers): PolicyProblem[] {
  return MEMBER_TIERS.flatMap((tier, place) => {
    const below = MEMBER_TIERS[place + 1]
    if (below === undefined || tierPlaces[tier] >= tierPlaces[below]) return []
    return [
      say(
        'warning',
        'tierFalls',
        `priorities.tierPlaces.${tier}`,
        `等级提升：${MEMBER_TIER_NAMES[tier].zh}提升${tierPlaces[tier]}级，少于${MEMBER_TIER_NAMES[below].zh}的${tierPlaces[below]}级。`,
        `Places up by tier: ${MEMBER_TIER_NAMES[tier].en} moves up ${tierPlaces[tier]}, fewer than ${MEMBER_TIER_NAMES[below].en} with ${tierPlaces[below]}.`,
      ),
    ]
  })
}

function manyFalseAlarms(chance: number): PolicyProblem {
  const once = Math.round(1 / chance)
  return say(
    'warning',
    'manyFalseAlarms',
    'patterns.sigmas',
    `异常预警：上限较窄，每个对象约每${once}期就会因偶然波动误报一次。`,
    `Early warnings: the limit is narrow; by chance alone each thing gives a false warning about once in ${once} windows.`,
  )
}

function seldomLooks(hours: number): PolicyProblem {
  return say(
    'warning',
    'seldomLooks',
    'looks.everyHours',
    `自动检查间隔：每${hours}小时才检查一次，异常可能超过一天才被发现。`,
    `Looks by itself: with ${hours} hours between looks, what stands out may be told more than a day late.`,
  )
}

const hasNoLead = ({ tierLeads, severityLeads }: QueueNumbers): boolean =>
  [...Object.values(tierLeads), ...Object.values(severityLeads)].every((minutes) => minutes === 0)

function noLead(): PolicyProblem {
  return say(
    'warning',
    'noLead',
    'queue.tierLeads',
    '待办排序：等级和性质都不提前，时段内只按到期时间排列。',
    'Order of the queue: neither tier nor severity counts sooner, so the due time alone decides.',
  )
}

function oneAttempt(): PolicyProblem {
  return say(
    'warning',
    'oneAttempt',
    'attempts.enough',
    '联系次数：只联系一次未果，就视为联系不上。',
    'Contact attempts: after a single failed attempt the customer counts as not reachable.',
  )
}
