import type { StoreAddress } from './address.ts'
import { StoreError } from './errors.ts'
import { migrate, needsMigration } from './migrate.ts'
import { readAnchor } from './sqlite/anchor.ts'
import { openSqlite } from './sqlite/open.ts'
import type { Store } from './store.ts'

/** Makes a new store at the address, at the newest schema. Throws StoreError exists when there is one. */
export async function createStore(address: StoreAddress, dataKey: Uint8Array): Promise<Store> {
  const store = address.engine === 'sqlite' ? openSqlite(address.path, dataKey, true) : await openPostgres(address.url)
  return migrated(store, address)
}

/**
 * Opens an existing store, migrating an older one after a verified backup.
 * Throws StoreError: missing, empty-file, damaged, in-use, newer-version, rolled-back, unreachable, login-refused, database-missing.
 */
export async function openStore(address: StoreAddress, dataKey: Uint8Array): Promise<Store> {
  const store = address.engine === 'sqlite' ? openSqlite(address.path, dataKey, false) : await openPostgres(address.url)
  return migrated(store, address)
}

async function migrated(store: Store, address: StoreAddress): Promise<Store> {
  try {
    // Before anything is written: what lacks its newest entries is not made newer.
    if (address.engine === 'sqlite') await checkAnchor(store, address.path)
    if (address.engine === 'sqlite' && (await needsMigration(store.engine, store.db))) {
      await store.copyTo(`${address.path}.before-${Date.now()}.backup`)
    }
    await migrate(store.engine, store.db)
    return store
  } catch (error) {
    await leaveAsFound(store)
    throw error
  }
}

// The last connection that may write moves the log into the file when it closes. A log that is not the store's newest would
// so take its place for good, and what a damaged one still holds would be gone: a connection that only reads is the last.
async function leaveAsFound(store: Store): Promise<void> {
  const reader = readerOf(store)
  await store.close()
  await reader?.close()
}

function readerOf(store: Store): Store | undefined {
  try {
    return store.openReader?.()
  } catch {
    return undefined
  }
}

// The anchor was written after its commit was durable: a store that holds less has lost confirmed entries.
async function checkAnchor(store: Store, file: string): Promise<void> {
  const noted = readAnchor(file)
  if (!noted || noted.sequence === 0) return
  const entry = await store.db.selectFrom('audit').select('hash').where('seq', '=', noted.sequence).executeTakeFirst()
  if (entry?.hash !== noted.hash) throw new StoreError('rolled-back')
}

/** Opens a PostgreSQL database; its driver is loaded only by desks that use it. */
export async function openPostgres(url: string): Promise<Store> {
  const driver = await import('./postgres/open.ts')
  return driver.openPostgres(url)
}
