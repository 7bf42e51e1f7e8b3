import type { Direction } from '../../../shared/cases/stages.ts'
import type { Importance, Severity, Urgency } from '../../../shared/cases/words.ts'
import type { Input } from '../../../shared/contracts.ts'
import type { UserId } from '../../../shared/ids.ts'
import type { MacroAct, MacroStep } from '../../../shared/macros/model.ts'
import { wordsOf } from '../../../shared/macros/rules.ts'
import type { MessageChannel } from '../../../shared/messages/words.ts'

export type StepInput = Input<'macros.save'>['macro']['steps'][number]

/** Everything that the form of a step may hold; `key` tells steps apart while they move. */
export type StepForm = {
  key: number
  act: MacroAct
  text: string
  ownerId: UserId | null
  inMinutes: number
  category: string | null
  severity: Severity | null
  urgency: Urgency
  importance: Importance
  direction: Direction
  templateCode: string | null
  channel: MessageChannel
  articleCode: string | null
}

export const emptyStep = (key: number): StepForm => ({
  ...{ key, act: 'note', text: '', ownerId: null, inMinutes: 120, category: null, severity: null },
  ...{ urgency: 'normal', importance: 'normal', direction: 'explain' },
  ...{ templateCode: null, channel: 'sms', articleCode: null },
})

export function formOf(step: MacroStep, key: number): StepForm {
  return { ...emptyStep(key), ...step, text: wordsOf(step) ?? '' }
}

/** The step that the form describes; undefined while something it needs is missing. */
export function stepOf(form: StepForm): StepInput | undefined {
  const { act, text, ownerId, inMinutes, category, severity, urgency, importance, direction } = form
  const { templateCode, channel, articleCode } = form
  const isWritten = text.trim() !== ''
  switch (act) {
    case 'note':
      return isWritten ? { act, text } : undefined
    case 'class':
      return isWritten && category !== null ? { act, category, severity, text } : undefined
    case 'assess':
      return { act, urgency, importance, direction, text }
    case 'assign':
      return { act, ownerId, text }
    case 'followUp':
    case 'todo':
      return isWritten ? { act, text, inMinutes, ownerId } : undefined
    case 'promise':
      return isWritten ? { act, text, inMinutes } : undefined
    case 'message':
      return templateCode === null ? undefined : { act, templateCode, channel }
    case 'article':
      return articleCode === null ? undefined : { act, articleCode }
  }
}
