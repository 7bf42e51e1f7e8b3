import fc from 'fast-check'
import { expect, test } from 'vitest'
import { memberScopeFor } from '../src/main/rules/access.ts'
import { reachesMember, type TeamMate, teamOf } from '../src/main/rules/member-scope.ts'
import type { Role } from '../src/shared/roles.ts'

const IDS = ['a', 'b', 'c', 'd', 'e'] as const
const id = fc.constantFrom(...IDS)
const staff = fc.tuple(...IDS.map((one) => fc.option(id).map((leadId): TeamMate => ({ id: one, leadId }))))
const ties = fc.record({
  id: fc.constantFrom('m1', 'm2'),
  people: fc.uniqueArray(fc.constantFrom(...IDS, 'gone')),
  createdBy: fc.option(fc.constantFrom(...IDS, 'gone')),
})
const desk = fc.constantFrom<Role>('agent', 'lead', 'manager')

const scopeOf = (
  me: string,
  role: Role,
  rows: 'all' | 'team' | 'assigned',
  people: readonly TeamMate[],
  opened: string[] = [],
) =>
  memberScopeFor({
    ...{ id: me, role },
    ...(rows === 'all'
      ? {}
      : { reading: { rows, people: rows === 'team' ? teamOf(people, me) : [me], callsSince: 0 } }),
    authorised: { ownRole: role, readsRestricted: false, openedCases: [], openedMembers: opened },
  })

test('S3-129 a wider rule never hides a member: one’s own are among the team’s, and those among all', () => {
  fc.assert(
    fc.property(id, desk, staff, ties, fc.subarray(['m1', 'm2']), (me, role, people, member, opened) => {
      const reads = (rows: 'all' | 'team' | 'assigned') =>
        reachesMember(scopeOf(me, role, rows, people, opened), member)
      expect(reads('all')).toBe(true)
      if (reads('assigned')) expect(reads('team')).toBe(true)
    }),
  )
})

test('S3-129 what was opened is read, more ties of one’s own never hide, and the administrator reads nothing', () => {
  fc.assert(
    fc.property(
      id,
      desk,
      staff,
      ties,
      fc.constantFrom('team' as const, 'assigned' as const),
      (me, role, people, member, rows) => {
        const scope = scopeOf(me, role, rows, people)
        expect(reachesMember(scopeOf(me, role, rows, people, [member.id]), member)).toBe(true)
        expect(reachesMember(scope, { ...member, people: [...member.people, me] })).toBe(true)
        expect(reachesMember(scopeOf(me, 'admin', 'all', people, [member.id]), member)).toBe(false)
        expect(reachesMember(scope, { ...member, createdBy: me })).toBe(true)
        const isMine = member.people.includes(me) || member.createdBy === me
        if (rows === 'assigned') expect(reachesMember(scope, member)).toBe(isMine)
        if (member.people.length === 0) expect(reachesMember(scope, member)).toBe(rows === 'team' || isMine)
      },
    ),
  )
})

test('a team has its lead and everybody below; colleagues of one lead have the same team', () => {
  fc.assert(
    fc.property(id, staff, (me, people) => {
      const team = teamOf(people, me)
      expect(team).toContain(me)
      for (const one of people) if (one.leadId !== null && team.includes(one.leadId)) expect(team).toContain(one.id)
    }),
  )
  const people = [
    { id: 'boss', leadId: null },
    { id: 'lead', leadId: 'boss' },
    { id: 'other', leadId: 'boss' },
    { id: 'li', leadId: 'lead' },
    { id: 'wang', leadId: 'lead' },
    { id: 'sun', leadId: 'other' },
    { id: 'alone', leadId: null },
  ]
  expect(teamOf(people, 'li').sort()).toEqual(['lead', 'li', 'wang'])
  expect(teamOf(people, 'wang').sort()).toEqual(teamOf(people, 'lead').sort())
  expect(teamOf(people, 'boss').sort()).toEqual(['boss', 'lead', 'li', 'other', 'sun', 'wang'])
  expect(teamOf(people, 'alone')).toEqual(['alone'])
})
