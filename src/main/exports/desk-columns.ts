import type { Row } from '../store/types.ts'

const columnsOf =
  <T>() =>
  <const C extends readonly (keyof T & string)[]>(columns: C): C =>
    columns

/** A piece of evidence without its content, which stays sealed in the store. */
export const EVIDENCE_COLUMNS = columnsOf<Row<'evidence'>>()([
  ...(['id', 'caseId', 'name', 'kind', 'size', 'sha256', 'note', 'addedAt', 'addedBy'] as const),
  ...(['withdrawnAt', 'withdrawnBy', 'withdrawReason'] as const),
])

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
