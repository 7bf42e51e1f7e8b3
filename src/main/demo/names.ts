import namesJson from '../../../resources/demo/names.json' with { type: 'json' }
import type { ServiceLanguage } from '../../shared/members/words.ts'
import type { Random } from './random.ts'

type Sex = 'female' | 'male'

const words = (text: string) => text.split(' ')
const FAMILY = words(namesJson.surnames).map((entry) => {
  const [, name = '', weight = '1'] = /^(\D+)(\d+)$/.exec(entry) ?? []
  return [name, Number(weight)] as const
})
const GIVEN = { male: words(namesJson.male), female: words(namesJson.female) }
const LATIN = { male: words(namesJson.latinMale), female: words(namesJson.latinFemale) }
const LATIN_FAMILY = words(namesJson.latinFamily)

/** Full names of members who are served in these languages. */
const WHOLE: Partial<Record<ServiceLanguage, string[]>> = {
  ja: namesJson.japanese.split('|'),
  ko: namesJson.korean.split('|'),
  fr: namesJson.french.split('|'),
  de: namesJson.german.split('|'),
}

/** An invented name as somebody of this language would have. */
export function makeName(random: Random, language: ServiceLanguage, sex: Sex): string {
  const whole = WHOLE[language]
  if (whole) return random.pick(whole)
  if (!language.startsWith('zh')) return `${random.pick(LATIN[sex])} ${random.pick(LATIN_FAMILY)}`
  return random.weighted(FAMILY) + random.pick(GIVEN[sex])
}

/** A Chinese family name alone, for an assistant. */
export function makeFamilyName(random: Random): string {
  return random.weighted(FAMILY)
}
