import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { CompensationPolicy } from '../../../shared/compensation/policy.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { dayText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import styles from '../../ui/record.module.css'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { Authority } from './Authority.tsx'
import { Forms } from './Forms.tsx'
import { Tariff } from './Tariff.tsx'

/** S2-160 S2-166: tariff, forms and authority in force; the manager changes them as a new version. */
export function PolicyTab() {
  const query = useQuery('compensation.policy', {}, { topics: ['policies'] })
  return (
    <div className={styles.scroll}>
      <FailureAlert failure={query.failure} onRetry={query.reload} />
      {query.data && <Editor key={query.data.version} policy={query.data} />}
    </div>
  )
}

function Editor({ policy }: { policy: CompensationPolicy }) {
  const t = useT('compensation')
  const isManager = useSession((state) => state.user?.role === 'manager')
  const [draft, setDraft] = useState(policy)
  const [reason, setReason] = useState('')
  const save = useCommand('compensation.savePolicy', { quiet: true })
  const publish = async () => {
    const { forms, rules, scopes, authority, windowDays, executeWithinDays, milesPerYuan, benefit } = draft
    const { ok } = await save.run({
      ...{ forms, rules, scopes, authority, windowDays, executeWithinDays, milesPerYuan, benefit },
      ...{ reason, expectedVersion: policy.version },
    })
    if (ok) tellDone(t('said.policy'))
  }
  const change = (to: Partial<CompensationPolicy>) => {
    setDraft({ ...draft, ...to })
    save.clear()
  }
  return (
    <>
      <p className={styles.faint}>
        {t('policy.current', { version: policy.version, day: dayText(policy.effectiveFrom) })}
      </p>
      <h2 className={styles.part}>{t('policy.authority')}</h2>
      <Authority policy={draft} isOpen={isManager} onChange={(authority) => change({ authority })} />
      <p className={styles.faint}>{t('policy.above')}</p>
      <p className={styles.faint}>{t('policy.summed', { days: policy.windowDays })}</p>
      <h2 className={styles.part}>{t('policy.rules')}</h2>
      <Tariff rules={draft.rules} isOpen={isManager} onChange={(rules) => change({ rules })} />
      <h2 className={styles.part}>{t('policy.forms')}</h2>
      <Forms forms={draft.forms} isOpen={isManager} onChange={(forms) => change({ forms })} />
      {isManager && (
        <div className={styles.form}>
          <Textarea
            className={styles.wide ?? ''}
            autosize
            withAsterisk
            label={t('policy.reason')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {save.failure && (
            <div className={styles.wide}>
              <FailureAlert failure={save.failure} />
            </div>
          )}
          <div className={`${styles.wide} ${styles.buttons}`}>
            <Button
              loading={save.isBusy}
              disabled={reason.trim() === '' || draft === policy}
              onClick={() => void publish()}
            >
              {t('policy.save')}
            </Button>
          </div>
        </div>
      )}
    </>
  )
}
