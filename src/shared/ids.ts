import { z } from 'zod'

type Branded<Name extends string> = string & { readonly __id: Name }

export type UserId = Branded<'user'>
export type MemberId = Branded<'member'>
export type CallId = Branded<'call'>
export type CaseId = Branded<'case'>
export type FlightId = Branded<'flight'>
export type PolicyId = Branded<'policy'>

const idText = z.string().min(1).max(64)
const id = <T extends string>() => idText.transform((text) => text as T)

export const userId = id<UserId>()
export const memberId = id<MemberId>()
export const callId = id<CallId>()
export const caseId = id<CaseId>()
export const flightId = id<FlightId>()
export const policyId = id<PolicyId>()
