import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { type App, closeApp } from './app.ts'
import { closedStore, commandLine, runDesk } from './cli-run.ts'

const ROWS = 60_000
const MAP = { columns: { card: 'card', name: 'name', distanceKm: 'km' } }

function writeTable(folder: string): { table: string; map: string } {
  const [table, map] = [path.join(folder, 'many.csv'), path.join(folder, 'map.json')]
  const rows = Array.from({ length: ROWS }, (_, i) => `M${String(i).padStart(7, '0')},会员${i},${i === 9 ? 'x' : i}`)
  fs.writeFileSync(table, `card,name,km\n${rows.join('\n')}\n`)
  fs.writeFileSync(map, JSON.stringify(MAP))
  return { table, map }
}

for (const engine of ['sqlite', 'postgres'] as const) {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    if (engine === 'postgres' && signal === 'SIGTERM') continue
    test(`${signal} in the middle of an import leaves nothing of it [${engine}]`, async () => {
      const app: App = await closedStore(engine)
      try {
        const { table, map } = writeTable(app.folder)
        const errors = path.join(app.folder, 'refused.csv')
        const before = fs.readdirSync(app.folder).sort()
        let isSent = false
        const { code, stdout, stderr } = await runDesk(
          [
            'import',
            'members',
            table,
            '--map',
            map,
            '--errors',
            errors,
            '--store',
            app.address,
            '--user',
            'boss',
            '--json',
          ],
          {
            folder: app.folder,
            onMessage: (text, stop) => {
              if (isSent || !/^\d+ \/ \d+/.test(text)) return
              isSent = true
              stop(signal)
            },
          },
        )
        expect({ code, isSent, stderr }).toEqual({
          code: 1,
          isSent: true,
          stderr: expect.stringContaining('The job was cancelled; nothing was saved.'),
        })
        expect(JSON.parse(stdout).error.code).toBe('CANCELLED')
        const desk = commandLine(app.address, app.folder)
        expect((await desk.json('boss', 'info')).counts).toMatchObject({ members: 0, imports: 0 })
        expect((await desk.json('boss', 'audit', 'verify')).ok).toBe(true)
        expect(
          fs.readdirSync(app.folder).filter((name) => !before.includes(name) && !/^desk\.db|^config$/.test(name)),
        ).toEqual([])
      } finally {
        await closeApp(app)
      }
    })
  }
}
