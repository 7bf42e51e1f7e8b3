import {
  index,
  instant,
  integer,
  key,
  type Migration,
  oneOf,
  table,
  text,
  uniqueIndex,
  widened,
} from '../src/main/store/schema.ts'

const user = () => text({ references: 'users' })
const INDICATORS = [
  ...['satisfaction', 'resolution', 'complaintTime', 'answerTime', 'handlingTime', 'knowledge', 'teamwork'],
  ...['firstContact', 'answerSpeed', 'quality'],
]

export const calibration: Migration = {
  version: 410,
  name: 'calibration',
  steps: [
    /** Several leads judge the same cases or calls apart from each other, then look at where they differ. */
    table('calibrations', {
      id: key(),
      title: text(),
      kind: oneOf(['complaint', 'call']),
      formVersion: integer({ min: 1 }),
      state: oneOf(['open', 'closed']),
      dueDay: text(),
      createdAt: instant(),
      createdBy: user(),
      closedAt: instant({ nullable: true }),
      closedBy: text({ nullable: true, references: 'users' }),
      /** The agreement as it was when the session was closed. */
      result: text({ nullable: true }),
      conclusion: text(),
    }),
    index('calibrations', 'createdAt', 'id'),
    index('calibrations', 'createdBy'),
    index('calibrations', 'closedBy'),
    table('calibrationRaters', { calibrationId: text({ references: 'calibrations' }), userId: user() }, [
      'calibrationId',
      'userId',
    ]),
    index('calibrationRaters', 'userId'),
    table('calibrationSubjects', {
      id: key(),
      calibrationId: text({ references: 'calibrations' }),
      place: integer({ min: 1 }),
      caseId: text({ nullable: true, references: 'cases' }),
      callId: text({ nullable: true, references: 'calls' }),
      number: text(),
      /** Marks that the program gives itself, the same for everybody. */
      computed: text(),
    }),
    uniqueIndex('calibrationSubjects', 'calibrationId', 'place'),
    index('calibrationSubjects', 'caseId'),
    index('calibrationSubjects', 'callId'),
    table('calibrationMarks', {
      id: key(),
      subjectId: text({ references: 'calibrationSubjects' }),
      userId: user(),
      marks: text(),
      comment: text(),
      total: integer({ min: 0 }),
      at: instant(),
    }),
    uniqueIndex('calibrationMarks', 'subjectId', 'userId'),
    index('calibrationMarks', 'userId'),
    /** An item's words as the session amended them, with the version of the form that holds them. */
    table('calibrationAmendments', {
      id: key(),
      calibrationId: text({ references: 'calibrations' }),
      itemId: text(),
      formVersion: integer({ min: 2 }),
      before: text(),
      after: text(),
      reason: text(),
      at: instant(),
      by: user(),
    }),
    index('calibrationAmendments', 'calibrationId', 'at'),
    index('calibrationAmendments', 'by'),
    /** Scores of the three newer indicators can be changed like the others. */
    ...widened('scorecardChanges', {
      id: key(),
      cardId: text({ references: 'scorecards' }),
      seq: integer({ min: 1 }),
      stage: oneOf(['calibration', 'appeal', 'correction']),
      indicator: oneOf(INDICATORS),
      fromScore: integer({ nullable: true, min: 0 }),
      toScore: integer({ min: 0 }),
      reason: text(),
      at: instant(),
      by: user(),
    }),
    index('scorecardChanges', 'cardId', 'seq'),
    index('scorecardChanges', 'by'),
  ],
}
