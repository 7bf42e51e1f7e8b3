import { Button, Checkbox, Group, Modal, Select, Stack } from '@mantine/core'
import { useState } from 'react'
import { BULK_ACTS, type BulkItem } from '../../../shared/bulk/model.ts'
import type { CaseRow } from '../../../shared/cases/views.ts'
import { useT } from '../../i18n/use-t.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { useShortcut } from '../../ui/keys.ts'
import { tellDone } from '../../ui/notify.ts'
import { offerUndo } from '../../ui/undo.ts'
import { useCommand } from '../../use-command.ts'
import { BulkFields } from './BulkFields.tsx'
import { BulkItems } from './BulkItems.tsx'
import { actOf, type BulkForm, EMPTY_FORM } from './bulk-form.ts'

type Props = { chosen: readonly CaseRow[]; onClose: () => void; onDone: () => void }

/** One act on the chosen cases: what it is, what it will do to each or why not, and then the deed. */
export function BulkDialog({ chosen, onClose, onDone }: Props) {
  const t = useT('queue')
  const u = useT('ui')
  const [form, setForm] = useState<BulkForm>(EMPTY_FORM)
  const [isAllOrNone, setAllOrNone] = useState(false)
  const [items, setItems] = useState<BulkItem[] | null>(null)
  const preview = useCommand('bulk.preview', { quiet: true })
  const run = useCommand('bulk.run', { quiet: true })
  const undo = useUndoRun()
  const act = actOf(form)
  const cases = chosen.map(({ id, lastSeq }) => ({ id, seq: lastSeq }))
  const set = (change: Partial<BulkForm>) => {
    setForm({ ...form, ...change })
    // What was said about another act does not stand for this one.
    setItems(null)
  }
  const look = async () => {
    if (!act) return
    const answer = await preview.run({ cases, act })
    if (answer.ok) setItems(answer.value)
  }
  const doIt = async () => {
    if (!act) return
    const answer = await run.run({ cases, act, isAllOrNone })
    if (!answer.ok) return
    const { runId, items: done } = answer.value
    const count = done.filter(({ isDone }) => isDone).length
    const refused = done.length - count
    const text = refused > 0 ? t('bulk.partly', { count, refused }) : t('bulk.done', { count })
    onClose()
    onDone()
    if (count > 0) offerUndo({ text, undo: () => undo(runId) })
    else tellDone(text)
  }
  const count = items?.filter(({ isDone }) => isDone).length ?? 0
  const isReady = items !== null && count > 0 && !(isAllOrNone && count < items.length)
  const next = () => void (items === null ? look() : isReady && doIt())
  useShortcut(
    { id: 'queue.bulkRun', keys: 'mod+enter', label: t('bulk.preview'), group: t('bulk.open'), inDialog: true },
    next,
    act !== undefined,
  )
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('bulk.title', { count: chosen.length })}
      size={720}
      closeButtonProps={{ 'aria-label': u('actions.close') }}
    >
      <Stack gap="sm">
        <FailureAlert failure={preview.failure ?? run.failure} />
        <Select
          data-autofocus
          label={t('bulk.act')}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          data={BULK_ACTS.map((kind) => ({ value: kind, label: t(`bulk.acts.${kind}`) }))}
          value={form.kind}
          onChange={(kind) => kind && set({ kind })}
        />
        <BulkFields form={form} set={set} />
        {items && <BulkItems items={items} />}
        <Checkbox
          label={t('bulk.allOrNone')}
          checked={isAllOrNone}
          onChange={(event) => setAllOrNone(event.currentTarget.checked)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {u('actions.cancel')}
          </Button>
          <Button
            variant={items === null ? 'filled' : 'default'}
            rightSection={items === null && <KeyHint keys="mod+enter" onBar />}
            loading={preview.isBusy}
            disabled={!act}
            onClick={() => void look()}
          >
            {t('bulk.preview')}
          </Button>
          {items && (
            <Button
              rightSection={<KeyHint keys="mod+enter" onBar />}
              loading={run.isBusy}
              disabled={!isReady}
              onClick={() => void doIt()}
            >
              {t('bulk.run', { count })}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  )
}

function useUndoRun(): (runId: string) => Promise<void> {
  const t = useT('queue')
  const undo = useCommand('bulk.undo')
  return async (runId) => {
    const answer = await undo.run({ runId })
    if (!answer.ok) return
    const count = answer.value.filter(({ isDone }) => isDone).length
    const refused = answer.value.length - count
    tellDone(refused > 0 ? t('bulk.undoneNot', { count, refused }) : t('bulk.undone', { count }))
  }
}
