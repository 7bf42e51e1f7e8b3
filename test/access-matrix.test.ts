import { expect, test } from 'vitest'
import type { CallSpec } from '../src/shared/contract.ts'
import { contracts } from '../src/shared/contracts.ts'
import { ROLES } from '../src/shared/roles.ts'

const specs: [name: string, spec: CallSpec][] = Object.entries(contracts).flatMap(([feature, calls]) =>
  Object.entries(calls).map(([name, spec]): [string, CallSpec] => [`${feature}.${name}`, spec]),
)

function mark(spec: CallSpec, role: (typeof ROLES)[number] | 'system'): string {
  if (spec.access === 'public') return 'open'
  if (spec.access === 'anyone') return 'yes'
  return spec.access.includes(role) ? 'yes' : '-'
}

test('the role × call matrix is the one that was agreed', async () => {
  const rows = specs.map(([name, spec]) => {
    const flags = [spec.kind, spec.discloses ? 'discloses' : '', spec.heavy ? 'heavy' : ''].filter(Boolean).join(' ')
    return `| ${name} | ${flags} | ${[...ROLES, 'system' as const].map((role) => mark(spec, role)).join(' | ')} |`
  })
  const head = `| call | kind | ${ROLES.join(' | ')} | system |\n|---|---|${'---|'.repeat(ROLES.length + 1)}`
  await expect(`${head}\n${rows.join('\n')}\n`).toMatchFileSnapshot('access-matrix.snap.md')
})

test('the page of all calls is up to date', async () => {
  const rows = specs.map(([name, { kind, summary, heavy, discloses, changes = [] }]) => {
    const traits = [kind, discloses ? 'discloses' : '', heavy ? 'heavy' : ''].filter(Boolean).join(', ')
    return `| \`${name}\` | ${summary.zh} | ${summary.en} | ${traits} | ${changes.join(', ')} |`
  })
  const intro =
    '# Every call of the desk\n\nMade from the contracts in `src/shared/*/contract.ts`. Who may make which: `test/access-matrix.snap.md`.\n'
  const head = '| call | 中文 | English | kind | windows re-read |\n|---|---|---|---|---|'
  await expect(`${intro}\n${head}\n${rows.join('\n')}\n`).toMatchFileSnapshot('../docs/calls.md')
})

test('every call is described in both languages', () => {
  const silent = specs.filter(([, { summary }]) => summary.zh.trim() === '' || summary.en.trim() === '')
  expect(silent.map(([name]) => name)).toEqual([])
})

test('only calls of the session work on a closed store', () => {
  const open = specs.filter(([, spec]) => spec.access === 'public').map(([name]) => name.split('.')[0])
  expect(new Set(open)).toEqual(new Set(['session']))
})

test('a person with a one-time password may replace it, and nothing else', () => {
  const before = specs.filter(([, spec]) => spec.beforePasswordChange).map(([name]) => name)
  expect(before).toEqual(['session.touch', 'session.changePassword'])
})

test('passwords and keys never reach the audit log', () => {
  const leaking = specs.flatMap(([name, spec]) => {
    const shape = 'shape' in spec.input ? Object.keys(spec.input.shape as object) : []
    return shape
      .filter((field) => /password|recoveryKey/i.test(field) && !spec.secrets?.includes(field))
      .map((field) => `${name}.${field}`)
  })
  expect(leaking).toEqual([])
})
