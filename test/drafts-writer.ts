import { randomUUID } from 'node:crypto'
import { createEngine } from '../src/main/engine/engine.ts'

// A program of its own that the test about killed programs starts: node drafts-writer.ts STORE PASSWORD KEY
const [address = '', password = '', key = '{}'] = process.argv.slice(2)
const draft: { kind: string; subject: string } = JSON.parse(key)

const engine = createEngine(address, {
  now: () => Date.now(),
  newId: randomUUID,
  log: (message, error) => process.stderr.write(`${message} ${error}\n`),
  push: () => {},
  versions: { app: 'test', electron: '-', node: process.versions.node },
  passwordCost: { opslimit: 1, memlimit: 8192 },
})

const expectDone = async (asked: Promise<{ ok: boolean }>) => {
  const result = await asked
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result
}

await expectDone(engine.call('session.signIn', { login: 'boss', password }))
const ringing = await engine.call('calls.start', { direction: 'inbound', phone: '13812345678' })
if (!ringing.ok) throw new Error(JSON.stringify(ringing.failure))
const { id } = ringing.value
await expectDone(engine.call('calls.answer', { id }))
await expectDone(engine.call('calls.record', { id, question: '通话中写下的问题' }))
for (const second of [1, 2, 3]) await expectDone(engine.call('drafts.save', { ...draft, body: `写到第${second}秒` }))
process.stdout.write('written\n')
setInterval(() => {}, 1000)
