import { Button, Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { MemberId } from '../../../shared/ids.ts'
import { CONSENT_CHANNEL_NAMES, type ConsentChannel } from '../../../shared/members/words.ts'
import {
  CORRECTED_FIELD_NAMES,
  type CorrectedField,
  LIMIT_SCOPE_NAMES,
  LIMIT_SCOPES,
  type LimitScope,
  REQUEST_KIND_NAMES,
  type RequestKind,
} from '../../../shared/rights/words.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { TextArea } from '../../ui/TextArea.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'

/** Takes down what a member asks about the own data. */
export function RequestForm({ memberId, onDone }: { memberId: MemberId; onDone: () => void }) {
  const t = useT('rights')
  const nameOf = useName()
  const [kind, setKind] = useState<RequestKind>('access')
  const [channel, setChannel] = useState<ConsentChannel>('telephone')
  const [requester, setRequester] = useState('')
  const [text, setText] = useState('')
  const [field, setField] = useState<CorrectedField>('mobile')
  const [value, setValue] = useState('')
  const [scopes, setScopes] = useState<LimitScope[]>(['outreach'])
  const save = useCommand('rights.receive', { quiet: true })
  const send = async () => {
    const wanted = kind === 'correct' ? { field, value } : kind === 'object' ? { scopes } : {}
    if (!(await save.run({ memberId, kind, channel, requester, text, wanted })).ok) return
    tellDone(t('saved'))
    onDone()
  }
  return (
    <fieldset className={record.form} aria-label={t('act.receive')}>
      <ChoiceField
        label={t('columns.kind')}
        data={choicesOf(REQUEST_KIND_NAMES, nameOf)}
        value={kind}
        onChange={setKind}
      />
      <ChoiceField
        label={t('request.channel')}
        data={choicesOf(CONSENT_CHANNEL_NAMES, nameOf)}
        value={channel}
        onChange={setChannel}
      />
      <TextInput
        label={t('request.requester')}
        value={requester}
        onChange={(event) => setRequester(event.currentTarget.value)}
      />
      {kind === 'correct' && (
        <>
          <ChoiceField
            label={t('request.field')}
            data={choicesOf(CORRECTED_FIELD_NAMES, nameOf)}
            value={field}
            onChange={setField}
          />
          <TextInput
            label={t('request.value')}
            value={value}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
        </>
      )}
      {kind === 'object' && (
        <div className={record.ticks}>
          {LIMIT_SCOPES.map((scope) => (
            <Checkbox
              key={scope}
              label={nameOf(LIMIT_SCOPE_NAMES[scope])}
              checked={scopes.includes(scope)}
              onChange={(event) =>
                setScopes(event.currentTarget.checked ? [...scopes, scope] : scopes.filter((one) => one !== scope))
              }
            />
          ))}
        </div>
      )}
      <TextArea
        keep={{ kind: 'rights-request-form-text', subject: memberId }}
        className={record.wide ?? ''}
        label={t('request.text')}
        minRows={2}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={record.wide}>
        <FailureAlert failure={save.failure} />
      </div>
      <KeepLines kind="rights-request-lines" subject={memberId} />
      <div className={`${record.wide} ${record.buttons}`}>
        <Button
          loading={save.isBusy}
          disabled={requester.trim() === '' || text.trim() === ''}
          onClick={() => void send()}
        >
          {t('act.receive')}
        </Button>
      </div>
    </fieldset>
  )
}
