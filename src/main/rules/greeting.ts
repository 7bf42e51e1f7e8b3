import type { Greeting } from '../../shared/calls/model.ts'
import type { Language } from '../../shared/session/model.ts'

/** What is known of the person who is greeted; null for somebody the desk does not know. */
export type Greeted = {
  name: string
  gender: 'female' | 'male' | 'unknown'
  /** The language they are served in, such as `zh-HK`, `ja`. */
  language: string
  /** The form of address they asked for, such as 王总; empty when they asked for none. */
  formOfAddress: string
  /** The family name in Latin letters, for a Chinese name in an English greeting. */
  latinFamilyName?: string
}

const HAN = /\p{Script=Han}/u
const COMPOUND = [
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '长孙',
  '宇文',
  '司徒',
  '夏侯',
  '端木',
]

const SUFFIX = { female: '女士', male: '先生', unknown: '' } as const
const PREFIX = { female: 'Ms', male: 'Mr', unknown: '' } as const

/** The family name: 王, 欧阳, Smith (also from SMITH/ANNA); a name with a dot between its parts stays whole. */
export function familyName(name: string): string {
  const text = name.trim()
  if (HAN.test(text)) {
    if (/[·•・.]/.test(text)) return text
    return COMPOUND.find((family) => text.startsWith(family) && text.length > family.length) ?? [...text][0] ?? ''
  }
  if (/[/,]/.test(text)) return text.split(/[/,]/)[0]?.trim() ?? ''
  return text.split(/\s+/).at(-1) ?? ''
}

/** How a person is addressed in a language: what they asked for, else 王女士 or Ms Wang, else the full name. */
export function titleOf(person: Greeted, language: Language): string {
  const asked = person.formOfAddress.trim()
  if (asked !== '' && (language === 'zh-CN' || !HAN.test(asked))) return asked
  if (person.gender === 'unknown') return fullName(person, language)
  const family = familyName(person.name)
  if (language === 'zh-CN') return `${family}${SUFFIX[person.gender]}`
  return `${PREFIX[person.gender]} ${HAN.test(family) ? (person.latinFamilyName ?? family) : family}`
}

function fullName({ name, latinFamilyName }: Greeted, language: Language): string {
  return language === 'en' && HAN.test(name) ? (latinFamilyName ?? '') : name.trim()
}

/** The language of the greeting: Chinese for every kind of Chinese and for strangers, English for all others. */
export function greetingLanguage(language: string | undefined): Language {
  return language === undefined || language === '' || language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}

/**
 * S3-49: the desk's greeting in the person's language and form of address, with what the desk puts round it for their
 * tier (尊敬的{title}); without a person it greets nobody by name.
 */
export function greetingFor(
  texts: Record<Language, string>,
  person: Greeted | null,
  address?: Record<Language, string>,
): Greeting {
  const language = greetingLanguage(person?.language)
  const title = person === null ? '' : titleOf(person, language)
  const values: Record<string, string> = {
    title: title === '' || !address?.[language] ? title : address[language].replaceAll('{title}', () => title),
    name: person === null ? '' : person.name.trim(),
  }
  const filled = texts[language].replace(/\{(title|name)\}/g, (_, word: string) => values[word] ?? '')
  const text = filled
    .replace(/\s+/g, ' ')
    .replace(/ +([,.!?;:，。！？；：])/g, '$1')
    .replace(/^[\s,，、]+/, '')
    .trim()
  return { language, text }
}
