import path from 'node:path'
import { refuse } from '../../shared/failure.ts'
import { DESK_ZONE, type Instant, parseInstant } from '../../shared/time.ts'
import type { NewTag, RowFault } from '../../shared/wishes/model.ts'
import {
  ORIGIN_CHANNEL_NAMES,
  ORIGIN_CHANNELS,
  type OriginChannel,
  WISH_TOPIC_NAMES,
  WISH_TOPICS,
  type WishTopic,
} from '../../shared/wishes/words.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import { batchesOf, fileSha256, openFile } from '../imports/open.ts'
import { day } from '../rules/import-days.ts'
import { headerKey } from '../rules/import-mapping.ts'
import { codeOf } from '../rules/wish.ts'
import { dayAt, momentOf } from '../rules/zone.ts'
import { hasRefusedService, insertSource, isFileKnown, membersByCard, saveOrigin, updateSource } from './queries.ts'
import { putTags } from './record.ts'

const NOON = 12 * 60
const LONGEST = 60
const HEADS = {
  card: ['卡号', '会员卡号', 'card', 'card no'],
  day: ['填写日期', '填写时间', '日期', 'answered', 'date'],
  channel: ['客户来源', '来源渠道', 'source', 'channel'],
  campaign: ['活动', '营销活动', 'campaign'],
}
const readDay = day.reader()

type Columns = { card: number; day: number; channel: number; campaign: number; topics: [WishTopic, number][] }
type Answer = { card: string; saidAt: Instant; tags: NewTag[]; channel: OriginChannel | null; campaign: string }
type Fault = { column: string; reason: RowFault }
type Read = ({ ok: true } & Answer) | ({ ok: false } & Fault)

/** S4-71: answers of an online questionnaire, a row for each member; a row that cannot be taken is named and left out. */
export const importQuestionnaires: Handler<'wishes.importQuestionnaires'> = async (ctx, { file, stage, dryRun }) => {
  const sha256 = await fileSha256(file, ctx.signal)
  if (!dryRun && (await isFileKnown(ctx.db, sha256))) refuse('wish-file-again')
  const table = await openFile(file, ctx.signal)
  const rejected: ({ row: number } & Fault)[] = []
  const counts = { read: 0, recorded: 0 }
  const sourceId = ctx.newId()
  try {
    const columns = columnsOf(table.headers)
    if (!dryRun)
      await insertSource(ctx.db, {
        ...{ id: sourceId, kind: 'questionnaire', at: ctx.now, actorId: ctx.actor.id, memberId: null, callId: null },
        ...{ stage, note: '', fileName: path.basename(file), fileSha256: sha256, read: 0, recorded: 0, rejected: 0 },
      })
    for await (const { rows } of batchesOf(table, ctx.signal)) {
      const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
      const cards = await membersByCard(
        ctx.db,
        filled.map(({ cells }) => cardIn(cells, columns)),
      )
      for (const { row, cells } of filled) {
        counts.read += 1
        const answer = readRow(ctx, columns, table.headers, cells)
        const fault = answer.ok ? await take(ctx, answer, cards.get(answer.card), { sourceId, stage, dryRun }) : answer
        if (fault) rejected.push({ row, column: fault.column, reason: fault.reason })
        else counts.recorded += 1
      }
      ctx.progress(counts.read, null)
    }
    if (!dryRun) await updateSource(ctx.db, sourceId, { ...counts, rejected: rejected.length })
    ctx.note({ questionnaires: { fileName: path.basename(file), sha256, ...counts, dryRun } })
    return { ...counts, rejected }
  } finally {
    await table.close()
  }
}

type Taking = { sourceId: string; stage: 'enquiry' | 'booking' | 'travel' | 'after'; dryRun: boolean }

async function take(
  ctx: Ctx,
  { tags, saidAt, channel, campaign }: Answer,
  memberId: string | undefined,
  { sourceId, stage, dryRun }: Taking,
): Promise<Fault | null> {
  if (memberId === undefined) return { column: HEADS.card[0] ?? '', reason: 'unknown-card' }
  if (await hasRefusedService(ctx.db, memberId)) return { column: HEADS.card[0] ?? '', reason: 'no-consent' }
  if (dryRun) return null
  await putTags(ctx, memberId, tags, { source: 'questionnaire', sourceId, stage, saidAt })
  if (channel !== null)
    await saveOrigin(ctx.db, { memberId, channel, campaign, recordedAt: ctx.now, recordedBy: ctx.actor.id })
  return null
}

function columnsOf(headers: readonly string[]): Columns {
  const keys = headers.map(headerKey)
  const place = (names: readonly string[]) => {
    const known = new Set(names.map(headerKey))
    return keys.findIndex((key) => known.has(key))
  }
  const topics = WISH_TOPICS.map((topic): [WishTopic, number] => {
    const { zh, en } = WISH_TOPIC_NAMES[topic]
    return [topic, place([topic, zh, en])]
  }).filter(([, at]) => at >= 0)
  const at = {
    card: place(HEADS.card),
    day: place(HEADS.day),
    channel: place(HEADS.channel),
    campaign: place(HEADS.campaign),
  }
  if (at.card < 0 || (topics.length === 0 && at.channel < 0)) refuse('wish-columns')
  return { ...at, topics }
}

const cardIn = (cells: readonly string[], { card }: Columns) =>
  (cells[card] ?? '').normalize('NFKC').replace(/\s/g, '').toUpperCase()

function readRow(ctx: Ctx, columns: Columns, headers: readonly string[], cells: readonly string[]): Read {
  const today = dayAt(DESK_ZONE, ctx.now)
  const cell = (at: number) => (at < 0 ? '' : (cells[at] ?? '').trim())
  const bad = (at: number, reason: RowFault): Read => ({ ok: false, column: headers[at] ?? '', reason })
  const saidAt = momentIn(cell(columns.day), today, ctx.now)
  if (saidAt === undefined || saidAt > ctx.now) return bad(columns.day, 'day')
  const tags: NewTag[] = []
  for (const [topic, at] of columns.topics) {
    for (const written of cell(at).split(/[;；、,，\n|]/)) {
      if (written.trim() === '') continue
      const value = codeOf(topic, written)
      if (value === undefined) return bad(at, 'unknown-value')
      if (value.length > LONGEST) return bad(at, 'too-long')
      tags.push({ topic, value, note: '' })
    }
  }
  const said = cell(columns.channel)
  const channel = said === '' ? null : channelOf(said)
  if (channel === undefined) return bad(columns.channel, 'unknown-value')
  if (tags.length === 0 && channel === null) return bad(columns.card, 'nothing-said')
  const campaign = cell(columns.campaign).slice(0, LONGEST)
  return { ok: true, card: cardIn(cells, columns), saidAt, tags, channel, campaign }
}

function momentIn(text: string, today: string, now: Instant): Instant | undefined {
  if (text === '') return now
  const exact = parseInstant(text)
  if (exact !== undefined) return exact
  const read = readDay?.(text, { today })
  if (!read?.ok) return undefined
  return read.value === today ? now : momentOf(DESK_ZONE, read.value, NOON)
}

function channelOf(written: string): OriginChannel | undefined {
  const wanted = written.normalize('NFKC').toLowerCase()
  return ORIGIN_CHANNELS.find((one) =>
    [one, ORIGIN_CHANNEL_NAMES[one].zh, ORIGIN_CHANNEL_NAMES[one].en].some((word) => word.toLowerCase() === wanted),
  )
}
