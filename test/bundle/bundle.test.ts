import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import yauzl from 'yauzl'
import { jsonPart } from '../../src/main/bundle/parts.ts'
import { verifyBundle } from '../../src/main/bundle/verify.ts'
import { type WrittenBundle, writeBundle } from '../../src/main/bundle/write.ts'
import { createZip } from '../../src/main/bundle/zip-writer.ts'
import { sha256 } from '../../src/main/crypto/hash.ts'
import { printPublicKey } from '../../src/main/crypto/minisign.ts'
import { CREATED_AT, META, newParts, newProof, newSigner } from './sample.ts'

const folder = mkdtempSync(join(tmpdir(), 'bundle-'))
const path = join(folder, 'export.zip')
const changedPath = join(folder, 'changed.zip')
const signer = newSigner()
const pinnedKey = printPublicKey(signer)
let written: WrittenBundle
let files: Map<string, Buffer>

beforeAll(async () => {
  written = await writeBundle(path, { parts: newParts(), proof: newProof(signer, 20, 4) }, signer, META)
  files = await unzip(path)
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Reads an archive with an unrelated reader. */
async function unzip(file: string): Promise<Map<string, Buffer>> {
  const zip = await yauzl.openPromise(file)
  const found = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry()) {
    const pieces: Buffer[] = []
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece)
    found.set(entry.fileName, Buffer.concat(pieces))
  }
  return found
}

/** Packs files anew, as somebody would who changed them. */
async function repack(changed: Iterable<[string, Uint8Array]>): Promise<void> {
  const zip = await createZip(changedPath, CREATED_AT)
  for (const [name, bytes] of changed) await zip.add(name, [bytes])
  await zip.finish()
}

async function codes(file = changedPath): Promise<string[]> {
  const { ok, problems } = await verifyBundle(file, { pinnedKey })
  expect(ok).toBe(problems.length === 0)
  return problems.map((problem) => problem.code)
}

function has(command: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

test('an export says who asked, when, for what, and verifies with the store’s public key', async () => {
  const result = await verifyBundle(path, { pinnedKey })
  expect({ ...result, manifest: undefined }).toEqual({
    ok: true,
    pinned: true,
    rows: 1 + 2 + 3,
    problems: [],
    manifest: undefined,
  })
  expect(result.manifest).toMatchObject({
    storeId: 'store-1',
    requester: { id: 'u-1', name: '王经理' },
    purpose: '客户查阅本人资料',
    createdAt: '2026-09-30T04:05:06.000Z',
    watermark: '王经理 2026-09-30 12:05',
    subject: { kind: 'member', id: 'M-0001' },
    audit: { shown: 5 },
    range: { from: '2026-01-01T00:00:00.000Z', to: null },
  })
  const bytes = readFileSync(path)
  expect(written).toMatchObject({ path, rows: 6, size: bytes.length, sha256: sha256(bytes), head: { sequence: 20 } })
  expect(readdirSync(folder)).not.toContain('export.zip.part')
})

test('an export shows other people’s audit entries only as hashes', () => {
  const all = [...files.values()].map((bytes) => bytes.toString('utf8')).join()
  expect(files.get('audit.jsonl')?.toString('utf8').match(/m-1/g)).toHaveLength(5)
  expect(all).not.toContain('other')
  expect(all).not.toContain('e-5')
})

test('without a pinned key the result says so, and another key than the pinned one is a finding', async () => {
  expect(await verifyBundle(path)).toMatchObject({ ok: true, pinned: false })
  const other = printPublicKey(newSigner())
  expect((await verifyBundle(path, { pinnedKey: other })).problems.map((one) => one.code)).toEqual(['key-not-pinned'])
  expect((await verifyBundle(path, { pinnedKey: 'nonsense' })).ok).toBe(false)
  expect((await verifyBundle(path, { pinnedKey: pinnedKey.split('\n')[1] ?? '' })).ok).toBe(true)
})

test('a chain from its very beginning needs no checkpoint before it', async () => {
  const file = join(folder, 'genesis.zip')
  await writeBundle(file, { parts: [], proof: newProof(signer, 3, 0) }, signer, META)
  expect(await verifyBundle(file, { pinnedKey })).toMatchObject({
    ok: true,
    manifest: { audit: { start: { sequence: 0 } } },
  })
})

test('every flipped byte of the archive is found, wherever it is', async () => {
  const bytes = readFileSync(path)
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(7), async (at, bit) => {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ (1 << bit)
      writeFileSync(changedPath, changed)
      expect(await codes()).not.toEqual([])
    }),
    { numRuns: 400 },
  )
})

