import { CHANNEL_OF_CARE, MESSAGE_OCCASION, WRITTEN_CARE } from '../../shared/care/words.ts'
import { found, must, refuse } from '../../shared/failure.ts'
import { namesIn } from '../../shared/messages/text.ts'
import { PURPOSE_OF } from '../../shared/messages/words.ts'
import type { MemberTier } from '../../shared/tiers/model.ts'
import type { Handler } from '../engine/handler.ts'
import { canCare } from '../rules/care.ts'
import { bestTemplate } from '../rules/message-choice.ts'
import { canDisturb } from '../rules/message-consent.ts'
import { basisOf } from './compose.ts'
import { preparing } from './prepare.ts'
import { findCare, isUnderWay } from './queries.ts'
import { listTemplates } from './template-queries.ts'

const BLANK = { caseId: null, memberId: null, expectedAt: null, subject: '', body: '' }

/**
 * S2-147: the reminder or offer of a planned care contact in one go: the wording in use that fits best, with what the
 * contact was planned for in it. Consent is asked as for any message (S2-149); the hour is asked when it leaves.
 */
export const prepareCare: Handler<'messages.prepareCare'> = async (ctx, { careId }) => {
  const care = found(await findCare(ctx.db, careId), 'care')
  must(canCare('done', { state: care.state, isReached: care.isReached === 1, hasEffect: care.effect !== null }))
  if (!WRITTEN_CARE.includes(care.kind)) refuse('care-not-written')
  if (await isUnderWay(ctx.db, careId)) refuse('care-message-there')
  const about = { occasion: MESSAGE_OCCASION[care.occasion], channel: CHANNEL_OF_CARE[care.kind] }
  const whom = { ...BLANK, ...about, careId, templateId: null, values: {} }
  const { file, member } = await basisOf(ctx, whom)
  const tier = (member?.tier ?? file?.row.tierAtOpening) as MemberTier
  const template = bestTemplate(await listTemplates(ctx.db, false), { ...about, tier })
  if (!template) refuse('care-no-wording')
  const named = [template.subject, template.body].flatMap(({ zh, en }) => [...namesIn(zh), ...namesIn(en)])
  const values = Object.fromEntries(
    PLANNED_FOR.filter((name) => named.includes(name)).map((name) => [name, care.reason]),
  )
  const row = await preparing.prepare(ctx, { ...whom, templateId: template.id, values })
  return { row, isQuiet: !canDisturb(PURPOSE_OF[about.occasion], about.channel, ctx.now).allowed }
}

/** What stands in a wording for the reason of the contact: which offer, which festival. */
const PLANNED_FOR = ['offer', 'festival'] as const
