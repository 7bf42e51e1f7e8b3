import type { Input } from '../../shared/contracts.ts'
import { refuse } from '../../shared/failure.ts'
import { isRecoveryKeyOf, opensWithRecovery, renewRecovery } from '../crypto/keyring.ts'
import { requireOpen } from '../engine/desk.ts'
import type { Ctx } from '../engine/handler.ts'
import { guess } from '../trust/guess.ts'
import { mustBeOwnPassword } from '../trust/own-password.ts'
import { otherManagers } from '../users/queries.ts'
import { secondAmong } from './second-person.ts'

/**
 * Gives the store another recovery key, by two people where there are two; answers with it, the only time it is shown. The
 * old sheet then opens only backups and copies of the key file from before. Refuses: second-person-missing, wrong-password,
 * sign-in-wait.
 */
export async function renewRecoveryKey(
  ctx: Ctx,
  { password, second }: Input<'keys.renewRecovery'>,
): Promise<{ recoveryKey: string }> {
  mustBeOwnPassword(ctx, password)
  const { keys } = requireOpen(ctx.desk)
  const secondId = secondAmong(await otherManagers(ctx.db, ctx.actor.id), ctx.desk, second ?? null)
  const { keyring, recoveryKey } = renewRecovery(await keys.place.latest(keys.keyring, ctx.db), keys.dataKey)
  await keys.place.write(keyring, ctx.db)
  keys.keyring = keyring
  ctx.note({ secondId })
  return { recoveryKey }
}

/**
 * Says of a sheet whether it opens this store, and changes nothing; wrong ones wait as long as wrong passwords do.
 * Refuses: recovery-key-mistyped, recovery-other, sign-in-wait.
 */
export async function testRecoveryKey({ desk, db }: Ctx, recoveryKey: string): Promise<{ opens: true }> {
  const { keys } = requireOpen(desk)
  const keyring = await keys.place.latest(keys.keyring, db)
  const { ok } = guess(desk, () => ({ ok: opensWithRecovery(keyring, recoveryKey) }))
  if (!ok) refuse(isRecoveryKeyOf(keyring, recoveryKey) === 'mistyped' ? 'recovery-key-mistyped' : 'recovery-other')
  return { opens: true }
}