test('a year in the manifest that no archive can have is found like any other change', async () => {
  const bytes = readFileSync(path)
  const found = /"createdAt":\s*"(?=20)/.exec(bytes.toString('latin1'))
  if (!found) throw new Error('the manifest says no moment')
  const year = found.index + found[0].length
  for (const [place, digit] of [
    [0, '0'],
    [0, '1'],
    [0, '6'],
    [0, 'x'],
    [1, '9'],
  ] as const) {
    const changed = Buffer.from(bytes)
    changed.write(digit, year + place, 'latin1')
    writeFileSync(changedPath, changed)
    expect(await codes()).not.toEqual([])
  }
})

test('a cut archive or one with bytes added before, inside or after is refused', async () => {
  const bytes = readFileSync(path)
  const junk = Buffer.from('junk')
  const changes = [
    bytes.subarray(0, -1),
    bytes.subarray(0, 100),
    bytes.subarray(0, 0),
    Buffer.concat([bytes, junk]),
    Buffer.concat([junk, bytes]),
    Buffer.concat([bytes.subarray(0, 50), junk, bytes.subarray(50)]),
  ]
  for (const changed of changes) {
    writeFileSync(changedPath, changed)
    expect(await codes()).not.toEqual([])
  }
  expect(await codes(join(folder, 'absent.zip'))).toEqual(['unreadable'])
  expect(await codes(folder)).toEqual(['unreadable'])
})

test('a changed byte in any file is found even when the archive is packed anew', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...files.keys()), fc.nat(), fc.nat(7), async (name, at, bit) => {
      const bytes = Buffer.from(files.get(name) ?? '')
      if (bytes.length === 0) return
      const place = at % bytes.length
      bytes[place] = (bytes[place] ?? 0) ^ (1 << bit)
      await repack(new Map(files).set(name, bytes))
      expect(await codes()).not.toEqual([])
    }),
    { numRuns: 150 },
  )
})

test('every dropped, added, renamed or moved file is found', async () => {
  await repack(files)
  expect(await codes()).toEqual([])
  for (const name of files.keys()) {
    const entries = [...files]
    await repack(entries.filter(([other]) => other !== name))
    expect(await codes(), `${name} dropped`).toContain(
      name === 'manifest.json' ? 'manifest' : name === 'public-key.txt' ? 'public-key' : 'missing',
    )
    await repack(entries.map(([other, bytes]) => [other === name ? `x-${other}` : other, bytes]))
    expect(await codes(), `${name} renamed`).not.toEqual([])
    await repack([...entries.filter(([other]) => other !== name), ...entries.filter(([other]) => other === name)])
    if (name !== 'SHA256SUMS') expect(await codes(), `${name} moved`).toContain('order')
  }
  await repack([['extra.txt', Buffer.from('x')], ...files])
  expect(await codes()).toContain('extra')
})

test('an export signed anew by somebody else is found by the pinned key', async () => {
  const stranger = newSigner()
  await writeBundle(changedPath, { parts: newParts(), proof: newProof(stranger, 20, 4) }, stranger, META)
  expect(await codes()).toEqual(['key-not-pinned'])
  await writeBundle(changedPath, { parts: newParts(), proof: newProof(stranger, 20, 4) }, signer, META)
  expect(await codes()).toEqual(['checkpoint', 'checkpoint'])
})

