import { setImmediate as letOthersRun } from 'node:timers/promises'
import { refuse } from '../../shared/failure.ts'
import type { KpiGroup } from '../../shared/reports/words.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import { addCall, isOffered, type KpiTally, newKpi, toKpiRow } from '../rules/report-kpi.ts'
import { within } from '../rules/report-tally.ts'
import { parts } from '../store/parts.ts'
import { callsOf, casesOfCalls, peopleOf, type ReadCall } from './call-queries.ts'
import { classesOf } from './names.ts'
import { readCallScores } from './survey-queries.ts'

/** S3-77: the figures of the calls that began between two moments, by agent, team, topic or priority. */
export const kpi: Handler<'reports.kpi'> = async (ctx, { from, to, by }) => {
  if (from >= to) refuse('report-range')
  const groups = new Map<string, KpiTally>()
  const keyOf = await grouping(ctx, by)
  if (by === 'none') groups.set('', newKpi())
  let done = 0
  for await (const page of callsOf(ctx.db, { from, to })) {
    const calls = page.filter(isOffered)
    const scores = await readCallScores(
      ctx.db,
      calls.map(({ id }) => id),
    )
    const keys = await keyOf.read(calls)
    for (const call of calls) {
      const counted = { ...call, isAnswered: call.answeredAt !== null, csat: scores.get(call.id) ?? null }
      addCall(within(groups, keys(call), newKpi), counted)
    }
    done += page.length
    ctx.progress(done, null)
    await letOthersRun()
    ctx.signal.throwIfAborted()
  }
  const rows = [...groups].map(([key, tally]) => toKpiRow(key, keyOf.name(key), tally))
  return { from, to, by, rows: rows.sort((a, b) => b.calls - a.calls || (a.key < b.key ? -1 : 1)) }
}

type Grouping = {
  /** Finds out for some calls which group each belongs to. */
  read: (calls: readonly ReadCall[]) => Promise<(call: ReadCall) => string>
  name: (key: string) => string
}

async function grouping({ db }: Ctx, by: KpiGroup): Promise<Grouping> {
  if (by === 'none') return { read: async () => () => '', name: () => '' }
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
  const groupOf = (agentId: string | null) => {
    const person = people.get(agentId ?? '')
    return by === 'agent' ? person : people.get(person?.leadId ?? '')
  }
  const names = new Map([...people.values()].map(({ login, name }) => [login, name]))
  return {
    read: async () => (call) => groupOf(call.agentId)?.login ?? '',
    name: (key) => names.get(key) ?? '',
  }
}
