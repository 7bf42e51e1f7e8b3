import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { UserId } from '../../../shared/ids.ts'
import type { QualityPerson } from '../../../shared/standards/contract.ts'
import type { Day } from '../../../shared/time.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { confirmDialog } from '../../ui/confirm.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { DayField } from '../../ui/fields.tsx'
import { dayText, today } from '../../ui/formats.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import record from '../../ui/record.module.css'
import { queryRows } from '../../ui/rows.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'

/** S4-104: who is in the quality group, since when and with which duty; only they keep the standards. */
export function GroupTab() {
  const t = useT('qualityGroup')
  const isManager = useSession((state) => state.user?.role) === 'manager'
  const query = useQuery('standards.group', {}, { topics: ['improvements'] })
  const release = useCommand('standards.release')
  const letGo = async ({ userId, name }: QualityPerson) => {
    const title = t('releaseOf', { name })
    const isSure = await confirmDialog({ title, text: t('releaseText'), confirm: t('release'), danger: true })
    if (isSure) await release.run({ userId, toDay: today() })
  }
  const columns: Column<QualityPerson>[] = [
    { id: 'name', header: t('name'), width: '160px', cell: (row) => row.name },
    { id: 'duty', header: t('duty'), width: 'minmax(200px, 1fr)', cell: (row) => row.duty },
    { id: 'from', header: t('from'), width: '140px', cell: (row) => dayText(row.fromDay) },
    { id: 'to', header: t('to'), width: '140px', cell: (row) => (row.toDay === null ? '—' : dayText(row.toDay)) },
    {
      id: 'act',
      header: t('act'),
      width: '110px',
      cell: (row) =>
        isManager &&
        row.toDay === null && (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t('releaseOf', { name: row.name })}
            loading={release.isBusy}
            onClick={() => void letGo(row)}
          >
            {t('release')}
          </Button>
        ),
    },
  ]
  return (
    <>
      {isManager && <Appoint />}
      <DataTable
        label={t('title')}
        columns={columns}
        rows={queryRows(query, (rows) => rows)}
        rowKey={(row) => `${row.userId} ${row.fromDay}`}
        empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
      />
    </>
  )
}

function Appoint() {
  const t = useT('qualityGroup')
  const [userId, setUser] = useState<UserId | null>(null)
  const [duty, setDuty] = useState('')
  const [fromDay, setFrom] = useState<Day | null>(today())
  const appoint = useCommand('standards.appoint')
  const save = async () => {
    if (userId === null || fromDay === null) return
    if (!(await appoint.run({ userId, duty, fromDay })).ok) return
    setUser(null)
    setDuty('')
  }
  return (
    <fieldset className={record.form} aria-label={t('appoint')}>
      <PersonField label={t('name')} value={userId} onChange={setUser} />
      <TextInput
        label={t('duty')}
        maxLength={200}
        value={duty}
        onChange={(event) => setDuty(event.currentTarget.value)}
      />
      <DayField label={t('from')} value={fromDay} onChange={setFrom} />
      <div className={record.buttons}>
        <Button
          mt={22}
          loading={appoint.isBusy}
          disabled={userId === null || fromDay === null || duty.trim().length < 2}
          onClick={() => void save()}
        >
          {t('appoint')}
        </Button>
      </div>
      <KeepLines kind="standards-appoint-lines" subject="new" />
    </fieldset>
  )
}
