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
} from '../src/main/store/schema.ts'

const person = () => text({ references: 'users' })
const maybePerson = () => text({ nullable: true, references: 'users' })

export const outreachAndPromises: Migration = {
  version: 390,
  name: 'outreach-promises',
  steps: [
    /** What makes a follow-up a promise to the customer: who gave it, its warnings, and how it ended. */
    table('promises', {
      followUpId: text({ primary: true, references: 'followUps' }),
      promisedBy: person(),
      /** From when the present term runs: the promise itself, or when it was moved last. */
      termFrom: instant(),
      warnedAt: instant({ nullable: true }),
      overdueAt: instant({ nullable: true }),
      /** The next instant at which it has to be looked at; null when nothing is left. */
      nextCheckAt: instant({ nullable: true }),
      result: oneOf(['kept', 'late', 'broken', 'released'], { nullable: true }),
      settledBy: maybePerson(),
    }),
    index('promises', 'nextCheckAt', 'followUpId'),
    index('promises', 'promisedBy'),
    index('promises', 'settledBy'),
    /** A promise that was given another time, agreed with the customer and with the reason. */
    table(
      'promiseMoves',
      {
        followUpId: text({ references: 'promises.followUpId' }),
        seq: integer({ min: 1 }),
        at: instant(),
        actorId: person(),
        fromDueAt: instant(),
        toDueAt: instant(),
        reason: text(),
      },
      ['followUpId', 'seq'],
    ),
    index('promiseMoves', 'actorId'),
    /** Outreach: for whom, for what, how often at most and when not. */
    table('campaigns', {
      id: key(),
      name: text({ unique: true }),
      occasion: oneOf(['group', 'birthday', 'festival', 'tierChange', 'afterComplaint', 'beforeTrip', 'dormant']),
      kind: oneOf(['phone', 'visit', 'sms', 'email', 'app', 'web']),
      /** What is to be said. */
      brief: text(),
      groupId: text({ nullable: true, references: 'targetGroups' }),
      /** Tiers, days and owners, as JSON. */
      target: text(),
      mostContacts: integer({ min: 1 }),
      perDays: integer({ min: 1 }),
      /** Minutes of the day between which nobody is called. */
      quietFrom: integer({ min: 0 }),
      quietUntil: integer({ min: 0 }),
      state: oneOf(['running', 'stopped', 'ended']),
      stateAt: instant(),
      stateBy: person(),
      stateReason: text(),
      createdAt: instant(),
      createdBy: person(),
    }),
    index('campaigns', 'state', 'createdAt', 'id'),
    index('campaigns', 'groupId'),
    index('campaigns', 'stateBy'),
    index('campaigns', 'createdBy'),
    /** A care contact that belongs to a campaign, and how the person answered. */
    table('campaignContacts', {
      careId: text({ primary: true, references: 'careContacts' }),
      campaignId: text({ references: 'campaigns' }),
      tries: integer({ min: 0 }),
      /** Not offered again before this moment, after nobody answered or the person asked for later. */
      notBefore: instant({ nullable: true }),
      result: oneOf(['reached', 'agreed', 'declined', 'optedOut', 'unreachable'], { nullable: true }),
      resultAt: instant({ nullable: true }),
    }),
    index('campaignContacts', 'campaignId', 'result', 'careId'),
    /** Who was not written to and why: one row for each rule, counted at every filling. */
    table(
      'campaignSkips',
      { campaignId: text({ references: 'campaigns' }), memberId: text({ references: 'members' }), rule: text() },
      ['campaignId', 'memberId'],
    ),
    index('campaignSkips', 'memberId'),
    /** What a person likes of the desk: size of text, contrast, keys, quiet rules. */
    table('personalSettings', {
      userId: text({ primary: true, references: 'users' }),
      body: text(),
      updatedAt: instant(),
    }),
    /** What the desk told a person outside its window, or kept quiet about and why. */
    table('deskNotices', {
      id: key(),
      userId: person(),
      kind: oneOf(['breach', 'warning', 'assigned', 'promise', 'todo']),
      /** Names what it is about, so that nobody is told twice. */
      source: text(),
      caseId: text({ nullable: true, references: 'cases' }),
      at: instant(),
      verdict: oneOf(['shown', 'quiet']),
      why: text(),
      readAt: instant({ nullable: true }),
    }),
    uniqueIndex('deskNotices', 'userId', 'source'),
    index('deskNotices', 'userId', 'readAt', 'at'),
    index('deskNotices', 'caseId'),
  ],
}
