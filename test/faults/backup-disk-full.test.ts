import fs from 'node:fs'
import { expect, test } from 'vitest'
import { closeApp, openApp } from '../app.ts'
import { PASSWORD } from './child.ts'
import { fillUp, makeRoom, mountSmallDisk, unmount } from './small-disk.ts'

const disk = mountSmallDisk(40)

test.runIf(disk)(
  'a full disk fails a backup in words, leaves no half of it, and takes no older one away',
  async () => {
    const folder = disk ?? ''
    const app = await openApp('sqlite')
    try {
      await app.call('session.create', { login: 'boss', name: '王经理', password: PASSWORD, language: 'zh-CN' })
      await app.call('backups.plan', { isOn: true, out: folder, keep: 1 })
      const first = await app.call('backups.run', {})
      expect(first).toMatchObject({ outcome: 'done', isThere: true })
      fillUp(folder)
      expect(await app.call('backups.run', {})).toMatchObject({ outcome: 'failed', fault: 'store-disk-full' })
      expect(fs.readdirSync(folder).sort()).toEqual(['filler', first.fileName])
      expect(await app.fail('backups.drill', { id: first.id, password: PASSWORD })).toMatchObject({
        rule: 'store-disk-full',
      })
      expect(fs.readdirSync(folder).sort()).toEqual(['filler', first.fileName])
      makeRoom(folder)
      const second = await app.call('backups.run', {})
      expect(second).toMatchObject({ outcome: 'done', isThere: true })
      expect(fs.readdirSync(folder)).toEqual([second.fileName])
      expect(await app.call('backups.drill', { id: second.id, password: PASSWORD })).toMatchObject({
        counts: { users: 1 },
      })
    } finally {
      await closeApp(app)
      unmount(folder)
    }
  },
  120_000,
)
