import os from 'node:os'
import { found, refuse } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import type { SessionEnd } from '../../shared/trust/words.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Desk, Session } from '../engine/desk.ts'
import type { FeatureHandlers } from '../engine/handler.ts'
import type { Db } from '../store/types.ts'
import { endAll, endOne, findSession, insertSession, listSessions } from './session-queries.ts'

/** Remembers who signed in where; what an earlier program left open on the same file was cut off. */
export async function startSession(desk: Desk): Promise<void> {
  const { open, session, host } = desk
  if (!open || !session) return
  const id = host.newId()
  const startedAt = host.now()
  await open.store.transaction(async (db) => {
    if (open.store.engine === 'sqlite') await endAll(db, { endedAt: startedAt, endedHow: 'lost', endedBy: null })
    const program = host.versions.electron === '-' ? 'commandLine' : 'window'
    const rest = { endedAt: null, endedHow: null, endedBy: null }
    await insertSession(db, { id, userId: session.actor.id, place: os.hostname(), program, startedAt, ...rest })
  })
  session.id = id
}

/** Remembers how a session ended, in the transaction that locks the desk. */
export async function endSession(db: Db, session: Session | null, how: string, at: number): Promise<void> {
  if (session?.id) await endOne(db, session.id, { endedAt: at, endedHow: how, endedBy: null })
}

/** Who signed in where, and the way to end a session that was left open elsewhere. */
export const sessions: Pick<FeatureHandlers<'trust'>, 'sessions' | 'endSession'> = {
  sessions: async ({ db, desk, actor }, { isOpenOnly, before, limit }) => {
    const userId = overseesSessions(actor.role) ? null : actor.id
    const rows = await listSessions(db, { userId, isOpenOnly, before, limit: limit + 1 })
    const shown = rows.slice(0, limit)
    const names = await namesOf(
      db,
      shown.flatMap((row) => [row.userId, row.endedBy]),
    )
    const last = shown.at(-1)
    return {
      rows: shown.map(({ endedBy, endedHow, ...row }) => ({
        ...row,
        userId: row.userId as UserId,
        userName: names.get(row.userId) ?? '',
        endedHow: endedHow as SessionEnd | null,
        endedByName: names.get(endedBy ?? '') ?? null,
        isThis: row.id === desk.session?.id,
      })),
      next: rows.length > limit && last ? { at: last.startedAt, id: last.id } : null,
    }
  },

  endSession: async ({ db, desk, actor, now, note }, { id }) => {
    const row = found(await findSession(db, id), 'session')
    if (row.userId !== actor.id && !overseesSessions(actor.role)) refuse('session-not-yours')
    if (id === desk.session?.id) refuse('session-is-this')
    note({ userId: row.userId, place: row.place })
    if (!(await endOne(db, id, { endedAt: now, endedHow: 'ended', endedBy: actor.id }))) refuse('session-over')
    return null
  },
}

const overseesSessions = (role: string) => role === 'manager' || role === 'admin'
