import { found, refuse } from '../../shared/failure.ts'
import type { RunRow } from '../../shared/surveys/views.ts'
import { DAY, DESK_ZONE } from '../../shared/time.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import { writeList } from '../exports/register.ts'
import { phoneDigits } from '../rules/case-phone.ts'
import { fillMessage, sideOf } from '../rules/survey-message.ts'
import { dayAt } from '../rules/zone.ts'
import type { Candidate } from './candidates.ts'
import { type Drawing, draw, type ListQuery } from './due.ts'
import { keepShipped } from './form-queries.ts'
import { type InvitationRecord, insertInvitations } from './queries.ts'
import { newReference } from './references.ts'
import { findScheme, insertRun, listRuns, moveScheme, nameRun } from './run-queries.ts'
import { invitationOf } from './store-answer.ts'

/**
 * S1-52 S1-53: writes the people to ask with their texts into a new file, enters it in the register of exports, and keeps
 * each of them as asked: what comes back is taken by its reference only.
 */
export const send: Handler<'surveys.send'> = async (ctx, { list, schemeId, purpose, out }) => {
  const { db, now, actor } = ctx
  await keepShipped(db, now)
  const scheme = schemeId === null ? null : found(await findScheme(db, schemeId), 'surveyScheme')
  const drawing = await draw(ctx, list)
  const { form, sample, candidates, due, excluded } = drawing
  if (sample.length === 0) refuse('survey-nobody-due')
  ctx.progress(0, sample.length)
  const runId = ctx.newId()
  const about = { scope: list.scope, source: list.source, channel: list.channel }
  const drawn = { sampleKind: list.sampleKind, sampleSize: list.sampleSize, seed: list.seed }
  await insertRun(db, {
    ...{ id: runId, schemeId, formId: form.id, at: now, actorId: actor.id, ...about, ...drawn },
    ...{ periodFrom: list.from, periodTo: list.to, candidates, due, sampled: sample.length },
    ...{ excluded: JSON.stringify(excluded), fileName: '', sha256: '' },
  })
  const invitations = await invitationsFor(ctx, drawing, runId)
  await insertInvitations(db, invitations)
  ctx.signal.throwIfAborted()
  const lines = [headOf(list), ...sample.map((one, i) => lineOf(list, drawing, one, invitations[i]))]
  const file = await writeList(ctx, { out, purpose, lines })
  try {
    await nameRun(db, runId, { fileName: file.fileName, sha256: file.sha256 })
    if (scheme) await moveScheme(db, scheme.id, now + scheme.everyDays * DAY)
    ctx.note({ survey: { run: runId, ...about, ...drawn, rows: file.rows } })
    return { runId, fileName: file.fileName, rows: file.rows, sha256: file.sha256 }
  } catch (error) {
    file.undo()
    throw error
  }
}

async function invitationsFor(ctx: Ctx, { form, sample }: Drawing, runId: string): Promise<InvitationRecord[]> {
  const taken = new Set<string>()
  const rows: InvitationRecord[] = []
  for (const { asked } of sample) {
    const ref = await newReference(ctx, taken)
    taken.add(ref)
    rows.push(invitationOf(ctx, asked, form, ref, runId))
  }
  return rows
}

const headOf = ({ channel }: ListQuery): string[] =>
  channel === 'email'
    ? ['ref', 'name', 'email', 'language', 'subject', 'text']
    : ['ref', 'name', 'mobile', 'language', 'text']

function lineOf(
  { channel }: ListQuery,
  { form }: Drawing,
  one: Candidate,
  invitation: InvitationRecord | undefined,
): string[] {
  const { ref, validUntil } = found(invitation, 'survey')
  const side = sideOf(one.language)
  const values = {
    ...{ name: one.name, title: one.title, number: one.number, matter: one.matter[side], flight: one.flight },
    ...{ ref, until: dayAt(DESK_ZONE, validUntil) },
  }
  const text = (words: { zh: string; en: string }) => fillMessage(words[side], values)
  const { sms, subject, email } = form.body
  return channel === 'email'
    ? [ref, one.name, one.email, one.language, text(subject), text(email)]
    : [ref, one.name, phoneDigits(one.mobile), one.language, text(sms)]
}

export const runs: Handler<'surveys.runs'> = async ({ db }, { limit }) =>
  (await listRuns(db, limit)).map(({ actorId: _, schemeId: __, excluded, ...row }) => ({
    ...row,
    excluded: JSON.parse(excluded) as RunRow['excluded'],
    answered: Number(row.answered),
  }))
