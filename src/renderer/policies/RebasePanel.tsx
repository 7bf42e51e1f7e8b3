import { Button, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { RebasedClock } from '../../shared/policies/rebase.ts'
import { clockName, limitText } from '../../shared/policies/words.ts'
import { useT } from '../i18n/use-t.ts'
import { useSession } from '../session/store.ts'
import { CasePanel } from '../ui/CasePanel.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { tellDone } from '../ui/notify.ts'
import type { CasePanelProps } from '../ui/slots.ts'
import { useName } from '../ui/use-name.ts'
import { InstantText } from '../ui/values.tsx'
import { useCommand } from '../use-command.ts'
import { useQuery } from '../use-query.ts'
import styles from './policies.module.css'
import { side } from './words.ts'

/** A change of tier or policy leaves a case's limits; a lead may compare and decide otherwise, for a reason. */
export function RebasePanel({ caseId, lastSeq, isOpen }: CasePanelProps) {
  const t = useT('policies')
  const isLead = useSession((state) => state.user?.role === 'lead' || state.user?.role === 'manager')
  if (!isLead || !isOpen) return null
  return (
    <CasePanel title={t('rebase.title')} summary={t('rebase.hint')} isEmpty>
      <Comparison caseId={caseId} lastSeq={lastSeq} />
    </CasePanel>
  )
}

type ComparisonProps = Pick<CasePanelProps, 'caseId' | 'lastSeq'>

function Comparison({ caseId, lastSeq }: ComparisonProps) {
  const t = useT('policies')
  const ui = useT('ui')
  const nameOf = useName()
  const [reason, setReason] = useState('')
  const query = useQuery('policies.rebasePreview', { caseId }, { clearOnChange: true })
  const { reload } = query
  const seen = useRef(lastSeq)
  // Compared anew when the case has changed; the reason that is being written stays.
  useEffect(() => {
    if (seen.current !== lastSeq) reload()
    seen.current = lastSeq
  }, [lastSeq, reload])
  const { data: versions = [] } = useQuery('policies.list', { kind: 'targets' }, { topics: ['policies'] })
  const command = useCommand('policies.rebase', { quiet: true })
  const preview = query.data
  if (!preview) return <FailureAlert failure={query.failure} onRetry={query.reload} />
  const decide = async (choice: 'keep' | 'recompute') => {
    const result = await command.run({ caseId, choice, reason, expectedSeq: preview.lastSeq })
    if (!result.ok) {
      if (result.failure.code === 'CONFLICT') reload()
      return
    }
    setReason('')
    tellDone(t(`rebase.done.${choice}`))
  }
  const policyName = (id: string) => {
    const found = versions.find((one) => one.id === id)
    return found ? t('versions.named', { name: nameOf(found.name), version: found.version }) : id
  }
  const basis = ({ policyId, tier }: typeof preview.before) =>
    t('rebase.basis', { policy: policyName(policyId), tier: ui(`tiers.${tier}`) })
  return (
    <>
      <p className={styles.dim}>
        {t('rebase.kept')}: {basis(preview.before)} · {t('rebase.would')}: {basis(preview.after)}
      </p>
      {preview.clocks.length === 0 ? (
        <p className={styles.dim}>{t('rebase.none')}</p>
      ) : (
        <Clocks clocks={preview.clocks} />
      )}
      <FailureAlert failure={command.failure} />
      <div className={styles.fields}>
        <TextInput
          label={t('rebase.reason')}
          w={300}
          value={reason}
          error={command.fieldErrors.reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          required
        />
        <Button mt={24} variant="default" loading={command.isBusy} onClick={() => void decide('keep')}>
          {t('rebase.keep')}
        </Button>
        <Button mt={24} loading={command.isBusy} onClick={() => void decide('recompute')}>
          {t('rebase.recompute')}
        </Button>
      </div>
    </>
  )
}

function Clocks({ clocks }: { clocks: readonly RebasedClock[] }) {
  const t = useT('policies')
  const due = (one: RebasedClock['keep']) =>
    one === null ? (
      '—'
    ) : (
      <>
        <InstantText at={one.dueAt} /> <span className={styles.dim}>{limitText(one.limit, side())}</span>
      </>
    )
  return (
    <table className={styles.table} aria-label={t('rebase.title')}>
      <thead>
        <tr>
          <th>{t('rebase.clock')}</th>
          <th>{t('rebase.kept')}</th>
          <th>{t('rebase.would')}</th>
          <th>{t('rebase.effect')}</th>
        </tr>
      </thead>
      <tbody>
        {clocks.map((clock) => (
          <tr key={`${clock.kind} ${clock.keep?.dueAt} ${clock.recompute?.dueAt}`}>
            <td>{clockName(clock.kind, side())}</td>
            <td>{due(clock.keep)}</td>
            <td>{due(clock.recompute)}</td>
            <td>{t(`rebase.effects.${clock.effect}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
