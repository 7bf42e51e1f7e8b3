import type { Parsed } from '../../shared/contracts.ts'
import type { Grouping } from '../../shared/surveys/words.ts'
import { DESK_ZONE, type Instant } from '../../shared/time.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Handler } from '../engine/handler.ts'
import { figuresOf } from '../rules/survey-results.ts'
import { monthAt } from '../rules/zone.ts'
import { countedAnswers, countedInvitations } from './result-queries.ts'

type Facts = { channel: string; category: string; tier: string; agentId: string | null; source: string; at: Instant }

const KEYS: Record<Grouping, (facts: Facts) => string> = {
  none: () => '',
  month: ({ at }) => monthAt(DESK_ZONE, at),
  channel: ({ channel }) => channel,
  category: ({ category }) => category,
  tier: ({ tier }) => tier,
  agent: ({ agentId }) => agentId ?? '',
  source: ({ source }) => source,
}

/**
 * S5-34 S5-35 S5-70 S1-81: one scope at a time, never both together. Scores are of what was answered in the period; the
 * response rate is of those who were asked in it.
 */
export const results: Handler<'surveys.results'> = async (ctx, { scope, from, to, by }: Parsed<'surveys.results'>) => {
  const answers = await countedAnswers(ctx.db, scope, { from, to })
  const asked = await countedInvitations(ctx.db, scope, { from, to })
  const keyOf = KEYS[by]
  const answersBy = Map.groupBy(answers, (row) => keyOf({ ...row, at: row.answeredAt }))
  const askedBy = Map.groupBy(asked, (row) => keyOf({ ...row, at: row.askedAt }))
  const counts = (rows: typeof asked) => ({
    count: rows.length,
    answered: rows.filter(({ state }) => state === 'answered').length,
  })
  const keys = by === 'none' ? [] : [...new Set([...answersBy.keys(), ...askedBy.keys()])].sort()
  const names = by === 'agent' ? await namesOf(ctx.db, keys) : new Map<string, string>()
  return {
    ...{ scope, by, total: figuresOf(answers, counts(asked)) },
    groups: keys.map((key) => ({
      ...{ key, name: names.get(key) ?? null },
      ...figuresOf(answersBy.get(key) ?? [], counts(askedBy.get(key) ?? [])),
    })),
  }
}
