import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { MemberId } from '../../../shared/ids.ts'
import {
  CONSENT_CHANNEL_NAMES,
  CONSENT_PURPOSE_NAMES,
  type ConsentChannel,
  type ConsentPurpose,
} from '../../../shared/members/words.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'

/** S4-73: a yes or a withdrawal, with the text that was read out and what proves it. */
export function ConsentForm({ memberId, onDone }: { memberId: MemberId; onDone: () => void }) {
  const t = useT('rights')
  const nameOf = useName()
  const [purpose, setPurpose] = useState<ConsentPurpose>('service')
  const [channel, setChannel] = useState<ConsentChannel>('telephone')
  const [textId, setText] = useState<string | null>(null)
  const [proof, setProof] = useState('')
  const { data: texts = [] } = useQuery('rights.texts', {}, { topics: ['rights'] })
  const save = useCommand('rights.recordConsent')
  const own = texts.filter((one) => one.purpose === purpose)
  const send = async (given: boolean) => {
    if (!(await save.run({ memberId, purpose, given, channel, textId, proof })).ok) return
    tellDone(t('saved'))
    onDone()
  }
  const isReady = proof.trim() !== ''
  return (
    <fieldset className={record.form} aria-label={t('consents.record')}>
      <ChoiceField
        label={t('consents.purpose')}
        data={choicesOf(CONSENT_PURPOSE_NAMES, nameOf)}
        value={purpose}
        onChange={(next) => {
          setPurpose(next)
          setText(null)
        }}
      />
      <ChoiceField
        label={t('consents.channel')}
        data={choicesOf(CONSENT_CHANNEL_NAMES, nameOf)}
        value={channel}
        onChange={setChannel}
      />
      <Select
        label={t('consents.text')}
        placeholder={t('consents.noText')}
        clearable
        data={own.map(({ id, version }) => ({ value: id, label: t('consents.version', { version }) }))}
        value={textId}
        onChange={setText}
      />
      <TextInput
        className={record.wide ?? ''}
        label={t('consents.proof')}
        placeholder={t('consents.proofHint')}
        value={proof}
        onChange={(event) => setProof(event.currentTarget.value)}
      />
      <KeepLines kind="rights-consent-lines" subject={memberId} />
      <div className={`${record.wide} ${record.buttons}`}>
        <Button variant="default" loading={save.isBusy} disabled={!isReady} onClick={() => void send(false)}>
          {t('consents.withdraw')}
        </Button>
        <Button loading={save.isBusy} disabled={!isReady} onClick={() => void send(true)}>
          {t('consents.give')}
        </Button>
      </div>
    </fieldset>
  )
}
