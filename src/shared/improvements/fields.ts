import { z } from 'zod'
import { isStorable } from '../storable.ts'

/** Written words of a length. */
export const said = (min: number, max: number) =>
  z.string().trim().min(min).max(max).refine(isStorable, { message: 'unreadable' })

export const rowId = z.string().min(1).max(64)

/** A figure of any unit with at most two decimals. */
export const figure = z
  .number()
  .min(-1_000_000_000)
  .max(1_000_000_000)
  .refine((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6, { message: 'two-decimals' })
