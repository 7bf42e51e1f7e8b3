import type { Flag } from './flag.ts'

// Calls and what happened in them.

export type CallTable = {
  id: string
  number: string
  direction: 'inbound' | 'outbound'
  state: 'ringing' | 'talking' | 'held' | 'wrapUp' | 'done' | 'missed' | 'abandoned'
  memberId: string | null
  phone: string
  callerName: string | null
  agentId: string | null
  startedAt: number
  answeredAt: number | null
  endedAt: number | null
  wrapUpEndedAt: number | null
  heldSince: number | null
  rings: number
  waitMs: number
  talkMs: number
  holdMs: number
  wrapUpMs: number
  maxRings: number | null
  isInTime: Flag | null
  greeting: string | null
  question: string
  process: string
  result: string
  resultCode: string | null
  callBackOf: string | null
}

export type CallEventTable = {
  callId: string
  seq: number
  at: number
  actorId: string
  kind: string
  data: string
}

export type CallWaitTable = {
  id: string
  source: 'link' | 'transfer'
  phone: string
  externalId: string | null
  startedAt: number
  createdBy: string
  fromId: string | null
  kind: 'warm' | 'cold' | null
  toUserId: string | null
  toDesk: string | null
  note: string
  state: 'waiting' | 'taken' | 'abandoned' | 'missed' | 'withdrawn'
  settledAt: number | null
  settledBy: string | null
  callId: string | null
}

export type CallConsultTable = {
  id: string
  callId: string
  askedId: string | null
  asked: string
  question: string
  startedAt: number
  endedAt: number | null
  answer: string
}

export type CallBackEndTable = {
  followUpId: string
  result: 'reached' | 'otherWay' | 'notNeeded' | 'gaveUp'
  tries: number
  at: number
  actorId: string
}

export type CallTotalTable = {
  period: string
  agentId: string
  calls: number
  answered: number
  abandoned: number
  waitMs: number
  talkMs: number
  handleMs: number
  within10: number
  within20: number
  within30: number
  judged: number
  inTime: number
  rated: number
  points: number
}

export type CallsTables = {
  calls: CallTable
  callEvents: CallEventTable
  callWaits: CallWaitTable
  callConsults: CallConsultTable
  callBackEnds: CallBackEndTable
  callTotals: CallTotalTable
}
