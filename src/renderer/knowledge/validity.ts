import type { ArticleRow } from '../../shared/knowledge/model.ts'
import { useT } from '../i18n/use-t.ts'
import { dayText } from '../ui/formats.ts'

/** From when until when an article holds, in words. */
export function useValidity(): (article: Pick<ArticleRow, 'validFrom' | 'validUntil'>) => string {
  const t = useT('knowledge')
  return ({ validFrom, validUntil }) =>
    validUntil === null
      ? t('from', { day: dayText(validFrom) })
      : t('until', { from: dayText(validFrom), until: dayText(validUntil) })
}
