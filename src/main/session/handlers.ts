import { CURRENT_VERSION } from '../../../migrations/index.ts'
import { must, refuse } from '../../shared/failure.ts'
import type { Actor } from '../../shared/session/model.ts'
import { restoreBackup } from '../admin/restore.ts'
import { readAttempts } from '../crypto/attempts-file.ts'
import { changePassword } from '../crypto/keyring.ts'
import { appendAudit, entryBody, noteHead } from '../engine/audit.ts'
import { writeCheckpoint } from '../engine/checkpoints.ts'
import { type Desk, type OpenStore, requireOpen } from '../engine/desk.ts'
import { type FeatureHandlers, SYSTEM_ACTOR } from '../engine/handler.ts'
import { endWindows } from '../marks/presence.ts'
import { checkPassword } from '../rules/password-policy.ts'
import { isPersonalUnreadable } from '../settings/personal.ts'
import { endSession, startSession } from '../trust/sessions.ts'
import { createDesk } from './create.ts'
import { attemptsFile } from './places.ts'
import { clearMustChange, noteSignIn } from './queries.ts'
import { recoverDesk } from './recover.ts'
import { statusOf } from './status.ts'
import { bringInTries, keepingTries } from './tries.ts'
import { closeStore, unlockDesk } from './unlock.ts'

export const session: FeatureHandlers<'session'> = {
  status: ({ desk, now }) => statusOf(desk, now),

  create: async ({ desk }, input) => {
    if (desk.open) refuse('store-exists')
    const { open, actor, recoveryKey } = await createDesk(desk, input)
    enter(desk, open, actor)
    await startSession(desk)
    return { recoveryKey, schema: CURRENT_VERSION }
  },

  signIn: async ({ desk, now, note }, { login, password }) => {
    if (desk.session) refuse('already-signed-in')
    // Nobody can write into a locked store: how many there were is told besides, in case tries were taken out of their file.
    note({ wrongPasswordsBefore: readAttempts(attemptsFile(desk)).failures })
    const { open, actor, mustChangePassword } = await keepingTries(desk, { call: 'session.signIn', login }, () =>
      unlockDesk(desk, login, password),
    )
    if (open.keys.settled) note({ dataKeyRenewal: open.keys.settled })
    await bringInTries(desk, open)
    await open.store.transaction(async (db) => {
      await noteSignIn(db, actor.id, now)
      if (await isPersonalUnreadable(db, actor.id))
        desk.host.log('personal settings unreadable, at the usual ones', actor.id)
    })
    enter(desk, open, actor, mustChangePassword)
    await startSession(desk)
    return actor
  },

  lock: async (ctx, { reason }) => {
    await lockDesk(ctx.desk, reason)
    return null
  },

  touch: async ({ desk, now }) => {
    if (desk.session) desk.session.lastActiveAt = now
    return null
  },

  changePassword: async ({ desk, db, actor }, { oldPassword, newPassword }) => {
    must(checkPassword(actor.login, newPassword))
    if (newPassword === oldPassword) refuse('password-same')
    const open = requireOpen(desk)
    const changed = changePassword(await open.keys.place.latest(open.keys.keyring, db), {
      login: actor.login,
      oldPassword,
      newPassword,
      cost: desk.host.passwordCost,
    })
    if (!changed.ok) refuse('wrong-password')
    await open.keys.place.write(changed.keyring, db)
    open.keys.keyring = changed.keyring
    await clearMustChange(db, actor.id)
    if (desk.session) desk.session.mustChangePassword = false
    return null
  },

  recover: async ({ desk }, input) => {
    const { login, newPassword } = input
    if (desk.session) refuse('already-signed-in')
    must(checkPassword(login, newPassword))
    const { open, user } = await keepingTries(desk, { call: 'session.recover', login }, () => recoverDesk(desk, input))
    await bringInTries(desk, open)
    const actor: Actor = { id: user.id, login: user.login, name: user.name, role: user.role }
    enter(desk, open, actor)
    await startSession(desk)
    return actor
  },

  restore: async ({ desk }, input) => {
    if (desk.open) refuse('store-exists')
    return restoreBackup(desk, input)
  },
}

function enter(desk: Desk, open: OpenStore, actor: Actor, mustChangePassword = false): void {
  desk.open = open
  desk.session = { actor, lastActiveAt: desk.host.now(), mustChangePassword }
}

/** Writes who locked the desk and why, signs the chain, closes the store and forgets the keys; nothing to do when it is locked. */
export async function lockDesk(desk: Desk, reason: string): Promise<void> {
  const { open, session: present } = desk
  if (!open) return
  desk.session = null
  desk.open = null
  try {
    const actor = present?.actor ?? SYSTEM_ACTOR
    const at = desk.host.now()
    const about = { actorId: actor.id, call: 'session.lock', outcome: 'done', memberId: null, caseId: null } as const
    const body = entryBody(actor, { reason })
    const head = await open.store.transaction(async (db) => {
      await endWindows(desk, db)
      await endSession(db, present, reason, at)
      const newest = await appendAudit(open.store, db, open.storeId, { ...about, at, body })
      await writeCheckpoint(open, db, newest, at)
      return newest
    })
    noteHead(open, head)
  } finally {
    await closeStore(open)
  }
}
