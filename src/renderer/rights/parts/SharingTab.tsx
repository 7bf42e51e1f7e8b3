import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Arrangement } from '../../../shared/rights/model.ts'
import { RECIPIENT_ROLE_NAMES, SHARING_BASIS_NAMES } from '../../../shared/rights/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DetailPanel, Facts, Section, SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { dayText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { queryRows } from '../../ui/rows.ts'
import { TextAct } from '../../ui/TextAct.tsx'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import styles from './rights.module.css'
import { SharingForm } from './SharingForm.tsx'

/** The arrangements by which personal data goes to others (PIPL 21, 23, 38). */
export function SharingTab() {
  const t = useT('rights')
  const nameOf = useName()
  const isManager = useSession((state) => state.user?.role) === 'manager'
  const [openId, setOpenId] = useState<string | null>(null)
  const [isAdding, setAdding] = useState(false)
  const query = useQuery('rights.arrangements', {}, { topics: ['rights'] })
  const open = query.data?.find(({ id }) => id === openId)
  const all: Column<Arrangement>[] = [
    { id: 'recipient', header: t('sharing.recipient'), width: 'minmax(140px, 1.4fr)', cell: (row) => row.recipient },
    { id: 'role', header: t('sharing.role'), width: '130px', cell: (row) => nameOf(RECIPIENT_ROLE_NAMES[row.role]) },
    { id: 'fields', header: t('sharing.fields'), width: 'minmax(120px, 1fr)', cell: (row) => row.fields },
    { id: 'basis', header: t('sharing.basis'), width: '110px', cell: (row) => nameOf(SHARING_BASIS_NAMES[row.basis]) },
    {
      id: 'abroad',
      header: t('sharing.abroad'),
      width: '110px',
      cell: (row) => t(row.isAbroad ? 'sharing.yes' : 'sharing.no'),
    },
    { id: 'from', header: t('sharing.from'), width: '110px', cell: (row) => dayText(row.fromDay) },
    {
      id: 'until',
      header: t('sharing.until'),
      width: '110px',
      cell: (row) => (row.untilDay ? dayText(row.untilDay) : t('sharing.open')),
    },
  ]
  return (
    <>
      {isManager && (
        <div className={styles.bar}>
          <Button onClick={() => setAdding(true)}>{t('sharing.new')}</Button>
        </div>
      )}
      <SplitView
        list={
          <DataTable
            label={t('tabs.sharing')}
            columns={open ? all.filter(({ id }) => ['recipient', 'role'].includes(id)) : all}
            rows={queryRows(query, (rows) => rows)}
            rowKey={(row) => row.id}
            onOpen={(row) => setOpenId(row.id)}
            openKey={openId ?? undefined}
            empty={<EmptyState title={t('sharing.none')} />}
          />
        }
        detail={
          open ? <SharingPanel key={open.id} one={open} isManager={isManager} onClose={() => setOpenId(null)} /> : null
        }
      />
      {isAdding && <SharingForm onClose={() => setAdding(false)} />}
    </>
  )
}

function SharingPanel({ one, isManager, onClose }: { one: Arrangement; isManager: boolean; onClose: () => void }) {
  const t = useT('rights')
  const nameOf = useName()
  const end = useCommand('rights.endArrangement')
  const facts = [
    { label: t('sharing.role'), value: nameOf(RECIPIENT_ROLE_NAMES[one.role]) },
    { label: t('sharing.contact'), value: one.contact },
    { label: t('sharing.purpose'), value: one.purpose },
    { label: t('sharing.fields'), value: one.fields },
    { label: t('sharing.basis'), value: `${nameOf(SHARING_BASIS_NAMES[one.basis])} ${one.basisText}` },
    { label: t('sharing.assessment'), value: one.assessmentTitle ?? t('sharing.noAssessment') },
    { label: t('sharing.abroad'), value: t(one.isAbroad ? 'sharing.yes' : 'sharing.no') },
    { label: t('assess.by'), value: one.createdByName },
  ]
  const send = async (reason: string) => {
    const result = await end.run({ id: one.id, reason })
    if (result.ok) tellDone(t('saved'))
    return result.ok
  }
  return (
    <DetailPanel title={one.recipient} label={t('sharing.detail', { name: one.recipient })} onClose={onClose}>
      <Section title={t('tabs.sharing')}>
        <Facts facts={facts} columns={1} />
        {one.endedAt !== null && <p className={styles.note}>{t('sharing.ended', { reason: one.endReason })}</p>}
        {one.endedAt === null && isManager && (
          <TextAct
            keep={{ kind: 'rights-sharing-panel-end-reason', subject: one.id }}
            label={t('sharing.endReason')}
            buttons={[{ label: t('sharing.end'), onSend: send, isBusy: end.isBusy }]}
          />
        )}
      </Section>
    </DetailPanel>
  )
}
