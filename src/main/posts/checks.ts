import { CHANNELS } from '../../shared/cases/words.ts'
import { found, must } from '../../shared/failure.ts'
import type { ChannelCheck } from '../../shared/posts/contract.ts'
import { DAY, type Day, DESK_ZONE } from '../../shared/time.ts'
import { readLists } from '../classes/lists.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { canCloseCheck, canCount, checkStateOf } from '../rules/channel-check.ts'
import { dayAt, momentOf } from '../rules/zone.ts'
import { importReceived } from './import-counts.ts'
import { checksOf, closeCheck, enteredByChannel, findCheck, saveCount, uncheckedBefore } from './queries.ts'

/** S2-19: every channel of the desk is counted every day against what was entered, so that nothing is left out. */
export const checks: Pick<FeatureHandlers<'posts'>, 'checks' | 'setReceived' | 'closeCheck' | 'importReceived'> = {
  checks: async (ctx, { day }) => {
    const { db } = ctx
    const entered = await enteredOn(ctx, day)
    const stored = await checksOf(db, day)
    const { channels } = await readLists(db)
    const active = channels.filter(({ isActive }) => isActive).map(({ code }) => code)
    const codes = new Set([...active, ...stored.map(({ channel }) => channel), ...entered.keys()])
    const rows = [...codes].map((channel): ChannelCheck => {
      const check = stored.find((one) => one.channel === channel)
      const { received = null, source = null, explanation = null, closedAt = null } = check ?? {}
      const count = check?.entered ?? entered.get(channel) ?? 0
      return {
        ...{ channel, received, source, explanation, closedAt },
        countedByName: check?.counterName ?? null,
        entered: count,
        difference: received === null ? null : count - received,
        state: checkStateOf({ received, closedAt }),
        closedByName: check?.closerName ?? null,
      }
    })
    return { rows, unexplained: await unexplainedBefore(ctx, day) }
  },

  setReceived: async (ctx, { day, channel, received }) => {
    await mustBeChannel(ctx, channel)
    const check = await findCheck(ctx.db, day, channel)
    must(canCount(check, day, dayAt(DESK_ZONE, ctx.now)))
    ctx.note({ before: { received: check?.received ?? null } })
    await saveCount(ctx.db, {
      ...{ day, channel, received, source: 'typed', countedAt: ctx.now, countedBy: ctx.actor.id },
      ...{ entered: null, explanation: null, closedAt: null, closedBy: null },
    })
    return null
  },

  importReceived,

  closeCheck: async (ctx, { day, channel, explanation }) => {
    const check = found(await findCheck(ctx.db, day, channel), 'check')
    const entered = (await enteredOn(ctx, day)).get(channel) ?? 0
    must(canCloseCheck(check, entered, explanation))
    await closeCheck(ctx.db, check, {
      ...{ entered, explanation: explanation === '' ? null : explanation },
      ...{ closedAt: ctx.now, closedBy: ctx.actor.id },
    })
    return null
  },
}

function enteredOn({ db }: Ctx, day: Day): Promise<Map<string, number>> {
  const from = momentOf(DESK_ZONE, day, 0)
  return enteredByChannel(db, from, momentOf(DESK_ZONE, dayAt(DESK_ZONE, from + DAY + DAY / 2), 0))
}

/** Earlier days with a count that differs from what was entered and is not closed. */
async function unexplainedBefore(ctx: Ctx, day: Day): Promise<{ day: Day; channels: number }[]> {
  const days = new Map<Day, number>()
  const counted = await uncheckedBefore(ctx.db, day)
  const enteredOf = new Map<Day, Map<string, number>>()
  for (const check of counted) {
    const entered = enteredOf.get(check.day) ?? (await enteredOn(ctx, check.day))
    enteredOf.set(check.day, entered)
    if ((entered.get(check.channel) ?? 0) !== check.received) days.set(check.day, (days.get(check.day) ?? 0) + 1)
  }
  return [...days].map(([day, channels]) => ({ day, channels }))
}

async function mustBeChannel({ db }: Ctx, channel: string): Promise<void> {
  const { channels } = await readLists(db)
  const known = channels.some(({ code }) => code === channel) || CHANNELS.some((code) => code === channel)
  found(known ? channel : undefined, 'channel')
}
