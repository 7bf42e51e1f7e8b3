import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import type { EvidenceRow } from '../../../shared/evidence/contract.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { dateTimeText } from '../../ui/formats.ts'
import { useCommand } from '../../use-command.ts'
import styles from './evidence.module.css'
import { FileItem, SaveCopy } from './FileItem.tsx'

type Props = {
  rows: readonly EvidenceRow[]
  /** What the last check found, by id; empty before one. */
  verdicts: ReadonlyMap<string, boolean>
  mayWithdraw: boolean
  onShow: (row: EvidenceRow) => void
  onWithdraw: (row: EvidenceRow) => void
}

/** The attached files: what each is, who attached it, its fingerprint, and whether it is as it was. */
export function PieceList({ rows, ...rest }: Props) {
  if (rows.length === 0) return null
  return (
    <ul className={styles.pieces}>
      {rows.map((row) => (
        <li key={row.id} data-withdrawn={row.withdrawnAt !== null || undefined}>
          <PieceItem row={row} {...rest} />
        </li>
      ))}
    </ul>
  )
}

function PieceItem({ row, verdicts, mayWithdraw, onShow, onWithdraw }: Omit<Props, 'rows'> & { row: EvidenceRow }) {
  const t = useT('evidence')
  const isWhole = verdicts.get(row.id)
  return (
    <FileItem
      file={row}
      onShow={() => onShow(row)}
      badges={
        <>
          {row.withdrawnAt !== null && <StateBadge tone="warn" label={t('withdrawn')} />}
          {isWhole === true && <StateBadge tone="good" label={t('whole')} />}
          {isWhole === false && <StateBadge tone="bad" label={t('damaged')} />}
        </>
      }
      actions={
        <>
          <SavePiece row={row} />
          {mayWithdraw && row.withdrawnAt === null && (
            <Tooltip label={t('withdraw')}>
              <ActionIcon color="gray" aria-label={`${t('withdraw')} ${row.name}`} onClick={() => onWithdraw(row)}>
                <IconArrowBackUp size={15} />
              </ActionIcon>
            </Tooltip>
          )}
        </>
      }
    >
      {row.withdrawnAt !== null &&
        t('withdrawnBy', {
          name: row.withdrawnByName ?? '',
          time: dateTimeText(row.withdrawnAt),
          reason: row.withdrawReason ?? '',
        })}
    </FileItem>
  )
}

function SavePiece({ row: { id, name } }: { row: EvidenceRow }) {
  const save = useCommand('evidence.save')
  return <SaveCopy name={name} isBusy={save.isBusy} save={(out) => save.run({ id, out })} />
}
