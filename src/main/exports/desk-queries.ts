import type { Db, Row } from '../store/types.ts'

const columnsOf =
  <T>() =>
  <const C extends readonly (keyof T & string)[]>(columns: C): C =>
    columns

export const MESSAGE_COLUMNS = columnsOf<Row<'messages'>>()([
  ...(['id', 'caseId', 'memberId', 'careId', 'occasion', 'purpose', 'channel', 'language'] as const),
  ...(['templateCode', 'templateVersion', 'personName', 'address', 'subject', 'body', 'state', 'isAutomatic'] as const),
  ...(['createdAt', 'createdBy', 'checkedAt', 'checkedBy', 'checkNote', 'dueAt', 'promisedAt'] as const),
  ...(['handedAt', 'handedBy', 'sentAt', 'sentBy', 'reference', 'failReason', 'repliedAt', 'replyText'] as const),
])

export const CARE_COLUMNS = columnsOf<Row<'careContacts'>>()([
  ...(['id', 'memberId', 'caseId', 'kind', 'occasion', 'reason', 'ownerId', 'dueDay', 'state'] as const),
  ...(['plannedBy', 'plannedAt', 'doneAt', 'doneBy', 'isReached', 'result', 'needs', 'opinions'] as const),
  ...(['effect', 'effectText', 'effectAt', 'effectBy', 'followsId'] as const),
])

export const CHOICE_COLUMNS = columnsOf<Row<'channelChoices'>>()([
  ...(['id', 'memberId', 'channel', 'given', 'at', 'actorId', 'source'] as const),
])

export const SURVEY_COLUMNS = columnsOf<Row<'surveyAnswers'>>()([
  ...(['id', 'invitationId', 'formId', 'scope', 'source', 'channel', 'caseId', 'round', 'callId', 'memberId'] as const),
  ...(['agentId', 'answeredAt', 'enteredAt', 'enteredBy', 'result', 'process', 'agent', 'overall', 'nps'] as const),
  ...([
    'effort',
    'accepted',
    'solved',
    'comment',
    'body',
    'decision',
    'decidedAt',
    'decidedBy',
    'decisionNote',
  ] as const),
])

export const POST_COLUMNS = columnsOf<Row<'posts'>>()([
  ...(['id', 'platform', 'link', 'author', 'text', 'postedAt', 'recordedAt', 'recordedBy', 'memberId'] as const),
  ...(['answer', 'answeredAt', 'answeredBy', 'caseId', 'dismissed', 'dismissedAt'] as const),
])

/** What the desk told a member and heard back beside calls and cases: messages, care, choices of channel, surveys, posts. */
export async function readDeskParts(db: Db, memberId: string, caseIds: readonly string[]) {
  const ids = caseIds.length === 0 ? [''] : caseIds
  const messages = db.selectFrom('messages').select(MESSAGE_COLUMNS)
  const care = db.selectFrom('careContacts').select(CARE_COLUMNS)
  const answers = db.selectFrom('surveyAnswers').select(SURVEY_COLUMNS)
  const posts = db.selectFrom('posts').select(POST_COLUMNS)
  const choices = db.selectFrom('channelChoices').select(CHOICE_COLUMNS).where('memberId', '=', memberId)
  return {
    messages: await messages
      .where((eb) => eb.or([eb('memberId', '=', memberId), eb('caseId', 'in', ids)]))
      .orderBy('createdAt')
      .orderBy('id')
      .execute(),
    careContacts: await care
      .where((eb) => eb.or([eb('memberId', '=', memberId), eb('caseId', 'in', ids)]))
      .orderBy('plannedAt')
      .orderBy('id')
      .execute(),
    channelChoices: await choices.orderBy('at').orderBy('id').execute(),
    surveyAnswers: await answers
      .where((eb) => eb.or([eb('memberId', '=', memberId), eb('caseId', 'in', ids)]))
      .orderBy('answeredAt')
      .orderBy('id')
      .execute(),
    posts: await posts
      .where((eb) => eb.or([eb('memberId', '=', memberId), eb('caseId', 'in', ids)]))
      .orderBy('postedAt')
      .orderBy('id')
      .execute(),
  }
}
