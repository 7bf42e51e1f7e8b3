import { Button, NumberInput, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { MESSAGE_VARIABLES, type Question, type Questionnaire } from '../../../shared/surveys/model.ts'
import type { FormView } from '../../../shared/surveys/views.ts'
import { KeptAbout } from '../../drafts/kept-about.ts'
import { useT } from '../../i18n/use-t.ts'
import { Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import flow from '../../ui/flow.module.css'
import { tellDone } from '../../ui/notify.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { useCommand } from '../../use-command.ts'
import { QuestionEditor } from './QuestionEditor.tsx'
import styles from './surveys.module.css'

type Props = { form: FormView; onSaved: (id: string) => void }
type Both = 'intro' | 'sms' | 'subject' | 'email'

/** A question under work has a key of its own: its code may change while it is typed. */
type Kept = { key: number; question: Question }

const FRESH: Question = {
  ...{ id: '', kind: 'scale', measure: null, isRequired: false, poorAt: 2, options: [] },
  text: { zh: '', en: '' },
}

/** S1-54: questions, texts and limits of the next version. */
export function FormEditor({ form, onSaved }: Props) {
  const t = useT('surveys')
  const [body, setBody] = useState<Questionnaire>(form.body)
  const [kept, setKept] = useState<Kept[]>(() => form.body.questions.map((question, key) => ({ key, question })))
  const [reason, setReason] = useState('')
  const save = useCommand('surveys.saveForm', { quiet: true })
  const basedOn = form.state === 'draft' ? form.version - 1 : form.version
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const questions = kept.map(({ question }) => question)
    const saved = await save.run({ code: form.code, body: { ...body, questions }, basedOn, reason })
    if (!saved.ok) return
    tellDone(t('forms.saved'))
    onSaved(saved.value.id)
  }
  const swap = (place: number) =>
    setKept(kept.map((one, i) => (i === place - 1 ? kept[place] : i === place ? kept[place - 1] : one) ?? one))
  const add = () => setKept([...kept, { key: 1 + Math.max(0, ...kept.map(({ key }) => key)), question: FRESH }])
  return (
    <KeptAbout value={`${form.code} ${form.version}`}>
      <form onSubmit={(event) => void submit(event)}>
        <Section title={t('forms.questions')}>
          <div className={styles.stack}>
            {kept.map(({ key, question }, i) => (
              <QuestionEditor
                key={key}
                place={i + 1}
                question={question}
                onChange={(next) => setKept(kept.map((one) => (one.key === key ? { key, question: next } : one)))}
                onRemove={() => setKept(kept.filter((one) => one.key !== key))}
                onUp={i === 0 ? null : () => swap(i)}
              />
            ))}
            <Button variant="default" style={{ alignSelf: 'start' }} onClick={add}>
              {t('forms.addQuestion')}
            </Button>
          </div>
        </Section>
        <Section title={t('forms.texts')}>
          <Texts body={body} onChange={setBody} />
        </Section>
        <Section title={t('forms.limits')}>
          <div className={styles.three}>
            {(['validDays', 'gapDays', 'perYear'] as const).map((name) => (
              <NumberInput
                key={name}
                label={t(`forms.${name}`)}
                min={name === 'gapDays' ? 0 : 1}
                max={365}
                value={body[name]}
                onChange={(value) => setBody({ ...body, [name]: Number(value) })}
              />
            ))}
          </div>
        </Section>
        <Section title={t('forms.save')}>
          <div className={styles.stack}>
            <TextInput
              withAsterisk
              label={t('forms.reason')}
              maxLength={300}
              value={reason}
              error={save.fieldErrors.reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <FailureAlert failure={save.failure} />
            <Button type="submit" style={{ alignSelf: 'end' }} loading={save.isBusy} disabled={reason.trim() === ''}>
              {t('forms.save')}
            </Button>
          </div>
        </Section>
      </form>
    </KeptAbout>
  )
}

const TEXTS = [
  ['intro', 'introZh', 'introEn'],
  ['sms', 'smsZh', 'smsEn'],
  ['subject', 'subjectZh', 'subjectEn'],
  ['email', 'emailZh', 'emailEn'],
] as const satisfies readonly (readonly [Both, string, string])[]

function Texts({ body, onChange }: { body: Questionnaire; onChange: (body: Questionnaire) => void }) {
  const t = useT('surveys')
  const names = MESSAGE_VARIABLES.map((name) => `{{${name}}}`).join(' ')
  return (
    <div className={styles.two}>
      {TEXTS.flatMap(([part, zh, en]) =>
        ([['zh', zh] as const, ['en', en] as const] as const).map(([side, label]) => (
          <TextArea
            key={label}
            keep={{ kind: 'surveys-form', subject: label }}
            minRows={1}
            maxRows={8}
            label={t(`forms.${label}`)}
            value={body[part][side]}
            onChange={(event) => onChange({ ...body, [part]: { ...body[part], [side]: event.currentTarget.value } })}
          />
        )),
      )}
      <p className={`${flow.faint} ${styles.wide}`}>{t('forms.variables', { names })}</p>
    </div>
  )
}
