import { refuse } from '../../shared/failure.ts'
import type { KeychainName } from '../../shared/keys/keychains.ts'
import { isRecoveryKeyOf, restamp } from '../crypto/keyring.ts'
import { requireOpen } from '../engine/desk.ts'
import type { Ctx } from '../engine/handler.ts'

/**
 * Binds the store to this computer: its passwords then open it nowhere else, and elsewhere only the recovery key does,
 * which is why it is proved beforehand. Refuses: device-server, device-already, recovery-key-mistyped, recovery-failed,
 * device-no-keychain.
 */
export async function bindDevice(ctx: Ctx, recoveryKey: string): Promise<{ keychain: KeychainName }> {
  const { keys } = requireOpen(ctx.desk)
  const binding = keys.place.binding ?? refuse('device-server')
  if (binding.isBound()) refuse('device-already')
  const proved = isRecoveryKeyOf(keys.keyring, recoveryKey)
  if (proved !== 'right') refuse(proved === 'mistyped' ? 'recovery-key-mistyped' : 'recovery-failed')
  const keychain = (await binding.keychain()) ?? refuse('device-no-keychain')
  const keyring = restamp(keys.keyring, keys.dataKey)
  await binding.bind(keyring)
  keys.keyring = keyring
  ctx.note({ keychain })
  return { keychain }
}

/** Ends the binding: a person's password opens the store on any computer again. Refuses: device-server, device-not-bound. */
export async function releaseDevice(ctx: Ctx): Promise<void> {
  const { keys } = requireOpen(ctx.desk)
  const binding = keys.place.binding ?? refuse('device-server')
  if (!binding.isBound()) refuse('device-not-bound')
  const keyring = restamp(keys.keyring, keys.dataKey)
  await binding.release(keyring)
  keys.keyring = keyring
}
