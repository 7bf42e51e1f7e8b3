import { z } from 'zod'
import type { DraftOptions } from './use-draft.ts'

/** One text that is kept while it is typed: `useDraft('case-note', id, KEPT_TEXT)`. */
export const KEPT_TEXT: DraftOptions<string> = { initial: '', shape: z.string() }
