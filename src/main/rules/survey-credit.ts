/** Who had to do with what a customer is asked about. */
export type CreditFacts = {
  source: 'case' | 'call' | 'trip' | 'own'
  /** The owner of the case when it was closed; while it is open, its owner when the customer is asked. */
  caseOwnerId: string | null
  /** Who spoke with the customer. */
  callAgentId: string | null
}

/**
 * S5-34 S5-35: an answer is credited to whoever did the work: about a case to its owner at closing, about a call to the
 * agent of the call. A trip is nobody's own work. Later changes of owner change nothing about it.
 */
export function creditedTo({ source, caseOwnerId, callAgentId }: CreditFacts): string | null {
  if (source === 'trip') return null
  if (source === 'call') return callAgentId
  return caseOwnerId ?? callAgentId
}
