import { refuse } from '../../shared/failure.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import { readLists } from '../classes/lists.ts'
import type { Handler } from '../engine/handler.ts'
import { openTable } from '../files/read-table.ts'
import { canCount } from '../rules/channel-check.ts'
import { whole } from '../rules/import-cells.ts'
import { day } from '../rules/import-days.ts'
import { headerKey } from '../rules/import-mapping.ts'
import { dayAt } from '../rules/zone.ts'
import { findCheck, saveCount } from './queries.ts'

const HEADS = {
  day: ['日期', '天', 'day', 'date'],
  channel: ['渠道', 'channel'],
  received: ['收到', '收到数', '受理数', '投诉数', '数量', 'received', 'count', 'complaints'],
}
const readDay = day.reader()
const readCount = whole(1_000_000).reader()

/** S2-19: counts as the website, the app or the switchboard report them: a table of day, channel and number. */
export const importReceived: Handler<'posts.importReceived'> = async (ctx, { file }) => {
  const opened = await openTable(file, { signal: ctx.signal })
  if (!opened.ok) refuse(`file-${opened.failure.reason}`, opened.failure.params)
  const { table } = opened
  try {
    const keys = table.headers.map(headerKey)
    const place = (names: readonly string[]) => {
      const known = new Set(names.map(headerKey))
      return keys.findIndex((key) => known.has(key))
    }
    const at = { day: place(HEADS.day), channel: place(HEADS.channel), received: place(HEADS.received) }
    if (Math.min(at.day, at.channel, at.received) < 0) refuse('check-columns')
    const { channels } = await readLists(ctx.db)
    const codes = new Map(channels.flatMap(({ code, name }) => [code, name.zh, name.en].map((word) => [word, code])))
    const today = dayAt(DESK_ZONE, ctx.now)
    const rejected: { row: number; field: string; reason: string }[] = []
    let read = 0
    for await (const batch of table.batches) {
      if (!batch.ok) refuse(`file-${batch.failure.reason}`, batch.failure.params)
      for (const { row, cells } of batch.rows) {
        read += 1
        const cell = (index: number) => (cells[index] ?? '').trim()
        const when = readDay?.(cell(at.day), { today })
        const received = readCount?.(cell(at.received), { today })
        const channel = codes.get(cell(at.channel))
        if (!when?.ok) rejected.push({ row, field: 'day', reason: 'not-a-day' })
        else if (channel === undefined) rejected.push({ row, field: 'channel', reason: 'unknown-class' })
        else if (!received?.ok) rejected.push({ row, field: 'received', reason: 'not-a-number' })
        else {
          const allowed = canCount(await findCheck(ctx.db, when.value, channel), when.value, today)
          if (!allowed.allowed) rejected.push({ row, field: 'day', reason: allowed.rule })
          else
            await saveCount(ctx.db, {
              ...{ day: when.value, channel, received: received.value, source: 'file' },
              ...{ countedAt: ctx.now, countedBy: ctx.actor.id },
              ...{ entered: null, explanation: null, closedAt: null, closedBy: null },
            })
        }
      }
    }
    ctx.note({ read, rejected: rejected.length })
    return { read, taken: read - rejected.length, rejected }
  } finally {
    await table.close()
  }
}
