import { Button, Group } from '@mantine/core'
import { useRef } from 'react'
import { DraftHint } from '../../drafts/DraftHint.tsx'
import type { DraftForm } from '../../drafts/use-draft.ts'
import { useT } from '../../i18n/use-t.ts'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { useShortcut } from '../../ui/keys.ts'
import { tellDone } from '../../ui/notify.ts'
import styles from './page.module.css'

/** What of a form is kept while it is typed. */
export type Kept = Pick<DraftForm<unknown>, 'restoredAt' | 'saving' | 'discard'>

type Props = {
  isBusy: boolean
  isReady: boolean
  onSave: () => Promise<boolean>
  label?: string
  draft?: Kept
}

/** The button that records what a form holds, and says so; its key works while the focus is in that form. */
export function Save({ isBusy, isReady, onSave, label, draft }: Props) {
  const t = useT('cases')
  const line = useRef<HTMLDivElement>(null)
  const save = async () => {
    if (!(await onSave())) return
    await draft?.discard()
    tellDone(t('act.saved'))
  }
  const name = label ?? t('act.save')
  useShortcut(
    {
      ...{ id: 'cases.saveAct', keys: 'mod+enter', label: name, group: t('title'), always: true, inPalette: false },
      when: () => line.current?.parentElement?.contains(document.activeElement) ?? false,
    },
    () => {
      if (isReady && !isBusy) void save()
    },
  )
  return (
    <Group ref={line} justify={draft ? 'space-between' : 'flex-end'} mt="xs">
      {draft && <DraftHint draft={draft} />}
      <Button
        className={styles.push ?? ''}
        variant="default"
        loading={isBusy}
        disabled={!isReady}
        rightSection={<KeyHint keys="mod+enter" />}
        onClick={() => void save()}
      >
        {name}
      </Button>
    </Group>
  )
}
