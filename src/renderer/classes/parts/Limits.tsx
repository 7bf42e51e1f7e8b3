import { limitText } from '../../../shared/policies/words.ts'
import { CLOCK_KIND_NAMES } from '../../../shared/targets/model.ts'
import { useLanguage, useT } from '../../i18n/use-t.ts'
import { Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import flow from '../../ui/flow.module.css'
import { useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import styles from '../classes.module.css'

/** S1-44: which limits hold for a category, and from where each comes. */
export function Limits({ category }: { category: string | null }) {
  const t = useT('classes')
  const nameOf = useName()
  const side = useLanguage() === 'en' ? 'en' : 'zh'
  const query = useQuery(
    'classes.limits',
    { category: category ?? 'other' },
    { topics: ['classes', 'policies'], enabled: category !== null },
  )
  return (
    <Section title={t('limits.title')}>
      <FailureAlert failure={query.failure} onRetry={query.reload} />
      {category === null ? (
        <p className={flow.faint}>{t('limits.none')}</p>
      ) : (
        <>
          <p className={flow.faint}>{t('limits.hint')}</p>
          <ul className={styles.limits} aria-label={t('limits.title')}>
            {query.data?.map(({ clock, limit, ruleName, from, besides }) => (
              <li key={clock}>
                <span>{nameOf(CLOCK_KIND_NAMES[clock])}</span>
                <strong>{limitText(limit, side)}</strong>
                <span className={flow.faint} title={nameOf(ruleName)}>
                  {t(`limits.from.${from}`)} · {nameOf(ruleName)}
                  {besides.map((other) => (
                    <div key={other.ruleId}>
                      {t('limits.besides', { limit: limitText(other.limit, side), rule: nameOf(other.ruleName) })}
                    </div>
                  ))}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}
