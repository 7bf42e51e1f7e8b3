import fs from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { runDesk } from '../cli-run.ts'
import { startChild } from './child.ts'
import { engineOn, fileMember, judge, must, newDesk, newFolder, SIGN_IN } from './desks.ts'
import { programsOf, tell } from './tally.ts'

const ROUNDS = programsOf(1)
const PROGRAMS = 4
const IN_USE = { code: 'RULE', rule: 'store-in-use', params: {} }
const folder = newFolder()

afterAll(() => fs.rmSync(folder, { recursive: true }))

test('of programs that open a store at the same time one gets it, the others say that it is in use, and nothing is lost', {
  timeout: 60_000 + ROUNDS * 60_000,
}, async () => {
  const address = path.join(folder, 'desk.db')
  const first = await newDesk(address)
  const confirmed = [await fileMember(first, 'FIRST')]
  await first.close()
  const more = { let_in: 0, kept_out: 0 }
  for (let round = 0; round < ROUNDS; round++) {
    const children = Array.from({ length: PROGRAMS }, () =>
      startChild(
        'call',
        address,
        JSON.stringify({ name: 'members.create', input: { card: `R${round}`, name: '故障（演示数据）' } }),
      ),
    )
    const opened = await Promise.all(children.map((child) => child.said('loaded')))
    const outside = children.filter((_, index) => !opened[index])
    expect(outside.flatMap(({ words }) => words)).toEqual(
      outside.map(() => `failed Error: session.signIn ${JSON.stringify(IN_USE)}`),
    )
    expect(opened.filter(Boolean)).toHaveLength(1)
    // The window's program and the command line are kept out the same way while the first one works.
    expect(await engineOn(address).call('session.signIn', SIGN_IN)).toEqual({ ok: false, failure: IN_USE })
    const typed = await runDesk(['case', 'list', '--store', address, '--user', 'boss'], { folder })
    expect([typed.code === 0, typed.stderr]).toEqual([
      false,
      expect.stringContaining('Another program is using the store'),
    ])
    const inside = children[opened.indexOf(true)]
    inside?.tell('go')
    expect(await inside?.said('done')).toBe(true)
    await inside?.ended
    confirmed.push(`R${round}`)
    expect(await judge(address, confirmed)).toMatchObject({ is: 'whole' })
    more.let_in += 1
    more.kept_out += PROGRAMS - 1 + 2
  }
  tell({ fault: 'several programs on one store', rounds: ROUNDS, whole: ROUNDS, refused: more.kept_out, lost: 0, more })
  const last = engineOn(address)
  await must(last, 'session.signIn', SIGN_IN)
  await last.close()
})
