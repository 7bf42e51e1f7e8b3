import { ActionIcon, Anchor, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconDownload, IconFile, IconFileText, IconPhoto } from '@tabler/icons-react'
import type { EvidenceRow } from '../../../shared/evidence/contract.ts'
import { EVIDENCE_KIND_NAMES, EVIDENCE_KIND_TABLE } from '../../../shared/evidence/kinds.ts'
import { shell } from '../../client.ts'
import { useLanguage, useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { bytesText, dateTimeText } from '../../ui/formats.ts'
import { tellDone, tellFailure } from '../../ui/notify.ts'
import { useCommand } from '../../use-command.ts'
import styles from './evidence.module.css'

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

const ICONS = { image: IconPhoto, text: IconFileText, none: IconFile }

function PieceItem({ row, verdicts, mayWithdraw, onShow, onWithdraw }: Omit<Props, 'rows'> & { row: EvidenceRow }) {
  const t = useT('evidence')
  const language = useLanguage()
  const Icon = ICONS[EVIDENCE_KIND_TABLE[row.kind].preview]
  const kind = EVIDENCE_KIND_NAMES[row.kind][language === 'en' ? 'en' : 'zh']
  const isWhole = verdicts.get(row.id)
  const time = dateTimeText(row.addedAt)
  return (
    <>
      <div className={styles.line}>
        <Icon size={16} className={styles.icon} />
        <Anchor component="button" type="button" className={styles.name ?? ''} onClick={() => onShow(row)}>
          {row.name}
        </Anchor>
        <span className={styles.faint}>{t('kindSize', { kind, size: bytesText(row.size) })}</span>
        {row.withdrawnAt !== null && <StateBadge tone="warn" label={t('withdrawn')} />}
        {isWhole === true && <StateBadge tone="good" label={t('whole')} />}
        {isWhole === false && <StateBadge tone="bad" label={t('damaged')} />}
        <span className={styles.push}>
          <span className={styles.faint}>{t('addedBy', { name: row.addedByName, time })}</span>
          <SaveCopy row={row} />
          {mayWithdraw && row.withdrawnAt === null && (
            <Tooltip label={t('withdraw')}>
              <ActionIcon color="gray" aria-label={`${t('withdraw')} ${row.name}`} onClick={() => onWithdraw(row)}>
                <IconArrowBackUp size={15} />
              </ActionIcon>
            </Tooltip>
          )}
        </span>
      </div>
      {row.note !== '' && <div className={styles.note}>{row.note}</div>}
      {row.withdrawnAt !== null && (
        <div className={styles.note}>
          {t('withdrawnBy', {
            name: row.withdrawnByName ?? '',
            time: dateTimeText(row.withdrawnAt),
            reason: row.withdrawReason ?? '',
          })}
        </div>
      )}
      <div className={`mono ${styles.print}`}>
        {t('fingerprint')} {row.sha256}
      </div>
    </>
  )
}

function SaveCopy({ row }: { row: EvidenceRow }) {
  const t = useT('evidence')
  const save = useCommand('evidence.save')
  const saveCopy = async () => {
    const place = await shell('shell.pickSave', { purpose: 'copy', suggested: row.name })
    if (!place.ok) return tellFailure(place.failure)
    if (place.value === null) return
    const saved = await save.run({ id: row.id, out: place.value.token })
    if (saved.ok) tellDone(t('saved', { name: saved.value.fileName }))
  }
  return (
    <Tooltip label={t('save')}>
      <ActionIcon
        color="gray"
        aria-label={`${t('save')} ${row.name}`}
        loading={save.isBusy}
        onClick={() => void saveCopy()}
      >
        <IconDownload size={15} />
      </ActionIcon>
    </Tooltip>
  )
}
