import { allow, type Decision, deny } from '../failure.ts'
import { INDICATOR_TABLE } from './indicators.ts'
import type { Scheme } from './model.ts'
import { INDICATORS, RATERS } from './words.ts'

/** S3-102: weights of indicators and of raters make 100 % each, goals lie on the right side of their floors, grades cover every result. */
export function checkScheme(scheme: Scheme): Decision {
  const sum = INDICATORS.reduce((total, one) => total + scheme.indicators[one].weight, 0)
  if (sum !== 100) return deny('scorecard-weights', { sum })
  const raters = RATERS.reduce((total, one) => total + scheme.raters[one], 0)
  if (raters !== 100) return deny('scorecard-raters', { sum: raters })
  if (scheme.raters.superior === 0) return deny('scorecard-no-superior')
  const wrong = INDICATORS.find((one) => {
    const { goal, floor } = scheme.indicators[one]
    return INDICATOR_TABLE[one].better === 'more' ? goal <= floor : goal >= floor
  })
  if (wrong !== undefined) return deny('scorecard-goal', INDICATOR_TABLE[wrong].name)
  return checkGrades(scheme)
}

/** S3-112: grades fall from the best to one that begins at 0, and a better grade never pays less. */
function checkGrades({ grades }: Scheme): Decision {
  if (grades.some(({ code }, place) => grades.findIndex((one) => one.code === code) !== place))
    return deny('scorecard-grade-twice')
  const isFalling = grades.every((one, place) => {
    const next = grades[place + 1]
    return !next || (one.from > next.from && one.bonusPercent >= next.bonusPercent)
  })
  if (!isFalling) return deny('scorecard-grade-order')
  return grades.at(-1)?.from === 0 ? allow : deny('scorecard-grade-end')
}

/**
 * The scheme that comes with the product, until the manager sets another: 40/25/20/15 by group, self 10, superior 65,
 * customers 25, all inside the ranges usual for telephone desks.
 */
export const SHIPPED_SCHEME: Scheme = {
  indicators: {
    satisfaction: { weight: 20, goal: 80, floor: 50, minSample: 5 },
    resolution: { weight: 10, goal: 85, floor: 60, minSample: 5 },
    complaintTime: { weight: 10, goal: 95, floor: 70, minSample: 5 },
    answerTime: { weight: 15, goal: 90, floor: 60, minSample: 5 },
    handlingTime: { weight: 10, goal: 300, floor: 900, minSample: 5 },
    knowledge: { weight: 20, goal: 100, floor: 0, minSample: 1 },
    teamwork: { weight: 15, goal: 100, floor: 0, minSample: 1 },
    firstContact: { weight: 0, goal: 80, floor: 50, minSample: 5 },
    answerSpeed: { weight: 0, goal: 9, floor: 30, minSample: 5 },
    quality: { weight: 0, goal: 90, floor: 60, minSample: 2 },
  },
  raters: { self: 10, superior: 65, customer: 25 },
  minCustomers: 5,
  maxAdjust: 10,
  grades: [
    { code: 'A', name: { zh: '优秀', en: 'Excellent' }, from: 90, bonusPercent: 150 },
    { code: 'B', name: { zh: '良好', en: 'Good' }, from: 80, bonusPercent: 100 },
    { code: 'C', name: { zh: '合格', en: 'Sufficient' }, from: 60, bonusPercent: 60 },
    { code: 'D', name: { zh: '待改进', en: 'To be improved' }, from: 0, bonusPercent: 0 },
  ],
  bonusBaseFen: 100_000,
  rankingFor: ['lead'],
}
