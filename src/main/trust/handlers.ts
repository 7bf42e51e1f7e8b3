import type { UserId } from '../../shared/ids.ts'
import { actingWith, isInForce } from '../../shared/trust/right-rules.ts'
import { signBy } from '../../shared/trust/rules.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { findUserById } from '../users/queries.ts'
import { access } from './access.ts'
import { disclosures } from './disclosures.ts'
import { listLeaks } from './leak-queries.ts'
import { toLines } from './leak-views.ts'
import { countUnhandled, dueForReview, heldNow } from './right-queries.ts'
import { sessions } from './sessions.ts'
import { readTrust, writeTrust } from './settings.ts'
import { countDrafts, findAssent, textInForce, textsOf } from './text-queries.ts'
import { texts, toViews } from './texts.ts'

export const trust: FeatureHandlers<'trust'> = {
  ...texts,
  ...sessions,
  ...access,
  disclosures,

  mine: async (ctx) => {
    const { db, now, actor } = ctx
    const toRead = await owed(ctx, 'rules')
    const toSign = await owed(ctx, 'undertaking')
    const held = (await heldNow(db, actor.id, now)).filter((one) => isInForce(one, now))
    const user = await findUserById(db, actor.id as UserId)
    const { graceDays } = await readTrust(db)
    return {
      toRead,
      toSign,
      signBy: toSign?.fromAt ? signBy(toSign.fromAt, user?.createdAt ?? 0, graceDays) : null,
      role: user ? actingWith(user.role, held, now).role : actor.role,
      authorised: held.map(({ kind, untilAt }) => ({ kind, untilAt })),
      waits: actor.role === 'manager' ? await waitsOf(ctx) : NOTHING,
    }
  },

  settings: ({ db }) => readTrust(db),

  setSettings: async (ctx, input) => {
    ctx.note({ before: await readTrust(ctx.db) })
    await writeTrust(ctx.db, input)
    return input
  },
}

const NOTHING = { leaks: 0, restricted: 0, reviews: 0, emergencies: 0, drafts: 0 }

/** The version in force that the person has not read or signed yet. */
async function owed(ctx: Ctx, kind: 'rules' | 'undertaking') {
  const text = await textInForce(ctx.db, kind, ctx.now)
  if (!text || (await findAssent(ctx.db, text.id, ctx.actor.id))) return null
  const [view] = await toViews(ctx, [text], await textsOf(ctx.db, kind))
  return view ?? null
}

/** What a manager has to look at: new or late leaks, restricted cases nobody handles, reviews that are due, emergencies, drafts. */
async function waitsOf(ctx: Ctx) {
  const due = await dueForReview(ctx.db, ctx.now)
  const leaks = await toLines(ctx, await listLeaks(ctx.db, null, true))
  const emergencies = due.filter(({ kind }) => kind === 'breakGlass').length
  return {
    leaks: leaks.filter((one) => one.state === 'reported' || one.authorityDue?.isLate || one.membersDue?.isLate).length,
    restricted: await countUnhandled(ctx.db),
    reviews: due.length - emergencies,
    emergencies,
    drafts: await countDrafts(ctx.db),
  }
}
