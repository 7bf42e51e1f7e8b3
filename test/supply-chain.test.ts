import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ALLOWED, judgeAudit } from '../scripts/lib/advisories.mjs'

const ROOT = path.resolve(import.meta.dirname, '..')
const read = (file: string) => fs.readFileSync(path.join(ROOT, file), 'utf8')
const manifest = JSON.parse(read('package.json'))
const lock = JSON.parse(read('package-lock.json'))
const direct: [string, string][] = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })

test('every dependency is pinned to one version, and the lock file has the checksum of every package', () => {
  const exact = /^(npm:@?[\w./-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/
  expect(direct.filter(([, version]) => !exact.test(version))).toEqual([])
  const packages: [string, { integrity?: string; resolved?: string }][] = Object.entries(lock.packages)
  const unchecked = packages.filter(([name, { integrity }]) => name !== '' && !integrity?.startsWith('sha512-'))
  expect(unchecked.map(([name]) => name)).toEqual([])
})

test('every dependency has its reason in the record of decisions', () => {
  const reasons = read('docs/decisions/0006-dependencies.md')
  const known = (name: string) =>
    new RegExp(`(^|[\\s|,(→])${name.replace(/[/.]/g, '\\$&')}([\\s|,.):]|$)`, 'im').test(reasons)
  expect(direct.map(([name]) => name).filter((name) => !known(name))).toEqual([])
})

test('the bill of materials names every package of the lock file, and comes out the same each time', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vip-desk-sbom-'))
  const write = (name: string) => {
    execFileSync(process.execPath, [path.join(ROOT, 'scripts/sbom.mjs'), path.join(folder, name)], { stdio: 'pipe' })
    return fs.readFileSync(path.join(folder, name), 'utf8')
  }
  try {
    const bill = write('one.json')
    const { bomFormat, components } = JSON.parse(bill)
    const versions = new Set(components.map((one: { version: string }) => one.version))
    expect(bomFormat).toBe('CycloneDX')
    expect(components.length).toBeGreaterThan(direct.length)
    expect(components.filter((one: { hashes?: unknown[] }) => !one.hashes?.length)).toEqual([])
    expect(direct.filter(([, version]) => !versions.has(version.split('@').at(-1) ?? ''))).toEqual([])
    expect(write('two.json')).toBe(bill)
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}, 60_000)

const advisory = (severity: string) => ({
  ...{ name: 'some-package', severity, title: 'A hole', url: 'https://github.com/advisories/GHSA-aaaa-bbbb-cccc' },
})
const report = (severity: string) => JSON.stringify({ vulnerabilities: { x: { via: [advisory(severity), 'other'] } } })
const reason = { id: 'GHSA-aaaa-bbbb-cccc', package: 'some-package', reason: 'not reached', until: '2027-01-01' }

test('a serious advisory is open until a reason allows it, and a reason runs out', () => {
  const today = '2026-11-22'
  expect(judgeAudit(report('high'), [], today)).toEqual({
    kind: 'judged',
    open: [advisory('high')],
    allowed: 0,
    stale: [],
  })
  expect(judgeAudit(report('low'), [], today)).toEqual({ kind: 'judged', open: [], allowed: 0, stale: [] })
  expect(judgeAudit(report('high'), [reason], today)).toEqual({ kind: 'judged', open: [], allowed: 1, stale: [] })
  const late = { ...reason, until: '2026-11-21' }
  expect(judgeAudit(report('high'), [late], today)).toMatchObject({ open: [advisory('high')], stale: [late] })
  expect(judgeAudit(report('low'), [reason], today)).toMatchObject({ open: [], stale: [reason] })
})

test('a registry that gives no list of advisories is said to have left the check out', () => {
  expect(judgeAudit('{"message":"405 Method Not Allowed"}', ALLOWED, '2026-11-22')).toEqual({
    kind: 'left-out',
    why: '405 Method Not Allowed',
  })
  expect(judgeAudit('', ALLOWED, '2026-11-22')).toEqual({ kind: 'left-out', why: 'no report' })
})
