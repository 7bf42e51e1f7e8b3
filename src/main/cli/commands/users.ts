import type { Output } from '../../../shared/contracts.ts'
import { ROLES } from '../../../shared/roles.ts'
import { command } from '../command.ts'
import type { Context } from '../context.ts'
import { allUsers, userByLogin, userIdOf } from '../lookups.ts'
import { withMoments } from '../moments.ts'

type User = Output<'users.list'>[number]

const login = { kind: 'text', required: true, meaning: { zh: '登录名', en: 'Login' } } as const

/** A person with the lead's login, which people know, in place of the lead's id. */
function described(user: User, all: readonly User[]): Record<string, unknown> {
  const { id, login: name, name: fullName, role, status, leadId, lastSignInAt, createdAt, mustChangePassword } = user
  const lead = all.find((other) => other.id === leadId)?.login ?? null
  return withMoments({
    id,
    login: name,
    name: fullName,
    role,
    status,
    lead,
    lastSignInAt,
    createdAt,
    mustChangePassword,
  })
}

async function answerWith(context: Context, user: User) {
  return { json: described(user, await allUsers(context)) }
}

/** People of the desk. */
export const users = [
  command({
    path: 'user add',
    call: 'users.create',
    summary: {
      zh: '新增员工；其一次性密码取自 DESK_NEW_PASSWORD',
      en: 'Add a person, whose one-time password comes from DESK_NEW_PASSWORD',
    },
    needs: 'person',
    options: {
      login,
      role: { kind: 'choice', choices: ROLES, required: true, meaning: { zh: '角色', en: 'Role' } },
      name: { kind: 'text', required: true, meaning: { zh: '姓名', en: 'Name' } },
      lead: { kind: 'text', shown: 'LOGIN', meaning: { zh: '所属主管的登录名', en: 'Login of the lead' } },
    },
    run: async (context, args) => {
      const leadId = (await userIdOf(context, args.lead)) ?? null
      const password = await context.newPassword('DESK_NEW_PASSWORD', args.login)
      const { login, name, role } = args
      return answerWith(context, await context.ask('users.create', { login, name, role, leadId, password }))
    },
  }),
  command({
    path: 'user list',
    call: 'users.list',
    summary: { zh: '列出员工，包括已停用的', en: 'List the people of the desk, the disabled ones too' },
    needs: 'person',
    run: async (context) => {
      const all = await allUsers(context)
      const people = all.map((user) => described(user, all))
      return { json: people, shown: people.map(({ id: _, createdAt: __, mustChangePassword: ___, ...rest }) => rest) }
    },
  }),
  command({
    path: 'user password',
    call: 'session.changePassword',
    summary: {
      zh: '修改自己的密码：旧密码取自 DESK_PASSWORD，新密码取自 DESK_NEW_PASSWORD',
      en: 'Change your own password: the old one from DESK_PASSWORD, the new one from DESK_NEW_PASSWORD',
    },
    needs: 'person',
    run: async (context) => {
      const oldPassword = await context.password()
      const newPassword = await context.newPassword('DESK_NEW_PASSWORD', context.user())
      await context.ask('session.changePassword', { oldPassword, newPassword })
      return answerWith(context, await userByLogin(context, context.user()))
    },
  }),
  command({
    path: 'user disable',
    call: 'users.disable',
    needs: 'person',
    options: { login },
    run: async (context, args) => {
      const { id } = await userByLogin(context, args.login)
      return answerWith(context, await context.ask('users.disable', { id }))
    },
  }),
  command({
    path: 'user reset',
    call: 'users.resetPassword',
    summary: {
      zh: '重置员工的一次性密码，取自 DESK_NEW_PASSWORD',
      en: "Reset a person's one-time password, from DESK_NEW_PASSWORD",
    },
    needs: 'person',
    options: { login },
    run: async (context, args) => {
      const { id } = await userByLogin(context, args.login)
      const password = await context.newPassword('DESK_NEW_PASSWORD', args.login)
      return answerWith(context, await context.ask('users.resetPassword', { id, password }))
    },
  }),
]
