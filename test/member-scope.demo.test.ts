import { afterAll, beforeAll, expect, test } from 'vitest'
import { readingOf } from '../src/main/trust/access-store.ts'
import type { CallName, Input } from '../src/shared/contracts.ts'
import { type AccessRule, USUAL_ACCESS } from '../src/shared/trust/access-rule.ts'
import { DEMO_NOW, type Demo, openDemo, SMALL } from './demo-store.ts'
import { askEverything, type Secrets, secretsFrom } from './support/leaks.ts'

let demo: Demo
beforeAll(async () => {
  demo = await openDemo(SMALL)
}, 120_000)
afterAll(async () => demo.remove())

/** Reads that ask for more than a store can offer by itself, and say nothing of a member. */
const HAS_NO_INPUT = new Set([
  ...['drafts.load', 'cases.preview', 'workflow.propose', 'classes.limits', 'imports.preview'],
  ...['policies.check', 'policies.backtest', 'surveys.due'],
])

/** Some of the reads that say much of these members when everybody reads all of them. */
const TELLING = [
  'calls.recent',
  'cases.queue',
  'cases.show',
  'members.page',
  'members.view',
  'search.everything',
  'waits.page',
]

const ask = (name: string, input: unknown) => demo.engine.call(name as CallName, input as Input<CallName>)

async function signIn(role: string) {
  await demo.call('session.lock', { reason: 'switch' })
  const one = demo.made.logins.find((known) => known.role === role)
  await demo.call('session.signIn', { login: one?.login ?? '', password: one?.password ?? '' })
}

async function secretsOf(login: string): Promise<Secrets> {
  await signIn(login)
  const { open, session } = demo.engine.desk
  if (!open || !session) expect.fail('nobody is signed in')
  const { id, role } = session.actor
  return open.store.transaction(async (db) =>
    secretsFrom(db, { id, role, reading: await readingOf(db, { id, role }, DEMO_NOW) }, DEMO_NOW, '2026-11-22'),
  )
}

const RULES = [
  ['agent', { agents: 'assigned' }],
  ['agent', { agents: 'team' }],
  ['lead', { leads: 'assigned' }],
] as const

async function setRule(change: Partial<AccessRule>) {
  await signIn('manager')
  const { version } = await demo.call('trust.access', {})
  await demo.call('trust.setAccess', { ...USUAL_ACCESS, ...change, reason: '按最小授权', expectedVersion: version })
}

test.each(RULES)(
  'S3-129 no read of the %s says anything of a member beyond the rule %o',
  async (role, change) => {
    await setRule(change)
    const secrets = await secretsOf(role)
    const narrowed = await askEverything(ask, role, secrets)
    expect({ leaks: narrowed.leaks, unasked: narrowed.unasked.filter((name) => !HAS_NO_INPUT.has(name)) }).toEqual({
      leaks: [],
      unasked: [],
    })
    await setRule({})
    await signIn(role)
    // The same questions where everybody reads every member: what would be told is there to be told.
    const usual = await askEverything(ask, role, secrets, TELLING)
    const telling = new Set(usual.leaks.map((leak) => leak.split(' ')[0] ?? ''))
    expect([...telling].sort()).toEqual(expect.arrayContaining([...TELLING]))
  },
  300_000,
)
