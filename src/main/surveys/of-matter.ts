import type { SurveyChannel, SurveyScope } from '../../shared/surveys/words.ts'
import { phoneDigits } from '../rules/case-phone.ts'
import { creditedTo } from '../rules/survey-credit.ts'
import type { Row } from '../store/types.ts'
import type { Asked } from './store-answer.ts'

/** Handling is asked about after complaints, service after everything else (S1-81). */
export function scopeOfCase(kind: Row<'cases'>['kind']): SurveyScope {
  return kind === 'complaint' ? 'handling' : 'service'
}

type CaseFacts = Pick<
  Row<'cases'>,
  'id' | 'kind' | 'round' | 'callId' | 'memberId' | 'contactPhone' | 'ownerId' | 'category' | 'tierAtOpening'
>

/** Somebody asked about a case. */
export function askedOfCase(row: CaseFacts, channel: SurveyChannel, isUnasked = false): Asked {
  const source = isUnasked ? 'own' : 'case'
  return {
    ...{
      scope: scopeOfCase(row.kind),
      source,
      channel,
      caseId: row.id,
      round: row.round,
      callId: null,
      bookingId: null,
    },
    ...{ memberId: row.memberId, person: personOf(row.memberId, row.contactPhone) },
    agentId: creditedTo({ source, caseOwnerId: row.ownerId, callAgentId: null }),
    ...{ category: row.category, tier: row.tierAtOpening },
  }
}

type CallFacts = Pick<Row<'calls'>, 'id' | 'memberId' | 'phone' | 'agentId'>

/** Somebody asked about a call. */
export function askedOfCall(row: CallFacts, tier: string, channel: SurveyChannel, isUnasked = false): Asked {
  return {
    ...{ scope: 'service', source: isUnasked ? 'own' : 'call', channel, caseId: null, round: 1, callId: row.id },
    ...{ bookingId: null, memberId: row.memberId, person: personOf(row.memberId, row.phone) },
    agentId: creditedTo({ source: 'call', caseOwnerId: null, callAgentId: row.agentId }),
    ...{ category: '', tier },
  }
}

/** The member, or the number of somebody who is none: by this it is known how often somebody was asked. */
export function personOf(memberId: string | null, phone: string): string {
  return memberId ?? `tel:${phoneDigits(phone)}`
}
