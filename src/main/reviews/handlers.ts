import { found, must, Refusal } from '../../shared/failure.ts'
import { namesOf } from '../cases/case-file.ts'
import type { FeatureHandlers } from '../engine/handler.ts'
import { checkForm } from '../rules/review-total.ts'
import { audit, audits, closeAudit, drawAudit, finding, planAudit, redraw } from './audits.ts'
import { currentForm, formOf, insertForm, keepShipped, versionsOf } from './forms.ts'
import { answer, begin, coach, coached, decide, give, list, show } from './judging.ts'
import { results } from './results.ts'
import { editStudy, pickStudy, releaseStudy, studies, study, withdrawStudy } from './studies.ts'

export const reviews: FeatureHandlers<'reviews'> = {
  form: async ({ db }, { kind, version }) => {
    const kept =
      version === undefined ? await currentForm(db, kind) : found(await formOf(db, kind, version), 'reviewForm')
    const versions = await versionsOf(db, kind)
    const names = await namesOf(
      db,
      versions.map(({ savedBy }) => savedBy),
    )
    const named = versions.map(({ savedBy, ...one }) => ({
      ...one,
      savedByName: savedBy === null ? null : (names.get(savedBy) ?? ''),
    }))
    return {
      ...kept,
      versions: named.length > 0 ? named : [{ version: 1, savedAt: null, savedByName: null, reason: '' }],
    }
  },

  /** S2-135: a form is changed as a whole, each change a version of its own; judgements keep the version they used. */
  saveForm: async (ctx, { form, basedOn, reason }) => {
    await keepShipped(ctx.db, form.kind, ctx.now)
    const before = await currentForm(ctx.db, form.kind)
    if (before.version !== basedOn) throw new Refusal({ code: 'CONFLICT', entity: 'reviewForm' })
    must(checkForm(form))
    const version = before.version + 1
    const body = JSON.stringify(form)
    await insertForm(ctx.db, { kind: form.kind, version, body, reason, savedAt: ctx.now, savedBy: ctx.actor.id })
    return { version }
  },

  begin,
  give,
  list,
  show,
  answer,
  decide,
  coach,
  coached,
  results,
  audits,
  audit,
  planAudit,
  drawAudit,
  redraw,
  finding,
  closeAudit,
  studies,
  study,
  pickStudy,
  editStudy,
  releaseStudy,
  withdrawStudy,
}
