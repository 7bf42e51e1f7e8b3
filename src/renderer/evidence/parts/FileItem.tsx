import { ActionIcon, Anchor, Tooltip } from '@mantine/core'
import { IconDownload, IconFile, IconFileText, IconPhoto } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { EvidenceRow } from '../../../shared/evidence/contract.ts'
import { EVIDENCE_KIND_NAMES, EVIDENCE_KIND_TABLE } from '../../../shared/evidence/kinds.ts'
import type { Result } from '../../../shared/failure.ts'
import { shell } from '../../client.ts'
import { useT } from '../../i18n/use-t.ts'
import { bytesText, dateTimeText } from '../../ui/formats.ts'
import { tellDone, tellFailure } from '../../ui/notify.ts'
import { useName } from '../../ui/use-name.ts'
import styles from './evidence.module.css'

/** What is shown of a kept file, whatever it belongs to. */
export type KeptFile = Pick<EvidenceRow, 'name' | 'kind' | 'size' | 'sha256' | 'note' | 'addedAt' | 'addedByName'>

type Props = {
  file: KeptFile
  badges?: ReactNode
  actions?: ReactNode
  /** Shows its content; null where nothing of it may be seen. */
  onShow: (() => void) | null
  /** What is said below its note. */
  children?: ReactNode
}

const ICONS = { image: IconPhoto, text: IconFileText, none: IconFile }

/** A kept file: what it is, who put it there and when, what may be done with it, and its fingerprint. */
export function FileItem({ file, badges, actions, onShow, children }: Props) {
  const t = useT('evidence')
  const nameOf = useName()
  const Icon = ICONS[EVIDENCE_KIND_TABLE[file.kind].preview]
  const kind = nameOf(EVIDENCE_KIND_NAMES[file.kind])
  const time = dateTimeText(file.addedAt)
  return (
    <>
      <div className={styles.line}>
        <Icon size={16} className={styles.icon} />
        {onShow === null ? (
          <span className={styles.name}>{file.name}</span>
        ) : (
          <Anchor component="button" type="button" className={styles.name ?? ''} onClick={onShow}>
            {file.name}
          </Anchor>
        )}
        <span className={styles.faint}>{t('kindSize', { kind, size: bytesText(file.size) })}</span>
        {badges}
        <span className={styles.push}>
          <span className={styles.faint}>{t('addedBy', { name: file.addedByName, time })}</span>
          {actions}
        </span>
      </div>
      {file.note !== '' && <div className={styles.note}>{file.note}</div>}
      {children && <div className={styles.note}>{children}</div>}
      <div className={`mono ${styles.print}`}>
        {t('fingerprint')} {file.sha256}
      </div>
    </>
  )
}

type SaveProps = {
  name: string
  isBusy: boolean
  /** Writes the copy to the place that this token stands for. */
  save: (out: string) => Promise<Result<{ fileName: string }>>
}

/** Asks where a copy of a kept file goes, and writes it there. */
export function SaveCopy({ name, isBusy, save }: SaveProps) {
  const t = useT('evidence')
  const saveCopy = async () => {
    const place = await shell('shell.pickSave', { purpose: 'copy', suggested: name })
    if (!place.ok) return tellFailure(place.failure)
    if (place.value === null) return
    const saved = await save(place.value.token)
    if (saved.ok) tellDone(t('saved', { name: saved.value.fileName }))
  }
  return (
    <Tooltip label={t('save')}>
      <ActionIcon color="gray" aria-label={`${t('save')} ${name}`} loading={isBusy} onClick={() => void saveCopy()}>
        <IconDownload size={15} />
      </ActionIcon>
    </Tooltip>
  )
}
