import { refuse } from '../../shared/failure.ts'
import type { KeychainName } from '../../shared/keys/keychains.ts'
import type { StoredKeyring } from '../crypto/keyring-cover.ts'
import { keyringExists } from '../crypto/keyring-file.ts'
import { type Keyring, keyringSchema } from '../crypto/keyring-model.ts'
import type { StoreAddress } from '../store/address.ts'
import { schemaVersion } from '../store/migrate.ts'
import { openPostgres } from '../store/open.ts'
import type { Db } from '../store/types.ts'
import type { Keychain } from './keychain.ts'
import { besideFile, keyringFile } from './keyring-beside.ts'

export { keyringFile } from './keyring-beside.ts'

/** A store's tie to one computer: its keyring lies under a cover whose key only that computer's keychain opens. */
export type DeviceBinding = {
  isBound(): boolean
  /** The keychain that a store can be bound with from here; null where there is none. */
  keychain(): Promise<KeychainName | null>
  /** Writes the keyring under a new cover; refuses with device-no-keychain. */
  bind(keyring: Keyring): Promise<void>
  /** Writes the keyring without a cover. */
  release(keyring: Keyring): Promise<void>
}

/** Where a store's keyring is kept: beside the SQLite file, or in PostgreSQL itself. */
export type KeyringPlace = {
  /** True when there is a store to open: its keyring, and for a file its data too. */
  hasStore(): Promise<boolean>
  /**
   * The keyring. One that is bound to another computer opens with the recovery key, and what is written next ends that
   * binding. Refuses: device-bound, device-other, recovery-key-mistyped, recovery-failed.
   */
  read(recoveryKey?: string): Promise<Keyring>
  /**
   * Saves a changed keyring; in PostgreSQL inside the caller's transaction, which must hold the chain's lock:
   * one that does not follow the stored one is refused with `keyring-changed`, for written over it would lose somebody's key.
   */
  write(keyring: Keyring, db: Db): Promise<void>
  /**
   * The keyring as it is now, when other desks may have changed it since this one was read; refuses with
   * `data-key-changed` when one has renewed the data key, which this desk then does not hold.
   */
  latest(keyring: Keyring, db: Db): Promise<Keyring>
  /** The form in which a keyring leaves this place, for a backup or an older copy: as covered as the place itself. */
  leaving(keyring: Keyring): StoredKeyring
  /** Absent where many computers share one store. */
  binding?: DeviceBinding
  /** Forgets what it knows of the cover. */
  close(): void
}

/** The place that belongs to a store's address; with a keychain also that of a store that is bound to this computer. */
export function keyringPlace(address: StoreAddress, keychain?: Keychain): KeyringPlace {
  return address.engine === 'sqlite' ? besideFile(address.path, keychain) : inPostgres(address.url)
}

function inPostgres(url: string): KeyringPlace {
  const readRow = async () => {
    const store = await openPostgres(url)
    try {
      if ((await schemaVersion('postgres', store.db)) === 0) return undefined
      return await store.db.selectFrom('keyring').select('body').where('id', '=', 1).executeTakeFirst()
    } finally {
      await store.close()
    }
  }
  return {
    hasStore: async () => (await readRow()) !== undefined,
    read: async () => keyringSchema.parse(JSON.parse((await readRow())?.body ?? 'null')),
    write: async (keyring, db) => {
      const body = JSON.stringify(keyring)
      const stored = await storedIn(db)
      if (stored && stored.revision !== keyring.revision - 1) refuse('keyring-changed')
      await db
        .insertInto('keyring')
        .values({ id: 1, body })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ body }))
        .execute()
    },
    latest: async (keyring, db) => {
      const stored = (await storedIn(db)) ?? keyring
      if (stored.generations.join() !== keyring.generations.join()) refuse('data-key-changed')
      return stored
    },
    leaving: (keyring) => keyring,
    close: () => {},
  }
}

async function storedIn(db: Db): Promise<Keyring | undefined> {
  const row = await db.selectFrom('keyring').select('body').where('id', '=', 1).executeTakeFirst()
  return row && keyringSchema.parse(JSON.parse(row.body))
}

/** True when a keyring lies where a new one would be written. */
export function hasKeyringFile(storeFile: string): boolean {
  return keyringExists(keyringFile(storeFile))
}
