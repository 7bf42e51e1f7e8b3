import { flag, index, instant, integer, key, type Migration, oneOf, table, text } from '../src/main/store/schema.ts'

export const subTasks: Migration = {
  version: 120,
  name: 'subTasks',
  steps: [
    table('subTasks', {
      id: key(),
      caseId: text({ references: 'cases' }),
      /** Counts the sub-tasks of one case from 1. */
      place: integer({ min: 1 }),
      state: oneOf(['open', 'accepted', 'returned', 'answered', 'done', 'cancelled']),
      question: text(),
      department: text(),
      assigneeId: text({ nullable: true, references: 'users' }),
      /** Whether the other side needs to know who the customer is (S2-43). */
      needsIdentity: flag(),
      requestedBy: text({ references: 'users' }),
      requestedAt: instant(),
      dueAt: instant(),
      /** The rule that set the due time; null when a person set it. */
      ruleId: text({ nullable: true }),
      acceptedAt: instant({ nullable: true }),
      acceptedBy: text({ nullable: true, references: 'users' }),
      answeredAt: instant({ nullable: true }),
      answeredBy: text({ nullable: true, references: 'users' }),
      answer: text({ nullable: true }),
      endedAt: instant({ nullable: true }),
      endedBy: text({ nullable: true, references: 'users' }),
      /** Why it came back, was handed on, sent back or cancelled last. */
      reason: text({ nullable: true }),
    }),
    index('subTasks', 'caseId', 'place'),
    index('subTasks', 'assigneeId', 'state', 'dueAt'),
    index('subTasks', 'department', 'state', 'dueAt'),
    index('subTasks', 'requestedBy', 'state', 'dueAt'),
  ],
}
