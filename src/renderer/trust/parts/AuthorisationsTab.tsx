import { Button, Checkbox } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Authorisation } from '../../../shared/trust/model.ts'
import { AUTHORISATION_NAMES, AUTHORISATION_STATE_NAMES } from '../../../shared/trust/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { queryRows } from '../../ui/rows.ts'
import { useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { useQuery } from '../../use-query.ts'
import { RIGHT_TONES } from '../tones.ts'
import { BreakGlassDialog } from './BreakGlassDialog.tsx'
import { GiveDialog } from './GiveDialog.tsx'
import { RightPanel } from './RightPanel.tsx'
import styles from './trust.module.css'

function useColumns(isNarrow: boolean): Column<Authorisation>[] {
  const t = useT('trust')
  const nameOf = useName()
  const all: Column<Authorisation>[] = [
    { id: 'person', header: t('columns.person'), width: '110px', cell: (row) => row.userName },
    {
      id: 'kind',
      header: t('columns.kind'),
      width: 'minmax(150px, 0.7fr)',
      cell: ({ kind, caseNumber, memberCard }) =>
        [nameOf(AUTHORISATION_NAMES[kind]), caseNumber, memberCard].filter(Boolean).join(' '),
    },
    { id: 'given', header: t('columns.given'), width: '110px', cell: (row) => row.givenByName },
    { id: 'from', header: t('columns.started'), width: '140px', cell: (row) => <InstantText at={row.fromAt} /> },
    { id: 'until', header: t('columns.until'), width: '140px', cell: (row) => <InstantText at={row.untilAt} /> },
    { id: 'reason', header: t('columns.reason'), width: 'minmax(140px, 1fr)', cell: (row) => row.reason },
    {
      id: 'review',
      header: t('columns.review'),
      width: '110px',
      cell: ({ isReviewDue, reviewAt }) =>
        isReviewDue ? <StateBadge tone="warn" label={t('reviewDue')} /> : <InstantText at={reviewAt} />,
    },
    {
      id: 'state',
      header: t('columns.state'),
      width: '112px',
      cell: ({ state }) => <StateBadge tone={RIGHT_TONES[state]} label={nameOf(AUTHORISATION_STATE_NAMES[state])} />,
    },
  ]
  return isNarrow ? all.filter(({ id }) => ['person', 'kind', 'state'].includes(id)) : all
}

/** S3-130: who authorised whom to what, from when until when; what a review is due for stands here too. */
export function AuthorisationsTab() {
  const t = useT('trust')
  const role = useSession((state) => state.user?.role)
  const [isPastToo, setPastToo] = useState(false)
  const [openId, setOpen] = useState<string | null>(null)
  const [dialog, setDialog] = useState<'give' | 'glass' | null>(null)
  const query = useQuery('authorisations.list', { isPastToo }, { topics: ['trust'] })
  const rows = query.data ?? []
  const open = rows.find(({ id }) => id === openId)
  const due = rows.filter(({ isReviewDue }) => isReviewDue).length
  return (
    <>
      <div className={styles.filters}>
        <Checkbox
          label={t('fields.pastToo')}
          checked={isPastToo}
          onChange={(event) => setPastToo(event.currentTarget.checked)}
        />
        {role === 'manager' && due > 0 && <StateBadge tone="warn" label={t('dueCount', { count: due })} />}
        {role === 'manager' && (
          <Button className={styles.push ?? ''} leftSection={<IconPlus size={15} />} onClick={() => setDialog('give')}>
            {t('acts.give')}
          </Button>
        )}
        {role !== 'admin' && (
          <Button
            className={role === 'manager' ? '' : (styles.push ?? '')}
            variant="default"
            onClick={() => setDialog('glass')}
          >
            {t('acts.breakGlass')}
          </Button>
        )}
      </div>
      <SplitView
        list={
          <DataTable
            label={t('tabs.authorisations')}
            columns={useColumns(open !== undefined)}
            rows={queryRows(query, (all) => all)}
            rowKey={(row) => row.id}
            onOpen={(row) => setOpen(row.id)}
            openKey={openId ?? undefined}
            empty={<EmptyState title={t('empty.rights')} text={t('empty.rightsText')} />}
          />
        }
        detail={open ? <RightPanel key={open.id} row={open} onClose={() => setOpen(null)} /> : null}
      />
      {dialog === 'give' && <GiveDialog onClose={() => setDialog(null)} onDone={setOpen} />}
      {dialog === 'glass' && <BreakGlassDialog onClose={() => setDialog(null)} />}
    </>
  )
}
