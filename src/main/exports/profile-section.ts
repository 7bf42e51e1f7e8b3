import { sideOf } from '../../shared/contract.ts'
import { type ExportProfile, FIELD_CLASSES, isWholeProfile, PROFILE_RULES } from '../../shared/exports/profiles.ts'
import type { Language } from '../../shared/session/model.ts'
import type { PdfSection } from '../bundle/pdf.ts'
import { tableNameOf } from './headings.ts'
import { PRINTED_WORDS } from './printed-words.ts'

/** S3-133: for whom a copy was cut down and how: what stays here, and what was done to which kind of value. */
export function profileSection({ profile, language }: { profile: ExportProfile; language: Language }): PdfSection {
  const words = PRINTED_WORDS[language]
  const { name, meaning, deeds, without } = PROFILE_RULES[profile]
  const side = sideOf(language)
  const colon = side === 'zh' ? '：' : ': '
  const changed = FIELD_CLASSES.flatMap((one) => {
    const deed = deeds[one]
    return deed === 'keep' ? [] : [`${words.classes[one]}${colon}${words.deeds[deed]}`]
  })
  const tables = without.map((table) => tableNameOf(table, language))
  const paragraphs = [
    `${name[side]}${colon}${meaning[side]}`,
    ...(changed.length > 0 ? [changed.join(words.between)] : []),
    ...(tables.length > 0 ? [words.without(tables)] : []),
    ...(isWholeProfile(profile) ? [words.whole] : []),
  ]
  return { kind: 'text', heading: words.cut, paragraphs }
}
