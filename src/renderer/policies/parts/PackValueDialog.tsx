import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { PackDetail, PackItem } from '../../../shared/policies/packs.ts'
import { useT } from '../../i18n/use-t.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { DayField } from '../../ui/fields.tsx'
import { today } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { useCommand } from '../../use-command.ts'
import styles from '../policies.module.css'
import { side } from '../words.ts'
import { SourceFields } from './SourceFields.tsx'

type Props = { detail: PackDetail; item: PackItem; onDraft: (versionId: string) => void; onClose: () => void }

const NEW = '-'

/** S3-03: other words for a value that a pack only tells, as a draft that a second person puts in force. */
export function PackValueDialog({ detail, item, onDraft, onClose }: Props) {
  const t = useT('policies')
  const [value, setValue] = useState(item.text)
  const [source, setSource] = useState(item.source)
  const [into, setInto] = useState(NEW)
  const [from, setFrom] = useState<string | null>(today())
  const command = useCommand('policies.packValue', { quiet: true })
  const draft = detail.drafts.find(({ id }) => id === into)
  const store = async (said: typeof value | null) => {
    const place = draft
      ? { into: { id: draft.id, revision: draft.revision } }
      : { ...(from === null ? {} : { effectiveFrom: from }) }
    const result = await command.run({ pack: detail.id, id: item.id, value: said, source, ...place })
    if (!result.ok) return
    tellDone(t('packs.drafted', { id: result.value.id }))
    onDraft(result.value.id)
  }
  const words = (language: 'zh' | 'en', label: string) => (
    <TextInput
      label={label}
      withAsterisk
      maxLength={300}
      data-autofocus={language === 'zh' || undefined}
      value={value[language]}
      error={command.fieldErrors[`value.${language}`]}
      onChange={(event) => setValue({ ...value, [language]: event.currentTarget.value })}
    />
  )
  return (
    <FormDialog
      keep={null}
      title={t('packs.change', { name: item.name[side()] })}
      save={t('packs.draft')}
      failure={command.failure}
      isBusy={command.isBusy}
      isReady={draft !== undefined || from !== null}
      onSave={() => store(value)}
      onClose={onClose}
    >
      <p className={styles.dim}>{t('packs.valueHint')}</p>
      {words('zh', t('packs.valueZh'))}
      {words('en', t('packs.valueEn'))}
      <SourceFields source={source} onChange={setSource} />
      <Select
        label={t('packs.into')}
        allowDeselect={false}
        data={[
          { value: NEW, label: t('packs.newVersion') },
          ...detail.drafts.map((one) => ({
            value: one.id,
            label: t('versions.named', { name: one.name[side()], version: one.version }),
          })),
        ]}
        value={into}
        onChange={(next) => setInto(next ?? NEW)}
      />
      {!draft && <DayField label={t('versions.from')} value={from} onChange={setFrom} />}
      {item.shipped !== null && (
        <div>
          <Button variant="default" loading={command.isBusy} onClick={() => void store(null)}>
            {t('packs.toShipped')}
          </Button>
        </div>
      )}
    </FormDialog>
  )
}