test('names that leave the folder, double names, lying sizes, foreign archives and too large files are refused', async () => {
  const bytes = readFileSync(path)
  const replaceName = (to: string) => Buffer.from(bytes.toString('latin1').replaceAll('history.json', to), 'latin1')
  writeFileSync(changedPath, replaceName('../story.json'.slice(0, 12)))
  expect(await codes()).toEqual(['archive'])
  writeFileSync(changedPath, replaceName('HISTORY.PDF\0'))
  expect(await codes()).toEqual(['archive'])
  const lying = Buffer.from(bytes)
  lying.writeUInt32LE(0x7fff_ffff, 18)
  writeFileSync(changedPath, lying)
  expect(await codes()).toEqual(['archive'])
  writeFileSync(changedPath, 'PK not an archive')
  expect(await codes()).toEqual(['archive'])
  const [large] = (await verifyBundle(path, { maxHeldBytes: 60 })).problems
  expect(large).toMatchObject({ code: 'too-large', file: 'calls.json' })
  expect((await verifyBundle(path, { maxBytes: 100 })).problems[0]?.code).toBe('too-large')
})

test('a bundle is not written with a broken chain, a bad name or a failing part, and leaves nothing behind', async () => {
  const target = join(folder, 'broken.zip')
  const proof = newProof(signer, 10, 0)
  const entries = [...(proof.entries() as Iterable<{ sequence: number; body: string; shown: boolean }[]>)].flat()
  const gap = { ...proof, entries: () => [entries.toSpliced(3, 1)] }
  const edited = {
    ...proof,
    entries: () => [entries.map((entry) => ({ ...entry, body: entry.body.replace('e-4', 'e-x') }))],
  }
  const failing = jsonPart(
    'x.json',
    (function* () {
      yield { a: 1 }
      throw new Error('read failed')
    })(),
  )
  const attempts = [
    writeBundle(target, { parts: [], proof: gap }, signer, META),
    writeBundle(target, { parts: [], proof: edited }, signer, META),
    writeBundle(target, { parts: [jsonPart('../x.json', [])], proof }, signer, META),
    writeBundle(target, { parts: [jsonPart('Manifest.json', [])], proof }, signer, META),
    writeBundle(target, { parts: [jsonPart('con.json', [])], proof }, signer, META),
    writeBundle(target, { parts: [jsonPart('a.json', []), jsonPart('A.json', [])], proof }, signer, META),
    writeBundle(target, { parts: [failing], proof }, signer, META),
  ]
  const outcomes = await Promise.allSettled(attempts)
  expect(outcomes.map((outcome) => outcome.status)).toEqual(attempts.map(() => 'rejected'))
  expect(readdirSync(folder).filter((name) => name.startsWith('broken'))).toEqual([])
})

test.skipIf(!has('unzip') || !has('minisign') || !has('sha256sum'))(
  'an auditor needs only unzip, sha256sum and minisign (skipped where one of them is not installed)',
  () => {
    const out = join(folder, 'out')
    const run = (command: string, ...args: string[]) =>
      execFileSync(command, args, { cwd: out, encoding: 'utf8', stdio: 'pipe' })
    execFileSync('unzip', ['-q', path, '-d', out])
    expect(
      run('sha256sum', '-c', 'SHA256SUMS')
        .trim()
        .split('\n')
        .every((line) => line.endsWith(': OK')),
    ).toBe(true)
    expect(run('minisign', '-V', '-H', '-p', 'public-key.txt', '-m', 'manifest.json')).toContain(
      'comment signature verified',
    )
    writeFileSync(join(out, 'cases.csv'), 'x')
    expect(() => run('sha256sum', '-c', 'SHA256SUMS')).toThrow()
    writeFileSync(join(out, 'manifest.json'), '{}')
    expect(() => run('minisign', '-V', '-p', 'public-key.txt', '-m', 'manifest.json')).toThrow()
  },
)
