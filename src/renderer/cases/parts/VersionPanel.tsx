import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CaseView } from '../../../shared/cases/views.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { CasePanel } from '../../ui/CasePanel.tsx'
import { go } from '../../ui/navigation.ts'
import { tellDone } from '../../ui/notify.ts'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import styles from './page.module.css'

/** The version of the workflow that the case keeps; a lead may move it to another one, which is recorded. */
export function VersionPanel({ view }: { view: CaseView }) {
  const t = useT('cases')
  const nameOf = useName()
  const role = useSession((session) => session.user?.role)
  const { data: all = [] } = useQuery('workflow.list', {}, { topics: ['policies'] })
  const mine = all.find(({ policyId }) => policyId === view.workflowPolicyId)
  const others = all.filter(({ caseKinds, policyId }) => caseKinds.includes(view.kind) && policyId !== mine?.policyId)
  return (
    <CasePanel
      title={t('stage.version')}
      summary={`${mine ? nameOf(mine.name) : ''} ${t('stage.versionNow', { version: view.workflowVersion })}`}
      isEmpty
      actions={
        <Button size="compact-xs" variant="default" onClick={() => go('workflow', { id: view.workflowPolicyId })}>
          {t('stage.showWorkflow')}
        </Button>
      }
    >
      {role === 'agent' || others.length === 0 ? (
        <p className={styles.none}>{t('stage.versionKept')}</p>
      ) : (
        <MoveForm
          key={view.workflowPolicyId}
          view={view}
          versions={others.map(({ policyId, version }) => ({
            value: policyId,
            label: t('stage.versionNow', { version }),
          }))}
        />
      )}
    </CasePanel>
  )
}

function MoveForm({ view, versions }: { view: CaseView; versions: { value: string; label: string }[] }) {
  const t = useT('cases')
  const [policyId, setPolicyId] = useState<string | null>(versions[0]?.value ?? null)
  const [reason, setReason] = useState('')
  const move = useCommand('workflow.move')
  const take = async () => {
    const result = await move.run({ id: view.id, policyId: policyId ?? '', reason, expectedSeq: view.lastSeq })
    const label = versions.find(({ value }) => value === policyId)?.label ?? ''
    if (result.ok) tellDone(t('stage.versionMoved', { version: label }))
  }
  return (
    <div className={styles.stepFields}>
      <Select label={t('stage.versionTo')} data={versions} value={policyId} onChange={setPolicyId} />
      <TextInput
        label={t('act.why')}
        withAsterisk
        value={reason}
        error={move.fieldErrors.reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button
        variant="default"
        style={{ alignSelf: 'end' }}
        loading={move.isBusy}
        disabled={policyId === null || reason.trim().length < 2}
        onClick={() => void take()}
      >
        {t('stage.versionMove')}
      </Button>
    </div>
  )
}
