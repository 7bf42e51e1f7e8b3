import type { UserId } from '../src/shared/ids.ts'
import type { App } from './app.ts'

const ONE_TIME = 'battery staple once'

/** Lead `zhao` with agents `li` and `wu`, and lead `qian` with agent `sun`; the manager is signed in. */
export async function teams(app: App): Promise<Record<'zhao' | 'qian' | 'li' | 'wu' | 'sun', UserId>> {
  await app.as('manager')
  const hire = async (login: string, role: 'agent' | 'lead', leadId: UserId | null) => {
    const { id } = await app.call('users.create', { login, name: login, role, leadId, password: ONE_TIME })
    await app.firstSignIn(login, ONE_TIME)
    await app.signIn('boss')
    return id
  }
  const zhao = await hire('zhao', 'lead', null)
  const qian = await hire('qian', 'lead', null)
  const li = await hire('li', 'agent', zhao)
  const wu = await hire('wu', 'agent', zhao)
  const sun = await hire('sun', 'agent', qian)
  return { zhao, qian, li, wu, sun }
}
