import { z } from 'zod'
import templatesDefault from '../../../resources/messages/templates-default.json' with { type: 'json' }
import { type MessageTemplate, templateChannel, templateTier } from '../../shared/messages/model.ts'
import { OCCASIONS } from '../../shared/messages/words.ts'
import { bilingual } from '../../shared/policy.ts'

const pack = z.object({
  templates: z.array(
    z.object({
      code: z.string(),
      occasion: z.enum(OCCASIONS),
      channel: templateChannel,
      tier: templateTier,
      name: bilingual,
      subject: z.object({ zh: z.string(), en: z.string() }),
      body: bilingual,
    }),
  ),
})

let kept: MessageTemplate[] | undefined

/** The wordings that came with the product: version 1 of each, in use until a desk publishes its own. */
export function shippedTemplates(): MessageTemplate[] {
  kept ??= pack.parse(templatesDefault).templates.map((one) => ({
    ...one,
    id: `${one.code}@1`,
    version: 1,
    state: 'published',
    authorId: null,
    authorName: null,
    updatedAt: null,
    reviewedByName: null,
    reviewedAt: null,
    reviewNote: '',
  }))
  return kept
}
