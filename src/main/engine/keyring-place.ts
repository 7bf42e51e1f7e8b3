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
  /** Saves a changed keyring; in PostgreSQL inside the caller's transaction. */
  write(keyring: Keyring, db: Db): Promise<void>
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
      await db
        .insertInto('keyring')
        .values({ id: 1, body })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ body }))
        .execute()
    },
  }
}

/** True when a keyring lies where a new one would be written. */
export function hasKeyringFile(storeFile: string): boolean {
  return keyringExists(keyringFile(storeFile))
}
