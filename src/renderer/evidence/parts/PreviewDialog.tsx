import { Loader, Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { EvidenceRow } from '../../../shared/evidence/contract.ts'
import { EVIDENCE_KIND_TABLE } from '../../../shared/evidence/kinds.ts'
import { useT } from '../../i18n/use-t.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { useQuery } from '../../use-query.ts'
import styles from './evidence.module.css'

type Props = { piece: EvidenceRow | null; onClose: () => void }

/** Shows a picture or a text in the window; each look is written into the audit log. */
export function PreviewDialog({ piece, onClose }: Props) {
  const t = useT('evidence')
  const ui = useT('ui')
  return (
    <Modal
      opened={piece !== null}
      onClose={onClose}
      title={piece ? t('preview', { name: piece.name }) : ''}
      closeButtonProps={{ 'aria-label': ui('actions.close') }}
      size="xl"
    >
      {piece &&
        (EVIDENCE_KIND_TABLE[piece.kind].preview === 'none' ? <p>{t('noPreview')}</p> : <Content piece={piece} />)}
    </Modal>
  )
}

function Content({ piece }: { piece: EvidenceRow }) {
  const { data, failure } = useQuery('evidence.content', { id: piece.id }, { clearOnChange: true })
  if (failure) return <FailureAlert failure={failure} />
  if (!data) return <Loader size="sm" />
  const { preview, type } = EVIDENCE_KIND_TABLE[data.kind]
  return preview === 'image' ? (
    <Picture bytes={data.bytes} type={type} name={data.name} />
  ) : (
    <PlainText bytes={data.bytes} name={data.name} />
  )
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
