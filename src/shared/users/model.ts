import { z } from 'zod'
import { userId } from '../ids.ts'
import { ROLES } from '../roles.ts'
import { instant } from '../time.ts'

export const USER_STATUSES = ['active', 'disabled'] as const

/** A member of the VIP department (S3-01, S3-04..07). */
export const user = z.object({
  id: userId,
  login: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  status: z.enum(USER_STATUSES),
  /** The lead this agent reports to (S3-07). */
  leadId: userId.nullable(),
  createdAt: instant,
  lastSignInAt: instant.nullable(),
  /** True until the person has replaced the one-time password. */
  mustChangePassword: z.boolean(),
})
export type User = z.infer<typeof user>
