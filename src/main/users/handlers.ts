import { found, must, refuse } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import type { User } from '../../shared/users/model.ts'
import { addUser, type Keyring, removeUser, resetUser } from '../crypto/keyring.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { checkPassword } from '../rules/password-policy.ts'
import { canManageUser } from '../rules/user-policy.ts'
import {
  findUserById,
  findUserByLogin,
  insertTeamMove,
  insertUser,
  listUsers,
  otherManagers,
  updateUser,
} from './queries.ts'

export const users: FeatureHandlers<'users'> = {
  list: async ({ db }, { includeDisabled }) => listUsers(db, includeDisabled),

  create: async (ctx, { login, name, role, leadId, password }) => {
    const { db, now, actor } = ctx
    must(checkPassword(login, password))
    must(canManageUser(actor, { id: null, role }, role))
    if (await findUserByLogin(db, login)) refuse('login-taken', { login })
    await checkLead(ctx, leadId)
    const id = ctx.newId() as UserId
    await issueKey(ctx, (keyring, access) => addUser(keyring, { userId: id, login, ...access }).keyring, password)
    await insertUser(db, {
      id,
      login,
      name,
      role,
      status: 'active',
      leadId,
      mustChangePassword: 1,
      createdAt: now,
      lastSignInAt: null,
    })
    return found(await findUserById(db, id), 'user')
  },

  update: async (ctx, { id, name, role, leadId }) => {
    const user = await load(ctx, id)
    must(canManageUser(ctx.actor, user, role))
    if (user.role !== role) await keepOneManager(ctx, user)
    if (leadId === id) refuse('lead-is-self')
    await checkLead(ctx, leadId)
    await updateUser(ctx.db, id, { name, role, leadId })
    if (user.leadId !== leadId) await keepMove(ctx, user, leadId)
    ctx.note({ before: { name: user.name, role: user.role, leadId: user.leadId } })
    return load(ctx, id)
  },

  disable: async (ctx, { id }) => {
    const user = await load(ctx, id)
    must(canManageUser(ctx.actor, user, user.role))
    if (user.id === ctx.actor.id) refuse('disable-self')
    await keepOneManager(ctx, user)
    if (user.status === 'active') await issueKey(ctx, (keyring, { dek }) => removeUser(keyring, { userId: id, dek }))
    await updateUser(ctx.db, id, { status: 'disabled' })
    return load(ctx, id)
  },

  enable: async (ctx, { id, password }) => {
    const user = await load(ctx, id)
    must(canManageUser(ctx.actor, user, user.role))
    must(checkPassword(user.login, password))
    if (user.status === 'active') refuse('user-active')
    await issueKey(
      ctx,
      (keyring, access) => addUser(keyring, { userId: id, login: user.login, ...access }).keyring,
      password,
    )
    await updateUser(ctx.db, id, { status: 'active', mustChangePassword: 1 })
    return load(ctx, id)
  },

  resetPassword: async (ctx, { id, password }) => {
    const user = await load(ctx, id)
    must(canManageUser(ctx.actor, user, user.role))
    must(checkPassword(user.login, password))
    if (user.status !== 'active') refuse('user-disabled')
    await issueKey(ctx, (keyring, access) => resetUser(keyring, { userId: id, ...access }).keyring, password)
    await updateUser(ctx.db, id, { mustChangePassword: 1 })
    return load(ctx, id)
  },
}

async function load(ctx: Ctx, id: UserId): Promise<User> {
  return found(await findUserById(ctx.db, id), 'user')
}

/** A month's assessment tells its readers who changed the team while it ran. */
async function keepMove(ctx: Ctx, user: User, toLeadId: UserId | null): Promise<void> {
  const move = { userId: user.id, fromLeadId: user.leadId, toLeadId, at: ctx.now, by: ctx.actor.id }
  await insertTeamMove(ctx.db, { id: ctx.newId(), ...move })
}

async function checkLead(ctx: Ctx, leadId: UserId | null): Promise<void> {
  if (leadId === null) return
  const lead = await load(ctx, leadId)
  if (lead.role === 'agent' || lead.role === 'admin') refuse('not-a-lead', { name: lead.name })
}

async function keepOneManager(ctx: Ctx, user: User): Promise<void> {
  if (user.role !== 'manager' && user.role !== 'admin') return
  if ((await otherManagers(ctx.db, user.id)).length === 0) refuse('last-manager')
}

type Access = { dek: Uint8Array; cost: { opslimit: number; memlimit: number }; password: string }

/** Changes the keyring and saves it before the row: a key without a row opens nothing, a row without a key could not sign in. */
async function issueKey(ctx: Ctx, change: (keyring: Keyring, access: Access) => Keyring, password = ''): Promise<void> {
  const { open, host } = ctx.desk
  if (!open) refuse('store-missing')
  const latest = await open.keys.place.latest(open.keys.keyring, ctx.db)
  const keyring = change(latest, { dek: open.keys.dataKey, cost: host.passwordCost, password })
  await open.keys.place.write(keyring, ctx.db)
  open.keys.keyring = keyring
}
