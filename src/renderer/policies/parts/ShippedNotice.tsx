import { Alert, Button, Checkbox, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Bilingual } from '../../../shared/contract.ts'
import { VERSION_STATE_NAMES } from '../../../shared/policies/model.ts'
import type { ShippedNewer } from '../../../shared/policies/shipped.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { DayField } from '../../ui/fields.tsx'
import { today } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import styles from '../policies.module.css'
import { side } from '../words.ts'

/** Says for which policies the product ships something newer than the desk took, and leads to a draft with it. */
export function ShippedNotice({ onDraft }: { onDraft: (versionId: string) => void }) {
  const t = useT('policies')
  const role = useSession((session) => session.user?.role)
  const mayDraft = role === 'lead' || role === 'manager'
  const query = useQuery('policies.shipped', {}, { topics: ['policies'] })
  const [taking, setTaking] = useState<ShippedNewer | null>(null)
  return (
    <>
      {(query.data ?? []).map((newer) => {
        const { version, draft } = newer
        return (
          <Alert key={version.id} color="blue" variant="light" role="status" p="xs">
            <Group justify="space-between" gap="sm" wrap="nowrap">
              <span>
                {t('shipped.one', { name: version.name[side()] })}
                {draft && ` ${t('shipped.drafted', { state: VERSION_STATE_NAMES[draft.state][side()] })}`}
              </span>
              {(draft || mayDraft) && (
                <Button
                  size="compact-sm"
                  variant="default"
                  style={{ flex: 'none' }}
                  onClick={() => (draft ? onDraft(draft.id) : setTaking(newer))}
                >
                  {t(draft ? 'shipped.openDraft' : 'shipped.open')}
                </Button>
              )}
            </Group>
          </Alert>
        )
      })}
      {taking && <TakeDialog newer={taking} onDraft={onDraft} onClose={() => setTaking(null)} />}
    </>
  )
}

type DialogProps = { newer: ShippedNewer; onDraft: (versionId: string) => void; onClose: () => void }

function TakeDialog({ newer: { version, changes, conflicts }, onDraft, onClose }: DialogProps) {
  const t = useT('policies')
  const [theirs, setTheirs] = useState<readonly string[]>([])
  const [from, setFrom] = useState<string | null>(today())
  const [reason, setReason] = useState('')
  const command = useCommand('policies.takeShipped', { quiet: true })
  const save = async () => {
    const day = from === null ? {} : { effectiveFrom: from }
    const result = await command.run({ id: version.id, theirs: [...theirs], reason, ...day })
    if (!result.ok) return
    tellDone(t('shipped.done', { id: result.value.id }))
    onClose()
    onDraft(result.value.id)
  }
  const toggle = (path: string) =>
    setTheirs(theirs.includes(path) ? theirs.filter((one) => one !== path) : [...theirs, path])
  const ofFate = (fate: 'taken' | 'had') => changes.filter((change) => change.fate === fate).map(({ text }) => text)
  return (
    <FormDialog
      keep={null}
      title={t('shipped.title', { name: version.name[side()] })}
      size={760}
      save={t('shipped.draft')}
      failure={command.failure}
      isBusy={command.isBusy}
      isReady={from !== null}
      onSave={save}
      onClose={onClose}
    >
      <p className={styles.dim}>{t('shipped.hint')}</p>
      <Sentences title={t('shipped.taken')} texts={ofFate('taken')} />
      <Sentences title={t('shipped.had')} texts={ofFate('had')} />
      {conflicts.length > 0 && (
        <section aria-label={t('shipped.conflicts')}>
          <strong>{t('shipped.conflicts')}</strong> <span className={styles.dim}>{t('shipped.conflictHint')}</span>
          {conflicts.map(({ path, shipped, own }) => (
            <div key={path}>
              <ul className={styles.list}>
                {shipped.map((text) => (
                  <li key={text.en}>
                    {t('shipped.byProduct')}
                    {text[side()]}
                  </li>
                ))}
                {own.map((text) => (
                  <li key={text.en}>
                    {t('shipped.byDesk')}
                    {text[side()]}
                  </li>
                ))}
              </ul>
              <Checkbox
                label={t('shipped.theirs')}
                aria-label={`${t('shipped.theirs')} ${shipped[0]?.[side()] ?? path}`}
                checked={theirs.includes(path)}
                onChange={() => toggle(path)}
              />
            </div>
          ))}
        </section>
      )}
      <DayField label={t('versions.from')} value={from} min={today()} onChange={setFrom} data-autofocus />
      <TextInput
        label={t('shipped.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  )
}

function Sentences({ title, texts }: { title: string; texts: readonly Bilingual[] }) {
  if (texts.length === 0) return null
  return (
    <section>
      <strong>{title}</strong>
      <ul className={styles.list} aria-label={title}>
        {texts.map((text) => (
          <li key={text.en}>{text[side()]}</li>
        ))}
      </ul>
    </section>
  )
}
