import { found, refuse } from '../../shared/failure.ts'
import { quote, runningOffers } from '../../shared/products/rules.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { todayOf } from '../improvements/views.ts'
import { findPartner } from '../partners/directory.ts'
import {
  endOfferRow,
  endPriceRow,
  findOffer,
  findPrice,
  findProduct,
  insertOffer,
  insertPrice,
  insertProduct,
  insertVersion,
  listProducts,
  type OfferRecord,
  offersUntil,
  pricesOf,
  versionsOf,
} from './queries.ts'
import { standingOf, tiersOf, toFile, toOffers, toRows } from './views.ts'

const ALWAYS = '0000-01-01'

export const products: FeatureHandlers<'products'> = {
  list: async (ctx, { isEndedToo }) => {
    const rows = await toRows(ctx, await listProducts(ctx.db))
    return rows
      .filter(({ state }) => isEndedToo || state !== 'ended')
      .sort((a, b) => (`${a.kind} ${a.name}` < `${b.kind} ${b.name}` ? -1 : 1))
  },

  show: (ctx, { id }) => toFile(ctx, id),

  add: async (ctx, { kind, partnerId, ...said }) => {
    if (partnerId !== null) found(await findPartner(ctx.db, partnerId), 'partner')
    const id = ctx.newId()
    await insertProduct(ctx.db, { id, kind, partnerId, createdAt: ctx.now, createdBy: ctx.actor.id })
    await insertVersion(ctx.db, { ...said, ...saved(ctx), productId: id, version: 1, reason: '' })
    return toFile(ctx, id)
  },

  /** S4-46: what was said before stays as it was; the new version counts from its day. */
  change: async (ctx, { id, version, ...said }) => {
    found(await findProduct(ctx.db, id), 'product')
    const [newest] = await versionsOf(ctx.db, [id])
    if (found(newest, 'product').version !== version) refuse('product-changed')
    await insertVersion(ctx.db, { ...said, ...saved(ctx), productId: id, version: version + 1 })
    return toFile(ctx, id)
  },

  /** S4-48: each kind of rule says its own thing and nothing else. */
  addPrice: async (ctx, rule) => {
    found(await findProduct(ctx.db, rule.productId), 'product')
    const isBase = rule.kind === 'base'
    if (isBase !== (rule.fen !== null) || isBase === (rule.permille !== null)) refuse('price-figure')
    if ((rule.kind === 'tier') !== (rule.tier !== null)) refuse('price-tier')
    mustBeInOrder(rule)
    await insertPrice(ctx.db, { ...rule, ...added(ctx), id: ctx.newId() })
    return toFile(ctx, rule.productId)
  },

  endPrice: async (ctx, { id }) => {
    const { productId, endedAt } = found(await findPrice(ctx.db, id), 'price')
    if (endedAt !== null) refuse('price-ended')
    await endPriceRow(ctx.db, id, { endedAt: ctx.now, endedBy: ctx.actor.id })
    return toFile(ctx, productId)
  },

  reinstatePrice: async (ctx, { id }) => {
    const { productId } = found(await findPrice(ctx.db, id), 'price')
    await endPriceRow(ctx.db, id, { endedAt: null, endedBy: null })
    return toFile(ctx, productId)
  },

  /** S4-48: the offers that run now and those to come; one that was ended is shown only to those who look at all. */
  offers: async (ctx, { isRunning, tier }) => {
    const today = todayOf(ctx)
    const views = await toOffers(ctx, await offersUntil(ctx.db, isRunning ? today : ALWAYS))
    if (!isRunning) return views.reverse()
    const standing = views.filter(({ isEnded }) => !isEnded)
    return tier === null ? standing.filter(({ fromDay }) => fromDay <= today) : runningOffers(standing, today, tier)
  },

  addOffer: async (ctx, { tiers, ...said }) => {
    if (said.productId !== null) found(await findProduct(ctx.db, said.productId), 'product')
    if (said.fenOff !== null && said.permille !== null) refuse('offer-figure')
    mustBeInOrder(said)
    const row: OfferRecord = { ...said, ...added(ctx), tiers: tiers.join(','), id: ctx.newId() }
    await insertOffer(ctx.db, row)
    return offerView(ctx, row)
  },

  endOffer: async (ctx, { id }) => {
    const row = found(await findOffer(ctx.db, id), 'offer')
    if (row.endedAt !== null) refuse('offer-ended')
    const end = { endedAt: ctx.now, endedBy: ctx.actor.id }
    await endOfferRow(ctx.db, id, end)
    return offerView(ctx, { ...row, ...end })
  },

  quote: async (ctx, { productId, day, tier, quantity }) => {
    found(await findProduct(ctx.db, productId), 'product')
    const asked = day ?? todayOf(ctx)
    const { name: productName } = standingOf(await versionsOf(ctx.db, [productId]), asked)
    const rules = (await pricesOf(ctx.db, [productId])).filter(({ endedAt }) => endedAt === null)
    const offers = (await offersUntil(ctx.db, asked))
      .filter((offer) => offer.endedAt === null && (offer.productId === null || offer.productId === productId))
      .map((offer) => ({ ...offer, tiers: tiersOf(offer) }))
    const price = quote(rules, offers, { day: asked, tier, quantity })
    return { productId, productName, lines: price?.lines ?? [], totalFen: price?.totalFen ?? null }
  },
}

const saved = (ctx: Ctx) => ({ savedAt: ctx.now, savedBy: ctx.actor.id })
const added = (ctx: Ctx) => ({ addedAt: ctx.now, addedBy: ctx.actor.id, endedAt: null, endedBy: null })

function mustBeInOrder({ fromDay, toDay }: { fromDay: string; toDay: string | null }): void {
  if (toDay !== null && toDay < fromDay) refuse('days-order')
}

async function offerView(ctx: Ctx, row: OfferRecord) {
  const [view] = await toOffers(ctx, [row])
  return found(view, 'offer')
}
