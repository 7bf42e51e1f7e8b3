import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { expect, vi } from 'vitest'
import { seeded } from '../bench/lib/random.ts'
import { callRow } from '../bench/lib/rows-of.ts'
import { verifierText } from '../src/main/bundle/verifier.ts'
import { verifyBundle } from '../src/main/bundle/verify.ts'
import { readWhole, scanZip } from '../src/main/bundle/zip-reader.ts'
import { bulkInsert } from '../src/main/store/bulk-insert.ts'
import type { MemberId } from '../src/shared/ids.ts'
import { DAY } from '../src/shared/time.ts'
import { type App, onEngine, onEveryEngine, START } from './app.ts'
import { inStore } from './cases-fixtures.ts'
import { agreed } from './exports-fixture.ts'
import { hasPdftotext, pagesOfFile } from './pdf-text.ts'

vi.setConfig({ testTimeout: 180_000 })

const PURPOSE = '示例：监管机构要求提供全部通话记录'
const WHO = '王经理 (boss) 2026-09-30 10:00'

type Printed = { names: string[]; pages: Record<string, string[]> }

/** The pages of every PDF of a bundle, as text, by the file's name. */
async function printedIn(app: App, file: string): Promise<Printed> {
  const handle = await fs.promises.open(file)
  try {
    const scan = await scanZip(handle, (await handle.stat()).size)
    if (!scan.ok) throw new Error(scan.detail)
    const pdfs = scan.entries.filter(({ name }) => name.endsWith('.pdf'))
    const pages: Printed['pages'] = {}
    for (const entry of pdfs) {
      const at = path.join(app.folder, `${randomUUID()}.pdf`)
      fs.writeFileSync(at, await readWhole(handle, entry))
      pages[entry.name] = pagesOfFile(at)
    }
    return { names: pdfs.map(({ name }) => name), pages }
  } finally {
    await handle.close()
  }
}

const plain = (pages: readonly string[] = []) => pages.join('\n').replaceAll(/\s/g, '')

async function memberWithCase(app: App, card: string, name: string): Promise<MemberId> {
  const { id } = await app.call('members.create', { card, name, mobile: '13812345678' })
  await app.call('cases.open', {
    ...{ kind: 'complaint', channel: 'phone', category: 'flight.delay', receivedAt: START, memberId: id },
    ...{ contactName: name, contactPhone: '13812345678', content: `延误无人告知 ${card}`, demand: '书面道歉' },
    apologyGiven: true,
  })
  return id
}

async function writeCalls(app: App, count: number, memberId: MemberId, since = 0): Promise<void> {
  app.hasMadeRows()
  const agent = await app.as('manager')
  const random = seeded(count)
  const rows = Array.from({ length: count }, (_, n) => ({
    ...callRow(n, random, [memberId], [agent]),
    ...{ id: randomUUID(), number: `P-${since}-${n}`, question: `问${n}号`, startedAt: START - DAY - since * DAY - n },
  }))
  await inStore(app, (db) => bulkInsert(db, 'calls')(rows))
}

