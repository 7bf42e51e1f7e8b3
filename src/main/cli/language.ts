import { LANGUAGES, type Language } from '../../shared/session/model.ts'

/** The system's language as far as the desk speaks it: Chinese, else English. */
export function systemLanguage(env: NodeJS.ProcessEnv): Language {
  const set = env.LC_ALL || env.LC_MESSAGES || env.LANG
  const name = set && !/^(C|POSIX)(\.|$)/.test(set) ? set : new Intl.DateTimeFormat().resolvedOptions().locale
  return name.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}

export function isLanguage(text: string | undefined): text is Language {
  return LANGUAGES.some((language) => language === text)
}

/** Fills the {{names}} of a sentence; what has no value stays as it is. */
export function fill(sentence: string, params: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(params[name] ?? whole))
}
