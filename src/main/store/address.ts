import path from 'node:path'

/** Where a store lives: an encrypted SQLite file, or a PostgreSQL database. */
export type StoreAddress = { engine: 'sqlite'; path: string } | { engine: 'postgres'; url: string }

/** Reads `sqlite:PATH`, a plain path, or a `postgres://` URL. */
export function parseAddress(text: string): StoreAddress {
  if (/^postgres(ql)?:\/\//.test(text)) return { engine: 'postgres', url: text }
  return { engine: 'sqlite', path: path.resolve(text.replace(/^sqlite:/, '')) }
}

/** A name for people: the file's name, or host/database without user and password. */
export function addressLabel(address: StoreAddress): string {
  if (address.engine === 'sqlite') return path.basename(address.path)
  const url = new URL(address.url)
  return `${url.hostname}${url.pathname}`
}
