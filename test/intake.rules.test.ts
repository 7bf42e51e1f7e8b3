import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import shipped from '../resources/policies/workflow-complaint.json' with { type: 'json' }
import type { CaseRow } from '../src/main/rules/case-fields.ts'
import { canCloseCheck, canCount, checkStateOf } from '../src/main/rules/channel-check.ts'
import { courseOf, eventsInto, stateNamed } from '../src/main/rules/import-case.ts'
import { moment } from '../src/main/rules/import-instants.ts'
import { isPostLate, medianOf, postDueAt, stateOfPost } from '../src/main/rules/post.ts'
import { workflowDefinition } from '../src/shared/workflow/model.ts'

const workflow = workflowDefinition.parse(shipped)
const today = '2026-09-30'

function read(text: string, format?: string) {
  const cell = moment.reader(format)?.(text, { today })
  return cell?.ok ? new Date(cell.value).toISOString() : cell?.reason
}

describe('times of other systems', () => {
  test('what names no zone is Beijing time, what names one is that', () => {
    expect([
      read('2026-09-30 08:00'),
      read('2026/9/30 8:00:30'),
      read('2026年9月30日 08:00'),
      read('2026-09-30T08:00:00+08:00'),
      read('2015-02-24 11:35:52 -0800'),
      read('2026-09-30T00:00Z'),
      read('29/2/2016 06:38', 'D/M/YYYY HH:mm'),
      read('2010-08-01,0:10:10', 'YYYY-MM-DD,H:mm:ss'),
    ]).toEqual([
      '2026-09-30T00:00:00.000Z',
      '2026-09-30T00:00:30.000Z',
      '2026-09-30T00:00:00.000Z',
      '2026-09-30T00:00:00.000Z',
      '2015-02-24T19:35:52.000Z',
      '2026-09-30T00:00:00.000Z',
      '2016-02-28T22:38:00.000Z',
      '2010-07-31T16:10:10.000Z',
    ])
  })

  test('a time that does not exist or is only a day is refused, and a format must name every part once', () => {
    expect([read('2026-02-30 08:00'), read('2026-09-30'), read('2026-09-30 24:10'), read('12/09/2026 08:00')]).toEqual([
      ...['not-an-instant', 'not-an-instant', 'not-an-instant', 'not-an-instant'],
    ])
    expect(read('1889-01-01 08:00')).toBe('too-early')
    expect([moment.reader('D/M/YYYY'), moment.reader('D/D/YYYY HH:mm')]).toEqual([undefined, undefined])
  })
})

