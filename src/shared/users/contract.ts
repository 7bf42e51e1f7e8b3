import { z } from 'zod'
import { call } from '../contract.ts'
import { userId } from '../ids.ts'
import { ADMIN_ROLES, ROLES } from '../roles.ts'
import { login, newPassword } from '../session/model.ts'
import { user } from './model.ts'

const name = z.string().trim().min(1).max(60)

/** People of the desk and what they may do. */
export const users = {
  list: call({
    kind: 'query',
    access: 'anyone',
    summary: { zh: '列出员工', en: 'List the people of the desk' },
    input: z.object({ includeDisabled: z.boolean().default(false) }),
    output: z.array(user),
  }),
  create: call({
    kind: 'command',
    access: ADMIN_ROLES,
    summary: { zh: '新增员工', en: 'Add a person' },
    input: z.object({
      login,
      name,
      role: z.enum(ROLES),
      leadId: userId.nullable().default(null),
      password: newPassword,
    }),
    output: user,
    changes: ['users'],
    secrets: ['password'],
  }),
  update: call({
    kind: 'command',
    access: ADMIN_ROLES,
    summary: { zh: '修改员工姓名、角色或主管', en: "Change a person's name, role or lead" },
    input: z.object({ id: userId, name, role: z.enum(ROLES), leadId: userId.nullable() }),
    output: user,
    changes: ['users'],
  }),
  disable: call({
    kind: 'command',
    access: ADMIN_ROLES,
    summary: { zh: '停用员工账号', en: 'Disable a person' },
    input: z.object({ id: userId }),
    output: user,
    changes: ['users'],
  }),
  enable: call({
    kind: 'command',
    access: ADMIN_ROLES,
    summary: { zh: '重新启用员工账号', en: 'Enable a person again, with a new one-time password' },
    input: z.object({ id: userId, password: newPassword }),
    output: user,
    changes: ['users'],
    secrets: ['password'],
  }),
  resetPassword: call({
    kind: 'command',
    access: ADMIN_ROLES,
    summary: { zh: '重置员工密码', en: "Reset a person's password to a one-time password" },
    input: z.object({ id: userId, password: newPassword }),
    output: user,
    changes: ['users'],
    secrets: ['password'],
  }),
}
