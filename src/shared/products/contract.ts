import { z } from 'zod'
import { call } from '../contract.ts'
import { userId } from '../ids.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { MEMBER_TIERS } from '../tiers/model.ts'
import { day, instant } from '../time.ts'
import { remark, written } from '../written.ts'
import { ACTION_KINDS, ACTION_STATES, PRICE_KINDS, PRODUCT_KINDS, PRODUCT_STATES } from './words.ts'

const id = z.string().min(1).max(64)
const changes = ['products'] as const
const fen = z.number().int().min(0).max(100_000_000_00)
const permille = z.number().int().min(1).max(10_000)
const nameless = { addedByName: z.string(), addedAt: instant, isEnded: z.boolean() }

const said = { fromDay: day, name: written(120), summary: remark(2000), state: z.enum(PRODUCT_STATES) }

export const productVersion = z.object({
  version: z.number().int(),
  ...said,
  reason: z.string(),
  savedAt: instant,
  savedByName: z.string(),
})
export type ProductVersion = z.infer<typeof productVersion>

/** A product as it is today, or will be when no version has begun. */
export const productRow = z.object({
  id,
  kind: z.enum(PRODUCT_KINDS),
  partnerId: id.nullable(),
  partnerName: z.string().nullable(),
  name: z.string(),
  summary: z.string(),
  state: z.enum(PRODUCT_STATES),
  fromDay: day,
  version: z.number().int(),
  versions: z.number().int(),
  /** Today's price for somebody without a tier, before offers; none without a base price. */
  priceFen: fen.nullable(),
})
export type ProductRow = z.infer<typeof productRow>

export const priceRule = z.object({
  id,
  kind: z.enum(PRICE_KINDS),
  name: z.string(),
  fromDay: day,
  toDay: day.nullable(),
  tier: z.enum(MEMBER_TIERS).nullable(),
  fen: fen.nullable(),
  permille: permille.nullable(),
  ...nameless,
})
export type PriceRuleView = z.infer<typeof priceRule>

const offer = {
  productId: id.nullable(),
  title: written(120),
  text: remark(2000),
  fromDay: day,
  toDay: day,
  tiers: z.array(z.enum(MEMBER_TIERS)).max(MEMBER_TIERS.length).default([]),
  fenOff: fen.min(1).nullable().default(null),
  /** What is left of the price in thousandths: 900 is ten per cent off. */
  permille: z.number().int().min(1).max(999).nullable().default(null),
}
export const offerView = z.object({ id, ...offer, productName: z.string().nullable(), ...nameless })
export type OfferView = z.infer<typeof offerView>

export const productFile = productRow.extend({ history: z.array(productVersion), prices: z.array(priceRule) })
export type ProductFile = z.infer<typeof productFile>

export const quoteView = z.object({
  productId: id,
  productName: z.string(),
  lines: z.array(z.object({ kind: z.enum([...PRICE_KINDS, 'offer']), name: z.string(), fen: z.number().int() })),
  /** None when the product has no price on that day. */
  totalFen: fen.nullable(),
})
export type QuoteView = z.infer<typeof quoteView>

/** Products with their changes over time, prices and running offers (S4-46, S4-48). */
export const products = {
  list: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出产品与今日价格', en: 'List the products with the prices of the day' },
    input: z.object({ isEndedToo: z.boolean().default(false) }),
    output: z.array(productRow),
  }),
  show: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '查看产品、历次调整与价格规则', en: 'Show a product with its changes and price rules' },
    input: z.object({ id }),
    output: productFile,
  }),
  add: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '新增产品', en: 'Add a product' },
    input: z.object({ kind: z.enum(PRODUCT_KINDS), partnerId: id.nullable().default(null), ...said }),
    output: productFile,
    changes,
  }),
  change: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '调整产品（形成新版本）', en: 'Change a product, as a new version from a day' },
    input: z.object({ id, version: z.number().int().min(1), ...said, reason: written(500) }),
    output: productFile,
    changes,
  }),
  addPrice: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '增加价格规则', en: 'Add a price rule' },
    input: z.object({
      productId: id,
      kind: z.enum(PRICE_KINDS),
      name: written(120),
      fromDay: day,
      toDay: day.nullable().default(null),
      tier: z.enum(MEMBER_TIERS).nullable().default(null),
      fen: fen.nullable().default(null),
      permille: permille.nullable().default(null),
    }),
    output: productFile,
    changes,
  }),
  endPrice: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '停用价格规则', en: 'End a price rule' },
    input: z.object({ id }),
    output: productFile,
    changes,
  }),
  reinstatePrice: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '恢复已停用的价格规则', en: 'Let a price rule that was ended hold again' },
    input: z.object({ id }),
    output: productFile,
    changes,
  }),
  offers: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出优惠活动', en: 'List the offers' },
    input: z.object({
      /** Only what runs today. */
      isRunning: z.boolean().default(false),
      /** Only what a tier may have. */
      tier: z.enum(MEMBER_TIERS).nullable().default(null),
    }),
    output: z.array(offerView),
  }),
  addOffer: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '发布优惠活动', en: 'Add an offer' },
    input: z.object(offer),
    output: offerView,
    changes,
  }),
  endOffer: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '提前结束优惠活动', en: 'End an offer before its time' },
    input: z.object({ id }),
    output: offerView,
    changes,
  }),
  quote: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '按规则与优惠报价', en: 'Quote a price by the rules and running offers' },
    input: z.object({
      productId: id,
      day: day.nullable().default(null),
      tier: z.enum(MEMBER_TIERS).default('none'),
      quantity: z.number().int().min(1).max(99).default(1),
    }),
    output: quoteView,
  }),
}

export const actionView = z.object({
  id,
  strategyId: id.nullable(),
  strategyTitle: z.string().nullable(),
  kind: z.enum(ACTION_KINDS),
  title: z.string(),
  goal: z.string(),
  ownerId: userId,
  ownerName: z.string(),
  dueDay: day,
  isOverdue: z.boolean(),
  state: z.enum(ACTION_STATES),
  result: z.string(),
  createdByName: z.string(),
  createdAt: instant,
  changedAt: instant,
})
export type ActionView = z.infer<typeof actionView>

/** By what actions on training, facilities and service the strategy becomes real (S4-47). */
export const strategyActions = {
  list: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出服务策略措施', en: 'List the actions of the service strategy' },
    input: z.object({}),
    output: z.array(actionView),
  }),
  add: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '登记服务策略措施', en: 'Record an action of the service strategy' },
    input: z.object({
      strategyId: id.nullable().default(null),
      kind: z.enum(ACTION_KINDS),
      title: written(120),
      goal: written(1000),
      ownerId: userId,
      dueDay: day,
    }),
    output: actionView,
    changes,
  }),
  move: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '登记措施的进展与结果', en: 'Record how far an action is, and its result' },
    input: z.object({ id, state: z.enum(ACTION_STATES), result: remark(2000) }),
    output: actionView,
    changes,
  }),
}
