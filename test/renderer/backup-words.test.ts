import { describe, expect, test } from 'vitest'
import { STORE_FAULTS } from '../../src/main/store/errors.ts'
import { failureOf, stateOf, tookText } from '../../src/renderer/exports/parts/backup-words.ts'
import { failureText } from '../../src/renderer/failure-text.ts'
import type { BackupRow } from '../../src/shared/backups/model.ts'
import { startTextsHere } from './page-start.ts'

const MADE: BackupRow = {
  ...{ id: 'b1', at: 1, folder: '/backups', fileName: 'one.backup', bytes: 5, sha256: 'ab', entries: 4, tookMs: 900 },
  ...{ outcome: 'done', fault: null, madeByName: null, removedAt: null, isThere: true },
}
const failedBy = (fault: string): BackupRow => ({ ...MADE, outcome: 'failed', fault, isThere: false })

test('a backup is in its place, gave way, is not where it was put, or failed', () => {
  const rows = [MADE, { ...MADE, removedAt: 2, isThere: false }, { ...MADE, isThere: false }, failedBy('unknown')]
  expect(rows.map(stateOf)).toEqual(['there', 'removed', 'gone', 'failed'])
})

describe.each(['zh-CN', 'en'] as const)('in %s', (language) => {
  test('every reason for which a backup fails is told in a sentence of its own', async () => {
    await startTextsHere(language)
    const faults = [...STORE_FAULTS.map((fault) => `store-${fault}`), 'path-unusable', 'backup-exists', 'unknown']
    const sentences = faults.map((fault) => failureText(failureOf(failedBy(fault))))
    expect(sentences.filter((sentence) => /\{\{|store-|-unusable|unexplained|undefined/.test(sentence))).toEqual([])
    expect(new Set(sentences).size).toBe(faults.length)
    expect(sentences[faults.indexOf('backup-exists')]).toContain('one.backup')
  })
})

test('what took less than a second took some time', async () => {
  await startTextsHere('zh-CN')
  expect([900, 1000, 65_000].map(tookText)).toEqual(['不到 1 秒', '1秒', '1分5秒'])
})
