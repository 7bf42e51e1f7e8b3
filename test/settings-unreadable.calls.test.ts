import fs from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import { DEFAULT_SETTINGS } from '../src/shared/settings/contract.ts'
import { DEFAULT_TRUST } from '../src/shared/trust/model.ts'
import { type App, onEngine, onEveryEngine } from './app.ts'

/** Puts a text in the place of a setting, as a fault of the disk or another program would leave it. */
async function spoil(app: App, key: string, value: string): Promise<void> {
  await app.engine.desk.open?.store.transaction((db) =>
    db
      .insertInto('settings')
      .values({ key, value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
      .execute(),
  )
}

const BROKEN = {
  'half a text': '{"autoLockMinutes":',
  'nothing at all': '',
  'no object': '[]',
  'another shape': '{"autoLockMinutes":"soon"}',
  'out of bounds': JSON.stringify({ ...DEFAULT_SETTINGS, autoLockMinutes: 0 }),
}

onEveryEngine('settings of the desk that cannot be read keep nobody out and are told to managers', async (app) => {
  await app.as('agent')
  await app.as('manager')
  await app.call('settings.write', { ...DEFAULT_SETTINGS, autoLockMinutes: 2 })
  for (const [kind, value] of Object.entries(BROKEN)) {
    await spoil(app, 'desk', value)
    app.log.length = 0
    await app.signIn('agent')
    expect(app.log, kind).toEqual(['setting unreadable, at its usual value desk'])
    expect(await app.call('settings.read', {}), kind).toEqual(DEFAULT_SETTINGS)
  }
  expect(await app.call('session.status', {})).toMatchObject({ autoLockMinutes: DEFAULT_SETTINGS.autoLockMinutes })
  expect(await app.call('settings.unreadable', {})).toEqual([])
  await app.signIn('boss')
  expect(await app.call('settings.unreadable', {})).toEqual(['desk'])
  await app.call('settings.write', { ...DEFAULT_SETTINGS, autoLockMinutes: 9 })
  expect(await app.call('settings.unreadable', {})).toEqual([])
  const [written] = (await app.call('audit.list', { call: 'settings.write' })).rows
  expect(JSON.parse(written?.body ?? '{}')).toMatchObject({ wasUnreadable: true, before: DEFAULT_SETTINGS })
  await app.signIn('agent')
  expect(await app.call('settings.read', {})).toMatchObject({ autoLockMinutes: 9 })
})

onEveryEngine('every other setting of the desk stands at its usual value when it cannot be read', async (app) => {
  for (const key of ['desk', 'trust', 'backups', 'specialists', 'routingSweptAt']) await spoil(app, key, '{"x":')
  await app.signIn('boss')
  const all = ['desk', 'trust', 'backups', 'specialists']
  expect(await app.call('settings.unreadable', {})).toEqual(all)
  expect(await app.call('trust.settings', {})).toEqual(DEFAULT_TRUST)
  expect((await app.call('backups.show', { limit: 5 })).plan).toBeNull()
  expect(await app.call('workflow.specialists', {})).toEqual([])
  app.log.length = 0
  await app.engine.heartbeat()
  expect(app.log).toEqual([])
  await app.call('trust.setSettings', DEFAULT_TRUST)
  expect(await app.call('settings.unreadable', {})).toEqual(all.filter((name) => name !== 'trust'))
})

onEveryEngine('what somebody likes of the desk and cannot be read is told to that person alone', async (app) => {
  const agentId = await app.as('agent')
  await app.call('settings.writeMine', { textSize: 'large', contrast: 'high', keys: { 'palette.open': 'mod+j' } })
  await app.engine.desk.open?.store.transaction((db) =>
    db
      .updateTable('personalSettings')
      .set({ body: '{"keys":{"palette.open":"not keys at all"}}' })
      .where('userId', '=', agentId)
      .execute(),
  )
  await app.signIn('boss')
  expect(await app.call('settings.unreadable', {})).toEqual([])
  app.log.length = 0
  await app.signIn('agent')
  expect(app.log).toEqual([`personal settings unreadable, at the usual ones ${agentId}`])
  expect(await app.call('settings.mine', {})).toMatchObject({ textSize: 'normal', keys: {} })
  expect(await app.call('settings.unreadable', {})).toEqual(['personal'])
  await app.engine.heartbeat()
  await app.call('settings.writeMine', { textSize: 'large' })
  expect(await app.call('settings.unreadable', {})).toEqual([])
})

onEngine('sqlite', 'a note of the demo that cannot be read shows no logins and stops no window', async (app) => {
  fs.writeFileSync(`${path.join(app.folder, 'desk.db')}.demo.json`, '[{"login":')
  expect(await app.call('session.status', {})).toMatchObject({ state: 'open', demo: false, demoLogins: [] })
})
