import { Button } from '@mantine/core'
import type { CompensationPolicy } from '../../../shared/compensation/policy.ts'
import { VERSION_STATE_NAMES } from '../../../shared/policies/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { dayText } from '../../ui/formats.ts'
import { go } from '../../ui/navigation.ts'
import styles from '../../ui/record.module.css'
import { useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import { Authority } from './Authority.tsx'
import { Forms } from './Forms.tsx'
import { Tariff } from './Tariff.tsx'

/** S2-160 S2-166: tariff, forms and authority in force, to be read; they are changed as a policy, by two people. */
export function PolicyTab() {
  const query = useQuery('compensation.policy', {}, { topics: ['policies'] })
  return (
    <div className={styles.scroll}>
      <FailureAlert failure={query.failure} onRetry={query.reload} />
      {query.data && <InForce policy={query.data} />}
    </div>
  )
}

function InForce({ policy }: { policy: CompensationPolicy }) {
  const t = useT('compensation')
  const { id, version, effectiveFrom, windowDays, authority, forms, rules } = policy
  return (
    <>
      <div className={styles.line}>
        <span className={styles.faint}>{t('policy.current', { version, day: dayText(effectiveFrom) })}</span>
        <span className={styles.push}>
          <Button variant="default" onClick={() => go('policies', { id: `${id}@${version}` })}>
            {t('policy.edit')}
          </Button>
        </span>
      </div>
      <p className={styles.faint}>{t('policy.byTwo')}</p>
      <ToCome />
      <h2 className={styles.part}>{t('policy.authority')}</h2>
      <Authority rows={authority} forms={forms} />
      <p className={styles.faint}>{t('policy.above')}</p>
      <p className={styles.faint}>{t('policy.summed', { days: windowDays })}</p>
      <h2 className={styles.part}>{t('policy.rules')}</h2>
      <Tariff rules={rules} />
      <h2 className={styles.part}>{t('policy.forms')}</h2>
      <Forms forms={forms} />
    </>
  )
}

/** Versions on their way: drafted, waiting for approval, or for their day. */
function ToCome() {
  const t = useT('compensation')
  const nameOf = useName()
  const query = useQuery('policies.list', { kind: 'compensation' }, { topics: ['policies'] })
  const next = (query.data ?? []).filter(({ state }) => ['draft', 'submitted', 'rejected', 'scheduled'].includes(state))
  if (next.length === 0) return null
  return (
    <ul className={styles.list} aria-label={t('policy.toCome')}>
      {next.map(({ id, version, state, effectiveFrom, authorName }) => (
        <li key={id}>
          <Button variant="subtle" size="compact-sm" onClick={() => go('policies', { id })}>
            {t('policyVersion', { version })}
          </Button>{' '}
          <span className={styles.faint}>
            {nameOf(VERSION_STATE_NAMES[state])} · {dayText(effectiveFrom)} · {authorName}
          </span>
        </li>
      ))}
    </ul>
  )
}
