import { Button, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { INDICATOR_TABLE } from '../../../shared/scorecards/indicators.ts'
import type { SelfMarks, Summary } from '../../../shared/scorecards/model.ts'
import type { CardView } from '../../../shared/scorecards/views.ts'
import { INDICATORS } from '../../../shared/scorecards/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { confirmDialog } from '../../ui/confirm.tsx'
import { Facts } from '../../ui/DetailPanel.tsx'
import flow from '../../ui/flow.module.css'
import { dateTimeText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { TextArea } from '../../ui/TextArea.tsx'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'

const EMPTY: Summary = { done: '', problems: '', plan: '' }

/** S3-104 S3-108: the person's own points and the month's summary; a form for the person, to read for others. */
export function SelfPart({ card, isOwn }: { card: CardView; isOwn: boolean }) {
  const t = useT('scorecards')
  if (isOwn && card.state === 'collecting' && card.selfState !== 'given') return <SelfForm card={card} />
  if (!card.summary) return <p className={flow.faint}>{t('self.none')}</p>
  const text = (value: string) => <p className={flow.text}>{value || '—'}</p>
  return (
    <>
      {card.selfAt !== null && <p className={flow.faint}>{t('self.given', { time: dateTimeText(card.selfAt) })}</p>}
      <Facts
        columns={1}
        facts={[
          { label: t('self.done'), value: text(card.summary.done) },
          { label: t('self.problems'), value: text(card.summary.problems) },
          { label: t('self.plan'), value: text(card.summary.plan) },
          { label: t('self.comment'), value: text(card.self?.comment ?? '') },
        ]}
      />
    </>
  )
}

function SelfForm({ card }: { card: CardView }) {
  const t = useT('scorecards')
  const nameOf = useName()
  const [scores, setScores] = useState<SelfMarks['scores']>(card.self?.scores ?? {})
  const [comment, setComment] = useState(card.self?.comment ?? '')
  const [summary, setSummary] = useState(card.summary ?? EMPTY)
  const save = useCommand('scorecards.saveSelf')
  const send = async (handIn: boolean) => {
    if (handIn && !(await confirmDialog({ title: t('self.handIn'), text: t('self.handInText') }))) return
    const self = { scores, comment }
    const answer = await save.run({ id: card.id, expectedSeq: card.selfSeq, self, summary, handIn })
    if (answer.ok) tellDone(t(handIn ? 'self.handedIn' : 'self.saved'))
  }
  const area = (key: keyof Summary) => (
    <TextArea
      keep={{ kind: 'scorecards-self-form', subject: `${card.id} ${key}` }}
      className={record.wide ?? ''}
      label={t(`self.${key}`)}
      minRows={2}
      maxRows={8}
      value={summary[key]}
      onChange={(event) => setSummary({ ...summary, [key]: event.currentTarget.value })}
    />
  )
  return (
    <fieldset className={record.form} aria-label={t('self.title')}>
      {INDICATORS.filter((one) => card.scheme.indicators[one].weight > 0).map((one) => (
        <NumberInput
          key={one}
          label={t('self.score', { name: nameOf(INDICATOR_TABLE[one].name) })}
          min={0}
          max={100}
          allowDecimal={false}
          value={scores[one] ?? ''}
          onChange={(value) => setScores({ ...scores, [one]: typeof value === 'number' ? value : undefined })}
        />
      ))}
      <TextArea
        keep={{ kind: 'scorecards-self-form-comment', subject: card.id }}
        className={record.wide ?? ''}
        label={t('self.comment')}
        minRows={1}
        maxRows={6}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
      {area('done')}
      {area('problems')}
      {area('plan')}
      <div className={`${record.wide} ${record.buttons}`}>
        <Button variant="default" loading={save.isBusy} onClick={() => void send(false)}>
          {t('self.save')}
        </Button>
        <Button loading={save.isBusy} onClick={() => void send(true)}>
          {t('self.handIn')}
        </Button>
      </div>
    </fieldset>
  )
}
