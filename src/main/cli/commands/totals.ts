import { sideOf } from '../../../shared/contract.ts'
import { command } from '../command.ts'
import { loginsById } from '../lookups.ts'

/** The totals behind the figures of calls. */
export const totals = [
  command({
    path: 'totals check',
    call: 'reports.checkTotals',
    summary: {
      zh: '由来电重新累计，与随来电保存的累计数逐一核对',
      en: 'Count every call again and compare that with the totals kept beside the calls',
    },
    needs: 'person',
    run: async (context) => {
      const { found, ...counts } = await context.ask('reports.checkTotals', {})
      const logins = found.length === 0 ? new Map<string, string>() : await loginsById(context)
      for (const { period, agentId, what, kept, counted } of found) {
        const line = `${period} ${logins.get(agentId) ?? '–'}: ${what}: ${kept} / ${counted}`
        context.tell({ zh: line, en: line })
      }
      if (!counts.isWhole)
        context.tell({
          zh: '尚有旧来电未计入累计数；在此之前，指标直接由来电统计。',
          en: 'Calls of before are still to be added; until then figures are counted from the calls.',
        })
      if (counts.differences === 0 || !counts.isWhole) return { json: counts }
      const wrong = {
        zh: '累计数与来电不一致；用 totals rebuild 重新计算。',
        en: 'The totals are not what the calls add up to; totals rebuild counts them anew.',
      }
      return { json: counts, wrong: wrong[sideOf(context.language)] }
    },
  }),
  command({
    path: 'totals rebuild',
    call: 'reports.rebuildTotals',
    needs: 'person',
    run: async (context) => ({ json: await context.ask('reports.rebuildTotals', {}) }),
  }),
]
