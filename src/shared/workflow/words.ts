/**
 * What happens to a case, as its log and its limits name it.
 * A limit lists the events that stop it, so "finished" and "replied" are different ends (S1-43).
 */
export const CASE_EVENTS = [
  'registered',
  'responded',
  'confirmed',
  'assigned',
  'accepted',
  'waitingCustomer',
  'customerReturned',
  'complexMarked',
  'handled',
  'replied',
  'answered',
  'closed',
  'rejected',
  'withdrawn',
  'merged',
  'reopened',
] as const
export type CaseEvent = (typeof CASE_EVENTS)[number]
