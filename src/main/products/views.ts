import { found } from '../../shared/failure.ts'
import type { OfferView, PriceRuleView, ProductFile, ProductRow } from '../../shared/products/contract.ts'
import { quote, versionOn } from '../../shared/products/rules.ts'
import { MEMBER_TIERS } from '../../shared/tiers/model.ts'
import type { Day } from '../../shared/time.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { todayOf } from '../improvements/views.ts'
import { partnerNames } from '../partners/directory.ts'
import {
  findProduct,
  type OfferRecord,
  type PriceRecord,
  type ProductRecord,
  pricesOf,
  type VersionRecord,
  versionsOf,
} from './queries.ts'

/** The version of today; of a product that has not begun, the first one to come. */
export function standingOf(versions: readonly VersionRecord[], today: Day): VersionRecord {
  return found(versionOn(versions, today) ?? versions.at(-1), 'product')
}

const inForce = (prices: readonly PriceRecord[]) => prices.filter(({ endedAt }) => endedAt === null)

/** Products as they are today, with the price of today. */
export async function toRows(ctx: Ctx, records: readonly ProductRecord[]): Promise<ProductRow[]> {
  const ids = records.map(({ id }) => id)
  const today = todayOf(ctx)
  const versions = Map.groupBy(await versionsOf(ctx.db, ids), ({ productId }) => productId)
  const prices = Map.groupBy(inForce(await pricesOf(ctx.db, ids)), ({ productId }) => productId)
  const names = await partnerNames(
    ctx.db,
    records.flatMap(({ partnerId }) => partnerId ?? []),
  )
  return records.map(({ id, kind, partnerId }) => {
    const own = versions.get(id) ?? []
    const { name, summary, state, fromDay, version } = standingOf(own, today)
    const price = quote(prices.get(id) ?? [], [], { day: today, tier: 'none', quantity: 1 })
    const partnerName = partnerId === null ? null : (names.get(partnerId) ?? '')
    return {
      ...{ id, kind, partnerId, partnerName, name, summary, state, fromDay, version },
      versions: own.length,
      priceFen: price?.totalFen ?? null,
    }
  })
}

/** One product with its history and price rules, the newest first. */
export async function toFile(ctx: Ctx, id: string): Promise<ProductFile> {
  const record = found(await findProduct(ctx.db, id), 'product')
  const [row] = await toRows(ctx, [record])
  const versions = await versionsOf(ctx.db, [id])
  const prices = await pricesOf(ctx.db, [id])
  const names = await namesOf(ctx.db, [
    ...versions.map(({ savedBy }) => savedBy),
    ...prices.map(({ addedBy }) => addedBy),
  ])
  return {
    ...found(row, 'product'),
    history: versions.map(({ productId: _, savedBy, ...rest }) => ({ ...rest, savedByName: names.get(savedBy) ?? '' })),
    prices: prices.map((price) => toPrice(price, names)),
  }
}

function toPrice(price: PriceRecord, names: Map<string, string>): PriceRuleView {
  const { productId: _, endedAt, endedBy: __, addedBy, ...rest } = price
  return { ...rest, isEnded: endedAt !== null, addedByName: names.get(addedBy) ?? '' }
}

/** The tiers an offer is for; empty for everybody. */
export function tiersOf({ tiers }: { tiers: string }) {
  const codes = tiers.split(',')
  return MEMBER_TIERS.filter((tier) => codes.includes(tier))
}

export async function toOffers(ctx: Ctx, records: readonly OfferRecord[]): Promise<OfferView[]> {
  const ids = [...new Set(records.flatMap(({ productId }) => productId ?? []))]
  const versions = Map.groupBy(await versionsOf(ctx.db, ids), ({ productId }) => productId)
  const names = await namesOf(
    ctx.db,
    records.map(({ addedBy }) => addedBy),
  )
  return records.map(({ endedAt, endedBy: _, addedBy, productId, ...rest }) => ({
    ...rest,
    productId,
    productName: productId === null ? null : standingOf(versions.get(productId) ?? [], todayOf(ctx)).name,
    tiers: tiersOf(rest),
    isEnded: endedAt !== null,
    addedByName: names.get(addedBy) ?? '',
  }))
}
