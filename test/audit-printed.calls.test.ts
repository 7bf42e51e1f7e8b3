import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { onEveryEngine } from './app.ts'

onEveryEngine('what goes to a printer stands in the audit log, by whom and which', async (app) => {
  const agentId = await app.as('agent')
  await app.call('audit.printed', { what: 'undertaking', subject: 'a1b2c3' })
  expect(await app.fail('audit.printed', { what: 'undertaking', subject: 'x'.repeat(201) })).toMatchObject({
    code: 'INVALID_INPUT',
  })
  await app.signIn('boss')
  const { rows } = await app.call('audit.list', { call: 'audit.printed' })
  expect(rows).toMatchObject([{ actorId: agentId, outcome: 'done' }])
  expect(JSON.parse(rows[0]?.body ?? '{}')).toMatchObject({ input: { what: 'undertaking', subject: 'a1b2c3' } })
})

test('the page prints in two places only, and each records it first', () => {
  const root = path.resolve(import.meta.dirname, '../src/renderer')
  const files = fs.readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))
  const text = (name: string) => fs.readFileSync(path.join(root, name), 'utf8')
  const printing = files.filter((name) => /\bprint\(\)/.test(text(name)) && /window\.print\(\)/.test(text(name)))
  expect(printing.sort()).toEqual(['session/RecoveryKey.tsx', 'ui/PrintButton.tsx'])
  for (const name of printing) expect(text(name)).toContain("'audit.printed'")
})

test('the page touches no clipboard of its own: every copy goes through the shell', () => {
  const root = path.resolve(import.meta.dirname, '../src/renderer')
  const files = fs.readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))
  const own = files.filter((name) =>
    /navigator\.clipboard|execCommand\('(?:copy|cut)'|useClipboard|CopyButton/.test(
      fs.readFileSync(path.join(root, name), 'utf8'),
    ),
  )
  expect(own).toEqual([])
})
