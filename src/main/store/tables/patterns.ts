// Early warnings: what stood out from its own history, and each look that was taken.

export type PatternAlertTable = {
  id: string
  dimension: 'category' | 'flight' | 'route' | 'station' | 'department' | 'agent' | 'supplier'
  value: string
  state: 'open' | 'acknowledged' | 'closed'
  raisedAt: number
  windowFrom: number
  windowTo: number
  count: number
  limit: number
  body: string
  ownerId: string | null
  acknowledgedAt: number | null
  acknowledgedBy: string | null
  finding: string | null
  foundAt: number | null
  foundBy: string | null
  closedAt: number | null
  closedBy: string | null
  outcome: 'solved' | 'chance' | 'known' | null
  closing: string | null
}

export type PatternRunTable = {
  id: string
  at: number
  actorId: string
  cases: number
  raised: number
}

export type PatternsTables = {
  patternAlerts: PatternAlertTable
  patternRuns: PatternRunTable
}
