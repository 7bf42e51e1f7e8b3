import type { Input } from '../src/shared/contracts.ts'
import type { MemberId } from '../src/shared/ids.ts'
import type { App } from './app.ts'

type File = Omit<Partial<Input<'members.create'>>, 'card' | 'name'>

/** A member's file, opened by the manager; whoever was signed in is signed in again afterwards. */
export async function putMember(app: App, card: string, name: string, file: File = {}): Promise<MemberId> {
  const { login = 'boss' } = app.engine.desk.session?.actor ?? {}
  await app.as('manager')
  const input = { gender: 'female', tier: 'gold', vipReason: '年飞行里程达标', card, name, ...file } as const
  const { id } = await app.call('members.create', input)
  if (login !== 'boss') await app.signIn(login)
  return id
}
