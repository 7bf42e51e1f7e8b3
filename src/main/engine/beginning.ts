import type { JsonObject } from '../rules/audit-chain.ts'
import { appendAudit, entryBody, noteHead } from './audit.ts'
import type { OpenStore } from './desk.ts'
import { beginnings } from './features.ts'
import type { Ctx } from './handler.ts'

type AnyBeginning = { entry: string; run(ctx: Ctx, input: unknown): Promise<boolean> }

/** What a call commits before its own transaction; undefined for nearly all of them. */
export function findBeginning(name: string): AnyBeginning | undefined {
  return Object.hasOwn(beginnings, name) ? beginnings[name as keyof typeof beginnings] : undefined
}

/** Commits the beginning of a call, if it has one, with an audit row of its own; true when it wrote something. */
export async function beginFirst(
  open: OpenStore,
  name: string,
  base: Omit<Ctx, 'db'>,
  input: unknown,
): Promise<boolean> {
  const beginning = findBeginning(name)
  if (!beginning) return false
  const { actor, now } = base
  let about: Parameters<Ctx['subject']>[0] = {}
  let detail: JsonObject = {}
  const ctx: Omit<Ctx, 'db'> = {
    ...base,
    subject: (subject) => {
      about = subject
    },
    note: (more) => {
      detail = { ...detail, ...more }
    },
  }
  const head = await open.store.transaction(async (db) => {
    await open.store.lockChain(db)
    if (!(await beginning.run({ ...ctx, db }, input))) return undefined
    return appendAudit(open.store, db, open.storeId, {
      ...{ at: now, actorId: actor.id, call: beginning.entry, outcome: 'done' },
      ...{ memberId: about.memberId ?? null, caseId: about.caseId ?? null },
      body: entryBody(actor, {}, detail),
    })
  })
  if (head) noteHead(open, head)
  return head !== undefined
}
