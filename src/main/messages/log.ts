import type { Instant } from '../../shared/time.ts'
import type { StepData } from '../../shared/workflow/model.ts'
import type { CaseEvent } from '../../shared/workflow/words.ts'
import type { CaseFile } from '../cases/case-file.ts'
import { record } from '../cases/record.ts'
import type { Ctx } from '../engine/handler.ts'
import type { MessageRecord } from './queries.ts'

/** What happened to a message, as a case's log names it. */
export type MessageAct =
  | 'prepared'
  | 'checked'
  | 'notChecked'
  | 'handedOver'
  | 'sent'
  | 'sendFailed'
  | 'answered'
  | 'cancelled'

type More = { text?: string; at?: Instant; emits?: readonly CaseEvent[]; recorded?: StepData }

/** Puts what happened to a message into the log of its case. */
export function logMessage(
  ctx: Ctx,
  file: CaseFile,
  message: Pick<MessageRecord, 'id' | 'occasion' | 'channel' | 'isAutomatic'>,
  act: MessageAct,
  { text = '', at, emits = [], recorded = {} }: More = {},
): Promise<CaseFile> {
  const { id, occasion, channel, isAutomatic } = message
  return record(ctx, file, {
    kind: 'message',
    ...(at === undefined ? {} : { at }),
    emits,
    recorded,
    data: { act, text, messageId: id, occasion, channel, isAutomatic: isAutomatic === 1 },
  })
}
