import type { z } from 'zod'

/** What a draft holds; nothing where it is not of the shape that its form has now. */
export function readBody<T>(shape: z.ZodType<T>, body: string): T | undefined {
  try {
    return shape.safeParse(JSON.parse(body)).data
  } catch {
    return undefined
  }
}
