import type { ArticleRow } from '../../shared/knowledge/model.ts'
import { useT } from '../i18n/use-t.ts'

/** From when until when an article holds, in words. */
export function useValidity(): (article: Pick<ArticleRow, 'validFrom' | 'validUntil'>) => string {
  const t = useT('knowledge')
  return ({ validFrom, validUntil }) =>
    validUntil === null ? t('from', { day: validFrom }) : t('until', { from: validFrom, until: validUntil })
}
