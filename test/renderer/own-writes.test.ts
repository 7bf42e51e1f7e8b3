import { expect, test } from 'vitest'
import { noteOwnWrite, pastOwnWrites } from '../../src/renderer/own-writes.ts'

test('a second act from a page that has not read its first again goes on from the first', () => {
  noteOwnWrite({ id: 'case-a', expectedSeq: 4 }, { lastSeq: 5 })
  noteOwnWrite({ caseId: 'case-a', expectedSeq: 5 }, { lastSeq: 7 })
  expect(pastOwnWrites({ id: 'case-a', expectedSeq: 4, text: 'kept' })).toEqual({
    id: 'case-a',
    expectedSeq: 7,
    text: 'kept',
  })
})

test('what somebody else wrote stays a conflict, and other cases and inputs stay as they are', () => {
  noteOwnWrite({ id: 'case-b', expectedSeq: 2 }, { lastSeq: 3 })
  // Number 4 was not written here: a page that shows 3 may go on only from 3.
  expect(pastOwnWrites({ id: 'case-b', expectedSeq: 3 })).toEqual({ id: 'case-b', expectedSeq: 3 })
  expect(pastOwnWrites({ id: 'case-c', expectedSeq: 2 })).toEqual({ id: 'case-c', expectedSeq: 2 })
  expect(pastOwnWrites({ text: 'no step' })).toEqual({ text: 'no step' })
  noteOwnWrite({ id: 'case-c', expectedSeq: 2 }, {})
  expect(pastOwnWrites({ id: 'case-c', expectedSeq: 2 })).toEqual({ id: 'case-c', expectedSeq: 2 })
})
