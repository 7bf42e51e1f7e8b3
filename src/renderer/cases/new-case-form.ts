import { z } from 'zod'
import { CONTENT_CLASSES } from '../../shared/cases/axes.ts'
import { MOODS } from '../../shared/cases/moods.ts'
import {
  CASE_KINDS,
  type CaseKind,
  type Category,
  categoryCode,
  departmentCode,
  IMPORTANCES,
  OBJECTS,
  plainCode,
  SEVERITIES,
  TIME_CLASSES,
  URGENCIES,
} from '../../shared/cases/words.ts'
import type { Input } from '../../shared/contracts.ts'
import { type CallId, caseId, type MemberId, memberId, userId } from '../../shared/ids.ts'
import { instant } from '../../shared/time.ts'
import { isLiveChannel } from '../ui/classes.ts'

/** What the form holds while it is filled in; kept as a draft, so every part of it has a plain value. */
export const newCaseForm = z.object({
  kind: z.enum(CASE_KINDS),
  channel: plainCode,
  memberId: memberId.nullable(),
  contactName: z.string(),
  contactPhone: z.string(),
  anonymousReason: z.string(),
  receivedAt: instant.nullable(),
  content: z.string(),
  demand: z.string(),
  reason: z.string(),
  serviceType: plainCode.nullable(),
  category: categoryCode.nullable(),
  severity: z.enum(SEVERITIES),
  contentClass: z.enum(CONTENT_CLASSES).nullable(),
  objectClass: z.enum(OBJECTS).nullable(),
  department: departmentCode.nullable(),
  timeClass: z.enum(TIME_CLASSES).nullable(),
  urgency: z.enum(URGENCIES).nullable(),
  importance: z.enum(IMPORTANCES).nullable(),
  flightNo: z.string(),
  flightDay: z.string(),
  route: z.string(),
  ticketNo: z.string(),
  pnr: z.string(),
  baggageTag: z.string(),
  staffConcerned: z.string(),
  ownerId: userId.nullable(),
  relatedCaseId: caseId.nullable(),
  apologyGiven: z.boolean(),
  thanked: z.boolean(),
  readBack: z.boolean().default(false),
  mood: z.enum(MOODS).nullable().default(null),
  isAcknowledged: z.boolean(),
  answer: z.string(),
})
export type NewCaseForm = z.infer<typeof newCaseForm>

export type SetForm = (change: Partial<NewCaseForm>) => void

/** An empty form; a call or a member already says whom it is about. */
export function emptyForm(kind: string | null, member: MemberId | null): NewCaseForm {
  return {
    kind: CASE_KINDS.find((one) => one === kind) ?? 'complaint',
    channel: 'phone',
    memberId: member,
    contactName: '',
    contactPhone: '',
    anonymousReason: '',
    receivedAt: null,
    content: '',
    demand: '',
    reason: '',
    serviceType: null,
    category: null,
    severity: 'general',
    contentClass: null,
    objectClass: null,
    department: null,
    timeClass: null,
    urgency: null,
    importance: null,
    flightNo: '',
    flightDay: '',
    route: '',
    ticketNo: '',
    pnr: '',
    baggageTag: '',
    staffConcerned: '',
    ownerId: null,
    relatedCaseId: null,
    apologyGiven: false,
    thanked: false,
    readBack: false,
    mood: null,
    isAcknowledged: false,
    answer: '',
  }
}

const AXES = ['contentClass', 'objectClass', 'department', 'timeClass', 'urgency', 'importance'] as const

/** The axes that a person has chosen; the others follow from category and severity. */
export function chosenAxes(form: NewCaseForm) {
  const chosen = AXES.filter((axis) => form[axis] !== null).map((axis) => [axis, form[axis]])
  return Object.fromEntries(chosen) as Pick<Input<'cases.open'>, (typeof AXES)[number]>
}

type Tick = 'apologyGiven' | 'thanked' | 'isAcknowledged' | 'readBack'

/** What the customer is told while the form is filled in, by kind: each a tick; a record is read back to whoever is there. */
export function ticksOf(form: NewCaseForm): Tick[] {
  const told = toldTicks(form)
  return isLiveChannel(form.channel) ? ['readBack', ...told] : told
}

function toldTicks({ kind, channel }: NewCaseForm): Tick[] {
  const isLive = isLiveChannel(channel)
  if (kind === 'complaint') return isLive ? ['apologyGiven', 'isAcknowledged'] : ['isAcknowledged']
  if (kind === 'suggestion') return ['thanked', 'isAcknowledged']
  return kind === 'service' ? ['isAcknowledged'] : []
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text)

/** The form as the call takes it; the call checks it once more. */
export function toDraft(form: NewCaseForm, category: Category, callId: CallId | null): Input<'cases.open'> {
  const {
    kind,
    channel,
    severity,
    contactName,
    contactPhone,
    content,
    demand,
    reason,
    ownerId,
    relatedCaseId,
    receivedAt,
  } = form
  const ticks: readonly string[] = ticksOf(form)
  return {
    kind,
    channel,
    category,
    severity,
    ...chosenAxes(form),
    memberId: form.memberId,
    contactName,
    contactPhone,
    anonymousReason: form.memberId === null ? orNull(form.anonymousReason) : null,
    content,
    demand,
    reason,
    serviceType: kind === 'service' ? form.serviceType : null,
    flightNo: orNull(form.flightNo),
    flightDay: orNull(form.flightDay),
    route: orNull(form.route),
    ticketNo: orNull(form.ticketNo),
    pnr: orNull(form.pnr),
    baggageTag: orNull(form.baggageTag),
    staffConcerned: orNull(form.staffConcerned),
    ownerId,
    relatedCaseId,
    callId,
    apologyGiven: form.apologyGiven && ticks.includes('apologyGiven'),
    thanked: form.thanked && ticks.includes('thanked'),
    readBack: form.readBack && ticks.includes('readBack'),
    mood: form.mood,
    isAcknowledged: form.isAcknowledged && ticks.includes('isAcknowledged'),
    ...(receivedAt === null ? {} : { receivedAt }),
  }
}

export const KIND_ORDER: readonly CaseKind[] = ['complaint', 'enquiry', 'service', 'suggestion']
