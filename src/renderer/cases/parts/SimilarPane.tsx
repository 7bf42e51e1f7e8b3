import { Anchor, Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import type { NewCaseForm, SetForm } from '../new-case-form.ts'
import { openCase } from '../open.ts'
import styles from './new-case.module.css'

const PHONE_FROM = 7
const SHOWN = 6

/** S1-10: what the same customer has already told the desk, so that nothing is handled twice. */
export function SimilarPane({ form, set }: { form: NewCaseForm; set: SetForm }) {
  const t = useT('cases')
  const nameOf = useName()
  const { memberId, contactPhone, category, flightNo, flightDay, relatedCaseId } = form
  const [asked] = useDebouncedValue(
    { memberId, phone: contactPhone, category: category ?? '', flightNo, flightDay },
    250,
  )
  const isAsked = asked.memberId !== null || asked.phone.replace(/\D/g, '').length >= PHONE_FROM
  const { data = [] } = useQuery('cases.similar', asked, { enabled: isAsked, topics: ['cases'] })
  if (data.length === 0) return null
  return (
    <section className={styles.pane} data-alarm aria-label={t('form.similar')}>
      <h2>{t('form.similar')}</h2>
      <p className={styles.faint}>{t('form.similarHint')}</p>
      <ul className={styles.promises}>
        {data.slice(0, SHOWN).map((one) => (
          <li key={one.id} className={styles.similar}>
            <Anchor onClick={() => openCase(one.id)}>{one.number}</Anchor>
            <span className={styles.faint}>{nameOf(one.stateName)}</span>
            {one.reasons.map((reason) => (
              <StateBadge key={reason} tone="neutral" label={t(`reasons.${reason}`)} />
            ))}
            <Button
              variant={relatedCaseId === one.id ? 'filled' : 'default'}
              size="compact-xs"
              ml="auto"
              onClick={() => set({ relatedCaseId: relatedCaseId === one.id ? null : one.id })}
            >
              {t(relatedCaseId === one.id ? 'form.linked' : 'form.linkTo')}
            </Button>
            <span className={styles.clip} title={one.title}>
              {one.title}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
