import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { Role } from '../../shared/roles.ts'
import { formatInstant, type Instant } from '../../shared/time.ts'
import { maskValue } from './masking.ts'

export type SharedCase = {
  number: string
  category: string
  stage: string
  receivedAt: Instant
  content: string
  reason: string
  demand: string
  flightNo: string | null
  flightDay: string | null
  route: string | null
  baggageTag: string | null
  customer: { name: string; phone: string; ticketNo: string | null; pnr: string | null }
  withIdentity: boolean
}

/** S2-43 S2-10: only leads and managers name a customer to a department, and nobody names who reported misconduct. */
export function canShareIdentity(actor: { role: Role }, matter: { isRestricted: boolean }): Decision {
  if (matter.isRestricted) return deny('share-restricted')
  return actor.role === 'agent' ? deny('share-identity-role') : allow
}

/** S2-42 S2-43: a complaint as a department reads it; whatever points to the customer is hidden unless they need it. */
export function extractOf(shared: SharedCase): string {
  const { customer, withIdentity } = shared
  const clean = (text: string) => (withIdentity ? text : hide(text, customer))
  const flight = [shared.flightNo, shared.flightDay, shared.route].filter((part) => part !== null).join(' ')
  const identity = withIdentity
    ? [`客户：${customer.name} ${customer.phone}`, `客票：${customer.ticketNo ?? '—'}　PNR：${customer.pnr ?? '—'}`]
    : [`客户：${maskValue('name', customer.name || '—')}`]
  const lines = [
    `编号：${shared.number}`,
    `分类：${shared.category}　阶段：${shared.stage}`,
    `提出时间：${formatInstant(shared.receivedAt)}`,
    flight === '' ? '' : `航班：${flight}`,
    shared.baggageTag === null ? '' : `行李牌：${shared.baggageTag}`,
    `内容：${clean(shared.content)}`,
    shared.reason === '' ? '' : `原因：${clean(shared.reason)}`,
    `诉求：${clean(shared.demand)}`,
    ...identity,
  ]
  return lines.filter((line) => line !== '').join('\n')
}

/** Runs of figures that may be a telephone, document or ticket number. */
const FIGURES = /\+?\d[\d -]{5,}\d/g
const MAIL = /[^\s@，。；]+@[^\s@，。；]+\.[^\s@，。；]+/g

/** Names and numbers of the customer inside what people wrote. */
function hide(text: string, { name, phone, ticketNo, pnr }: SharedCase['customer']): string {
  const known = [phone, ticketNo ?? '', pnr ?? ''].filter((value) => value.length >= 4)
  const named = name.length >= 2 ? text.replaceAll(name, maskValue('name', name)) : text
  const masked = known.reduce((line, value) => line.replaceAll(value, '***'), named)
  return masked.replace(MAIL, '***').replace(FIGURES, '***')
}
