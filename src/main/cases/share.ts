import { sideOf } from '../../shared/contract.ts'
import { must } from '../../shared/failure.ts'
import { categoryName, mustOfferDesks } from '../classes/offered.ts'
import type { Handler } from '../engine/handler.ts'
import { canShareIdentity, extractOf } from '../rules/share-extract.ts'
import { stateOf } from '../rules/workflow.ts'
import { openFile, viewerOf } from './case-file.ts'
import { record } from './record.ts'
import { toState } from './views.ts'

/** S2-42 S2-43: what a department needs to know of a complaint, without its customer unless a reason is given. */
export const share: Handler<'cases.share'> = async (ctx, { id, departments, purpose, identityReason, language }) => {
  const file = await openFile(ctx, id)
  const { row, workflow } = file
  await mustOfferDesks(ctx.db, departments, { path: 'departments', before: [row.department] })
  const withIdentity = identityReason !== ''
  if (withIdentity) must(canShareIdentity(viewerOf(ctx), { isRestricted: row.isRestricted === 1 }))
  const text = extractOf({
    number: row.number,
    category: (await categoryName(ctx.db, row.category))[sideOf(language)],
    stage: stateOf(workflow, row.state)?.name[sideOf(language)] ?? row.state,
    receivedAt: row.receivedAt,
    content: row.content,
    reason: row.reason,
    demand: row.demand,
    flightNo: row.flightNo,
    flightDay: row.flightDay,
    route: row.route,
    baggageTag: row.baggageTag,
    customer: { name: row.contactName, phone: row.contactPhone, ticketNo: row.ticketNo, pnr: row.pnr },
    withIdentity,
    language,
  })
  const data = { departments, purpose, withIdentity, identityReason, text }
  const saved = await record(ctx, file, { kind: 'shared', recorded: { shared: true }, data })
  ctx.note({ departments, withIdentity })
  return { state: toState(saved, ctx.now), text }
}
