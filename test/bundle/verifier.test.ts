import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { xlsxPart } from '../../src/main/bundle/parts.ts'
import { verifierText } from '../../src/main/bundle/verifier.ts'
import { verifyBundle } from '../../src/main/bundle/verify.ts'
import { writeBundle } from '../../src/main/bundle/write.ts'
import { readWhole, scanZip } from '../../src/main/bundle/zip-reader.ts'
import { createZip } from '../../src/main/bundle/zip-writer.ts'
import { sha256 } from '../../src/main/crypto/hash.ts'
import { minisign, printPublicKey } from '../../src/main/crypto/minisign.ts'
import { CREATED_AT, META, newParts, newProof, newSigner } from './sample.ts'

const folder = mkdtempSync(join(tmpdir(), 'verifier-'))
const good = join(folder, 'good.zip')
const bad = join(folder, 'bad.zip')
const program = join(folder, 'verify-bundle.mjs')
const signer = newSigner()
const key = printPublicKey(signer).split('\n')[1] ?? ''
let files: Map<string, Buffer>

beforeAll(async () => {
  const sheets = [{ name: '服务单', columns: ['编号'], pages: [[['C-1'], ['C-2']], [['C-3']]] }]
  const parts = [...newParts(), xlsxPart('history.xlsx', sheets)]
  const counts = () => [{ table: 'cases', inStore: 4, left: 3, heldBack: 1 }]
  await writeBundle(good, { parts, proof: newProof(signer, 20, 4) }, signer, { ...META, counts })
  writeFileSync(program, verifierText())
  const { open } = await import('node:fs/promises')
  const file = await open(good)
  const scan = await scanZip(file, (await file.stat()).size)
  if (!scan.ok) throw new Error(scan.detail)
  files = new Map()
  for (const entry of scan.entries) files.set(entry.name, await readWhole(file, entry))
  await file.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the saved program with plain Node, in an empty folder and without any of our environment. */
function run(file: string, ...rest: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, file, ...rest], {
    cwd: folder,
    env: {},
    encoding: 'utf8',
  })
  return { status, said: stdout + stderr }
}

async function pack(changed: Iterable<[string, Buffer]>): Promise<void> {
  const zip = await createZip(bad, CREATED_AT)
  for (const [name, bytes] of changed) await zip.add(name, [bytes])
  await zip.finish()
}

/** What somebody without the key can do at best: change a file and mend every sum that needs no key. */
async function forge(name: string, change: (text: string) => string): Promise<void> {
  const text = change(files.get(name)?.toString('utf8') ?? '')
  const changed = new Map(files).set(name, Buffer.from(text))
  const sums = [...changed]
    .filter(([file]) => file !== 'SHA256SUMS')
    .map(([file, bytes]) => `${sha256(bytes)}  ${file}\n`)
  await pack(changed.set('SHA256SUMS', Buffer.from(sums.join(''))))
}

/** What somebody with the desk's own key could do: change the manifest and sign it anew. */
async function resign(change: (manifest: Record<string, unknown>) => void): Promise<void> {
  const manifest = JSON.parse(String(files.get('manifest.json')))
  change(manifest)
  const bytes = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)
  const signature = Buffer.from(await minisign(signer, bytes, 'again'))
  const changed = new Map(files).set('manifest.json', bytes).set('manifest.json.minisig', signature)
  const sums = [...changed]
    .filter(([file]) => file !== 'SHA256SUMS')
    .map(([file, data]) => `${sha256(data)}  ${file}\n`)
  await pack(changed.set('SHA256SUMS', Buffer.from(sums.join(''))))
}

const JUST_BYTES = (change: (bytes: Buffer) => Buffer) => async () => writeFileSync(bad, change(readFileSync(good)))
const flip = (text: string) => (bytes: Buffer) => {
  const at = bytes.indexOf(text)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  return bytes
}

