import { command } from '../command.ts'
import { moment } from '../moments.ts'

const amount = (zh: string, en: string) => ({ kind: 'count', shown: 'N', meaning: { zh, en } }) as const

/** What time brings about. */
export const clocks = [
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
