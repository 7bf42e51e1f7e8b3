import type { SessionStatus } from '../../shared/session/model.ts'
import type { Instant } from '../../shared/time.ts'
import { readAttempts, remainingDelay } from '../crypto/attempts-file.ts'
import type { Desk, Host } from '../engine/desk.ts'
import { isStoreThere } from '../engine/store-there.ts'
import { signInDelay } from '../rules/password-policy.ts'
import { addressLabel } from '../store/address.ts'
import { attemptsFile, readDemoLogins } from './places.ts'

/** What is known of a desk whether or not its store is open. */
export type KnownDesk = Pick<Desk, 'address' | 'open' | 'session'> & { host: Pick<Host, 'versions'> }

/**
 * The state of the session and the store. What this file imports is all that is loaded before the sign-in screen:
 * neither cryptography nor a database driver.
 */
export async function statusOf(desk: KnownDesk, now: Instant): Promise<SessionStatus> {
  const { address, open, session } = desk
  const demo = readDemoLogins(address)
  const hasStore = open !== null || (await isThere(address))
  const wait = remainingDelay(readAttempts(attemptsFile(desk)), now, signInDelay)
  return {
    state: session ? 'open' : hasStore ? 'locked' : 'none',
    engine: address.engine,
    storeName: addressLabel(address),
    demo: demo !== undefined,
    demoLogins: demo ?? [],
    retryAt: wait > 0 ? now + wait : null,
    user: session?.actor ?? null,
    mustChangePassword: session?.mustChangePassword ?? false,
    autoLockMinutes: open?.autoLockMinutes ?? 5,
    versions: { ...desk.host.versions, sqlite: (await open?.store.versionText()) ?? '' },
  }
}

async function isThere(address: Desk['address']): Promise<boolean> {
  if (address.engine === 'sqlite') return isStoreThere(address.path)
  const { keyringPlace } = await import('../engine/keyring-place.ts')
  return keyringPlace(address).hasStore()
}
