import fs from 'node:fs'
import path from 'node:path'
import { describe, expect } from 'vitest'
import type { Mapping } from '../src/shared/imports/model.ts'
import { MINUTE } from '../src/shared/time.ts'
import { type App, onEngine } from './app.ts'
import { inStore } from './cases-fixtures.ts'
import { INCIDENTS } from './intake-fixtures.ts'
import { sharedData } from './rules/shared-data.ts'

const read = (folder: string, name: string) => fs.readFileSync(path.join(folder, name), 'utf8')
const answersOf = (folder: string) => JSON.parse(read(folder, 'answers.json'))

const share = (part: number, whole: number) => Math.round((part / whole) * 1_000_000) / 10_000

const incidents = sharedData('incident-log')

/** What the desk has of each incident after the import, by its own number. */
async function incidentRows(app: App) {
  return inStore(app, (db) =>
    db
      .selectFrom('importedCases')
      .innerJoin('cases', 'cases.id', 'importedCases.caseId')
      .select([
        'importedCases.externalId',
        'cases.id',
        'cases.round',
        'cases.transfers',
        'cases.state',
        'cases.closedAt',
      ])
      .select(['cases.receivedAt', 'cases.isOpen'])
      .execute(),
  )
}

describe.skipIf(incidents === undefined)('a real incident log', () => {
  onEngine(
    'sqlite',
    'all 2,468 incidents come in with their reassignments, reopenings and kept limits',
    async (app) => {
      const folder = incidents ?? ''
      const { cases: known } = answersOf(folder)
      await app.as('lead')
      const file = path.join(folder, 'events.csv')
      const ask = { file, mapping: INCIDENTS }
      const done = await app.call('imports.cases', ask)
      expect(done).toMatchObject({
        read: 14_132,
        created: known.incidents,
        updated: 14_132 - known.incidents,
        rejected: 0,
      })

      const rows = await incidentRows(app)
      expect({
        incidents: rows.length,
        with_reassignment_pct: share(rows.filter(({ transfers }) => transfers > 0).length, rows.length),
        reassignments_mean:
          Math.round((rows.reduce((sum, { transfers }) => sum + transfers, 0) / rows.length) * 1e4) / 1e4,
        reopened: rows.filter(({ round }) => round > 1).length,
      }).toEqual({
        incidents: known.incidents,
        with_reassignment_pct: known.with_reassignment_pct,
        reassignments_mean: known.reassignments_mean,
        reopened: known.reopened,
      })
      expect(rows.every(({ state, isOpen }) => state === 'closed' && isOpen === 0)).toBe(true)

      // Case by case what the source says: hands, reopenings, closing time, and its own verdict on the limit.
      const verdicts = await inStore(app, (db) =>
        db
          .selectFrom('caseEvents')
          .select(['caseId', 'seq', 'at', 'data'])
          .where('kind', '=', 'imported')
          .orderBy('seq')
          .execute(),
      )
      const met = new Map<string, boolean>()
      const finished = new Map<string, number>()
      for (const { caseId, at, data } of verdicts) {
        const told = JSON.parse(data) as { metLimit?: boolean; emits: string[] }
        if (told.metLimit !== undefined) met.set(caseId, told.metLimit)
        if (told.emits.includes('handled')) finished.set(caseId, at)
      }
      expect([...met.values()].filter(Boolean)).toHaveLength(known.made_sla)
      const [head = '', ...lines] = read(folder, 'expected_cases.csv').trim().split('\n')
      const names = head.trim().split(',')
      const expected = new Map(
        lines.map((line) => {
          const cells = line.trim().split(',')
          return [cells[0], Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']))]
        }),
      )
      const differing = rows.filter(({ externalId, transfers, round, id }) => {
        const one = expected.get(externalId)
        return (
          !one ||
          Number(one.reassignments) !== transfers ||
          Number(one.reopens) > 0 !== round > 1 ||
          (one.made_sla_last === '1') !== met.get(id)
        )
      })
      expect(differing.map(({ externalId }) => externalId)).toEqual([])
      // The last finishing lies at the source's own minute wherever it names one and saw it happen in its log.
      const minutes = rows
        .filter(({ round }) => round === 1)
        .map(({ externalId, receivedAt, id }) => {
          const at = finished.get(id)
          const told = expected.get(externalId)?.open_to_resolved_min ?? ''
          return at === undefined || told === '' ? undefined : (at - receivedAt) / MINUTE - Number(told)
        })
      const compared = minutes.filter((difference) => difference !== undefined)
      expect(compared).toHaveLength(2299)
      expect(compared.filter((difference) => difference === 0).length).toBeGreaterThan(2250)

      const replayed = await app.call('cases.replay', {})
      expect(replayed).toMatchObject({ cases: known.incidents, events: 14_132 + known.incidents, mismatches: 0 })
      expect(await app.call('imports.cases', ask)).toMatchObject({
        read: 14_132,
        created: 0,
        updated: 0,
        unchanged: 14_132,
      })
    },
  )
})

const TWEETS: Mapping = {
  columns: {
    id: 'tweet_id',
    system: { constant: 'twitter' },
    channel: { constant: 'socialOther' },
    receivedAt: 'tweet_created',
    author: { template: '@{name}' },
    link: { template: 'https://twitter.com/{name}/status/{tweet_id}' },
    content: 'text',
    category: {
      column: 'negativereason',
      values: {
        'Customer Service Issue': 'service.quality',
        'Late Flight': 'flight.delay',
        "Can't Tell": 'other.general',
        'Cancelled Flight': 'flight.cancel',
        'Lost Luggage': 'baggage.lost',
        'Bad Flight': 'equipment.seat',
        'Flight Booking Problems': 'ticket.booking',
        'Flight Attendant Complaints': 'service.attitude',
        longlines: 'service.boarding',
        'Damaged Luggage': 'baggage.damaged',
      },
      constant: 'other.general',
    },
    mood: { column: 'airline_sentiment', values: { negative: 'angry', neutral: 'calm', positive: 'grateful' } },
  },
}
const tweets = sharedData('us-airline-tweets')

describe.skipIf(tweets === undefined)('real posts of passengers', () => {
  // The first 1,000 of 11,712 rows: the whole file takes longer than an ordinary test should.
  onEngine(
    'sqlite',
    'posts come in as complaints with author, link, words, line breaks and their own times',
    async (app) => {
      await app.as('lead')
      const file = path.join(app.folder, 'tweets.csv')
      fs.writeFileSync(file, firstRecords(read(tweets ?? '', 'tweets.csv'), 1001))
      const done = await app.call('imports.cases', { file, mapping: TWEETS })
      const { created, rejected } = done
      expect([done.read, created + rejected]).toEqual([1000, 1000])
      expect(done.errors.every(({ reason }) => reason === 'duplicate')).toBe(true)
      const rows = await inStore(app, (db) =>
        db
          .selectFrom('importedCases')
          .innerJoin('cases', 'cases.id', 'importedCases.caseId')
          .select(['cases.content', 'cases.receivedAt', 'cases.contactName', 'cases.category', 'cases.channel'])
          .where('externalId', '=', '569973821396152323')
          .execute(),
      )
      expect(rows).toEqual([
        {
          content:
            "@VirginAmerica Hi, Virgin! I'm on hold for 40-50 minutes -- are there any earlier flights from LA to NYC tonight; earlier than 11:50pm?",
          receivedAt: Date.parse('2015-02-23T13:35:23-08:00'),
          contactName: '@noelduan',
          category: 'flight.delay',
          channel: 'socialOther',
        },
      ])
      expect(await app.call('imports.cases', { file, mapping: TWEETS })).toMatchObject({
        created: 0,
        unchanged: created,
      })
    },
  )
})

/** The first records of a CSV text; a quoted cell may hold line breaks. */
function firstRecords(text: string, count: number): string {
  let isQuoted = false
  let records = 0
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') isQuoted = !isQuoted
    else if (text[at] === '\n' && !isQuoted) {
      records += 1
      if (records === count) return text.slice(0, at + 1)
    }
  }
  return text
}

