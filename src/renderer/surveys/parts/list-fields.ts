import {
  SAMPLE_KIND_NAMES,
  SURVEY_CHANNEL_NAMES,
  SURVEY_SOURCE_NAMES,
  type SurveyChannel,
  type SurveyScope,
  type SurveySource,
} from '../../../shared/surveys/words.ts'
import { choicesOf, type NameOf } from '../../ui/use-name.ts'

/** After what a list may ask: complaint handling after complaints only (S1-81). */
export function sourceChoices(scope: SurveyScope, nameOf: NameOf): { value: SurveySource; label: string }[] {
  const sources: SurveySource[] = scope === 'handling' ? ['case'] : ['case', 'call', 'trip']
  return sources.map((value) => ({ value, label: nameOf(SURVEY_SOURCE_NAMES[value]) }))
}

/** How a list reaches people. */
export function channelChoices(nameOf: NameOf): { value: SurveyChannel; label: string }[] {
  const channels: SurveyChannel[] = ['sms', 'email']
  return channels.map((value) => ({ value, label: nameOf(SURVEY_CHANNEL_NAMES[value]) }))
}

export const sampleChoices = (nameOf: NameOf) => choicesOf(SAMPLE_KIND_NAMES, nameOf)
