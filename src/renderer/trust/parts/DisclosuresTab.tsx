import { Select } from '@mantine/core'
import { useState } from 'react'
import type { Disclosure } from '../../../shared/trust/model.ts'
import { DISCLOSURE_KINDS, DISCLOSURE_NAMES, type DisclosureKind } from '../../../shared/trust/words.ts'
import { call } from '../../client.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useKeysetRows } from '../../ui/keyset-rows.ts'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import styles from './trust.module.css'

function useColumns(): Column<Disclosure>[] {
  const t = useT('trust')
  const nameOf = useName()
  return [
    { id: 'at', header: t('columns.at'), width: '150px', cell: (row) => <InstantText at={row.at} /> },
    { id: 'person', header: t('columns.person'), width: '120px', cell: (row) => row.actorName },
    { id: 'what', header: t('columns.what'), width: 'minmax(170px, 0.8fr)', cell: (row) => nameOf(row.what) },
    { id: 'member', header: t('columns.member'), width: '130px', cell: (row) => row.memberCard ?? '' },
    { id: 'case', header: t('columns.case'), width: '170px', cell: (row) => row.caseNumber ?? '' },
    { id: 'reason', header: t('columns.reason'), width: 'minmax(180px, 1fr)', cell: (row) => row.reason ?? '' },
    {
      id: 'result',
      header: t('columns.result'),
      width: '120px',
      cell: ({ outcome }) => (
        <StateBadge tone={outcome === 'done' ? 'info' : 'bad'} label={t(outcome === 'done' ? 'done' : 'refused')} />
      ),
    },
  ]
}

/** S3-131 S3-132: when personal data was shown or given out, to whom and why. Read on purpose only: each reading is audited. */
export function DisclosuresTab() {
  const t = useT('trust')
  const nameOf = useName()
  const [kind, setKind] = useState<DisclosureKind>('unmasked')
  const rows = useKeysetRows({
    key: kind,
    loadPage: (before: number | null) => call('trust.disclosures', { kind, ...(before === null ? {} : { before }) }),
  })
  return (
    <>
      <div className={styles.filters}>
        <Select
          w={200}
          aria-label={t('fields.kind')}
          data={choicesOf(DISCLOSURE_NAMES, nameOf)}
          value={kind}
          allowDeselect={false}
          onChange={(value) => setKind(DISCLOSURE_KINDS.find((one) => one === value) ?? 'unmasked')}
        />
      </div>
      <DataTable
        label={t('tabs.disclosures')}
        columns={useColumns()}
        rows={rows}
        rowKey={(row) => String(row.seq)}
        empty={<EmptyState title={t('empty.disclosures')} text={t('empty.disclosuresText')} />}
      />
    </>
  )
}
