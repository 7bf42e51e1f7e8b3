import { Button, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { RetentionRules } from '../../../shared/retention/schedule.ts'
import { BASIS_NAMES, ERASED_KINDS, RECORD_KIND_NAMES } from '../../../shared/retention/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import styles from './rights.module.css'

const isErased = (kind: string) => ERASED_KINDS.some((one) => one === kind)

/** The schedule in force, and another one saved by the manager. */
export function RuleTable() {
  const t = useT('rights')
  const u = useT('ui')
  const nameOf = useName()
  const isManager = useSession((state) => state.user?.role) === 'manager'
  const [isEditing, setEditing] = useState(false)
  const query = useQuery('retention.schedule', {}, { topics: ['rights'] })
  const schedule = query.data
  return (
    <Section
      title={t('retention.rules')}
      actions={
        isManager && (
          <Button size="compact-xs" variant="default" disabled={!schedule} onClick={() => setEditing(true)}>
            {t('retention.edit')}
          </Button>
        )
      }
    >
      <FailureAlert failure={query.failure} onRetry={query.reload} />
      {schedule && (
        <>
          <span className={record.faint}>
            {schedule.version === 0
              ? t('retention.shipped')
              : t('retention.version', { version: schedule.version, name: schedule.savedByName ?? '' })}
          </span>
          <table className={styles.table}>
            <thead>
              <tr>
                <th>{t('retention.kind')}</th>
                <th className={styles.figure}>{t('retention.months')}</th>
                <th>{t('retention.basis')}</th>
              </tr>
            </thead>
            <tbody>
              {schedule.rules.map(({ kind, months, basis, source }) => (
                <tr key={kind}>
                  <td>
                    {nameOf(RECORD_KIND_NAMES[kind])}
                    {!isErased(kind) && <div className={record.faint}>{t('retention.keepOnly')}</div>}
                  </td>
                  <td className={styles.figure}>{months}</td>
                  <td>
                    {nameOf(BASIS_NAMES[basis])}
                    <div className={record.faint}>{nameOf(source)}</div>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {isEditing && <RuleForm rules={schedule.rules} save={u('actions.save')} onClose={() => setEditing(false)} />}
        </>
      )}
    </Section>
  )
}

function RuleForm({ rules, save, onClose }: { rules: RetentionRules; save: string; onClose: () => void }) {
  const t = useT('rights')
  const nameOf = useName()
  const [months, setMonths] = useState(() => new Map(rules.map((rule) => [rule.kind, rule.months])))
  const [reason, setReason] = useState('')
  const command = useCommand('retention.saveSchedule', { quiet: true })
  const send = async () => {
    const changed = rules.map((rule) => ({ ...rule, months: months.get(rule.kind) ?? rule.months }))
    if (!(await command.run({ rules: changed, reason })).ok) return
    tellDone(t('saved'))
    onClose()
  }
  return (
    <FormDialog
      keep={{ kind: 'rights-rule-lines', subject: 'new' }}
      title={t('retention.edit')}
      save={save}
      failure={command.failure}
      isBusy={command.isBusy}
      isReady={reason.trim() !== ''}
      onSave={send}
      onClose={onClose}
    >
      <div className={record.form}>
        {rules.map(({ kind }) => (
          <NumberInput
            key={kind}
            label={nameOf(RECORD_KIND_NAMES[kind])}
            min={1}
            max={600}
            allowDecimal={false}
            value={months.get(kind) ?? 1}
            onChange={(value) => setMonths(new Map(months).set(kind, Math.max(1, Number(value) || 1)))}
          />
        ))}
      </div>
      <TextInput label={t('retention.reason')} value={reason} onChange={(e) => setReason(e.currentTarget.value)} />
    </FormDialog>
  )
}
