import { admin } from '../admin/handlers.ts'
import { audit } from '../audit/handlers.ts'
import { calls } from '../calls/handlers.ts'
import { cases } from '../cases/handlers.ts'
import { drafts } from '../drafts/handlers.ts'
import { exports } from '../exports/handlers.ts'
import { flights } from '../flights/handlers.ts'
import { imports } from '../imports/handlers.ts'
import { members } from '../members/handlers.ts'
import { session } from '../session/handlers.ts'
import { settings } from '../settings/handlers.ts'
import { tiers } from '../tiers/handlers.ts'
import { users } from '../users/handlers.ts'
import type { Handlers } from './handler.ts'

/** THE list: every declared call with its handler. */
export const handlers: Handlers = {
  session,
  users,
  settings,
  audit,
  exports,
  admin,
  drafts,
  calls,
  cases,
  members,
  flights,
  imports,
  tiers,
}
