import { found, must } from '../../shared/failure.ts'
import type { Share } from '../../shared/liability/model.ts'
import { openFile } from '../cases/case-file.ts'
import { record } from '../cases/record.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { findPartner } from '../partners/directory.ts'
import { canTie } from '../rules/liability.ts'
import { sharesOf, tieShare, versionsOf } from './queries.ts'
import { toShare, toView } from './views.ts'

/** S4-16: bearers with the kept partner's name where nothing else was written; a partner nobody keeps is refused. */
export async function namedShares(ctx: Ctx, shares: readonly Share[]): Promise<Share[]> {
  const named: Share[] = []
  for (const share of shares) {
    if (share.partnerId === null) named.push(share)
    else {
      const { name } = found(await findPartner(ctx.db, share.partnerId), 'partner')
      named.push({ ...share, name: share.name === '' ? name : share.name })
    }
  }
  return named
}

/** S4-16: a finding that names a partner in words is tied to a kept one, also when it is final: its words stay. */
export const tie: FeatureHandlers<'liability'>['tie'] = async (ctx, { id, version, bearer, partnerId }) => {
  const file = await openFile(ctx, id)
  const finding = found(
    (await versionsOf(ctx.db, id)).find((one) => one.version === version),
    'liability',
  )
  const share = found(
    (await sharesOf(ctx.db, [finding.id])).find(({ seq }) => seq === bearer),
    'liability',
  )
  must(canTie(toShare(share), partnerId))
  const partner = partnerId === null ? null : found(await findPartner(ctx.db, partnerId), 'partner')
  ctx.note({ before: { partnerId: share.partnerId } })
  await tieShare(ctx.db, finding.id, bearer, partnerId)
  const act = partner === null ? 'untied' : 'tied'
  const text = [share.name, ...(partner === null ? [] : [partner.name])].join(' → ')
  const data = { act, version, text, name: share.name, partnerId, partnerName: partner?.name ?? '' }
  return toView(ctx, await record(ctx, file, { kind: 'liability', data }))
}
