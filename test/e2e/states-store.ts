import path from 'node:path'
import { sql } from 'kysely'
import { createDemoStore } from '../../src/main/demo/create.ts'
import type { Engine } from '../../src/main/engine/engine.ts'
import { HOUR } from '../../src/shared/time.ts'
import { SMALL } from '../demo-store.ts'
import { newFolder, PASSWORD } from './desk.ts'
import { deskAt, pastDesk } from './past-desk.ts'

const ONE_TIME = 'battery staple once'

/** Sixty signs without a gap, two hundred letters without one, and pictures between words. */
const LONG = {
  han: '非常长的名称用来检验表格与卡片的排版'.repeat(4).slice(0, 60),
  latin: 'Pneumonoultramicroscopic'.repeat(9).slice(0, 200),
  emoji: '🛫👩‍✈️🧳 很长 '.repeat(5).trim(),
} as const

/** The log's chain, what is found by an index of its own, and what the desk itself wrote: nobody types these. */
const LEFT =
  /^(audit|anchors|migrations|drafts|policies|policyVersions|settings|meta|caseSearch|caseWords|articleTokens)/

/** Names of lists that a lead keeps and titles that are short by rule: these hold less. */
const TITLES =
  /^(channelGroups|channels|desks|categories|offers|standards|optimisations|optimisationRecords|liabilities)\./
const SHORT = /\.(unit|city|province|code)$/

/** A store with the manager `boss` and the agent `li`, and nothing else in it. */
export async function emptyStore(): Promise<string> {
  const desk = await pastDesk(HOUR)
  await desk.call('users.create', { login: 'li', name: '李客服', role: 'agent', leadId: null, password: ONE_TIME })
  await desk.call('session.lock', { reason: 'switch' })
  await desk.call('session.signIn', { login: 'li', password: ONE_TIME })
  await desk.call('session.changePassword', { oldPassword: ONE_TIME, newPassword: PASSWORD })
  await desk.close()
  return desk.folder
}

/** What signing in, the header and the first rows of the queue rest on; everything else is lost. */
const NOT_LOST =
  /^(meta|authorisations|handOvers|handlerProfiles|teamMoves|leak|evidence|subTasks|routings|meeting|matter|sealed|promise|guidance|strategies|workPlan|settings|personalSettings|keyring|users|audit|checkpoints|signingKeys|migrations|policies|policyVersions|calendar|drafts|deskSessions|deskPresence|todos|cases$|caseEvents|clock|calls$|callWaits|notices|deskNotices|caseNotices|trust|export|unfinishedExports|articles|articleReads|scorecard|member|channel|desks|categories|serviceTypes|backups|auditAnchors|promises)/

/** The empty store after damage: most of its tables are no longer found under their names. */
export async function lossyStore(): Promise<{ folder: string; lost: string[] }> {
  const folder = await emptyStore()
  const desk = deskAt(folder, Date.now())
  await desk.call('session.signIn', { login: 'boss', password: PASSWORD })
  const store = desk.engine.desk.open?.store
  if (!store) throw new Error('no store is open')
  const { rows } = await store.transaction((db) =>
    sql<{ name: string }>`select name from sqlite_master where type = 'table' and sql like '%STRICT%'`.execute(db),
  )
  const lost = rows.map(({ name }) => name).filter((name) => !NOT_LOST.test(name))
  await store.transaction(async (db) => {
    for (const name of lost)
      await sql`alter table ${sql.table(name)} rename to ${sql.table(`lost_${name}`)}`.execute(db)
  })
  await desk.close()
  return { folder, lost }
}

export type LongStore = { folder: string; password: string; changed: string[] }

/** A demo whose names and texts are as long as people can make them; its manager signs in as `manager`. */
export async function longTextStore(): Promise<LongStore> {
  const folder = newFolder()
  const now = Date.now()
  const { logins } = await createDemoStore(path.join(folder, 'desk.db'), { ...SMALL, now })
  const password = logins.find(({ login }) => login === 'manager')?.password ?? ''
  const desk = deskAt(folder, now + 1000)
  await desk.call('session.signIn', { login: 'manager', password })
  const changed = await lengthen(desk.engine)
  await desk.close()
  return { folder, password, changed }
}

/** Makes every free text of the store long; the columns that were, as `table.column`. */
async function lengthen(engine: Engine): Promise<string[]> {
  const store = engine.desk.open?.store
  if (!store) throw new Error('no store is open')
  const { rows } = await store.transaction((db) =>
    sql<{ tab: string; col: string }>`
      select m.name as tab, c.name as col from sqlite_master m join pragma_table_info(m.name) c
      where m.type = 'table' and m.sql like '%STRICT%' and c.type = 'TEXT'`.execute(db),
  )
  const changed: string[] = []
  for (const { tab, col } of rows.filter(({ tab: name }) => !LEFT.test(name))) {
    const at = sql.ref(col)
    const name = `${tab}.${col}`
    if (SHORT.test(name)) continue
    const longer = TITLES.test(name)
      ? sql`${LONG.han.slice(0, 20)}`
      : sql`case length(${at}) % 3 when 0 then ${LONG.han} when 1 then ${LONG.latin} else ${LONG.emoji} end`
    // What people typed is Chinese here; codes, ids and structured values are not.
    const isFree = sql`${at} glob '*[一-龥]*' and substr(${at}, 1, 1) not in ('{', '[')`
    // A column that admits nothing longer, or nothing twice, stays as it is.
    const done = await store
      .transaction((db) => sql`update ${sql.table(tab)} set ${at} = ${longer} where ${isFree}`.execute(db))
      .catch(() => null)
    if (done?.numAffectedRows) changed.push(name)
  }
  return changed
}
