import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FactView, PartnerFile } from '../../../shared/partners/model.ts'
import { FACT_STATE_NAMES, VERIFY_METHOD_NAMES, type VerifyMethod } from '../../../shared/partners/words.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { dateTimeText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { TextAct } from '../../ui/TextAct.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { FACT_TONES } from '../tones.ts'

/** S4-83: what a partner told us, and by whom, when and how it was verified. */
export function PartnerFacts({ file }: { file: PartnerFile }) {
  const t = useT('products')
  return (
    <>
      <ul className={record.list} aria-label={t('partner.facts')}>
        {file.facts.map((fact) => (
          <li key={fact.id}>
            <Fact fact={fact} />
          </li>
        ))}
      </ul>
      <AddFact key={file.facts.length} partnerId={file.id} />
    </>
  )
}

function Fact({ fact }: { fact: FactView }) {
  const t = useT('products')
  const nameOf = useName()
  const { topic, text, state, toldBy, recordedByName, recordedAt, method, verifiedAt } = fact
  return (
    <>
      <div className={record.line}>
        <strong>{topic}</strong>
        <StateBadge tone={FACT_TONES[state]} label={nameOf(FACT_STATE_NAMES[state])} />
      </div>
      <div className={record.text}>{text}</div>
      <div className={record.faint}>
        {t('partner.told', { by: toldBy, name: recordedByName, time: dateTimeText(recordedAt) })}
      </div>
      {method !== null && verifiedAt !== null && (
        <div>
          {t('partner.verified', {
            name: fact.verifiedByName ?? '',
            time: dateTimeText(verifiedAt),
            method: nameOf(VERIFY_METHOD_NAMES[method]),
            note: fact.verifyNote,
          })}
        </div>
      )}
      {state === 'unverified' && fact.isOwn && <div className={record.faint}>{t('partner.otherVerifies')}</div>}
      {state === 'unverified' && !fact.isOwn && <Verify fact={fact} />}
    </>
  )
}

function Verify({ fact: { id, topic } }: { fact: FactView }) {
  const t = useT('products')
  const nameOf = useName()
  const [method, setMethod] = useState<VerifyMethod>('callBack')
  const verify = useCommand('partners.verifyFact')
  const say = (state: 'verified' | 'refuted') => async (note: string) => {
    const done = await verify.run({ id, state, method, note })
    if (done.ok) tellDone(t('saved'))
    return done.ok
  }
  return (
    <section aria-label={t('partner.verify', { topic })}>
      <TextAct
        keep={{ kind: 'products-verify-verify-note', subject: id }}
        label={t('partner.verifyNote')}
        buttons={[
          { label: t('partner.isWrong'), onSend: say('refuted'), isBusy: verify.isBusy },
          { label: t('partner.isRight'), onSend: say('verified'), isBusy: verify.isBusy, isMain: true },
        ]}
      >
        <ChoiceField
          label={t('partner.method')}
          data={choicesOf(VERIFY_METHOD_NAMES, nameOf)}
          value={method}
          onChange={setMethod}
        />
      </TextAct>
    </section>
  )
}

function AddFact({ partnerId }: { partnerId: string }) {
  const t = useT('products')
  const [topic, setTopic] = useState('')
  const [text, setText] = useState('')
  const [toldBy, setToldBy] = useState('')
  const add = useCommand('partners.addFact', { quiet: true })
  const save = async () => {
    if ((await add.run({ partnerId, topic, text, toldBy })).ok) tellDone(t('saved'))
  }
  return (
    <fieldset className={record.form} aria-label={t('partner.factAdd')}>
      <TextInput
        label={t('partner.factTopic')}
        maxLength={120}
        value={topic}
        onChange={(event) => setTopic(event.currentTarget.value)}
      />
      <TextInput
        label={t('partner.toldBy')}
        maxLength={60}
        value={toldBy}
        onChange={(event) => setToldBy(event.currentTarget.value)}
      />
      <TextArea
        keep={{ kind: 'products-add-fact-fact-text', subject: partnerId }}
        className={record.wide ?? ''}
        label={t('partner.factText')}
        minRows={2}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={record.wide}>
        <FailureAlert failure={add.failure} />
      </div>
      <KeepLines kind="products-fact-lines" subject={partnerId} />
      <div className={`${record.wide} ${record.buttons}`}>
        <Button
          variant="default"
          loading={add.isBusy}
          disabled={[topic, text, toldBy].some((one) => one.trim() === '')}
          onClick={() => void save()}
        >
          {t('partner.factAdd')}
        </Button>
      </div>
    </fieldset>
  )
}
