import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { UserId } from '../../../shared/ids.ts'
import type { PartnerFile } from '../../../shared/partners/model.ts'
import {
  PARTNER_KIND_NAMES,
  PARTNER_STATE_NAMES,
  type PartnerKind,
  type PartnerState,
} from '../../../shared/partners/words.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { DetailPanel, Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { tellDone } from '../../ui/notify.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import record from '../../ui/record.module.css'
import { TextArea } from '../../ui/TextArea.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'

type Props = { file: PartnerFile | null; onClose: () => void; onSaved: (id: string) => void }

/** S3-125: a partner, new or changed. */
export function PartnerForm({ file, onClose, onSaved }: Props) {
  const t = useT('products')
  const u = useT('ui')
  const nameOf = useName()
  const [kind, setKind] = useState<PartnerKind>(file?.kind ?? 'hotel')
  const [state, setState] = useState<PartnerState>(file?.state ?? 'active')
  const [name, setName] = useState(file?.name ?? '')
  const [cooperation, setCooperation] = useState(file?.cooperation ?? '')
  const [ownerId, setOwner] = useState<UserId | null>(file?.ownerId ?? null)
  const save = useCommand('partners.save', { quiet: true })
  const submit = async () => {
    if (ownerId === null) return
    const partner = { kind, state, name, cooperation, ownerId }
    const saved = await save.run({ id: file?.id ?? null, partner })
    if (!saved.ok) return
    tellDone(t('saved'))
    onClose()
    onSaved(saved.value.id)
  }
  const title = file === null ? t('partner.add') : t('partner.edit')
  return (
    <DetailPanel title={title} label={title} onClose={onClose}>
      <Section title={t('tabs.partners')}>
        <FailureAlert failure={save.failure} />
        <div className={record.form}>
          <ChoiceField
            label={t('partner.kind')}
            data={choicesOf(PARTNER_KIND_NAMES, nameOf)}
            value={kind}
            onChange={setKind}
          />
          <TextInput
            label={t('partner.name')}
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <PersonField label={t('partner.owner')} value={ownerId} onChange={setOwner} />
          <ChoiceField
            label={t('partner.state')}
            data={choicesOf(PARTNER_STATE_NAMES, nameOf)}
            value={state}
            onChange={setState}
          />
          <TextArea
            keep={{ kind: 'products-partner-form-cooperation', subject: file?.id ?? 'new' }}
            className={record.wide ?? ''}
            label={t('partner.cooperation')}
            minRows={2}
            maxLength={2000}
            value={cooperation}
            onChange={(event) => setCooperation(event.currentTarget.value)}
          />
          <KeepLines kind="products-partner-lines" subject={file?.id ?? 'new'} />
          <div className={`${record.wide} ${record.buttons}`}>
            <Button
              loading={save.isBusy}
              disabled={name.trim() === '' || ownerId === null}
              onClick={() => void submit()}
            >
              {u('actions.save')}
            </Button>
          </div>
        </div>
      </Section>
    </DetailPanel>
  )
}
