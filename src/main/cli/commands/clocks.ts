import { sideOf } from '../../../shared/contract.ts'
import type { Output } from '../../../shared/contracts.ts'
import type { Language } from '../../../shared/session/model.ts'
import { CLOCK_KINDS } from '../../../shared/targets/model.ts'
import { command } from '../command.ts'
import { caseByNumber } from '../lookups.ts'
import { moment } from '../moments.ts'
import { misuse } from '../stop.ts'

type Explanation = Output<'cases.explain'>[number]

/** One limit with the stretches behind its end; the rule's name in the language of the command. */
function explained(
  {
    kind,
    round,
    state,
    ruleId,
    ruleName,
    source,
    startedAt,
    dueAt,
    countedMs,
    usedMs,
    remainingMs,
    intervals,
    signals,
  }: Explanation,
  language: Language,
) {
  return {
    ...{ kind, round, state, rule: ruleId, ruleName: ruleName[sideOf(language)], source },
    ...{ startedAt: moment(startedAt), dueAt: moment(dueAt), countedMs, usedMs, remainingMs },
    intervals: intervals.map(({ from, to, counted, why, kind: span, byName, basis }) => ({
      ...{ from: moment(from), to: moment(to), counted, why, kind: span },
      ...(byName === null ? {} : { by: byName }),
      basis: basis.text[sideOf(language)],
      ...(basis.requirement === null ? {} : { requirement: basis.requirement }),
      ...(basis.papers.length === 0 ? {} : { papers: basis.papers }),
    })),
    told: signals.map(({ at, recordedAt: _, people, ...one }) => ({
      ...{ at: moment(at), ...one },
      people: people.map(({ name, seenAt }) => ({ name, seenAt: seenAt === null ? null : moment(seenAt) })),
    })),
  }
}

const amount = (zh: string, en: string) => ({ kind: 'count', shown: 'N', meaning: { zh, en } }) as const

/** What time brings about, and why. */
export const clocks = [
  command({
    path: 'explain',
    call: 'cases.explain',
    summary: {
      zh: '解释每个时限为何在该时刻到期；--at 为截至某时刻已计入的时间',
      en: 'Explain why each limit ends when it does; with --at, what had counted by then',
    },
    needs: 'person',
    operands: {
      case: { kind: 'text', required: true, shown: 'CASE', meaning: { zh: '事项编号', en: 'Number of the case' } },
    },
    options: {
      clock: { kind: 'choice', choices: CLOCK_KINDS, meaning: { zh: '只看此时限', en: 'This limit only' } },
      at: { kind: 'instant', meaning: { zh: '截至此时刻', en: 'As it stood at this moment' } },
    },
    run: async (context, { case: number, clock, at }) => {
      const { id } = await caseByNumber(context, number)
      const found = await context.ask('cases.explain', { id, clock, at })
      return { json: { clocks: found.map((one) => explained(one, context.language)) } }
    },
  }),
  command({
    path: 'replay',
    call: 'cases.replay',
    summary: {
      zh: '由记录重演一件或全部事项，与所存内容核对',
      en: 'Replay the log of one case, or of all, and compare it with what is stored',
    },
    needs: 'person',
    operands: { case: { kind: 'text', shown: 'CASE', meaning: { zh: '只核对此事项', en: 'This case only' } } },
    options: { all: { kind: 'flag', meaning: { zh: '全部工单', en: 'All cases' } } },
    run: async (context, { case: number, all }) => {
      if ((number === undefined) !== all)
        misuse({ zh: '请写明事项编号或 --all，二者择一。', en: 'Name a case or say --all, one of the two.' })
      const id = number === undefined ? undefined : (await caseByNumber(context, number)).id
      const { found, ...counts } = await context.ask('cases.replay', { id })
      if (found.length === 0) return { json: counts }
      for (const { number, differences } of found)
        for (const { what, stored, replayed } of differences) {
          const line = `${number}: ${what}: ${stored} / ${replayed}`
          context.tell({ zh: line, en: line })
        }
      const wrong = { zh: '所存内容与记录不一致。', en: 'What is stored is not what the logs give.' }
      return { json: counts, wrong: wrong[sideOf(context.language)] }
    },
  }),
  command({
    path: 'due',
    call: 'cases.due',
    needs: 'person',
    options: {
      from: { kind: 'instant', required: true, meaning: { zh: '从何时起', en: 'From when' } },
      calendar: {
        kind: 'text',
        shown: 'ID',
        required: true,
        meaning: { zh: '日历：24x7、CN 或本台自定', en: "Calendar: 24x7, CN or one of the desk's own" },
      },
      'working-days': amount('工作日数', 'Working days'),
      'working-minutes': amount('工作分钟数', 'Working minutes'),
      minutes: amount('自然分钟数', 'Minutes by the clock'),
    },
    oneOf: ['working-days', 'working-minutes', 'minutes'],
    run: async (
      context,
      { from, calendar, minutes, 'working-days': workingDays, 'working-minutes': workingMinutes },
    ) => {
      const { due, provisional } = await context.ask('cases.due', {
        from,
        calendar,
        workingDays,
        workingMinutes,
        minutes,
      })
      return { json: { due: moment(due), provisional } }
    },
  }),
  command({
    path: 'tick',
    call: 'cases.tick',
    summary: {
      zh: '评估到期时限；--at 只显示、不保存',
      en: 'Record every limit that came due; --at only shows and never stores',
    },
    needs: 'person',
    options: { at: { kind: 'instant', meaning: { zh: '预览到此时刻', en: 'Show what would come due by then' } } },
    run: async (context, { at }) => {
      const { warned, breached, escalated } =
        at === undefined ? await context.ask('cases.tick', {}) : await context.ask('cases.tickPreview', { at })
      return { json: { warned, breached, escalated } }
    },
  }),
]
