import { refuse } from '../../shared/failure.ts'
import { keyringExists, readKeyring, writeKeyring } from '../crypto/keyring-file.ts'
import { type Keyring, keyringSchema } from '../crypto/keyring-model.ts'
import type { StoreAddress } from '../store/address.ts'
import { schemaVersion } from '../store/migrate.ts'
import { openPostgres } from '../store/open.ts'
import { hasStoreFile } from '../store/store-file.ts'
import type { Db } from '../store/types.ts'

/** Where a store's keyring is kept: beside the SQLite file, or in PostgreSQL itself. */
export type KeyringPlace = {
  /** True when there is a store to open: its keyring, and for a file its data too. */
  hasStore(): Promise<boolean>
  read(): Promise<Keyring>
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
}

/** The place that belongs to a store's address. */
export function keyringPlace(address: StoreAddress): KeyringPlace {
  return address.engine === 'sqlite' ? besideFile(address.path) : inPostgres(address.url)
}

/** The file that holds the keyring of a store file. */
export function keyringFile(storeFile: string): string {
  return `${storeFile}.keys`
}

function besideFile(file: string): KeyringPlace {
  const path = keyringFile(file)
  return {
    // A keyring alone is what is left of a creation that was cut short: nothing was ever stored under it.
    hasStore: async () => hasStoreFile(file),
    read: async () => readKeyring(path).keyring,
    write: async (keyring) => writeKeyring(path, keyring),
    // Nobody else has the file while it is open.
    latest: async (keyring) => keyring,
  }
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
