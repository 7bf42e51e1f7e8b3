import type { AnswerView } from '../../shared/surveys/views.ts'
import { useT } from '../i18n/use-t.ts'

/** An answer in one line. */
export function useSummary(): (answer: AnswerView) => string {
  const t = useT('surveys')
  const shown = (score: number | null) => score ?? '–'
  return ({ scope, result, process, overall }) =>
    scope === 'handling'
      ? t('summary', { result: shown(result), process: shown(process), overall: shown(overall) })
      : t('summaryService', { overall: shown(overall) })
}
