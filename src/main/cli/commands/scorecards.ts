import { sideOf } from '../../../shared/contract.ts'
import type { Output } from '../../../shared/contracts.ts'
import { found } from '../../../shared/failure.ts'
import { INDICATOR_TABLE } from '../../../shared/scorecards/indicators.ts'
import { ANSWER_STATE_NAMES, RATER_NAMES, UNJUDGED_NAMES } from '../../../shared/scorecards/words.ts'
import type { Side } from '../../rules/report-text.ts'
import { command } from '../command.ts'
import { moment } from '../moments.ts'

type Round = Output<'scorecards.show'>
type Card = Output<'scorecards.card'>

/** One person's month as other systems read it: every number with what it is made of. */
function described(card: Card, side: Side) {
  const { result, figures, scheme } = card
  const indicators = figures.map(({ indicator, hits, of, sample, value }) => {
    const { name, unit } = INDICATOR_TABLE[indicator]
    return { indicator, name: name[side], unit, value, hits, of, sample, ...scheme.indicators[indicator] }
  })
  return {
    agent: card.login,
    name: card.name,
    assessor: card.leadName,
    indicators,
    scores: result?.lines ?? [],
    raters: result?.raters ?? [],
    total: result?.total ?? null,
    grade: result?.grade ?? null,
    bonusFen: result?.bonusFen ?? null,
    answer: card.answer,
    changes: card.changes.map((one) => ({ ...one, at: moment(one.at) })),
    frozen: card.frozenAt === null ? null : { at: moment(card.frozenAt), sha256: card.sha256, isWhole: card.isWhole },
    asFrozen: card.frozenResult === null ? null : { total: card.frozenResult.total, grade: card.frozenResult.grade },
  }
}

/** What people see instead: a line for each indicator, then for each rater, then the result. */
function shown({ login, figures, result, scheme, answer }: Card, side: Side) {
  const indicators = figures.map(({ indicator, value, hits, of }) => {
    const line = result?.lines.find((one) => one.indicator === indicator)
    const unjudged = line?.unjudged ? UNJUDGED_NAMES[line.unjudged][side] : ''
    return {
      ...{ agent: login, item: INDICATOR_TABLE[indicator].name[side], value, of: `${hits}/${of}` },
      ...{ weight: scheme.indicators[indicator].weight, points: line?.superior ?? null, note: unjudged },
    }
  })
  const raters = (result?.raters ?? []).map(({ rater, share, points }) => {
    const item = RATER_NAMES[rater][side]
    return { agent: login, item, value: null, of: '', weight: share, points, note: '' }
  })
  const note = [result?.grade ?? '', ANSWER_STATE_NAMES[answer][side]].join(' ').trim()
  return [
    ...indicators,
    ...raters,
    { agent: login, item: '=', value: null, of: '', weight: 100, points: result?.total ?? null, note },
  ]
}

const headOf = (round: Round) => ({
  month: round.month,
  state: round.state,
  schemeVersion: round.schemeVersion,
  scheme: round.scheme,
  countedAt: moment(round.countedAt),
  frozen: round.frozenAt === null ? null : { at: moment(round.frozenAt), sha256: round.sha256, isWhole: round.isWhole },
})

/** The monthly scorecards. */
export const scorecards = [
  command({
    path: 'scorecard',
    call: 'scorecards.show',
    needs: 'person',
    operands: {
      month: { kind: 'text', required: true, meaning: { zh: '月份，如 2026-09', en: 'The month, such as 2026-09' } },
    },
    options: { agent: { kind: 'text', meaning: { zh: '只看此登录名', en: 'Only the person with this login' } } },
    run: async (context, { month, agent }) => {
      const side = sideOf(context.language)
      const round = await context.ask('scorecards.show', { month })
      const rows = agent === undefined ? round.cards : round.cards.filter(({ login }) => login === agent)
      if (agent !== undefined) found(rows[0], 'user')
      const cards: Card[] = []
      for (const { id } of rows) cards.push(await context.ask('scorecards.card', { id }))
      return {
        json: { ...headOf(round), cards: cards.map((card) => described(card, side)) },
        shown: cards.flatMap((card) => shown(card, side)),
      }
    },
  }),
]
