import { Button } from '@mantine/core'
import { useState } from 'react'
import type { DigestView } from '../../../shared/meetings/digests.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DetailPanel, Section, SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { dateTimeText } from '../../ui/formats.ts'
import { queryRows } from '../../ui/rows.ts'
import { TextAct } from '../../ui/TextAct.tsx'
import { InstantText } from '../../ui/values.tsx'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import styles from '../parts/todos.module.css'
import { DigestItems } from './DigestItems.tsx'
import { GatherPanel } from './GatherPanel.tsx'

/** S3-18: what customers said, gathered by a lead and passed to the manager, who answers. */
export function DigestsTab() {
  const t = useT('meetings')
  const [openId, setOpen] = useState<string | null>(null)
  const [isGathering, setGathering] = useState(false)
  const query = useQuery('digests.list', {}, { topics: ['todos'] })
  const open = isGathering ? undefined : query.data?.find(({ id }) => id === openId)
  const columns: Column<DigestView>[] = [
    { id: 'at', header: t('digests.columns.at'), width: '150px', cell: (row) => <InstantText at={row.sentAt} /> },
    { id: 'title', header: t('digests.columns.title'), width: 'minmax(150px, 1fr)', cell: (row) => row.title },
    { id: 'by', header: t('digests.columns.by'), width: '110px', cell: (row) => row.sentByName },
    { id: 'items', header: t('digests.columns.items'), width: '70px', align: 'right', cell: (row) => row.items.length },
    {
      id: 'state',
      header: t('digests.columns.state'),
      width: '150px',
      cell: ({ answeredAt }) => (
        <StateBadge
          tone={answeredAt === null ? 'warn' : 'good'}
          label={t(answeredAt === null ? 'digests.waiting' : 'digests.done')}
        />
      ),
    },
  ]
  return (
    <>
      <div className={styles.filters}>
        <Button className={styles.push ?? ''} onClick={() => setGathering(true)}>
          {t('digests.gather')}
        </Button>
      </div>
      <SplitView
        list={
          <DataTable
            label={t('digests.columns.title')}
            columns={open || isGathering ? columns.filter(({ id }) => id !== 'by' && id !== 'items') : columns}
            rows={queryRows(query, (rows) => rows)}
            rowKey={(row) => row.id}
            onOpen={(row) => {
              setGathering(false)
              setOpen(row.id)
            }}
            openKey={openId ?? undefined}
            empty={<EmptyState title={t('digests.empty')} />}
          />
        }
        detail={
          isGathering ? (
            <GatherPanel
              onClose={() => setGathering(false)}
              onDone={(id) => {
                setGathering(false)
                setOpen(id)
              }}
            />
          ) : open ? (
            <Digest key={open.id} digest={open} onClose={() => setOpen(null)} />
          ) : null
        }
      />
    </>
  )
}

function Digest({ digest, onClose }: { digest: DigestView; onClose: () => void }) {
  const t = useT('meetings')
  const save = useCommand('digests.answer')
  const { id, title, answeredAt } = digest
  return (
    <DetailPanel title={title} label={t('digests.detail', { title })} onClose={onClose}>
      <Section title={t('digests.fields.text')}>
        <p className={styles.text}>{digest.text || '—'}</p>
        <div className={styles.faint}>
          {digest.sentByName} → {digest.toName} · {dateTimeText(digest.sentAt)}
        </div>
      </Section>
      <Section title={t('digests.answer')}>
        {answeredAt === null ? (
          <div className={styles.faint}>{t('digests.waiting')}</div>
        ) : (
          <>
            <p className={styles.text}>{digest.answer}</p>
            <div className={styles.faint}>
              {t('digests.answered', { name: digest.answeredByName ?? '', time: dateTimeText(answeredAt) })}
            </div>
          </>
        )}
        {digest.mayAnswer && (
          <TextAct
            keep={{ kind: 'todos-digest-answer', subject: digest.id }}
            label={t('digests.answer')}
            buttons={[
              {
                label: t('digests.answer'),
                onSend: async (answer) => (await save.run({ id, answer })).ok,
                isBusy: save.isBusy,
                isMain: true,
              },
            ]}
          />
        )}
      </Section>
      <Section title={t('digests.items')}>
        <DigestItems items={digest.items} />
      </Section>
    </DetailPanel>
  )
}
