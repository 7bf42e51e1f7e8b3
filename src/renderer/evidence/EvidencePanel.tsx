import { Button } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { EvidenceRow } from '../../shared/evidence/contract.ts'
import { call } from '../client.ts'
import { useT } from '../i18n/use-t.ts'
import { CasePanel } from '../ui/CasePanel.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { tellDone, tellFailure } from '../ui/notify.ts'
import type { CasePanelProps } from '../ui/slots.ts'
import { useQuery } from '../use-query.ts'
import { Attach } from './parts/Attach.tsx'
import { PasteDialog } from './parts/PasteDialog.tsx'
import { PieceList } from './parts/PieceList.tsx'
import { PreviewDialog } from './parts/PreviewDialog.tsx'
import { WithdrawDialog } from './parts/WithdrawDialog.tsx'
import { usePasteAnywhere } from './use-paste.ts'

/** What proves the matter of a case (S2-49): attached, looked at, checked and withdrawn here. */
export function EvidencePanel({ caseId, isOpen }: CasePanelProps) {
  const t = useT('evidence')
  const query = useQuery('evidence.list', { caseId }, { topics: ['cases'], clearOnChange: true })
  const [shown, setShown] = useState<EvidenceRow | null>(null)
  const [pasted, setPasted] = useState<readonly File[]>([])
  usePasteAnywhere(setPasted)
  const [leaving, setLeaving] = useState<EvidenceRow | null>(null)
  const { verdicts, check, isChecking } = useCheck(caseId)
  const rows = query.data ?? []
  const withdrawn = rows.filter((row) => row.withdrawnAt !== null).length
  const count = rows.length - withdrawn
  const summary = withdrawn > 0 ? t('countWithdrawn', { count, withdrawn }) : t('count', { count })
  return (
    <>
      <CasePanel
        title={t('title')}
        summary={rows.length === 0 ? t('noneYet') : summary}
        isEmpty={rows.length === 0}
        actions={
          rows.length > 0 && (
            <Button
              size="compact-xs"
              variant="subtle"
              leftSection={<IconShieldCheck size={14} />}
              loading={isChecking}
              onClick={() => void check()}
            >
              {t('check')}
            </Button>
          )
        }
      >
        <FailureAlert failure={query.failure} onRetry={query.reload} />
        <PieceList rows={rows} verdicts={verdicts} mayWithdraw={isOpen} onShow={setShown} onWithdraw={setLeaving} />
        <Attach noteHint={t('noteHint')} add={(file, note) => call('evidence.add', { caseId, file, note })} />
        <PreviewDialog piece={shown} onClose={() => setShown(null)} />
        <WithdrawDialog piece={leaving} onClose={() => setLeaving(null)} />
      </CasePanel>
      {pasted.length > 0 && <PasteDialog caseId={caseId} files={pasted} onClose={() => setPasted([])} />}
    </>
  )
}

function useCheck(caseId: CasePanelProps['caseId']) {
  const t = useT('evidence')
  const [verdicts, setVerdicts] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [isChecking, setChecking] = useState(false)
  const check = async () => {
    setChecking(true)
    const checked = await call('evidence.check', { caseId })
    setChecking(false)
    if (!checked.ok) return tellFailure(checked.failure)
    const damaged = checked.value.filter(({ isWhole }) => !isWhole).length
    setVerdicts(new Map(checked.value.map(({ id, isWhole }) => [id, isWhole])))
    if (damaged === 0) tellDone(t('allWhole', { count: checked.value.length }))
  }
  return { verdicts, check, isChecking }
}
