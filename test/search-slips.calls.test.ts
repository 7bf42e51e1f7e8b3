import { expect } from 'vitest'
import { type App, onEveryEngine } from './app.ts'
import { complaint, inStore } from './cases-fixtures.ts'
import { article, published } from './knowledge-fixtures.ts'

const found = async (app: App, text: string) => {
  const { rows, guessed } = await app.call('search.cases', { text })
  return [rows.map(({ title }) => title), guessed]
}

onEveryEngine(
  'a slip of the finger in a Latin word still finds the case, and says which word was meant',
  async (app) => {
    await app.as('agent', 'li')
    await app.call(
      'cases.open',
      complaint({ title: 'Wheelchair not there', content: '航班HU7609', contactName: '张伟' }),
    )
    await app.call('cases.open', complaint({ title: 'Seat broken', content: 'seat 31A', contactName: 'Anna Smith' }))
    const wheelchair = ['Wheelchair not there']
    expect([
      await found(app, 'wheelchair'),
      await found(app, 'whelchair'),
      await found(app, 'whelchiar 航班'),
      await found(app, 'zhangwie'),
      await found(app, 'smtih'),
      // Two slips are too many for a short word, numbers and flights are never guessed at, words in quotes stay.
      await found(app, 'smtjh'),
      await found(app, 'hu7608'),
      await found(app, '"whelchair"'),
      await found(app, 'sea'),
    ]).toEqual([
      [wheelchair, []],
      [wheelchair, ['wheelchair']],
      [wheelchair, ['wheelchair']],
      [wheelchair, ['zhangwei']],
      [['Seat broken'], ['smith']],
      [[], []],
      [[], []],
      [[], []],
      [['Seat broken'], []],
    ])
    // A word that only a report of misconduct holds is not given away to whoever may not read it.
    await inStore(app, (db) => db.updateTable('cases').set({ isRestricted: 1, ownerId: null }).execute())
    app.hasMadeRows()
    expect(await found(app, 'whelchair')).toEqual([[], []])
  },
)

onEveryEngine('a slip in the title of an article still finds it', async (app) => {
  await app.as('lead', 'zhao')
  await published(app, article({ title: { zh: '蹦床托运', en: 'Trampoline transport' } }))
  const { articles, guessed } = await app.call('search.everything', { text: 'trampoilne' })
  expect([articles.hits.map(({ title }) => title.en), guessed]).toEqual([['Trampoline transport'], ['trampoline']])
})
