import { TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { CaseId } from '../../../shared/ids.ts'
import { call } from '../../client.ts'
import { useT } from '../../i18n/use-t.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { tellFailure } from '../../ui/notify.ts'
import { offerUndo } from '../../ui/undo.ts'
import { useAttach } from '../use-attach.ts'
import styles from './evidence.module.css'

type Props = { caseId: CaseId; files: readonly File[]; onClose: () => void }

/** What was pasted on a case's page: looked at and named, then attached, and for half a minute taken back by one key. */
export function PasteDialog({ caseId, files, onClose }: Props) {
  const t = useT('evidence')
  const [names, setNames] = useState(() => files.map(({ name }) => partsOf(name).base))
  const { note, setNote, isBusy, take } = useAttach(async (file, about) => {
    const added = await call('evidence.add', { caseId, file, note: about })
    if (added.ok) offerUndo({ text: t('added', { name: added.value.name }), undo: () => takeBack(added.value.id) })
    return added
  })
  const takeBack = async (id: string) => {
    const done = await call('evidence.withdraw', { id, reason: t('pastedBack') })
    if (!done.ok) tellFailure(done.failure)
  }
  const save = async () => {
    const named = files.map(
      (file, at) => new File([file], `${names[at]?.trim()}${partsOf(file.name).ending}`, { type: file.type }),
    )
    if (await take(named)) onClose()
  }
  return (
    <FormDialog
      keep={null}
      title={t('pasted')}
      save={t('attach')}
      failure={undefined}
      isBusy={isBusy}
      isReady={names.every((name) => name.trim() !== '')}
      onSave={save}
      onClose={onClose}
    >
      {files.map((file, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the files of one paste never change places
        <div key={at}>
          <Pasted file={file} />
          <TextInput
            label={t('name')}
            value={names[at] ?? ''}
            maxLength={120}
            rightSection={<span className={styles.faint}>{partsOf(file.name).ending}</span>}
            rightSectionWidth={58}
            data-autofocus={at === 0 || undefined}
            onChange={(event) => {
              const name = event.currentTarget.value
              setNames((old) => old.map((other, place) => (place === at ? name : other)))
            }}
          />
        </div>
      ))}
      <TextInput
        label={t('note')}
        placeholder={t('noteHint')}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  )
}

/** A name without its ending, and the ending with its dot. */
function partsOf(name: string): { base: string; ending: string } {
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? { base: name, ending: '' } : { base: name.slice(0, dot), ending: name.slice(dot) }
}

/** A pasted picture as it will be attached; other files are known by their names. */
function Pasted({ file }: { file: File }) {
  const [address, setAddress] = useState('')
  const isPicture = file.type.startsWith('image/')
  useEffect(() => {
    if (!isPicture) return
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file, isPicture])
  return address === '' ? null : <img className={styles.pasted} src={address} alt={file.name} />
}