/** Every imported call as far as the figures need it. */
async function callRows(app: App) {
  return inStore(app, (db) =>
    db
      .selectFrom('importedCalls')
      .innerJoin('calls', 'calls.id', 'importedCalls.callId')
      .leftJoin('users', 'users.id', 'calls.agentId')
      .select(['calls.state', 'calls.waitMs', 'calls.talkMs', 'calls.resultCode', 'calls.result', 'users.login'])
      .execute(),
  )
}
const mean = (list: readonly number[]) =>
  Math.round((list.reduce((sum, one) => sum + one, 0) / list.length) * 1e4) / 1e4

const technion = sharedData('call-centre-technion')

describe.skipIf(technion === undefined)('a real call centre', () => {
  onEngine(
    'sqlite',
    'S1-13 a week of 11,715 real calls comes in with the known numbers of answered, abandoned and waiting',
    async (app) => {
      const folder = technion ?? ''
      const { days_1_7: known } = answersOf(folder)
      await app.as('lead')
      const mapping: Mapping = {
        columns: {
          id: { template: '{vru+line} {call_id} {date} {vru_entry}' },
          system: { constant: 'technion' },
          startedAt: { columns: ['date', 'vru_entry'], format: 'YYYY-MM-DD,H:mm:ss' },
          result: { column: 'outcome', values: { AGENT: 'other', HANG: 'abandoned', PHANTOM: 'missed' } },
          waitS: 'q_time',
          talkS: 'ser_time',
          handler: { column: 'server', values: { NO_SERVER: '' } },
        },
      }
      const ask = { file: path.join(folder, 'calls.csv'), mapping }
      expect(await app.call('imports.calls', ask)).toMatchObject({
        read: known.calls,
        created: known.calls,
        rejected: 0,
      })
      const calls = await callRows(app)
      const answered = calls.filter(({ state }) => state === 'done')
      const abandoned = calls.filter(({ state }) => state === 'abandoned')
      expect({
        calls: calls.length,
        answered: answered.length,
        abandoned_in_queue: abandoned.filter(({ waitMs }) => waitMs > 0).length,
        hang_without_queue: abandoned.filter(({ waitMs }) => waitMs === 0).length,
        phantom: calls.filter(({ state }) => state === 'missed').length,
        ASA_s: mean(answered.map(({ waitMs }) => waitMs / 1000)),
        AHT_service_s: mean(answered.map(({ talkMs }) => talkMs / 1000)),
      }).toEqual({
        calls: known.calls,
        answered: known.answered,
        abandoned_in_queue: known.abandoned_in_queue,
        hang_without_queue: known.hang_without_queue,
        phantom: known.phantom,
        ASA_s: known.ASA_s,
        AHT_service_s: known.AHT_service_s,
      })
      expect(await app.call('imports.calls', ask)).toMatchObject({ created: 0, unchanged: known.calls })
    },
  )
})

