import type { FieldClass } from '../../shared/exports/profiles.ts'

type Classed = Partial<Record<FieldClass, string>>

/** What every column of an export holds, column names with blanks between; a test compares them with the columns. */
const CLASSES: Record<string, Classed> = {
  member: {
    fact: 'id language level tier tierSince tierUntil vipSince status enrolledOn leftOn verifiedAt createdAt updatedAt',
    person: 'cardNo name namePinyin nameInitials nameOther gender birthDate title',
    contact: 'mobile mobileBackwards email wechat documentType documentNo documentBackwards province city',
    story: 'preferences',
    working: 'vipReason careNotes',
    staff: 'createdBy',
  },
  contacts: { fact: 'id memberId kind maySpeak', contact: 'value normalized label' },
  periods: { fact: 'memberId period distanceKm segments points', money: 'spendFen partnerSpendFen' },
  tierChanges: {
    fact: 'id memberId runId at fromTier toTier change policyId validUntil',
    working: 'reason',
    staff: 'actorId',
  },
  consents: { fact: 'id memberId purpose given at channel', staff: 'actorId' },
  bookings: {
    fact: 'flightNo day origin destination pnr ticketNo cabin seat status delayMinutes',
    money: 'fareFen',
  },
  spends: { fact: 'id memberId at kind', story: 'description', money: 'amountFen' },
  calls: {
    fact: 'id number direction state memberId startedAt answeredAt endedAt wrapUpEndedAt heldSince rings waitMs talkMs holdMs wrapUpMs maxRings isInTime resultCode callBackOf',
    contact: 'phone',
    person: 'callerName',
    staff: 'agentId',
    story: 'question result',
    working: 'greeting process',
  },
  callEvents: { fact: 'callId seq at kind', staff: 'actorId', working: 'data' },
  callConsults: {
    fact: 'id callId startedAt endedAt',
    staff: 'askedId',
    // A name, of a colleague or of somebody outside: no number stands in its place.
    others: 'asked',
    working: 'question answer',
  },
  callWaits: {
    fact: 'id source startedAt fromId kind toDesk state settledAt callId',
    contact: 'phone',
    staff: 'createdBy toUserId settledBy',
    working: 'externalId note',
  },
  cases: {
    fact: 'id number kind state isOpen round memberId tierAtOpening channel isRestricted category contentClass department timeClass serviceType flightId flightNo flightDay route ticketNo pnr baggageTag callId receivedAt registeredAt closedAt workflowPolicyId targetPolicyId relatedCaseId transfers nextDueAt nextClock queueAt lastSeq updatedAt',
    person: 'contactName',
    contact: 'contactPhone contactDigits',
    story: 'anonymousReason title content demand',
    staff: 'ownerId registeredBy',
    working: 'severity objectClass urgency importance priority reason isComplex escalation',
    others: 'staffConcerned',
  },
  followUps: {
    fact: 'id caseId callId memberId kind dueAt createdAt doneAt',
    staff: 'ownerId',
    story: 'text',
    working: 'outcome',
  },
  caseEvents: { fact: 'caseId seq at recordedAt kind fromState toState', staff: 'actorId', working: 'data' },
  clocks: {
    fact: 'id caseId kind item round state ruleId calendarId startedAt dueAt isProvisional pausedAt stoppedAt breachedAt warnedPercent reminders nextCheckAt promise promised',
    working: 'body',
  },
  evidence: {
    fact: 'id caseId kind size sha256 addedAt withdrawnAt',
    story: 'name',
    staff: 'addedBy withdrawnBy',
    working: 'note withdrawReason',
  },
  subTasks: {
    fact: 'id caseId place state department needsIdentity requestedAt dueAt ruleId acceptedAt answeredAt endedAt',
    staff: 'assigneeId requestedBy acceptedBy answeredBy endedBy',
    working: 'question answer reason',
  },
  caseCauses: { fact: 'caseId code version chosenAt kind receivedAt', staff: 'chosenBy', working: 'text' },
  messages: {
    fact: 'id caseId memberId careId occasion purpose channel language templateCode templateVersion state isAutomatic createdAt checkedAt dueAt promisedAt handedAt sentAt reference repliedAt',
    person: 'personName',
    contact: 'address',
    story: 'subject body replyText',
    staff: 'createdBy checkedBy handedBy sentBy',
    working: 'checkNote failReason',
  },
  careContacts: {
    fact: 'id memberId caseId kind occasion dueDay state plannedAt doneAt isReached effectAt followsId',
    story: 'needs opinions',
    staff: 'ownerId plannedBy doneBy effectBy',
    working: 'reason result effect effectText',
  },
  channelChoices: { fact: 'id memberId channel given at source', staff: 'actorId' },
  surveyAnswers: {
    fact: 'id invitationId formId scope source channel caseId round callId memberId answeredAt enteredAt result process agent overall nps effort accepted solved',
    story: 'comment body',
    staff: 'agentId enteredBy decidedBy',
    working: 'decision decidedAt decisionNote',
  },
  posts: {
    fact: 'id platform link postedAt recordedAt memberId answeredAt caseId dismissedAt',
    person: 'author',
    story: 'text answer',
    staff: 'recordedBy answeredBy',
    working: 'dismissed',
  },
}

const CLASS_OF = new Map(
  Object.entries(CLASSES).flatMap(([table, classes]) =>
    Object.entries(classes).flatMap(([name, columns]) =>
      columns.split(' ').map((column) => [`${table}.${column}`, name as FieldClass] as const),
    ),
  ),
)

/** What a column holds; undefined when nobody has said, which the rules take for the worst. */
export function classOf(table: string, column: string): FieldClass | undefined {
  return CLASS_OF.get(`${table}.${column}`)
}

/** The columns that have a class, for the test that none is forgotten. */
export function classedColumns(table: string): string[] {
  const prefix = `${table}.`
  return [...CLASS_OF.keys()].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length))
}
