import { z } from 'zod'

/** A part of a file whose bytes the page holds; without a token it is the first. */
export const holdInput = z.object({
  token: z.string().max(100).nullable(),
  name: z.string().min(1).max(255),
  part: z.base64(),
})
export type HoldInput = z.output<typeof holdInput>
