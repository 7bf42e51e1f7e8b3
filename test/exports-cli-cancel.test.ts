import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { seeded } from '../bench/lib/random.ts'
import { callRow } from '../bench/lib/rows-of.ts'
import { bulkInsert } from '../src/main/store/bulk-insert.ts'
import { type App, closeApp, openApp, PASSWORD } from './app.ts'
import { inStore } from './cases-fixtures.ts'
import { runDesk } from './cli-run.ts'
import { agreed } from './exports-fixture.ts'

const CALLS = 40_000
const CARD = 'CA000001'

/** A closed store with a member whose many calls a second person agreed to hand out. */
async function storeToExport(): Promise<{ app: App; request: string; purpose: string; requester: string }> {
  const app = await openApp('sqlite', Date.now())
  await app.call('session.create', { login: 'boss', name: '王经理', password: PASSWORD, language: 'zh-CN' })
  app.hasMadeRows()
  const agent = await app.as('manager')
  const { id: memberId } = await app.call('members.create', { card: CARD, name: '示例' })
  const random = seeded(1)
  const rows = Array.from({ length: CALLS }, (_, n) => ({
    ...callRow(n, random, [memberId], [agent]),
    number: `X-${n}`,
  }))
  await inStore(app, (db) => bulkInsert(db, 'calls')(rows))
  const { requestId, purpose, requester } = await agreed(app, { kind: 'member', memberId })
  await app.engine.close()
  return { app, request: requestId, purpose, requester }
}

test('S3-133 a large export that is cancelled at the command line says where its finished parts wait, and goes on', async () => {
  const { app, request, purpose, requester } = await storeToExport()
  try {
    const out = path.join(app.folder, 'history.zip')
    const exported = (language: string, isCancelled: boolean) => {
      let isSent = !isCancelled
      return runDesk(
        [
          ...['export', 'history', '--member', CARD, '--purpose', purpose, '--requester', requester, '--out', out],
          ...['--request', request, '--store', app.address, '--user', 'boss', '--lang', language, '--json'],
        ],
        {
          folder: app.folder,
          onMessage: (text, stop) => {
            // The first table is finished then.
            if (isSent || Number(/^(\d+) \/ \d+/.exec(text)?.[1] ?? 0) <= CALLS + 1000) return
            isSent = true
            stop('SIGINT')
          },
        },
      )
    }
    const chinese = await exported('zh-CN', true)
    expect([chinese.code, JSON.parse(chinese.stdout).error.message]).toEqual([
      1,
      '导出已取消，没有生成文件。大的导出已写好的部分留在“未完成的导出”里，可以接着做。再运行一次同样的命令即接着做。',
    ])
    const english = await exported('en', true)
    expect([english.code, JSON.parse(english.stdout).error]).toEqual([
      1,
      {
        code: 'CANCELLED',
        message:
          'The export was cancelled; no file was made. What a large one had finished waits under “Unfinished” and can go on. The same command once more goes on.',
      },
    ])
    expect(fs.readdirSync(app.folder).filter((name) => name.startsWith('history'))).toEqual(['history.zip.unfinished'])
    const { code, stdout } = await exported('en', false)
    expect([code, JSON.parse(stdout)]).toMatchObject([0, { file: out, changed: [] }])
    expect(JSON.parse(stdout).taken).toBeGreaterThanOrEqual(CALLS)
    expect(fs.readdirSync(app.folder).filter((name) => name.startsWith('history'))).toEqual(['history.zip'])
  } finally {
    await closeApp(app)
  }
}, 240_000)
