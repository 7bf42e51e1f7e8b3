import { Button, Popover } from '@mantine/core'
import { IconBookmarks, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { SavedView } from '../../../shared/views/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { useShortcut } from '../../ui/keys.ts'
import { ViewLine } from '../../ui/ViewLine.tsx'
import styles from './queue.module.css'
import { applyView, useSavedViews } from './saved-views.ts'
import { ViewForm } from './ViewForm.tsx'

/** Views of the queue under names: chosen by key or from the list, changed, deleted with a way back. */
export function SavedViews({ text }: { text: string }) {
  const t = useT('queue')
  const views = useSavedViews()
  const me = useSession((session) => session.user)
  const [isOpen, setOpen] = useState(false)
  const [edited, setEdited] = useState<SavedView | 'new' | null>(null)
  useShortcut({ id: 'queue.views', keys: 'v', label: t('views.title'), group: t('views.title') }, () => setOpen(true))
  useShortcut({ id: 'queue.saveView', keys: 'alt+v', label: t('views.save'), group: t('views.title') }, () =>
    setEdited('new'),
  )
  const edit = (view: SavedView | 'new') => {
    setOpen(false)
    setEdited(view)
  }
  const isMine = (view: SavedView) => view.ownerId === me?.id
  const mayChange = (view: SavedView) => isMine(view) || (view.isShared && me?.role !== 'agent')
  const wordsOf = ({ name }: SavedView) => ({
    change: t('views.change', { name }),
    remove: t('views.remove', { name }),
    removed: t('views.removed', { name }),
  })
  const parts = [
    { title: t('views.own'), list: views.filter(isMine) },
    { title: t('views.shared'), list: views.filter((view) => !isMine(view)) },
  ].filter(({ list }) => list.length > 0)
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
            {parts.length === 0 && <p className={styles.none}>{t('views.none')}</p>}
            {parts.map(({ title, list }) => (
              <section key={title} aria-label={title}>
                <h3 className={styles.viewsTitle}>{title}</h3>
                {list.map((view) => (
                  <ViewLine
                    key={view.id}
                    view={view}
                    owner={isMine(view) ? null : t('views.by', { name: view.ownerName })}
                    keys={view.digit === null ? undefined : `alt+${view.digit}`}
                    words={wordsOf(view)}
                    onOpen={() => {
                      setOpen(false)
                      applyView(view)
                    }}
                    onEdit={mayChange(view) ? () => edit(view) : undefined}
                  />
                ))}
              </section>
            ))}
            <Button
              variant="subtle"
              leftSection={<IconPlus size={14} />}
              rightSection={<KeyHint keys="alt+v" />}
              onClick={() => edit('new')}
            >
              {t('views.save')}
            </Button>
          </div>
        </Popover.Dropdown>
      </Popover>
      {edited !== null && <ViewForm view={edited} text={text} onClose={() => setEdited(null)} />}
    </>
  )
}
