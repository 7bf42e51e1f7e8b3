// Compiled by the type check, never run: each expected error is a mistake that must not compile.
import { z } from 'zod'
import type { Engine } from '../../src/main/engine/engine.ts'
import type { FeatureHandlers, Handlers } from '../../src/main/engine/handler.ts'
import { call } from '../../src/shared/contract.ts'
import type { CaseId, MemberId } from '../../src/shared/ids.ts'

const base = { kind: 'query', summary: { zh: '甲', en: 'a' }, input: z.object({}), output: z.null() } as const

// @ts-expect-error a call without access does not exist
call(base)
// @ts-expect-error nobody has this role
call({ ...base, access: ['captain'] })
// @ts-expect-error both languages
call({ ...base, access: 'anyone', summary: { zh: '甲' } })
// @ts-expect-error a topic that no window knows
call({ ...base, access: 'anyone', changes: ['weather'] })

// @ts-expect-error every declared call has a handler
export const missing: FeatureHandlers<'settings'> = { read: async () => Promise.reject(new Error()) }

export const wrongOutput: FeatureHandlers<'settings'> = {
  // @ts-expect-error what comes back is what was declared
  read: async () => 42,
  write: async (_ctx, input) => input,
}

export const withoutStore: Pick<Handlers['session'], 'status'> = {
  // @ts-expect-error a call on a closed store has no transaction
  status: async ({ db }) => db,
}

declare const engine: Engine
declare const caseId: CaseId
declare function view(id: MemberId): void

// @ts-expect-error a case is no member
view(caseId)
// @ts-expect-error nobody declared this call
engine.call('members.explode', {})
// @ts-expect-error the login is missing
engine.call('session.signIn', { password: 'x' })
