import { Button } from '@mantine/core'
import { useState } from 'react'
import type { QuestionView } from '../../../shared/exams/model.ts'
import { DIFFICULTY_NAMES, ITEM_VERDICT_NAMES, QUESTION_KIND_NAMES, TRUE_FALSE } from '../../../shared/exams/words.ts'
import { TOPIC_TABLE } from '../../../shared/training/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { DetailPanel, Facts, Section } from '../../ui/DetailPanel.tsx'
import flow from '../../ui/flow.module.css'
import { dateTimeText, dayText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { offerUndo } from '../../ui/undo.ts'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { VERDICT_TONES } from '../tones.ts'
import styles from './exams.module.css'
import { QuestionForm } from './QuestionForm.tsx'
import { useSaid } from './use-said.ts'

type Props = { id: string | null; onDone: (id: string) => void; onClose: () => void }

/** One question: its words and key, its figures, and how it came to be what it is. */
export function QuestionPanel({ id, onDone, onClose }: Props) {
  const t = useT('exams')
  const u = useT('ui')
  const { data } = useQuery('exams.question', { id: id ?? '' }, { topics: ['exams'], enabled: id !== null })
  const [isEditing, setEditing] = useState(false)
  const set = useCommand('exams.setQuestionState')
  if (id === null)
    return (
      <DetailPanel title={t('bank.add')} label={t('bank.add')} onClose={onClose}>
        <Section title={t('columns.text')}>
          <QuestionForm known={null} onDone={onDone} />
        </Section>
      </DetailPanel>
    )
  if (!data) return null
  const isActive = data.state === 'active'
  const toggle = async () => {
    const done = await set.run({ id, state: isActive ? 'retired' : 'active' })
    if (!done.ok) return
    if (!isActive) tellDone(t('saved'))
    else
      offerUndo({
        text: t('bank.retiredDone', { number: data.number }),
        undo: () => set.run({ id, state: 'active' }),
      })
  }
  const title = t('bank.detail', { number: data.number })
  return (
    <DetailPanel
      title={title}
      label={title}
      badges={<StateBadge tone={isActive ? 'good' : 'neutral'} label={t(isActive ? 'bank.active' : 'bank.retired')} />}
      actions={
        <>
          <Button size="compact-sm" variant="default" loading={set.isBusy} onClick={() => void toggle()}>
            {t(isActive ? 'bank.retire' : 'bank.restore')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setEditing(!isEditing)}>
            {u(isEditing ? 'actions.cancel' : 'actions.edit')}
          </Button>
        </>
      }
      onClose={onClose}
    >
      {isEditing ? (
        <Section title={t('columns.text')}>
          <QuestionForm known={data} onDone={() => setEditing(false)} />
        </Section>
      ) : (
        <Shown question={data} />
      )}
    </DetailPanel>
  )
}

function Shown({ question }: { question: QuestionView }) {
  const t = useT('exams')
  const nameOf = useName()
  const said = useSaid()
  const { kind, topic, difficulty, text, right, guide, validFrom, validUntil, figures } = question
  const options = kind === 'trueFalse' ? TRUE_FALSE : question.options
  const number = (value: number | null) => (value === null ? '—' : value.toFixed(2))
  return (
    <>
      <Section title={t('columns.text')}>
        <p className={flow.text}>{said(text)}</p>
        <ul className={record.list}>
          {options.map((option, place) => (
            <li key={option.zh} className={flow.line}>
              <span>
                {String.fromCharCode(65 + place)}. {said(option)}
              </span>
              {right.includes(place) && <StateBadge tone="good" label={t('bank.isTrue')} />}
            </li>
          ))}
        </ul>
        {said(guide) !== '' && <div className={styles.key}>{said(guide)}</div>}
        <Facts
          facts={[
            { label: t('columns.kind'), value: nameOf(QUESTION_KIND_NAMES[kind]) },
            { label: t('columns.topic'), value: nameOf(TOPIC_TABLE[topic]) },
            { label: t('columns.difficulty'), value: nameOf(DIFFICULTY_NAMES[difficulty]) },
            { label: t('bank.validFrom'), value: validFrom === null ? '—' : dayText(validFrom) },
            { label: t('bank.validUntil'), value: validUntil === null ? '—' : dayText(validUntil) },
          ]}
        />
      </Section>
      <Section title={t('bank.figures')}>
        <StateBadge tone={VERDICT_TONES[figures.verdict]} label={nameOf(ITEM_VERDICT_NAMES[figures.verdict])} />
        <Facts
          facts={[
            { label: t('columns.answers'), value: figures.answers },
            { label: t('columns.easy'), value: number(figures.difficulty) },
            { label: t('columns.apart'), value: number(figures.discrimination) },
            { label: t('bank.correlation'), value: number(figures.correlation) },
          ]}
        />
      </Section>
      <Section title={t('bank.versions')}>
        <ul className={record.list}>
          {question.versions.map(({ version, savedAt, savedByName, reason }) => (
            <li key={version}>
              {t('bank.version', { version })} · {dateTimeText(savedAt)} · {savedByName} {reason}
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}
