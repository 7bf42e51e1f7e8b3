import { Button, Group, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { PackDetail } from '../../../shared/policies/packs.ts'
import { useT } from '../../i18n/use-t.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { DayField } from '../../ui/fields.tsx'
import { today } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { useCommand } from '../../use-command.ts'
import styles from '../policies.module.css'
import { side } from '../words.ts'

type Props = { detail: PackDetail; onDraft: (versionId: string) => void }

/** The way to a draft in which the pack is on or off; nothing is in force before a second person approved it. */
export function PackSwitch({ detail, onDraft }: Props) {
  const t = useT('policies')
  const [asked, setAsked] = useState<boolean | null>(null)
  const { state } = detail
  return (
    <>
      <Group gap="xs" mt={8}>
        {state !== 'on' && (
          <Button variant="default" onClick={() => setAsked(true)}>
            {t(state === 'off' ? 'packs.on' : 'packs.again')}
          </Button>
        )}
        {state !== 'off' && (
          <Button variant="default" onClick={() => setAsked(false)}>
            {t('packs.off')}
          </Button>
        )}
      </Group>
      {asked !== null && <SwitchDialog detail={detail} isOn={asked} onDraft={onDraft} onClose={() => setAsked(null)} />}
    </>
  )
}

const NEW = '-'

function SwitchDialog({ detail, isOn, onDraft, onClose }: Props & { isOn: boolean; onClose: () => void }) {
  const t = useT('policies')
  const [into, setInto] = useState(NEW)
  const [from, setFrom] = useState<string | null>(today())
  const [reason, setReason] = useState('')
  const command = useCommand('policies.switchPack', { quiet: true })
  const draft = detail.drafts.find(({ id }) => id === into)
  const save = async () => {
    const place = draft
      ? { into: { id: draft.id, revision: draft.revision } }
      : { ...(from === null ? {} : { effectiveFrom: from }) }
    const result = await command.run({ id: detail.id, isOn, reason, ...place })
    if (!result.ok) return
    tellDone(t('packs.drafted', { id: result.value.id }))
    onDraft(result.value.id)
  }
  return (
    <FormDialog
      keep={null}
      title={t(isOn ? 'packs.on' : 'packs.off')}
      save={t('packs.draft')}
      failure={command.failure}
      isBusy={command.isBusy}
      isReady={draft !== undefined || from !== null}
      onSave={save}
      onClose={onClose}
    >
      <p className={styles.dim}>{t('packs.second')}</p>
      <Select
        label={t('packs.into')}
        allowDeselect={false}
        data-autofocus
        data={[
          { value: NEW, label: t('packs.newVersion') },
          ...detail.drafts.map((one) => ({
            value: one.id,
            label: t('versions.named', { name: one.name[side()], version: one.version }),
          })),
        ]}
        value={into}
        onChange={(value) => setInto(value ?? NEW)}
      />
      {!draft && <DayField label={t('versions.from')} value={from} onChange={setFrom} />}
      <TextInput label={t('packs.reason')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
    </FormDialog>
  )
}
