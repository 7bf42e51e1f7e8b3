import { ActionIcon, Tooltip } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { TrainingMaterial } from '../../../shared/training/materials.ts'
import { call } from '../../client.ts'
import { Attach } from '../../evidence/parts/Attach.tsx'
import { FileItem, SaveCopy } from '../../evidence/parts/FileItem.tsx'
import { FileContent, FilePreview } from '../../evidence/parts/FilePreview.tsx'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { dateTimeText } from '../../ui/formats.ts'
import record from '../../ui/record.module.css'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { RemoveMaterial } from './RemoveMaterial.tsx'
import styles from './training.module.css'

type Props = { trainingId: string; mayChange: boolean }

/** S3-80 S3-87: the files of a training: added and removed by leads, looked at and saved by those who are asked to come. */
export function Materials({ trainingId, mayChange }: Props) {
  const t = useT('training')
  const list = useRef<HTMLUListElement>(null)
  const hasRemoved = useRef(false)
  const [shown, setShown] = useState<TrainingMaterial | null>(null)
  const [leaving, setLeaving] = useState<TrainingMaterial | null>(null)
  const query = useQuery('training.materials', { trainingId }, { topics: ['training'], clearOnChange: true })
  const rows = query.data ?? []
  // The button that had the focus goes with its file: the list takes it over.
  useEffect(() => {
    if (!hasRemoved.current || query.data === undefined) return
    hasRemoved.current = false
    list.current?.focus()
  }, [query.data])
  return (
    <>
      <FailureAlert failure={query.failure} onRetry={query.reload} />
      {query.data?.length === 0 && <div className={record.faint}>{t('materials.none')}</div>}
      {rows.length > 0 && (
        <ul ref={list} tabIndex={-1} className={styles.list} aria-label={t('materials.title')}>
          {rows.map((row) => (
            <li key={row.id} data-removed={row.removedAt !== null || undefined}>
              <Material row={row} onShow={() => setShown(row)} onRemove={mayChange ? () => setLeaving(row) : null} />
            </li>
          ))}
        </ul>
      )}
      {mayChange && (
        <Attach
          noteHint={t('materials.noteHint')}
          add={(file, note) => call('training.addMaterial', { trainingId, file, note })}
        />
      )}
      <FilePreview
        title={shown ? t('materials.preview', { name: shown.name }) : ''}
        file={shown}
        onClose={() => setShown(null)}
      >
        {shown && <Content id={shown.id} />}
      </FilePreview>
      <RemoveMaterial
        row={leaving}
        onClose={() => setLeaving(null)}
        onRemoved={() => {
          hasRemoved.current = true
          setLeaving(null)
        }}
      />
    </>
  )
}

type ItemProps = { row: TrainingMaterial; onShow: () => void; onRemove: (() => void) | null }

function Material({ row, onShow, onRemove }: ItemProps) {
  const t = useT('training')
  if (row.removedAt !== null)
    return (
      <FileItem file={row} onShow={null} badges={<StateBadge tone="warn" label={t('materials.removed')} />}>
        {t('materials.removedBy', {
          name: row.removedByName ?? '',
          time: dateTimeText(row.removedAt),
          reason: row.removeReason ?? '',
        })}
      </FileItem>
    )
  const remove = t('materials.removeFor', { name: row.name })
  return (
    <FileItem
      file={row}
      onShow={onShow}
      actions={
        <>
          <SaveMaterial row={row} />
          {onRemove && (
            <Tooltip label={t('materials.remove')}>
              <ActionIcon color="gray" aria-label={remove} onClick={onRemove}>
                <IconTrash size={15} />
              </ActionIcon>
            </Tooltip>
          )}
        </>
      }
    />
  )
}

function SaveMaterial({ row: { id, name } }: { row: TrainingMaterial }) {
  const save = useCommand('training.saveMaterial')
  return <SaveCopy name={name} isBusy={save.isBusy} save={(out) => save.run({ id, out })} />
}

/** Each look is written into the audit log. */
function Content({ id }: { id: string }) {
  return <FileContent query={useQuery('training.material', { id }, { clearOnChange: true })} />
}
