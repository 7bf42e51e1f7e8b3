import { LIVE_CHANNELS } from '../../shared/cases/channels.ts'
import type { CaseState } from '../../shared/cases/views.ts'
import type { CaseKind, Category, Channel, Severity } from '../../shared/cases/words.ts'
import type { Input } from '../../shared/contracts.ts'
import type { CallId, CaseId, MemberId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import type { Customer } from './members.ts'
import type { Colleague } from './office.ts'
import {
  type ComplaintTexts,
  type EnquiryTexts,
  fill,
  type ServiceTexts,
  type SuggestionTexts,
  topicFor,
} from './phrases.ts'
import type { Random } from './random.ts'
import { type FlightWanted, leastBusy, noteLoad, type Subject, subjectOf, type World } from './world.ts'

/** How a case is to go, where it does not simply come to its end. */
export type Turn = 'usual' | 'rejected' | 'withdrawn' | 'merged' | 'reopened' | 'notSolved' | 'waits'

/** A matter before it is registered. */
export type CaseIdea = {
  kind: CaseKind
  channel: Channel
  severity: Severity
  customer: Customer | null
  receivedAt: Instant
  turn: Turn
  isAcknowledged: boolean
  /** Everything happens within these milliseconds of each other, whoever is on duty: for a case that stands where it is wanted. */
  pace?: number
  /** The state in which the case is left. */
  stopAt?: string
  callId?: CallId
  registrar?: Colleague
}

/** A registered case with all its story has to remember. */
export type Told = {
  idea: CaseIdea
  id: CaseId
  number: string
  category: Category
  state: CaseState
  owner: Colleague
  subject: Subject
  content: string
  /** How the call's record begins: in which language it was held. */
  spoken: string
  texts: Texts
  /** Who is at fault has been found. */
  hasFinding?: boolean
}

export type Texts =
  | { kind: 'enquiry'; body: EnquiryTexts }
  | { kind: 'complaint'; body: ComplaintTexts }
  | { kind: 'service'; body: ServiceTexts }
  | { kind: 'suggestion'; body: SuggestionTexts }

const isLive = (channel: Channel) => LIVE_CHANNELS.some((live) => live === channel)

/** Registers the matter as a person at the desk would. */
export async function openCase(world: World, random: Random, idea: CaseIdea): Promise<Told> {
  const { office } = world
  const now = office.now()
  const mayRepeat = ({ idea: { customer: complainant }, subject: { flight } }: Told) =>
    complainant !== null && flight.departsAt < idea.receivedAt
  const repeated = idea.turn === 'merged' ? world.complaints.findLast(mayRepeat) : undefined
  const customer = repeated ? repeated.idea.customer : idea.customer
  const { category, texts } = repeated
    ? { category: repeated.category, texts: repeated.texts }
    : textsOf(random, idea.kind)
  const subject = repeated?.subject ?? subjectOf(random, world, customer, idea.receivedAt, flightFor(category, texts))
  const registrar = idea.registrar ?? leastBusy(world, now)
  const owner = idea.kind === 'complaint' && !idea.stopAt ? leastBusy(world, now) : registrar
  const said = contentOf(random, texts, subject)
  const content = repeated ? `再次反映：${repeated.content}` : said
  const draft: Input<'cases.open'> = {
    kind: idea.kind,
    channel: idea.channel,
    receivedAt: idea.receivedAt,
    memberId: (customer?.id as MemberId | undefined) ?? null,
    ...(customer ? {} : { anonymousReason: '客户要求匿名' }),
    category,
    severity: idea.severity,
    title: 'title' in texts.body ? texts.body.title : '',
    content,
    demand: demandOf(random, texts, subject),
    serviceType: texts.kind === 'service' ? texts.body.type : null,
    callId: idea.callId ?? null,
    ownerId: owner.id,
    isAcknowledged: idea.isAcknowledged,
    apologyGiven: idea.kind === 'complaint' && isLive(idea.channel),
    thanked: idea.kind === 'suggestion' && isLive(idea.channel),
    ...(content.includes(subject.flight.flightNo)
      ? { flightId: subject.flight.id, pnr: subject.pnr, ticketNo: subject.ticketNo }
      : {}),
    ...(content.includes(subject.details.tag) ? { baggageTag: subject.details.tag } : {}),
  }
  const state = await office.call(registrar, 'cases.open', draft)
  noteLoad(world, owner.id, 1)
  const spoken = customer?.language === 'en' ? '（英语服务）' : ''
  const told: Told = {
    idea: { ...idea, customer },
    id: state.id,
    number: state.number,
    category,
    state,
    owner,
    subject,
    content,
    spoken,
    texts,
  }
  if (idea.kind === 'complaint' && idea.turn === 'usual') world.complaints.push(told)
  return told
}

function textsOf(random: Random, kind: CaseKind): { category: Category; texts: Texts } {
  switch (kind) {
    case 'enquiry': {
      const { category, enquiry: body } = topicFor(random, kind)
      return { category, texts: { kind, body } }
    }
    case 'complaint': {
      const { category, complaint: body } = topicFor(random, kind)
      return { category, texts: { kind, body } }
    }
    case 'service': {
      const { category, service: body } = topicFor(random, kind)
      return { category, texts: { kind, body } }
    }
    case 'suggestion': {
      const { category, suggestion: body } = topicFor(random, kind)
      return { category, texts: { kind, body } }
    }
  }
}

function flightFor(category: Category, texts: Texts): FlightWanted {
  if (category === 'flight.cancel') return 'cancelled'
  if (category === 'flight.delay') return texts.kind === 'suggestion' ? 'past' : 'late'
  if (
    texts.kind === 'complaint' ||
    texts.kind === 'suggestion' ||
    category.startsWith('baggage') ||
    category === 'loyalty.mileage'
  )
    return 'past'
  return texts.kind === 'service' ? 'coming' : 'any'
}

function contentOf(random: Random, { kind, body }: Texts, { details }: Subject): string {
  return fill(random.pick(kind === 'enquiry' ? body.question : body.content), details)
}

function demandOf(random: Random, texts: Texts, { details }: Subject): string {
  if (texts.kind === 'complaint') return fill(random.pick(texts.body.demand), details)
  return texts.kind === 'service' ? fill(texts.body.demand, details) : ''
}
