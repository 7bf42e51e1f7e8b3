import type { Parsed } from '../../shared/contracts.ts'
import { found, must, refuse } from '../../shared/failure.ts'
import type { MessageTemplate } from '../../shared/messages/model.ts'
import { viewerOf } from '../cases/case-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { canReview } from '../rules/message-flow.ts'
import { checkTemplate } from '../rules/message-template.ts'
import type { Db } from '../store/types.ts'
import { shippedTemplates } from './shipped.ts'
import {
  findStored,
  findTemplate,
  insertTemplate,
  listTemplates,
  replaceOthers,
  type TemplateRecord,
  updateTemplate,
  versionsOf,
} from './template-queries.ts'

type Calls = Pick<FeatureHandlers<'messages'>, 'templates' | 'saveTemplate' | 'submitTemplate' | 'reviewTemplate'>

/** The wordings and their way from draft to use (S4-82). */
export const templating: Calls = {
  templates: async ({ db }, { includeOld }) => listTemplates(db, includeOld),

  saveTemplate: async (ctx, input) => {
    const { db, now } = ctx
    must(checkTemplate(input))
    if (input.id === null) {
      const code = input.code ?? ctx.newId()
      const row = await newDraft(ctx, code, input)
      await insertTemplate(db, row)
      return view(db, row.id)
    }
    const before = await loadDraft(ctx, input.id)
    ctx.note({ before: { bodyZh: before.bodyZh, bodyEn: before.bodyEn } })
    await updateTemplate(db, input.id, { ...fieldsOf(input), updatedAt: now })
    return view(db, input.id)
  },

  submitTemplate: async (ctx, { id }) => {
    await loadDraft(ctx, id)
    await updateTemplate(ctx.db, id, { state: 'submitted', updatedAt: ctx.now, reviewNote: '' })
    return view(ctx.db, id)
  },

  reviewTemplate: async (ctx, { id, isApproved, note }) => {
    const { db, now, actor } = ctx
    const row = found(await findStored(db, id), 'template')
    if (row.state !== 'submitted') refuse('template-not-submitted')
    must(canReview(viewerOf(ctx), row))
    if (!isApproved && note === '') refuse('template-review-note')
    const state = isApproved ? 'published' : 'draft'
    await updateTemplate(db, id, { state, reviewedBy: actor.id, reviewedAt: now, reviewNote: note })
    if (isApproved) await replaceOthers(db, row.code, id)
    return view(db, id)
  },
}

async function view(db: Db, id: string): Promise<MessageTemplate> {
  return found(await findTemplate(db, id), 'template')
}

/** A draft that its author may still change. */
async function loadDraft(ctx: Ctx, id: string): Promise<TemplateRecord> {
  const row = found(await findStored(ctx.db, id), 'template')
  if (row.state !== 'draft') refuse('template-not-draft')
  if (row.authorId !== ctx.actor.id) refuse('template-not-author')
  return row
}

async function newDraft(ctx: Ctx, code: string, input: Parsed<'messages.saveTemplate'>): Promise<TemplateRecord> {
  const versions = await versionsOf(ctx.db, code)
  if (versions.some(({ state }) => state === 'draft' || state === 'submitted')) refuse('template-in-work')
  const shipped = shippedTemplates().some((one) => one.code === code) ? 1 : 0
  if (input.code !== null && versions.length === 0 && shipped === 0) found(null, 'template')
  return {
    ...fieldsOf(input),
    id: ctx.newId(),
    code,
    version: Math.max(shipped, versions[0]?.version ?? 0) + 1,
    state: 'draft',
    authorId: ctx.actor.id,
    createdAt: ctx.now,
    updatedAt: ctx.now,
    reviewedBy: null,
    reviewedAt: null,
    reviewNote: '',
  }
}

function fieldsOf({ occasion, channel, tier, name, subject, body }: Parsed<'messages.saveTemplate'>) {
  return {
    ...{ occasion, channel, tier },
    nameZh: name.zh,
    nameEn: name.en,
    subjectZh: subject.zh,
    subjectEn: subject.en,
    bodyZh: body.zh,
    bodyEn: body.en,
  }
}
