import { Modal } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { EVIDENCE_KIND_TABLE, type EvidenceKind } from '../../../shared/evidence/kinds.ts'
import { claimedSize, isDrawable, type Size } from '../../../shared/evidence/pixels.ts'
import { useT } from '../../i18n/use-t.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { countText } from '../../ui/formats.ts'
import { Waiting } from '../../ui/Waiting.tsx'
import type { Query } from '../../use-query.ts'
import styles from './evidence.module.css'

type Props = { title: string; file: { kind: EvidenceKind } | null; onClose: () => void; children: ReactNode }

/** A dialog with a kept file's content as `children`, or with words where its kind cannot be shown in the window. */
export function FilePreview({ title, file, onClose, children }: Props) {
  const t = useT('evidence')
  const ui = useT('ui')
  return (
    <Modal
      opened={file !== null}
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': ui('actions.close') }}
      size="xl"
    >
      {file && (EVIDENCE_KIND_TABLE[file.kind].preview === 'none' ? <p>{t('noPreview')}</p> : children)}
    </Modal>
  )
}

/** A picture or a text as it was read from the desk. */
export function FileContent({
  query: { data, failure },
}: {
  query: Query<{ name: string; kind: EvidenceKind; bytes: Uint8Array }>
}) {
  if (failure) return <FailureAlert failure={failure} />
  if (!data) return <Waiting />
  const { preview, type } = EVIDENCE_KIND_TABLE[data.kind]
  const size = claimedSize(data.kind, data.bytes)
  if (preview === 'image' && size && !isDrawable(size)) return <TooManyPixels size={size} />
  return preview === 'image' ? (
    <Picture bytes={data.bytes} type={type} name={data.name} />
  ) : (
    <PlainText bytes={data.bytes} name={data.name} />
  )
}

function TooManyPixels({ size: { width, height } }: { size: Size }) {
  const t = useT('evidence')
  return <p role="alert">{t('tooManyPixels', { width: countText(width), height: countText(height) })}</p>
}

type Shown = { bytes: Uint8Array; name: string }

/** The bytes as a picture under a type of ours, whatever the file calls itself: nothing in it can run. */
function Picture({ bytes, type, name }: Shown & { type: string }) {
  const t = useT('evidence')
  const [address, setAddress] = useState('')
  const [isBroken, setBroken] = useState(false)
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [bytes, type])
  if (isBroken) return <p role="alert">{t('unreadable')}</p>
  if (address === '') return null
  return <img className={styles.picture} src={address} alt={name} onError={() => setBroken(true)} />
}

const SHOWN_CHARS = 200_000

function PlainText({ bytes, name }: Shown) {
  const t = useT('evidence')
  const text = decoded(bytes)
  return (
    <>
      {text.length > SHOWN_CHARS && <p>{t('previewCut', { count: SHOWN_CHARS })}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable to scroll it by keyboard */}
      <section className={styles.plain} tabIndex={0} aria-label={name}>
        {text.slice(0, SHOWN_CHARS)}
      </section>
    </>
  )
}

/** Chinese text files come as UTF-8 or in the older national code. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
