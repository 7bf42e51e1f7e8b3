import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const run = promisify(execFile)

async function duesUnder(zone: string): Promise<{ offset: string | undefined; dues: string }> {
  const { stdout } = await run(process.execPath, [join(import.meta.dirname, 'zone-probe.ts')], {
    env: { ...process.env, TZ: zone },
    maxBuffer: 8_000_000,
  })
  const [offset, ...lines] = stdout.split('\n')
  return { offset, dues: lines.join('\n') }
}

test('due times are the same wherever the computer believes to be', async () => {
  const utc = await duesUnder('UTC')
  expect(utc.dues.split('\n').length).toBeGreaterThan(5000)
  for (const zone of ['America/New_York', 'Asia/Tokyo', 'Europe/London', 'Australia/Sydney']) {
    const there = await duesUnder(zone)
    expect(there.dues === utc.dues, zone).toBe(true)
    if (zone !== 'Europe/London') expect(there.offset).not.toBe(utc.offset)
  }
})
