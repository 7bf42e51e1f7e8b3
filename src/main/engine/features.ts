import { audit } from '../audit/handlers.ts'
import { drafts } from '../drafts/handlers.ts'
import { session } from '../session/handlers.ts'
import { settings } from '../settings/handlers.ts'
import { users } from '../users/handlers.ts'
import type { Handlers } from './handler.ts'

/** THE list: every declared call with its handler. */
export const handlers: Handlers = { session, users, settings, audit, drafts }
