import { clockTexts } from '../../renderer/cases/clock-texts.ts'
import { eventTexts } from '../../renderer/cases/event-texts.ts'
import type { CaseView } from '../../shared/cases/views.ts'
import { sideOf } from '../../shared/contract.ts'
import type { Language } from '../../shared/session/model.ts'
import { CLOCK_KIND_NAMES } from '../../shared/targets/model.ts'
import { fill } from './language.ts'

type Event = CaseView['events'][number]

type Words = { stages: CaseView['stages']; logins: ReadonlyMap<string, string>; language: Language }

/** An entry of a case's log in the words of the window; the stage's name for a step, the limit's for what it told. */
export function eventWords({ kind, data, toState }: Event, { stages, logins, language }: Words): string {
  const side = sideOf(language)
  const texts = eventTexts[side]
  const stage = stages.find(({ id }) => id === toState)?.name[side] ?? toState ?? ''
  if (kind === 'step') return stage
  if (kind === 'signal') {
    const clock = Object.entries(CLOCK_KIND_NAMES).find(([name]) => name === data.clock)?.[1][side] ?? ''
    const params = { clock, count: Number(data.reminder), percent: Number(data.percent) }
    if (params.count > 0) return fill(clockTexts[side].reminded, params)
    return fill(data.isBreach === true ? texts.breached : texts.warned, params)
  }
  const sentence = Object.entries(texts).find(([name]) => name === kind)?.[1] ?? kind
  const name = logins.get(String(data.to)) ?? ''
  return fill(sentence, { number: said(data.number), version: said(data.toVersion), code: said(data.code), name })
}

const said = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? value : '')
