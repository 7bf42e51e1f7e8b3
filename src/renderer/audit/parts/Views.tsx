import { Button, Popover } from '@mantine/core'
import { IconBookmarks, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { AuditFilter } from '../../../shared/audit/filter.ts'
import type { AuditView } from '../../../shared/views/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { useShortcut } from '../../ui/keys.ts'
import { ViewLine } from '../../ui/ViewLine.tsx'
import { useQuery } from '../../use-query.ts'
import styles from './audit.module.css'
import { ViewForm } from './ViewForm.tsx'

type Props = { filter: AuditFilter; onOpen: (filter: AuditFilter) => void }

/** Filters of the log under names: chosen, changed, deleted with a way back. */
export function Views({ filter, onOpen }: Props) {
  const t = useT('audit')
  const { data } = useQuery('views.listAudit', {}, { topics: ['queue'] })
  const views = data ?? []
  const me = useSession((session) => session.user)
  const [isOpen, setOpen] = useState(false)
  const [edited, setEdited] = useState<AuditView | 'new' | null>(null)
  useShortcut({ id: 'audit.views', keys: 'v', label: t('views.title'), group: t('views.title') }, () => setOpen(true))
  const edit = (view: AuditView | 'new') => {
    setOpen(false)
    setEdited(view)
  }
  const wordsOf = ({ name }: AuditView) => ({
    change: t('views.change', { name }),
    remove: t('views.remove', { name }),
    removed: t('views.removed', { name }),
  })
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
            {data?.length === 0 && <p className={styles.none}>{t('views.none')}</p>}
            {views.map((view) => (
              <ViewLine
                key={view.id}
                view={view}
                owner={view.ownerId === me?.id ? null : view.ownerName}
                words={wordsOf(view)}
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
