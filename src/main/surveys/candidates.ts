import { CATEGORY_NAMES } from '../../shared/cases/words.ts'
import type { Bilingual } from '../../shared/contract.ts'
import { refuse } from '../../shared/failure.ts'
import type { SurveyChannel, SurveyScope, SurveySource } from '../../shared/surveys/words.ts'
import type { Instant } from '../../shared/time.ts'
import type { Ctx } from '../engine/handler.ts'
import { closedCases, endedTrips, finishedCalls, type Stretch } from './candidate-queries.ts'
import { askedOfCall, askedOfCase } from './of-matter.ts'
import type { Asked } from './store-answer.ts'

/** Somebody who could be asked, with what the text to them says. */
export type Candidate = {
  /** Of the case, call or booking: what decides about the draw. */
  id: string
  agentId: string | null
  asked: Asked
  endedAt: Instant
  name: string
  title: string
  language: string
  mobile: string
  email: string
  hasLeft: boolean
  number: string
  matter: Bilingual
  flight: string
}

type Person = {
  memberName: string | null
  mobile: string | null
  email: string | null
  language: string | null
  memberTitle: string | null
  status: 'active' | 'left' | null
}

const OF_CASE: Bilingual = { zh: '您反映的事项', en: 'your matter' }
const OF_CALL: Bilingual = { zh: '您的来电', en: 'your call' }
const OF_TRIP: Bilingual = { zh: '您的旅行', en: 'your trip' }
const names: Readonly<Record<string, Bilingual>> = CATEGORY_NAMES

function personOf(row: Person, name: string, phone: string) {
  return {
    ...{ name: row.memberName ?? name, title: row.memberTitle ?? '', language: row.language ?? 'zh-CN' },
    ...{ mobile: row.mobile ?? phone, email: row.email ?? '', hasLeft: row.status === 'left' },
  }
}

/** Who could be asked about what ended in a period; handling is asked about after complaints only (S1-81). */
export async function candidatesOf(
  ctx: Ctx,
  {
    scope,
    source,
    channel,
    ...stretch
  }: { scope: SurveyScope; source: SurveySource; channel: SurveyChannel } & Stretch,
): Promise<Candidate[]> {
  if (source === 'own' || (scope === 'handling' && source !== 'case')) refuse('survey-scope-source')
  if (channel !== 'sms' && channel !== 'email') refuse('survey-list-channel')
  const { db } = ctx
  if (source === 'call') return (await finishedCalls(db, stretch)).map((row) => ofCall(row, channel))
  if (source === 'trip') return (await endedTrips(db, stretch)).map((row) => ofTrip(row, channel))
  return (await closedCases(db, stretch, scope === 'handling')).map((row) => ofCase(row, channel))
}

function ofCase(row: Awaited<ReturnType<typeof closedCases>>[number], channel: SurveyChannel): Candidate {
  const asked = askedOfCase(row, channel)
  return {
    ...{ id: row.id, agentId: asked.agentId, asked, endedAt: row.closedAt ?? row.receivedAt, number: row.number },
    ...{ matter: names[row.category] ?? OF_CASE, flight: row.flightNo ?? '' },
    ...personOf(row, row.contactName, row.contactPhone),
  }
}

function ofCall(row: Awaited<ReturnType<typeof finishedCalls>>[number], channel: SurveyChannel): Candidate {
  const asked = askedOfCall(row, row.tier ?? 'none', channel)
  return {
    ...{ id: row.id, agentId: asked.agentId, asked, endedAt: row.endedAt ?? row.startedAt, number: row.number },
    ...{ matter: OF_CALL, flight: '', ...personOf(row, row.callerName ?? '', row.phone) },
  }
}

function ofTrip(row: Awaited<ReturnType<typeof endedTrips>>[number], channel: SurveyChannel): Candidate {
  const asked: Asked = {
    ...{ scope: 'service', source: 'trip', channel, caseId: null, round: 1, callId: null, bookingId: row.id },
    ...{ memberId: row.memberId, person: row.memberId, agentId: null, category: '', tier: row.tier },
  }
  return {
    ...{ id: row.id, agentId: null, asked, endedAt: row.arrivesAt, number: '', matter: OF_TRIP },
    ...{ flight: `${row.flightNo} ${row.day}`, ...personOf(row, '', '') },
  }
}
