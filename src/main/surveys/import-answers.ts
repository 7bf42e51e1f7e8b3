import path from 'node:path'
import { refuse } from '../../shared/failure.ts'
import type { AnswerValues, Question, Questionnaire } from '../../shared/surveys/model.ts'
import { type AnswerRefusal, MEASURE_NAMES } from '../../shared/surveys/words.ts'
import { DESK_ZONE, type Instant, isDay, parseInstant } from '../../shared/time.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import { batchesOf, fileSha256, openFile } from '../imports/open.ts'
import { type ReadAnswer, readAnswer, readCell } from '../rules/survey-answer.ts'
import { dayAt, momentOf } from '../rules/zone.ts'
import { formsById } from './form-queries.ts'
import { putOnCase } from './on-case.ts'
import { findByRef, type InvitationRecord } from './queries.ts'
import { storeAnswer } from './store-answer.ts'

const REF_HEADERS = ['ref', 'reference', '编号', '问卷编号']
const DAY_HEADERS = ['answeredAt', 'answered', 'date', '答复日期', '答复时间']

type Columns = { ref: number; day: number; at(question: Question): number }
type Fault = { question: string; reason: AnswerRefusal }
type Checked = { ok: true; invitation: InvitationRecord; read: ReadAnswer; at: Instant } | ({ ok: false } & Fault)

/** S1-52 S1-53: answers that came back in a file, each by its reference; a row that cannot be taken is named and left out. */
export const importAnswers: Handler<'surveys.importAnswers'> = async (ctx, { file, dryRun }) => {
  const table = await openFile(file, ctx.signal)
  const result: { read: number; taken: number; poor: number; refused: ({ row: number; ref: string } & Fault)[] } = {
    ...{ read: 0, taken: 0, poor: 0, refused: [] },
  }
  try {
    const columns = columnsOf(table.headers)
    const seen = new Set<string>()
    for await (const { rows } of batchesOf(table, ctx.signal)) {
      for (const { row, cells } of rows) {
        if (cells.every((cell) => cell.trim() === '')) continue
        result.read += 1
        const ref = (cells[columns.ref] ?? '').normalize('NFKC').trim().toUpperCase()
        const checked = await checkRow(ctx, columns, cells, ref, seen)
        if (!checked.ok) {
          result.refused.push({ row, ref, question: checked.question, reason: checked.reason })
          continue
        }
        seen.add(ref)
        if (!dryRun) await take(ctx, checked)
        result.taken += 1
        result.poor += checked.read.poorOn.length > 0 ? 1 : 0
      }
      ctx.progress(result.read, null)
    }
    const { refused, ...counts } = result
    const sha256 = await fileSha256(file, ctx.signal)
    ctx.note({ answers: { fileName: path.basename(file), sha256, ...counts, refused: refused.length, dryRun } })
    return result
  } finally {
    await table.close()
  }
}

function columnsOf(headers: readonly string[]): Columns {
  const places = headers.map((header) => header.normalize('NFKC').trim().toLowerCase())
  const find = (names: readonly string[]) => {
    const wanted = new Set(names.map((name) => name.toLowerCase()))
    return places.findIndex((place) => wanted.has(place))
  }
  const ref = find(REF_HEADERS)
  if (ref < 0) refuse('survey-no-ref-column', { names: REF_HEADERS.join(', ') })
  return {
    ref,
    day: find(DAY_HEADERS),
    at: ({ id, text, measure }) => {
      const names = measure === null ? [] : [measure, MEASURE_NAMES[measure].zh, MEASURE_NAMES[measure].en]
      return find([id, text.zh, text.en, ...names])
    },
  }
}

const bad = (reason: AnswerRefusal, question = ''): Checked => ({ ok: false, reason, question })

async function checkRow(
  ctx: Ctx,
  columns: Columns,
  cells: readonly string[],
  ref: string,
  seen: ReadonlySet<string>,
): Promise<Checked> {
  if (seen.has(ref)) return bad('ref-twice')
  const invitation = await findByRef(ctx.db, ref)
  if (!invitation) return bad('ref-unknown')
  if (invitation.state !== 'open') return bad(invitation.state)
  const at = momentIn(columns.day < 0 ? '' : (cells[columns.day] ?? ''), invitation, ctx.now)
  if (typeof at === 'string') return bad(at)
  const form = (await formsById(ctx.db, [invitation.formId])).get(invitation.formId)
  if (!form) return bad('ref-unknown')
  const values = valuesIn(form.body, columns, cells)
  if ('reason' in values) return bad(values.reason, values.question)
  const reading = readAnswer(form.body, values.values)
  const [fault] = reading.ok ? [] : reading.faults
  if (!reading.ok) return bad(fault?.reason ?? 'value', fault?.question)
  return { ok: true, invitation, read: reading.answer, at }
}

/** When an answer came: now without a day; a day counts to its end. */
function momentIn(cell: string, { askedAt, validUntil }: InvitationRecord, now: Instant): Instant | AnswerRefusal {
  const text = cell.trim()
  const at = text === '' ? now : isDay(text) ? momentOf(DESK_ZONE, text, 0) : parseInstant(text)
  if (at === undefined) return 'day'
  if (at > now) return 'future'
  const isWholeDay = isDay(text)
  if (isWholeDay ? text < dayAt(DESK_ZONE, askedAt) : at < askedAt) return 'day'
  const answeredAt = Math.max(at, askedAt)
  return answeredAt > validUntil ? 'late' : answeredAt
}

function valuesIn(form: Questionnaire, columns: Columns, cells: readonly string[]): { values: AnswerValues } | Fault {
  const values: AnswerValues = {}
  for (const question of form.questions) {
    const cell = cells[columns.at(question)]?.trim() ?? ''
    if (cell === '') continue
    const value = readCell(question, cell)
    if (value === undefined) return { question: question.id, reason: 'value' }
    values[question.id] = value
  }
  return { values }
}

async function take(ctx: Ctx, { invitation, read, at }: Extract<Checked, { ok: true }>): Promise<void> {
  const answerId = await storeAnswer(ctx, invitation, read, at)
  await putOnCase(ctx, invitation, read, { answerId, person: '' })
}
