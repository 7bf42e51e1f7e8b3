import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

/** Makes a database in the tests' PostgreSQL, empty or as a copy of another; answers its address. */
export async function makeDatabase(template?: string): Promise<string> {
  const name = `desk_${randomUUID().replaceAll('-', '')}`
  await onServer(`create database ${name}${template === undefined ? '' : ` template ${template}`}`)
  return `${inject('postgresUrl')}/${name}`
}

/** Removes it, whoever is still connected: some thousand of them would fill the disk before the run ends. */
export async function dropDatabase(address: string): Promise<void> {
  await onServer(`drop database if exists ${new URL(address).pathname.slice(1)} with (force)`)
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${inject('postgresUrl')}/postgres` })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
