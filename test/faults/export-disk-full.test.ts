import fs from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { verifyBundle } from '../../src/main/bundle/verify.ts'
import { onEngine } from '../app.ts'
import { CALLS, largeExport } from '../exports-fixture.ts'
import { fillUp, makeRoom, mountSmallDisk, unmount } from './small-disk.ts'

vi.setConfig({ testTimeout: 120_000 })

const disk = mountSmallDisk(64)
/** Room for one file of the export and not for the next. */
const LEFT = 4_600_000

afterAll(() => {
  if (disk) unmount(disk)
})

if (disk)
  onEngine(
    'sqlite',
    'an export that fills the disk is refused in words, leaves no bundle, and goes on once there is room',
    async (app) => {
      const input = { ...(await largeExport(app)), out: path.join(disk, 'all.zip') }
      fillUp(disk, LEFT)
      expect(await app.fail('exports.selection', input)).toEqual({
        ...{ code: 'RULE', rule: 'store-disk-full', params: {} },
      })
      expect(fs.readdirSync(disk).sort()).toEqual(['all.zip.unfinished', 'filler'])
      makeRoom(disk)
      expect(await app.call('exports.selection', input)).toMatchObject({ taken: CALLS, changed: [] })
      expect(await verifyBundle(input.out)).toMatchObject({ ok: true, problems: [] })
      expect(fs.readdirSync(disk)).toEqual(['all.zip'])
      expect(await app.call('exports.list', {})).toHaveLength(1)
    },
  )
else
  test('an export that fills the disk: left out, because only the system administrator can make a small disk', () => {
    expect(disk).toBeUndefined()
  })
