import type { z } from 'zod'
import type { CallSpec } from '../../shared/contract.ts'
import { Refusal } from '../../shared/failure.ts'
import type { Ctx } from '../engine/handler.ts'

/** What a person may ask of a single call, parsed as the call itself would. Throws FORBIDDEN and INVALID_INPUT as it does. */
export function inputOf<I extends z.ZodType, O extends z.ZodType>(
  ctx: Ctx,
  { access, input }: CallSpec<I, O>,
  raw: z.input<I>,
): z.output<I> {
  if (typeof access !== 'string' && !access.includes(ctx.actor.role)) throw new Refusal({ code: 'FORBIDDEN' })
  return parsed(input, raw)
}

/** A raw value as its schema reads it. Throws INVALID_INPUT with what is wrong where. */
export function parsed<I extends z.ZodType>(schema: I, raw: z.input<I>): z.output<I> {
  const answer = schema.safeParse(raw)
  if (answer.success) return answer.data
  const issues = answer.error.issues.map(({ path, code }) => ({ path: path.join('.'), reason: code }))
  throw new Refusal({ code: 'INVALID_INPUT', issues })
}
