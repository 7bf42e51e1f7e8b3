import type { CaseHit } from '../../../shared/search/contract.ts'
import type { WaitItem, WaitRow } from '../../../shared/waits/model.ts'

/** A case in the list, or what a search found with the piece of text that was found. */
export type CaseLine = Extract<WaitRow, { what: 'case' }> & Partial<Pick<CaseHit, 'snippet' | 'saidIn'>>

/** A line of the queue. */
export type QueueRow = CaseLine | WaitItem

const SIGN = ' '

/** The key of a line: a case has its own id, anything else says what it is. */
export const rowKey = ({ what, id }: Pick<QueueRow, 'what' | 'id'>): string =>
  what === 'case' ? id : `${what}${SIGN}${id}`

/** Only cases are chosen for acts on several. */
export const isCaseKey = (key: string): boolean => !key.includes(SIGN)
