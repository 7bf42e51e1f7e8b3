import { Button, Switch } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { MessageTemplate } from '../../../shared/messages/model.ts'
import { MESSAGE_CHANNEL_NAMES, OCCASION_NAMES, TEMPLATE_STATE_NAMES } from '../../../shared/messages/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DetailPanel, SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { queryRows } from '../../ui/rows.ts'
import { useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import styles from '../messages.module.css'
import { TEMPLATE_TONES } from '../tones.ts'
import { TemplateDetail } from './TemplateDetail.tsx'
import { TemplateEditor } from './TemplateEditor.tsx'

function useColumns(isNarrow: boolean): Column<MessageTemplate>[] {
  const t = useT('messages')
  const u = useT('ui')
  const nameOf = useName()
  const all: Column<MessageTemplate>[] = [
    {
      id: 'occasion',
      header: t('columns.occasion'),
      width: '160px',
      cell: (row) => nameOf(OCCASION_NAMES[row.occasion]),
    },
    { id: 'name', header: t('template.name'), width: 'minmax(150px, 1fr)', cell: (row) => nameOf(row.name) },
    {
      id: 'channel',
      header: t('columns.channel'),
      width: '130px',
      cell: (row) => (row.channel === 'any' ? t('template.any') : nameOf(MESSAGE_CHANNEL_NAMES[row.channel])),
    },
    {
      id: 'tier',
      header: t('template.tier'),
      width: '80px',
      cell: (row) => (row.tier === 'any' ? t('template.any') : u(`tiers.${row.tier}`)),
    },
    { id: 'version', header: t('template.version'), width: '80px', align: 'right', cell: (row) => row.version },
    {
      id: 'state',
      header: t('columns.state'),
      width: '124px',
      cell: (row) => <StateBadge tone={TEMPLATE_TONES[row.state]} label={nameOf(TEMPLATE_STATE_NAMES[row.state])} />,
    },
    {
      id: 'reviewed',
      header: t('template.reviewed'),
      width: '160px',
      cell: (row) => (row.authorId === null ? t('template.shipped') : (row.reviewedByName ?? '—')),
    },
  ]
  return isNarrow ? all.filter(({ id }) => ['occasion', 'name', 'state'].includes(id)) : all
}

/** S4-82: the wordings for customers, each in versions; what is in use was reviewed by a second person. */
export function TemplatesTab() {
  const t = useT('messages')
  const nameOf = useName()
  const [includeOld, setIncludeOld] = useState(false)
  const [openId, setOpenId] = useState<string | null>(null)
  const [edited, setEdited] = useState<MessageTemplate | 'new' | null>(null)
  const query = useQuery('messages.templates', { includeOld }, { topics: ['messages'] })
  const open = query.data?.find(({ id }) => id === openId)
  const isOpen = edited !== null || open !== undefined
  const columns = useColumns(isOpen)
  const close = () => {
    setEdited(null)
    setOpenId(null)
  }
  const saved = (template: MessageTemplate) => {
    setEdited(null)
    setOpenId(template.id)
  }
  return (
    <>
      <div className={styles.filters}>
        <Switch
          label={t('template.includeOld')}
          checked={includeOld}
          onChange={(event) => setIncludeOld(event.currentTarget.checked)}
        />
        <Button className={styles.push ?? ''} leftSection={<IconPlus size={15} />} onClick={() => setEdited('new')}>
          {t('template.fresh')}
        </Button>
      </div>
      <SplitView
        list={
          <DataTable
            label={t('template.list')}
            columns={columns}
            rows={queryRows(query, (rows) => rows)}
            rowKey={(row) => row.id}
            onOpen={(row) => {
              setEdited(null)
              setOpenId(row.id)
            }}
            openKey={openId ?? undefined}
            empty={<EmptyState title={t('template.list')} />}
          />
        }
        detail={
          isOpen ? (
            <DetailPanel
              key={edited === null ? openId : 'edit'}
              title={open && edited !== 'new' ? nameOf(open.name) : t('template.fresh')}
              label={t('template.detail')}
              badges={
                open &&
                edited === null && (
                  <StateBadge tone={TEMPLATE_TONES[open.state]} label={nameOf(TEMPLATE_STATE_NAMES[open.state])} />
                )
              }
              onClose={close}
            >
              <div className={styles.detail}>
                {edited !== null ? (
                  <TemplateEditor
                    before={edited === 'new' ? null : edited}
                    onSaved={saved}
                    onClose={() => setEdited(null)}
                  />
                ) : (
                  open && <TemplateDetail template={open} onEdit={() => setEdited(open)} />
                )}
              </div>
            </DetailPanel>
          ) : null
        }
      />
    </>
  )
}
