import { expect, test } from 'vitest'
import { limitsOf } from '../src/main/rules/class-limits.ts'
import { axesOf } from '../src/main/rules/classification.ts'
import { SHIPPED_CALENDARS, SHIPPED_TARGETS } from '../src/main/rules/packs.ts'
import { SHIPPED_CLASSES } from '../src/main/rules/shipped-classes.ts'
import { calendarsById } from '../src/main/rules/targets.ts'
import { classLists } from '../src/shared/classes/model.ts'

const calendars = calendarsById(SHIPPED_CALENDARS)

test('S1-44 a category without a limit of its own has its group’s, or else the one for every case', () => {
  const rules = SHIPPED_TARGETS.rules.filter(({ when }) => !when.timeClasses && !when.severities)
  const sourceOf = (category: string) =>
    limitsOf(
      {
        kind: 'complaint',
        category,
        channel: 'phone',
        timeClass: 'h48',
        receivedAt: Date.parse('2026-09-28T10:00+08:00'),
      },
      { ...SHIPPED_TARGETS, rules },
      calendars,
    ).find(({ clock }) => clock === 'resolve')?.from
  expect([sourceOf('flight.delay'), sourceOf('flight.wifi'), sourceOf('pets')]).toEqual(['own', 'group', 'default'])
})

test('S2-18 nature and category each propose a time class and the tighter is taken; what a person chose stays', () => {
  const kept = { contentClass: null, objectClass: null, department: null, timeClass: 'h24' } as const
  const classOf = (severity: 'general' | 'urgent', given?: 'h48') =>
    axesOf({ category: 'travel.hotel', severity, timeClass: given }, kept).timeClass
  expect([classOf('general'), classOf('urgent'), classOf('general', 'h48')]).toEqual(['h24', 'immediate', 'h48'])
})

test('the shipped lists are whole: every part is what an administrator could have typed', () => {
  expect(classLists.parse(SHIPPED_CLASSES)).toEqual(SHIPPED_CLASSES)
})
