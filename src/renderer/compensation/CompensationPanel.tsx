import { Button } from '@mantine/core'
import { useState } from 'react'
import type { CompensationCase } from '../../shared/compensation/model.ts'
import { useT } from '../i18n/use-t.ts'
import { CasePanel } from '../ui/CasePanel.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { tellDone } from '../ui/notify.ts'
import styles from '../ui/record.module.css'
import type { CasePanelProps } from '../ui/slots.ts'
import { TextAct } from '../ui/TextAct.tsx'
import { useCommand } from '../use-command.ts'
import { useQuery } from '../use-query.ts'
import { AmountItem } from './parts/AmountItem.tsx'
import { Losses } from './parts/Losses.tsx'
import { ProposalForm } from './parts/ProposalForm.tsx'

/** S2-152..164: the customer's losses and what is given for them, from proposal to effect. */
export function CompensationPanel({ caseId, lastSeq, kind }: CasePanelProps) {
  const t = useT('compensation')
  const query = useQuery('compensation.show', { id: caseId }, { clearOnChange: true, version: lastSeq })
  const { data: view, reload } = query
  const isEmpty = !view || (view.rows.length === 0 && view.losses.length === 0 && view.noneReason === null)
  if (kind !== 'complaint' && isEmpty) return null
  const state = t(view?.isDone ? 'settled' : 'underWay')
  const summary = view && view.rows.length > 0 ? t('summary', { count: view.rows.length, state }) : t('none')
  return (
    <CasePanel
      title={t('title')}
      summary={view?.noneReason != null ? `${t('noneOwed')} · ${view.noneReason}` : summary}
      isEmpty={isEmpty}
    >
      <FailureAlert failure={query.failure} onRetry={reload} />
      {view && <Body view={view} />}
    </CasePanel>
  )
}

function Body({ view }: { view: CompensationCase }) {
  const t = useT('compensation')
  const [doing, setDoing] = useState<'propose' | 'none' | null>(null)
  const isUnderWay = view.rows.some(
    ({ status }) => status === 'pending' || status === 'approved' || status === 'agreed',
  )
  return (
    <>
      <Losses view={view} />
      {view.rows.length > 0 && <h3 className={styles.part}>{t('amounts')}</h3>}
      <ul className={styles.list}>
        {view.rows.map((row) => (
          <li key={row.id}>
            <AmountItem key={row.status} row={row} view={view} />
          </li>
        ))}
      </ul>
      {view.mayPropose && doing === null && (
        <div className={styles.actions}>
          <Button size="compact-sm" variant="default" onClick={() => setDoing('propose')}>
            {t('actions.propose')}
          </Button>
          {!isUnderWay && view.noneReason === null && (
            <Button size="compact-sm" variant="subtle" onClick={() => setDoing('none')}>
              {t('actions.none')}
            </Button>
          )}
        </div>
      )}
      {doing === 'propose' && <ProposalForm view={view} onClose={() => setDoing(null)} />}
      {doing === 'none' && <NoneOwed view={view} onClose={() => setDoing(null)} />}
    </>
  )
}

function NoneOwed({ view, onClose }: { view: CompensationCase; onClose: () => void }) {
  const t = useT('compensation')
  const none = useCommand('compensation.none')
  const send = async (reason: string) => {
    const { ok } = await none.run({ id: view.caseId, reason, expectedSeq: view.lastSeq })
    if (ok) {
      tellDone(t('said.none'))
      onClose()
    }
    return ok
  }
  return (
    <TextAct
      isOnCase
      label={t('asks.none')}
      keep={{ kind: 'compensation-none', subject: view.caseId }}
      buttons={[{ label: t('actions.none'), onSend: send, isBusy: none.isBusy, isMain: true }]}
    />
  )
}
