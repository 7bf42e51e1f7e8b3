import { ActionIcon, Button, Popover, UnstyledButton } from '@mantine/core'
import { IconBookmarks, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { AuditFilter } from '../../../shared/audit/filter.ts'
import type { AuditView } from '../../../shared/views/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { useShortcut } from '../../ui/keys.ts'
import { offerUndo } from '../../ui/undo.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import styles from './audit.module.css'
import { ViewForm } from './ViewForm.tsx'

type Props = { filter: AuditFilter; onOpen: (filter: AuditFilter) => void }

/** Filters of the log under names: chosen, changed, deleted with a way back. */
export function Views({ filter, onOpen }: Props) {
  const t = useT('audit')
  const { data: views = [] } = useQuery('views.listAudit', {}, { topics: ['queue'] })
  const me = useSession((session) => session.user)
  const [isOpen, setOpen] = useState(false)
  const [edited, setEdited] = useState<AuditView | 'new' | null>(null)
  useShortcut({ id: 'audit.views', keys: 'v', label: t('views.title'), group: t('views.title') }, () => setOpen(true))
  const edit = (view: AuditView | 'new') => {
    setOpen(false)
    setEdited(view)
  }
  return (
    <>
      <Popover opened={isOpen} onChange={setOpen} position="bottom-start" withArrow trapFocus shadow="md">
        <Popover.Target>
          <Button
            variant="default"
            leftSection={<IconBookmarks size={14} />}
            rightSection={<KeyHint keys="v" />}
            onClick={() => setOpen(!isOpen)}
          >
            {t('views.title')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('views.title')}>
          <div className={styles.views}>
            {views.length === 0 && <p className={styles.none}>{t('views.none')}</p>}
            {views.map((view) => (
              <ViewLine
                key={view.id}
                view={view}
                isMine={view.ownerId === me?.id}
                onOpen={() => {
                  setOpen(false)
                  const { list: _, ...kept } = view.query
                  onOpen(kept)
                }}
                onEdit={() => edit(view)}
              />
            ))}
            <Button variant="subtle" leftSection={<IconPlus size={14} />} onClick={() => edit('new')}>
              {t('views.save')}
            </Button>
          </div>
        </Popover.Dropdown>
      </Popover>
      {edited !== null && <ViewForm view={edited} filter={filter} onClose={() => setEdited(null)} />}
    </>
  )
}

type LineProps = { view: AuditView; isMine: boolean; onOpen: () => void; onEdit: () => void }

function ViewLine({ view: { id, name, ownerName }, isMine, onOpen, onEdit }: LineProps) {
  const t = useT('audit')
  const remove = useCommand('views.remove')
  const restore = useCommand('views.restore')
  const drop = async () => {
    const { ok } = await remove.run({ id })
    if (ok) offerUndo({ text: t('views.removed', { name }), undo: () => restore.run({ id }) })
  }
  return (
    <div className={styles.view}>
      <UnstyledButton className={styles.viewName ?? ''} onClick={onOpen}>
        <span>{name}</span>
        {!isMine && <span className={styles.none}>{ownerName}</span>}
      </UnstyledButton>
      <ActionIcon variant="subtle" color="gray" aria-label={t('views.change', { name })} onClick={onEdit}>
        <IconPencil size={14} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('views.remove', { name })}
        loading={remove.isBusy}
        onClick={() => void drop()}
      >
        <IconTrash size={14} />
      </ActionIcon>
    </div>
  )
}
