import { Button, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { DeskSettings } from '../../shared/settings/contract.ts'
import { useT } from '../i18n/use-t.ts'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { useShortcut } from '../ui/keys.ts'
import { tellDone } from '../ui/notify.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useCommand } from '../use-command.ts'
import { useQuery } from '../use-query.ts'
import { CallBacks } from './parts/CallBacks.tsx'
import { Greeting } from './parts/Greeting.tsx'
import { Hotlines } from './parts/Hotlines.tsx'
import { Numbers } from './parts/Numbers.tsx'
import styles from './parts/settings.module.css'
import { UnreadableAlert } from './parts/UnreadableAlert.tsx'
import { useUnreadable } from './use-unreadable.ts'

/** What one part of the page gets: the values being edited, and the sentences for refused fields. */
export type PartProps = {
  value: DeskSettings
  onChange: (change: Partial<DeskSettings>) => void
  errors: Record<string, string>
}

/** The settings of the whole desk; nothing takes effect before it is saved. */
export function Page() {
  const t = useT('settings')
  const ui = useT('ui')
  const query = useQuery('settings.read', {}, { topics: ['settings'] })
  const [draft, setDraft] = useState<DeskSettings | null>(null)
  const write = useCommand('settings.write', { quiet: true })
  const value = draft ?? query.data
  const isChanged = draft !== null && JSON.stringify(draft) !== JSON.stringify(query.data)
  const unreadable = useUnreadable().data ?? []
  // What could not be read is saved again as it stands, too.
  const canSave = isChanged || unreadable.includes('desk')
  useEffect(() => {
    const saved = query.data
    // What another window saved shows at once, unless something is being edited here.
    if (saved) setDraft((old) => (old !== null && JSON.stringify(old) === JSON.stringify(saved) ? null : old))
  }, [query.data])

  const save = async () => {
    if (value === undefined || !canSave || write.isBusy) return
    const result = await write.run(value)
    if (!result.ok) return
    setDraft(null)
    query.reload()
    tellDone(t('saved'))
  }
  useShortcut({ id: 'settings.save', keys: 'mod+s', label: ui('actions.save'), group: t('title') }, () => void save())

  const actions = (
    <>
      {isChanged && (
        <>
          <Text size="sm" c="dimmed" role="status">
            {t('unsaved')}
          </Text>
          <Button variant="default" onClick={() => setDraft(null)}>
            {t('discard')}
          </Button>
        </>
      )}
      <Button disabled={!canSave} loading={write.isBusy} onClick={() => void save()}>
        {ui('actions.save')}
      </Button>
    </>
  )
  const part = value && {
    value,
    errors: write.fieldErrors,
    onChange: (change: Partial<DeskSettings>) => setDraft({ ...value, ...change }),
  }
  return (
    <div className="page page-narrow">
      <PageHeader title={t('title')} actions={actions} />
      <FailureAlert failure={query.failure} onRetry={query.reload} />
      <FailureAlert failure={write.failure} />
      <UnreadableAlert names={unreadable.filter((name) => name !== 'personal')} />
      {part && (
        <div className={`scroll ${styles.parts}`}>
          <Numbers {...part} />
          <CallBacks {...part} />
          <Greeting {...part} />
          <Hotlines {...part} />
        </div>
      )}
    </div>
  )
}
