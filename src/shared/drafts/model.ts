import { z } from 'zod'
import type { CallId } from '../ids.ts'
import { isStorable } from '../storable.ts'
import { instant } from '../time.ts'

/** A draft's text may take this many bytes as UTF-8. */
export const DRAFT_BYTES = 200 * 1024

/** What kind of form the text belongs to: `call-record`, `case-new` … */
export const draftKind = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, { message: 'draft-kind' })

/** What the text is about: an id, or a word such as `new`. */
export const draftSubject = z.string().min(1).max(128).refine(isStorable, { message: 'unreadable' })

export const draftBody = z
  .string()
  .max(DRAFT_BYTES)
  .refine(isStorable, { message: 'unreadable' })
  .refine((text) => utf8Bytes(text) <= DRAFT_BYTES, { message: 'draft-size' })

/** One draft of the person who asks; nobody else can reach it. */
export const draftKey = z.object({ kind: draftKind, subject: draftSubject })
export type DraftKey = z.infer<typeof draftKey>

const CALL_RECORD = 'call-record'

/** Under which name the record of a call is kept while it is written. */
export const draftOfCall = (id: CallId): DraftKey => ({ kind: CALL_RECORD, subject: id })

/** The call that a draft is the record of, as far as its name says. */
export function callOfDraft({ kind, subject }: DraftKey): string | null {
  return kind === CALL_RECORD ? subject : null
}

export const draft = z.object({ body: z.string(), savedAt: instant })
export type Draft = z.infer<typeof draft>

export const draftEntry = draftKey.extend({ savedAt: instant })
export type DraftEntry = z.infer<typeof draftEntry>

/** Length of a text as UTF-8, in bytes. */
export function utf8Bytes(text: string): number {
  let bytes = 0
  for (let place = 0; place < text.length; place += 1) {
    const unit = text.charCodeAt(place)
    // Each half of a surrogate pair counts two of the pair's four bytes.
    const isHalf = unit >= 0xd800 && unit <= 0xdfff
    bytes += unit < 0x80 ? 1 : unit < 0x800 || isHalf ? 2 : 3
  }
  return bytes
}