const phonenow = sharedData('call-centre-phonenow')

describe.skipIf(phonenow === undefined)('calls of eight agents', () => {
  onEngine('sqlite', 'each agent has the known calls, answers, waiting and talking times', async (app) => {
    const folder = phonenow ?? ''
    const { january: known } = answersOf(folder)
    const names = Object.keys(known.by_agent)
    await app.as('manager')
    for (const name of names)
      await app.call('users.create', {
        ...{
          login: name.toLowerCase(),
          name: `示例${name}`,
          role: 'agent',
          leadId: null,
          password: 'battery staple once',
        },
      })
    await app.as('lead')
    const mapping: Mapping = {
      columns: {
        id: 'call_id',
        system: { constant: 'phonenow' },
        startedAt: { columns: ['date', 'time'], format: 'YYYY-MM-DD,HH:mm:ss' },
        result: { column: 'answered', values: { Y: 'other', N: 'abandoned' } },
        waitS: 'speed_of_answer_s',
        talkS: 'talk_s',
        agent: { column: 'agent', values: Object.fromEntries(names.map((name) => [name, name.toLowerCase()])) },
        question: 'topic',
        outcome: 'resolved',
      },
    }
    await app.call('imports.calls', { file: path.join(folder, 'calls.csv'), mapping })
    const calls = await callRows(app)
    const figures = (rows: typeof calls) => {
      const answered = rows.filter(({ state }) => state === 'done')
      return {
        calls: rows.length,
        answered: answered.length,
        abandoned: rows.filter(({ state }) => state === 'abandoned').length,
        resolved: rows.filter(({ result }) => result === 'Y').length,
        ASA_s: mean(answered.map(({ waitMs }) => waitMs / 1000)),
        AHT_talk_s: mean(answered.map(({ talkMs }) => talkMs / 1000)),
        talk_total_s: answered.reduce((sum, { talkMs }) => sum + talkMs / 1000, 0),
      }
    }
    expect(known.overall).toMatchObject(figures(calls))
    for (const name of names)
      expect(known.by_agent[name]).toMatchObject(figures(calls.filter(({ login }) => login === name.toLowerCase())))
  })
})
