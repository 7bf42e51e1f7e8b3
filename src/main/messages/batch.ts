import { must, Refusal, refuse } from '../../shared/failure.ts'
import type { CaseId } from '../../shared/ids.ts'
import { MESSAGE_CHANNEL_NAMES, OCCASION_NAMES, OCCASIONS } from '../../shared/messages/words.ts'
import { openFile } from '../cases/case-file.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import { writeList } from '../exports/register.ts'
import { canExport } from '../rules/export-policy.ts'
import { mayLeave } from './deliver.ts'
import { logMessage } from './log.ts'
import { type MessageLine, messagesIn, updateMessage } from './queries.ts'
import { isSeen } from './views.ts'

const MOST = 2000
const HEADS = ['编号/Reference', '渠道/Channel', '用途/Occasion', '收件人/To', '姓名/Name', '主题/Subject', '正文/Text']

/** S3-133: the waiting messages of one channel in a file for whoever sends them; who may not be written to now is left out. */
export const writeFile: Handler<'messages.writeFile'> = async (ctx, { channel, purpose, out }) => {
  const { actor, db } = ctx
  if (actor.role === 'system') refuse('export-manager-only')
  must(canExport(actor, { purpose, leavesMainland: false }))
  const waiting = (await messagesIn(db, ['prepared'], channel, MOST)).filter((one) => isSeen(ctx, one))
  const ready: MessageLine[] = []
  for (const message of waiting) if (await isReady(ctx, message)) ready.push(message)
  if (ready.length === 0) refuse('message-none-ready')
  const { undo, ...file } = await writeList(ctx, { out, purpose, lines: [HEADS, ...ready.map(lineOf)] })
  try {
    for (const message of ready) await handOver(ctx, message, file.fileName)
    return { ...file, skipped: waiting.length - ready.length }
  } catch (error) {
    undo()
    throw error
  }
}

function lineOf({ id, channel, occasion, address, personName, subject, body }: MessageLine): string[] {
  const known = OCCASIONS.find((one) => one === occasion) ?? 'care'
  return [id, MESSAGE_CHANNEL_NAMES[channel].zh, OCCASION_NAMES[known].zh, address, personName, subject, body]
}

async function isReady(ctx: Ctx, message: MessageLine): Promise<boolean> {
  try {
    await mayLeave(ctx, message)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

async function handOver(ctx: Ctx, message: MessageLine, fileName: string): Promise<void> {
  await updateMessage(ctx.db, message.id, { state: 'handedOver', handedAt: ctx.now, handedBy: ctx.actor.id, fileName })
  if (message.caseId === null) return
  await logMessage(ctx, await openFile(ctx, message.caseId as CaseId), message, 'handedOver', { text: fileName })
}