describe('the course of a case elsewhere', () => {
  const row = (at: number, more: CaseRow = {}): CaseRow => ({ id: 'x', receivedAt: 1000, eventAt: at, ...more })
  const course = (values: CaseRow[]) => {
    const rows = values.map((value, i) => ({ row: i + 2, value }))
    const judged = courseOf(rows, workflow, 'registered')
    if (!judged.ok) throw new Error(JSON.stringify(judged.faults))
    return judged.course
  }

  test('a state is known by its id and by its name in both languages', () => {
    expect([stateNamed(workflow, 'closed'), stateNamed(workflow, '已关闭'), stateNamed(workflow, ' Closed ')]).toEqual([
      ...['closed', 'closed', 'closed'],
    ])
    expect(stateNamed(workflow, 'Parked')).toBe(undefined)
  })

  test('reaching a state means what every way into it has in common', () => {
    expect(eventsInto(workflow, 'registered', 'replied')).toEqual(['handled', 'replied'])
    expect(eventsInto(workflow, 'closed', 'investigating')).toEqual(['reopened'])
    expect(eventsInto(workflow, 'waitingCustomer', 'investigating')).toEqual(['customerReturned'])
    expect(eventsInto(workflow, 'registered', 'investigating')).toEqual([])
  })

  test('nothing is done about a matter before it is told: then it was told by its first event', () => {
    expect(course([row(400), row(2000)]).receivedAt).toBe(400)
    expect(course([row(1500)]).receivedAt).toBe(1000)
  })

  test('a row for each case tells its moments; a final state needs the time at which it was closed', () => {
    const told = course([{ id: 'x', receivedAt: 10, respondedAt: 20, resolvedAt: 30, closedAt: 40, state: 'closed' }])
    expect(told.entries.map(({ at, toState, data }) => [at, toState, data.emits])).toEqual([
      [20, undefined, ['responded']],
      [30, undefined, ['answered', 'handled', 'replied']],
      [40, 'closed', ['closed']],
    ])
    expect(courseOf([{ row: 2, value: { id: 'x', receivedAt: 10, state: 'closed' } }], workflow, 'registered')).toEqual(
      {
        ok: false,
        faults: [{ row: 2, field: 'closedAt', reason: 'required' }],
      },
    )
  })

  const states = ['registered', 'investigating', 'waitingCustomer', 'replied', 'closed']
  const event = fc.record({
    eventAt: fc.integer({ min: 1, max: 50 }),
    state: fc.constantFrom(...states),
    team: fc.constantFrom('a', 'b', 'c'),
  })

  test('whatever order the rows stand in, none is lost, time never runs back, and each state follows from the one before', () => {
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 12 }), (events) => {
        const { entries, receivedAt } = course(events.map((one) => row(one.eventAt, one)))
        expect(entries.map(({ data }) => data.row).sort((a, b) => a - b)).toEqual(events.map((_, i) => i + 2))
        let state = 'registered'
        let at = receivedAt
        for (const entry of entries) {
          expect(entry.at).toBeGreaterThanOrEqual(at)
          at = entry.at
          if (entry.toState === undefined) continue
          expect(entry.fromState).toBe(state)
          expect(entry.toState).not.toBe(state)
          state = entry.toState
        }
      }),
    )
  })

  test('counters of the file decide: reassignments and reopenings add up to the last count', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 10 })
    fc.assert(
      fc.property(counts, counts, (moves, opens) => {
        let [reassignments, reopens] = [0, 0]
        const rows = moves.map((move, i) => {
          reassignments += move
          reopens += opens[i] ?? 0
          return row(2000 + i, { reassignments, reopens })
        })
        expect(course(rows)).toMatchObject({ reassigned: reassignments, reopened: reopens })
      }),
    )
  })
})

describe('posts', () => {
  const post = { postedAt: 0, dueAt: postDueAt(0, 2), answeredAt: null, caseId: null, dismissed: null }

  test('late is what is answered, or still waits, after its limit; what needs no answer is never late', () => {
    expect([isPostLate(post, 120_000), isPostLate(post, 120_001)]).toEqual([false, true])
    expect(isPostLate({ ...post, answeredAt: 120_000 }, 999_999)).toBe(false)
    expect(isPostLate({ ...post, answeredAt: 120_001 }, 999_999)).toBe(true)
    expect(isPostLate({ ...post, dismissed: '表扬' }, 999_999)).toBe(false)
    expect(stateOfPost({ ...post, answeredAt: 1, caseId: 'c' })).toBe('converted')
  })

  test('the middle of the response times', () => {
    expect([medianOf([]), medianOf([3]), medianOf([9, 1, 5]), medianOf([4, 1, 3, 2])]).toEqual([null, 3, 5, 2])
  })
})

describe('the daily check of a channel', () => {
  test('a count may be corrected until its check is closed, and no day to come is counted', () => {
    expect(canCount(undefined, today, today)).toEqual({ allowed: true })
    expect(canCount(undefined, '2026-10-01', today)).toMatchObject({ rule: 'check-in-future' })
    expect(canCount({ received: 1, closedAt: 5 }, today, today)).toMatchObject({ rule: 'check-closed' })
  })

  test('only a difference needs an explanation', () => {
    const open = { received: 3, closedAt: null }
    expect(checkStateOf(open)).toBe('open')
    expect(canCloseCheck(open, 3, '')).toEqual({ allowed: true })
    expect(canCloseCheck(open, 2, '  ')).toMatchObject({ rule: 'check-unexplained' })
    expect(canCloseCheck(open, 2, '重复提交')).toEqual({ allowed: true })
    expect(canCloseCheck({ received: null, closedAt: null }, 0, '')).toMatchObject({ rule: 'check-uncounted' })
  })
})