if (hasPdftotext) {
  onEveryEngine(
    'S3-133 a list of members is printed: a chapter for each with its page in the list of chapters, who, when and what for on every page',
    async (app) => {
      await app.as('manager')
      const memberIds = [
        await memberWithCase(app, 'CA000002', '欧阳静'),
        await memberWithCase(app, 'CA000001', '司马南'),
      ]
      const out = path.join(app.folder, 'list.zip')
      const scope = { kind: 'members' as const, memberIds }
      await app.call('exports.selection', { scope, purpose: PURPOSE, requester: '民航局', profile: 'regulator', out })
      const { names, pages } = await printedIn(app, out)
      expect(names).toEqual(['contents.pdf', 'printed-001.pdf'])
      for (const list of Object.values(pages))
        list.forEach((page, n) => {
          expect(plain([page])).toContain(`第${n + 1}/${list.length}页`)
          expect(page).toContain(WHO)
          expect(page).toContain(PURPOSE)
        })
      const text = plain(pages['printed-001.pdf'])
      for (const wanted of ['CA000001', 'CA000002', '延误无人告知CA000001', '处理过程']) expect(text).toContain(wanted)
      expect(text.indexOf('延误无人告知CA000001')).toBeLessThan(text.indexOf('延误无人告知CA000002'))
      const first = pages['printed-001.pdf']?.[0] ?? ''
      expect(first).toMatch(/目录\s+CA000001 司马南 +1\s+CA000002 欧阳静 +\d/)
      // S3-133: the recipient's version, and what was done to which values, stand on the first page.
      expect(plain([first])).toContain('监管机构：完整处理经过与责任人')
      expect(plain([first])).toContain('联系方式与证件号：掩码')
      expect(plain([first])).toContain('不导出的表：')
      expect(text).not.toContain('13812345678')
      expect(plain(pages['contents.pdf'])).toContain('printed-001.pdf')
    },
  )

  onEveryEngine(
    'S3-133 a period is printed: a chapter for each case and for the calls of each day, and both verifiers check it',
    async (app) => {
      await app.as('manager')
      const id = await memberWithCase(app, 'CA000001', '欧阳静')
      await writeCalls(app, 3, id)
      await writeCalls(app, 2, id, 5)
      const scope = { kind: 'period' as const, from: START - 30 * DAY, to: START + DAY }
      const out = path.join(app.folder, 'period.zip')
      await app.call('exports.selection', { scope, ...(await agreed(app, scope)), language: 'en', out })
      const { names, pages } = await printedIn(app, out)
      expect(names).toEqual(['contents.pdf', 'printed-001.pdf'])
      const printed = pages['printed-001.pdf'] ?? []
      expect(printed[0]).toMatch(
        /Chapters\s+\S+ Complaint +\d+\s+Calls of 2026-09-24 +\d+\s+Calls of 2026-09-29 +\d+\n/,
      )
      expect(plain(printed)).toContain('Nothingwasleftoutorreplaced.')
      expect(plain(printed).match(/问\d号/g)).toHaveLength(5)
      expect(await verifyBundle(out)).toMatchObject({ ok: true, problems: [] })
      const program = path.join(app.folder, 'verify-bundle.mjs')
      fs.writeFileSync(program, verifierText())
      const alone = (file: string) => spawnSync(process.execPath, [program, file], { encoding: 'utf8', env: {} })
      expect(alone(out).status).toBe(0)
      const bytes = fs.readFileSync(out)
      const at = bytes.indexOf('%PDF-', bytes.indexOf('printed-001.pdf')) + 2000
      bytes[at] = (bytes[at] ?? 0) ^ 1
      const bad = path.join(app.folder, 'bad.zip')
      fs.writeFileSync(bad, bytes)
      expect((await verifyBundle(bad)).problems).toContainEqual(
        expect.objectContaining({ code: 'hash', file: 'printed-001.pdf' }),
      )
      expect([alone(bad).status, `${alone(bad).stdout}${alone(bad).stderr}`]).toEqual([
        1,
        expect.stringContaining('printed-001.pdf'),
      ])
    },
  )

  onEngine(
    'sqlite',
    'S3-133 every row of a long list is printed once, in numbered volumes, also of a member too long for one',
    async (app) => {
      await app.as('manager')
      const first = await memberWithCase(app, 'CA000001', '欧阳静')
      const second = await memberWithCase(app, 'CA000002', '司马南')
      await writeCalls(app, 2100, first)
      await writeCalls(app, 300, second, 1)
      const scope = { kind: 'members' as const, memberIds: [first, second] }
      const out = path.join(app.folder, 'long.zip')
      await app.call('exports.selection', { scope, purpose: PURPOSE, requester: '民航局', out })
      const { names, pages } = await printedIn(app, out)
      expect(names).toEqual(['contents.pdf', ...[1, 2].map((n) => `printed-00${n}.pdf`)])
      const all = plain(names.slice(1).flatMap((name) => pages[name] ?? []))
      const seen = all.match(/问\d+号/g) ?? []
      expect([seen.length, new Set(seen).size]).toEqual([2400, 2100])
      expect(pages['printed-002.pdf']?.[0]).toContain('CA000001 欧阳静（续 2）')
      expect(await verifyBundle(out)).toMatchObject({ ok: true, problems: [] })
    },
  )

  onEngine(
    'sqlite',
    'S3-133 more rows than are printed: the list of contents says so in words, and the tables have them all',
    async (app) => {
      await app.as('manager')
      const id = await memberWithCase(app, 'CA000001', '欧阳静')
      await writeCalls(app, 40_000, id)
      const scope = { kind: 'members' as const, memberIds: [id] }
      const out = path.join(app.folder, 'many.zip')
      await app.call('exports.selection', { scope, ...(await agreed(app, scope)), out })
      const { names, pages } = await printedIn(app, out)
      expect(names).toEqual(['contents.pdf'])
      expect(plain(pages['contents.pdf'])).toMatch(
        /本次导出涉及40\d\d\d行，超过逐行打印的上限40000行，因此不附打印分册/,
      )
      const { ok, manifest } = await verifyBundle(out)
      expect([ok, manifest?.files.find(({ name }) => name === 'calls.csv')?.rows]).toEqual([true, 40_000])
    },
  )
}