const TAMPERED: [string, () => Promise<void>, RegExp][] = [
  ['a byte of a document was flipped', JUST_BYTES(flip('%PDF-1.7')), /history\.pdf: the file was changed/],
  ['the archive was cut', JUST_BYTES((bytes) => bytes.subarray(0, -5)), /cut, has bytes added/],
  [
    'bytes were added at its end',
    JUST_BYTES((bytes) => Buffer.concat([bytes, Buffer.from('x')])),
    /cut, has bytes added/,
  ],
  [
    'a table was rewritten with mended sums',
    () => forge('cases.csv', (text) => text.replace('C-2', 'C-9')),
    /cases\.csv: the file was changed/,
  ],
  [
    'the purpose was rewritten',
    () => forge('manifest.json', (text) => text.replace('客户查阅本人资料', '审计')),
    /not signed/,
  ],
  [
    'a year was written that no archive can have',
    () => forge('manifest.json', (text) => text.replace(/("createdAt":\s*")2/, '$16')),
    /none that an archive can have/,
  ],
  [
    'an audit entry was rewritten',
    () => forge('audit.jsonl', (text) => text.replace('members.open', 'members.find')),
    /entry \d+ was changed/,
  ],
  [
    'an entry was taken out of the chain',
    () => forge('chain.jsonl', (text) => text.split('\n').toSpliced(3, 1).join('\n')),
    /missing or was moved/,
  ],
  [
    'the signed head was moved',
    () => forge('chain-head.txt', (text) => text.replace('\n20\n', '\n19\n')),
    /place after the entries is not signed/,
  ],
  [
    'a file was left out',
    async () => pack([...files].filter(([name]) => name !== 'calls.json')),
    /calls\.json: the file is missing/,
  ],
  ['a file was added', async () => pack([['extra.csv', Buffer.from('a\r\n')], ...files]), /does not know this file/],
  [
    'the counts do not add up, signed by the desk itself',
    () =>
      resign((manifest) => {
        manifest.counts = [{ table: 'cases', inStore: 9, left: 3, heldBack: 1 }]
      }),
    /not those of the store/,
  ],
  [
    'rows are fewer than have left, signed by the desk itself',
    () =>
      resign((manifest) => {
        manifest.counts = [{ table: 'cases', inStore: 5, left: 4, heldBack: 1 }]
      }),
    /as many rows as the manifest says/,
  ],
]

test('the verifier is one readable file without dependencies, which plain Node runs anywhere', () => {
  const text = verifierText()
  expect(text.split('\n').length).toBeLessThan(400)
  expect([...text.matchAll(/^import .* from '([^']+)'/gm)].map(([, from]) => from)).toEqual([
    'node:crypto',
    'node:fs',
    'node:zlib',
  ])
  expect(text).not.toMatch(/writeFile|fetch\(|http|child_process|eval\(/)
})

test('S3-133 a good bundle passes and the verifier says in words what is proved and what is not', () => {
  const { status, said } = run(good, '--key', key)
  expect(said).toContain('验证通过')
  expect(said).toContain('the one you gave')
  expect(said).toContain('The desk held 4 rows: 3 are here, 1 were held back.')
  expect(said).toContain('Not proved: that what was written into the desk was true')
  expect(status).toBe(0)
  expect(run(good).said).toContain('NOT COMPARED')
})

test('a bundle of another signer passes only while no key is compared', async () => {
  const other = printPublicKey(newSigner()).split('\n')[1] ?? ''
  expect(run(good, '--key', other)).toMatchObject({
    status: 1,
    said: expect.stringContaining('another key than yours'),
  })
  expect(run(good, '--key', 'nonsense').status).toBe(1)
  expect(run(join(folder, 'nothing.zip')).status).toBe(1)
  expect(run('--help').status).toBe(2)
})

for (const [name, tamper, finding] of TAMPERED) {
  test(`not genuine: ${name}; the desk's own check agrees`, async () => {
    await tamper()
    const { status, said } = run(bad, '--key', key)
    expect({ status, said }).toMatchObject({ status: 1, said: expect.stringMatching(finding) })
    expect(said).toContain('验证未通过')
    expect((await verifyBundle(bad, { pinnedKey: key })).ok).toBe(false)
  })
}

test('an encrypted bundle is told to be opened first', () => {
  writeFileSync(bad, 'age-encryption.org/v1\n-> X25519 abc\n')
  expect(run(bad)).toMatchObject({ status: 1, said: expect.stringContaining('age -d') })
})
