import { expect } from 'vitest'
import type { ServiceTypeRow } from '../src/shared/classes/model.ts'
import { DAY } from '../src/shared/time.ts'
import type { App } from './app.ts'
import { onEngine, onEveryEngine } from './app.ts'
import { enquiry, inStore } from './cases-fixtures.ts'

const VISA: ServiceTypeRow = { code: 'visa', name: { zh: '签证协助', en: 'Visa help' }, isActive: true }

const request = (serviceType: string) =>
  enquiry({ kind: 'service', category: 'service', serviceType, demand: '请安排' })
const typesOf = async (app: App) => (await app.call('classes.list', {})).serviceTypes
const typeOf = async (app: App, code: string) => {
  const row = (await typesOf(app)).find((one) => one.code === code)
  if (!row) throw new Error(`no ${code}`)
  return row
}

onEveryEngine(
  'S3-23 S3-26 a type of service is added, renamed, retired and put in another place; old cases keep theirs',
  async (app) => {
    await app.as('manager')
    const delivered = (await typesOf(app)).map(({ code }) => code)
    expect(delivered).toEqual(expect.arrayContaining(['booking', 'flightStatus', 'seat', 'upgrade', 'lounge', 'meal']))
    await app.call('classes.saveServiceType', { ...VISA, isNew: true })
    expect(await app.fail('classes.saveServiceType', { ...VISA, isNew: true })).toMatchObject({
      rule: 'class-code-taken',
    })
    expect((await typesOf(app)).map(({ code }) => code)).toEqual([...delivered, 'visa'])

    await app.as('agent')
    const { id } = await app.call('cases.open', request('visa'))
    await app.as('manager')
    await app.call('classes.saveServiceType', {
      ...VISA,
      name: { zh: '签证与证件', en: 'Visa and papers' },
      isNew: false,
    })
    const renamed = await typeOf(app, 'visa')
    expect(renamed.name.zh).toBe('签证与证件')
    await app.call('classes.saveServiceType', { ...renamed, isActive: false, isNew: false })

    await app.as('agent')
    expect(await app.fail('cases.open', request('visa'))).toMatchObject({
      rule: 'service-type-retired',
      params: { name: '签证与证件', nameEn: 'Visa and papers' },
    })
    expect(await app.fail('cases.open', request('nothing'))).toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ path: 'serviceType', reason: 'invalid_value' }],
    })
    expect((await app.call('cases.show', { id })).serviceType).toBe('visa')
    expect(await typeOf(app, 'visa')).toMatchObject({ isActive: false, name: { en: 'Visa and papers' } })

    await app.as('manager')
    await app.call('classes.arrange', { list: 'serviceTypes', codes: ['visa', ...delivered] })
    expect((await typesOf(app)).map(({ code }) => code)).toEqual(['visa', ...delivered])
    app.wait(DAY)
    const report = await app.call('reports.show', { kind: 'month', period: '2026-09' })
    const rows = report.spreads.find((spread) => spread.id === 'serviceType')?.rows ?? []
    expect(rows.map(({ name }) => name)).toEqual([{ zh: '签证与证件', en: 'Visa and papers' }])
  },
)

onEveryEngine(
  'S3-26 a store without rows of its own has the delivered types, and keeps the one that is left',
  async (app) => {
    await app.as('manager')
    await inStore(app, (db) => db.deleteFrom('serviceTypes').execute())
    const delivered = await typesOf(app)
    expect(delivered.length).toBe(12)
    const [last, ...others] = delivered
    for (const one of others) await app.call('classes.saveServiceType', { ...one, isActive: false, isNew: false })
    if (!last) throw new Error('no types')
    expect(await app.fail('classes.saveServiceType', { ...last, isActive: false, isNew: false })).toMatchObject({
      rule: 'class-last-one',
    })
    await app.as('agent')
    expect(await app.fail('classes.saveServiceType', { ...last, isNew: false })).toEqual({ code: 'FORBIDDEN' })
    await app.call('cases.open', request(last.code))
  },
)

onEngine('sqlite', 'a code of a type of service is letters and digits, and both names are given', async (app) => {
  await app.as('manager')
  for (const [part, path] of [
    [{ code: 'Visa help' }, 'code'],
    [{ name: { zh: '', en: 'Visa' } }, 'name.zh'],
  ] as const)
    expect(await app.fail('classes.saveServiceType', { ...VISA, ...part, isNew: true })).toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ path }],
    })
})
