import { expect } from 'vitest'
import { type DraftStore, flushDrafts, keepDraft } from '../src/renderer/drafts/keeper.ts'
import { type App, onEveryEngine } from './app.ts'

const KEY = { kind: 'case-new', subject: 'new' }

const storeOf = (app: App): DraftStore => ({
  save: (input) => app.engine.call('drafts.save', input),
  load: (input) => app.engine.call('drafts.load', input),
  remove: (input) => app.engine.call('drafts.remove', input),
})

const kept = async (app: App) => (await app.call('drafts.load', KEY))?.body ?? null

onEveryEngine('what is typed is in the store within a second, without anything being pressed', async (app) => {
  const states: string[] = []
  const keeper = keepDraft(storeOf(app), KEY, ({ saving }) => states.push(saving))
  for (const body of ['a', 'ab', 'abc']) keeper.write(body)
  expect(await kept(app)).toBeNull()
  await new Promise((resolve) => setTimeout(resolve, 1300))
  expect(await kept(app)).toBe('abc')
  expect(states).toEqual(['waiting', 'saved'])
  await keeper.close()
})

onEveryEngine('saves of one draft follow one another: the newest text stays, whoever is slow', async (app) => {
  const slow: DraftStore = {
    ...storeOf(app),
    save: async (input) => {
      await new Promise((resolve) => setTimeout(resolve, input.body === 'first' ? 200 : 0))
      return app.engine.call('drafts.save', input)
    },
  }
  const keeper = keepDraft(slow, KEY, () => {})
  keeper.write('first')
  const first = keeper.flush()
  keeper.write('second')
  expect(await Promise.all([first, keeper.flush()])).toEqual([true, true])
  expect(await kept(app)).toBe('second')
  await keeper.close()
})

onEveryEngine('a form that is left and opened again at once finds the text it was still saving', async (app) => {
  const keeper = keepDraft(storeOf(app), KEY, () => {})
  keeper.write('mid-sentence')
  void keeper.close()
  const again = keepDraft(storeOf(app), KEY, () => {})
  expect(await again.load()).toMatchObject({ body: 'mid-sentence' })
  await again.close()
})

onEveryEngine('a draft that was handed in does not come back by a save that was still waiting', async (app) => {
  const keeper = keepDraft(storeOf(app), KEY, () => {})
  keeper.write('one')
  const saving = keeper.flush()
  keeper.write('two')
  await keeper.discard()
  await saving
  await keeper.close()
  expect(await kept(app)).toBeNull()
})

onEveryEngine('a form that is empty again keeps nothing', async (app) => {
  const keeper = keepDraft(storeOf(app), KEY, () => {})
  keeper.write('x')
  await keeper.flush()
  keeper.write(null)
  await keeper.close()
  expect(await app.call('drafts.list', {})).toEqual([])
})

onEveryEngine('before the desk locks, everything that is being typed is saved', async (app) => {
  const keeper = keepDraft(storeOf(app), KEY, () => {})
  keeper.write('half a sen')
  await flushDrafts()
  await app.call('session.lock', { reason: 'asked' })
  keeper.write('too late')
  expect(await keeper.flush()).toBe(false)
  await app.signIn('boss')
  expect(await kept(app)).toBe('half a sen')
  expect(await keeper.flush()).toBe(true)
  expect(await kept(app)).toBe('too late')
  await keeper.close()
})
