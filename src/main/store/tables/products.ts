// Products with their versions, price rules, offers, and actions of the service strategy.

export type ProductTable = {
  id: string
  kind: 'ticket' | 'hotel' | 'tour' | 'transfer' | 'lounge' | 'visa' | 'insurance' | 'admission' | 'package'
  partnerId: string | null
  createdAt: number
  createdBy: string
}

export type ProductVersionTable = {
  productId: string
  version: number
  fromDay: string
  name: string
  summary: string
  state: 'offered' | 'paused' | 'ended'
  reason: string
  savedAt: number
  savedBy: string
}

export type PriceRuleTable = {
  id: string
  productId: string
  kind: 'base' | 'season' | 'tier'
  name: string
  fromDay: string
  toDay: string | null
  tier: 'diamond' | 'platinum' | 'gold' | 'silver' | 'none' | null
  fen: number | null
  permille: number | null
  addedAt: number
  addedBy: string
  endedAt: number | null
  endedBy: string | null
}

export type OfferTable = {
  id: string
  productId: string | null
  title: string
  text: string
  fromDay: string
  toDay: string
  tiers: string
  fenOff: number | null
  permille: number | null
  addedAt: number
  addedBy: string
  endedAt: number | null
  endedBy: string | null
}

export type StrategyActionTable = {
  id: string
  strategyId: string | null
  kind: 'training' | 'facility' | 'service'
  title: string
  goal: string
  ownerId: string
  dueDay: string
  state: 'planned' | 'running' | 'done' | 'dropped'
  result: string
  createdAt: number
  createdBy: string
  changedAt: number
}

export type ProductsTables = {
  products: ProductTable
  productVersions: ProductVersionTable
  priceRules: PriceRuleTable
  offers: OfferTable
  strategyActions: StrategyActionTable
}
