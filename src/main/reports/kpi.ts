import { setImmediate as letOthersRun } from 'node:timers/promises'
import { refuse } from '../../shared/failure.ts'
import type { KpiGroup } from '../../shared/reports/words.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import { areTotalsWhole } from '../kpi/fill.ts'
import { totalsByPerson } from '../kpi/totals-store.ts'
import { type Division, divide } from '../rules/call-totals.ts'
import { addCall, addTally, isOffered, type KpiTally, newKpi, toKpiRow } from '../rules/report-kpi.ts'
import { within } from '../rules/report-tally.ts'
import { parts } from '../store/parts.ts'
import { callsOf, casesOfCalls, peopleOf, type ReadCall } from './call-queries.ts'
import { classesOf } from './names.ts'
import { readCallScores } from './survey-queries.ts'

/** S3-77: the figures of the calls that began between two moments, by agent, team, topic or priority. */
export const kpi: Handler<'reports.kpi'> = async (ctx, { from, to, by }) => {
  if (from >= to) refuse('report-range')
  const groups = new Map<string, KpiTally>()
  const grouping = await groupingBy(ctx, by)
  if (by === 'none') groups.set('', newKpi())
  const { periods, ends } = await divided(ctx, { from, to }, grouping)
  for (const { agentId, totals } of await totalsByPerson(ctx.db, periods)) {
    if (totals.calls > 0) addTally(within(groups, grouping.ofPerson?.(agentId) ?? '', newKpi), totals)
  }
  await countCalls(ctx, ends, grouping, groups)
  const rows = [...groups].map(([key, tally]) => toKpiRow(key, grouping.name(key), tally))
  return { from, to, by, rows: rows.sort((a, b) => b.calls - a.calls || (a.key < b.key ? -1 : 1)) }
}

type Stretch = Division['ends'][number]

/** Whole days and months come from what the writes kept; where that cannot answer, everything is counted from the calls. */
async function divided({ db }: Ctx, stretch: Stretch, { ofPerson }: Grouping): Promise<Division> {
  if (!ofPerson || !(await areTotalsWhole(db))) return { periods: [], ends: [stretch] }
  return divide(stretch.from, stretch.to)
}

async function countCalls(ctx: Ctx, stretches: readonly Stretch[], grouping: Grouping, groups: Map<string, KpiTally>) {
  let done = 0
  for (const stretch of stretches) {
    for await (const page of callsOf(ctx.db, stretch)) {
      const calls = page.filter(isOffered)
      const ids = calls.map(({ id }) => id)
      const scores = await readCallScores(ctx.db, ids)
      const keys = await grouping.read(calls)
      for (const call of calls) {
        const counted = { ...call, isAnswered: call.answeredAt !== null, csat: scores.get(call.id) ?? null }
        addCall(within(groups, keys(call), newKpi), counted)
      }
      done += page.length
      ctx.progress(done, null)
      await letOthersRun()
      ctx.signal.throwIfAborted()
    }
  }
}

type Grouping = {
  /** Finds out for some calls which group each belongs to. */
  read: (calls: readonly ReadCall[]) => Promise<(call: ReadCall) => string>
  /** The group of everything a person did; missing where calls of one person lie in several groups. */
  ofPerson?: (agentId: string) => string
  name: (key: string) => string
}

async function groupingBy({ db }: Ctx, by: KpiGroup): Promise<Grouping> {
  if (by === 'none') return { read: async () => () => '', ofPerson: () => '', name: () => '' }
  if (by === 'topic' || by === 'priority') {
    const { categories } = await classesOf(db)
    return {
      read: async (calls) => {
        const found = new Map<string, string>()
        for (const ids of parts(calls.map(({ id }) => id))) {
          for (const { callId, category, priority } of await casesOfCalls(db, ids)) {
            if (callId !== null && !found.has(callId)) found.set(callId, by === 'topic' ? category : priority)
          }
        }
        return ({ id }) => found.get(id) ?? ''
      },
      name: (key) => (by === 'topic' ? (categories[key]?.zh ?? key) : key),
    }
  }
  const people = new Map((await peopleOf(db)).map((person) => [person.id, person]))
  const ofPerson = (agentId: string) => {
    const person = people.get(agentId)
    return (by === 'agent' ? person : people.get(person?.leadId ?? ''))?.login ?? ''
  }
  const names = new Map([...people.values()].map(({ login, name }) => [login, name]))
  return {
    read: async () => (call) => ofPerson(call.agentId ?? ''),
    ofPerson,
    name: (key) => names.get(key) ?? '',
  }
}
