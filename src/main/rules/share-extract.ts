import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { Role } from '../../shared/roles.ts'
import type { Language } from '../../shared/session/model.ts'
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
  language: Language
}

type Line = (value: string) => string

type ExtractWords = Record<
  'number' | 'received' | 'flight' | 'baggageTag' | 'content' | 'reason' | 'demand' | 'customer',
  Line
> & { class: (category: string, stage: string) => string; ticket: (ticket: string, pnr: string) => string }

/** S2-43 S2-10: only leads and managers name a customer to a department, and nobody names who reported misconduct. */
export function canShareIdentity(actor: { role: Role }, matter: { isRestricted: boolean }): Decision {
  if (matter.isRestricted) return deny('share-restricted')
  return actor.role === 'agent' ? deny('share-identity-role') : allow
}

/** S2-42 S2-43: a complaint as a department reads it; whatever points to the customer is hidden unless they need it. */
export function extractOf(shared: SharedCase): string {
  const { customer, withIdentity } = shared
  const words = WORDS[shared.language]
  const clean = (text: string) => (withIdentity ? text : hide(text, customer))
  const flight = [shared.flightNo, shared.flightDay, shared.route].filter((part) => part !== null).join(' ')
  const identity = withIdentity
    ? [
        words.customer(`${customer.name} ${customer.phone}`),
        words.ticket(customer.ticketNo ?? '—', customer.pnr ?? '—'),
      ]
    : [words.customer(maskValue('name', customer.name || '—'))]
  const lines = [
    words.number(shared.number),
    words.class(shared.category, shared.stage),
    words.received(formatInstant(shared.receivedAt)),
    flight === '' ? '' : words.flight(flight),
    shared.baggageTag === null ? '' : words.baggageTag(shared.baggageTag),
    words.content(clean(shared.content)),
    shared.reason === '' ? '' : words.reason(clean(shared.reason)),
    words.demand(clean(shared.demand)),
    ...identity,
  ]
  return lines.filter((line) => line !== '').join('\n')
}

/** The lines of an extract; what people wrote stays in the language in which they wrote it. */
const WORDS = {
  'zh-CN': {
    number: (value: string) => `编号：${value}`,
    class: (category: string, stage: string) => `分类：${category}　阶段：${stage}`,
    received: (value: string) => `提出时间：${value}`,
    flight: (value: string) => `航班：${value}`,
    baggageTag: (value: string) => `行李牌：${value}`,
    content: (value: string) => `内容：${value}`,
    reason: (value: string) => `原因：${value}`,
    demand: (value: string) => `诉求：${value}`,
    customer: (value: string) => `客户：${value}`,
    ticket: (ticket: string, pnr: string) => `客票：${ticket}　PNR：${pnr}`,
  },
  en: {
    number: (value) => `Case: ${value}`,
    class: (category, stage) => `Class: ${category}   Stage: ${stage}`,
    received: (value) => `Received: ${value}`,
    flight: (value) => `Flight: ${value}`,
    baggageTag: (value) => `Baggage tag: ${value}`,
    content: (value) => `What happened: ${value}`,
    reason: (value) => `Reason given: ${value}`,
    demand: (value) => `Demand: ${value}`,
    customer: (value) => `Customer: ${value}`,
    ticket: (ticket, pnr) => `Ticket: ${ticket}   PNR: ${pnr}`,
  },
} satisfies Record<Language, ExtractWords>

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
