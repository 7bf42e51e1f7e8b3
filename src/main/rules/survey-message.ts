import type { Bilingual } from '../../shared/contract.ts'
import type { MessageVariable } from '../../shared/surveys/model.ts'

export type MessageValues = Record<MessageVariable, string>

/** Members who are served in Chinese get the Chinese text, everybody else the English one. */
export function sideOf(language: string): keyof Bilingual {
  return language.startsWith('zh') ? 'zh' : 'en'
}

/** S1-52 S1-53: a text with its values; one that is not known leaves no gap behind it. */
export function fillMessage(text: string, values: MessageValues): string {
  const known: Readonly<Record<string, string>> = values
  return text
    .replace(/\{\{(\w+)\}\}/g, (_, name: string) => known[name] ?? '')
    .replace(/[（(]\s*[）)]/g, '')
    .replace(/ {2,}/g, ' ')
    .replace(/ ([,.，。])/g, '$1')
}
