import fs from 'node:fs'
import path from 'node:path'
import { refuse } from '../../shared/failure.ts'
import { type Desk, requireOpen } from '../engine/desk.ts'
import type { FeatureHandlers } from '../engine/handler.ts'
import { readMeta } from '../session/queries.ts'
import { mustBeOwnPassword } from '../trust/own-password.ts'
import { otherManagers } from '../users/queries.ts'
import { bindDevice, releaseDevice } from './binding.ts'
import { countSealed, lastRecoveryRenewal, lastRenewal } from './queries.ts'
import { renewRecoveryKey, testRecoveryKey } from './recovery.ts'
import { renew } from './renew.ts'
import { secondPerson } from './second-person.ts'

/** The log grows to the store's length while the pages change, and the key files are written beside it. */
const ROOM = { share: 1.02, bytes: 1_000_000 }

export const keys: FeatureHandlers<'keys'> = {
  state: async ({ db, desk, actor }) => {
    const { keyring, place } = requireOpen(desk).keys
    const device = place.binding
    const { createdAt } = await readMeta(db)
    return {
      generation: keyring.generations[0] ?? 1,
      since: (await lastRenewal(db)) ?? createdAt,
      recoverySince: (await lastRecoveryRenewal(db)) ?? createdAt,
      ...spaceOf(desk),
      sealed: await countSealed(db),
      needsSecond: (await otherManagers(db, actor.id)).length > 0,
      device: device ? { isBound: device.isBound(), keychain: await device.keychain() } : null,
    }
  },

  bind: async (ctx, { password, recoveryKey }) => {
    mustBeOwnPassword(ctx, password)
    return bindDevice(ctx, recoveryKey)
  },

  release: async (ctx, { password }) => {
    mustBeOwnPassword(ctx, password)
    await releaseDevice(ctx)
    return null
  },

  renewRecovery: (ctx, input) => renewRecoveryKey(ctx, input),

  testRecovery: (ctx, { recoveryKey }) => testRecoveryKey(ctx, recoveryKey),

  renew: async (ctx, { reason, password, second }) => {
    const { desk, actor } = ctx
    const open = requireOpen(desk)
    if (!actor) refuse('store-missing')
    mustBeOwnPassword({ desk, actor }, password)
    const secondId = await secondPerson({ desk, open, actor }, second)
    const { bytes, free } = spaceOf(desk)
    const needed = Math.ceil((bytes ?? 0) * ROOM.share + ROOM.bytes)
    if (free !== null && free < needed)
      refuse('key-renewal-space', { needed: inMegabytes(needed), free: inMegabytes(free) })
    const { generation, sealed, isOldDropped } = await renew({ ctx, open, actor, secondId, reason })
    if (desk.session) desk.session.lastActiveAt = desk.host.now()
    return { generation, bytes, sealed, isOldDropped }
  },
}

/** Bytes of the store's file, and bytes free where it lies; nulls where a server keeps it. */
function spaceOf({ address }: Desk): { bytes: number | null; free: number | null } {
  if (address.engine !== 'sqlite') return { bytes: null, free: null }
  const { bavail, bsize } = fs.statfsSync(path.dirname(address.path))
  const log = fs.statSync(`${address.path}-wal`, { throwIfNoEntry: false })?.size ?? 0
  return { bytes: fs.statSync(address.path).size + log, free: bavail * bsize }
}

const inMegabytes = (bytes: number) => Math.ceil(bytes / 1_000_000)
