import { Button, Select, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { UserId } from '../../../shared/ids.ts'
import { FORM_KIND_NAMES, type FormKind } from '../../../shared/reviews/words.ts'
import type { Day } from '../../../shared/time.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { DetailPanel, Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { DayField } from '../../ui/fields.tsx'
import flow from '../../ui/flow.module.css'
import { today } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { PeopleField } from '../../ui/PeopleField.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'

type Props = { onDone: (id: string) => void; onClose: () => void }

/** Begins a calibration: what is judged, by whom, until when. */
export function CalibrationForm({ onDone, onClose }: Props) {
  const t = useT('calibration')
  const nameOf = useName()
  const [title, setTitle] = useState('')
  const [kind, setKind] = useState<FormKind>('complaint')
  const [text, setText] = useState('')
  const [raters, setRaters] = useState<UserId[]>([])
  const [dueDay, setDue] = useState<Day | null>(today())
  const begin = useCommand('calibration.open', { quiet: true })
  const numbers = text.split(/[\s,，、;；]+/).filter((one) => one !== '')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (dueDay === null) return
    const done = await begin.run({ title, kind, numbers, raters, dueDay })
    if (!done.ok) return
    tellDone(t('begun'))
    onDone(done.value.id)
  }
  const isReady = title.trim() !== '' && numbers.length > 0 && raters.length > 1 && dueDay !== null
  return (
    <DetailPanel title={t('open')} label={t('open')} onClose={onClose}>
      <Section title={t('open')}>
        <form className={flow.stack} onSubmit={(event) => void submit(event)}>
          <FailureAlert failure={begin.failure} />
          <TextInput
            label={t('title')}
            maxLength={120}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <Select
            label={t('kind')}
            data={choicesOf(FORM_KIND_NAMES, nameOf)}
            value={kind}
            allowDeselect={false}
            onChange={(value) => value && setKind(value)}
          />
          <TextArea
            keep={{ kind: 'reviews-calibration-form-numbers', subject: 'new' }}
            label={t('numbers')}
            description={t('numbersHint')}
            minRows={2}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <PeopleField label={t('raters')} value={raters} onChange={setRaters} />
          <DayField label={t('due')} value={dueDay} onChange={setDue} />
          <Button type="submit" className={flow.push ?? ''} loading={begin.isBusy} disabled={!isReady}>
            {t('begin')}
          </Button>
          <KeepLines kind="reviews-calibration-lines" subject="new" />
        </form>
      </Section>
    </DetailPanel>
  )
}
