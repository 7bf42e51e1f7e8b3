import { z } from 'zod'
import { isStorable } from './storable.ts'

/** A text that somebody must write, of a length and with characters that both engines hold. */
export const written = (longest = 4000) =>
  z.string().trim().min(1, { message: 'required' }).max(longest).refine(isStorable, { message: 'unreadable' })

/** A text that may be left empty. */
export const remark = (longest = 500) =>
  z.string().trim().max(longest).refine(isStorable, { message: 'unreadable' }).default('')

/** The number of the newest entry of a case that the caller has seen: what was changed meanwhile is a CONFLICT. */
export const expectedSeq = z.number().int().min(1)
