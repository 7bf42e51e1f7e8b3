import { Button } from '@mantine/core'
import { useState } from 'react'
import type { CalibrationView } from '../../../shared/calibration/contract.ts'
import type { Marks } from '../../../shared/reviews/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { DetailPanel, Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import flow from '../../ui/flow.module.css'
import { tellDone } from '../../ui/notify.ts'
import { TextAct } from '../../ui/TextAct.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { InstantText } from '../../ui/values.tsx'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { MarksForm, missingMarks } from '../parts/MarksForm.tsx'
import styles from '../parts/reviews.module.css'
import { Agreement } from './Agreement.tsx'
import { Amendments } from './Amendments.tsx'

/** One calibration: who has judged, the own marks, and at the end how far all agree. */
export function CalibrationPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT('calibration')
  const { data, failure, reload } = useQuery('calibration.show', { id }, { topics: ['reviews'] })
  const title = data?.title ?? ''
  return (
    <DetailPanel
      title={title}
      label={title}
      badges={
        data && <StateBadge tone={data.state === 'open' ? 'info' : 'neutral'} label={t(`states.${data.state}`)} />
      }
      onClose={onClose}
    >
      <FailureAlert failure={failure} onRetry={reload} />
      {data && (
        <>
          <Section title={t('people')}>
            <p className={flow.text}>
              {data.people.map(({ name, judged }) => t('person', { name, judged, of: data.subjects })).join(' · ')}
            </p>
            {data.state === 'open' && <p className={styles.faint}>{t('alone')}</p>}
          </Section>
          {data.result && <Agreement view={data} result={data.result} />}
          <Section title={t('subjects')}>
            {data.list.map((subject) => (
              <Subject key={subject.id} view={data} subject={subject} />
            ))}
          </Section>
          {data.closedAt !== null && (
            <Section title={t('conclusion')}>
              <p className={flow.text}>{data.conclusion}</p>
              <p className={styles.faint}>
                {t('closedBy', { name: data.closedByName ?? '' })} <InstantText at={data.closedAt} />
              </p>
            </Section>
          )}
          {data.mayClose && <Close id={id} />}
          {(data.mayAmend || data.amendments.length > 0) && <Amendments view={data} />}
        </>
      )}
    </DetailPanel>
  )
}

type Subject = CalibrationView['list'][number]

function Subject({ view, subject }: { view: CalibrationView; subject: Subject }) {
  const t = useT('calibration')
  const [isMarking, setMarking] = useState(false)
  const { place, number, own, all } = subject
  return (
    <div className={flow.stack}>
      <div className={styles.line}>
        <strong className="num">{t('subject', { place, number })}</strong>
        {own && <span>{t('own', { total: own.total })}</span>}
        {view.mayMark && !isMarking && (
          <Button
            size="compact-xs"
            variant="default"
            className={flow.push ?? ''}
            aria-label={`${t(own ? 'again' : 'mark')} ${number}`}
            onClick={() => setMarking(true)}
          >
            {t(own ? 'again' : 'mark')}
          </Button>
        )}
      </div>
      {all.map(({ userId, name, total, comment }) => (
        <p key={userId} className={flow.text}>
          <span className="num">{total}</span> {name} <span className={styles.faint}>{comment}</span>
        </p>
      ))}
      {isMarking && <Marking view={view} subject={subject} onDone={() => setMarking(false)} />}
    </div>
  )
}

function Marking({ view, subject, onDone }: { view: CalibrationView; subject: Subject; onDone: () => void }) {
  const t = useT('calibration')
  const r = useT('reviews')
  const { form } = view
  const read = form.groups.flatMap(({ items }) => items).filter(({ computed }) => computed === null)
  const given = Object.entries(subject.own?.marks ?? {}).filter(([id]) => read.some((item) => item.id === id))
  const [marks, setMarks] = useState<Marks>(Object.fromEntries(given))
  const [comment, setComment] = useState(subject.own?.comment ?? '')
  const save = useCommand('calibration.mark', { quiet: true })
  const missing = missingMarks(form, marks)
  const send = async () => {
    if (!(await save.run({ subjectId: subject.id, marks, comment })).ok) return
    tellDone(t('saved'))
    onDone()
  }
  return (
    <>
      <FailureAlert failure={save.failure} />
      <MarksForm form={form} computed={subject.computed} marks={marks} onMarks={setMarks} />
      <TextArea
        keep={{ kind: 'reviews-marking-comment', subject: `${view.id} ${subject.id}` }}
        label={t('comment')}
        maxLength={2000}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
      <div className={styles.line}>
        {missing > 0 && <span className={styles.faint}>{r('missing', { count: missing })}</span>}
        <Button className={flow.push ?? ''} loading={save.isBusy} disabled={missing > 0} onClick={() => void send()}>
          {t('save')}
        </Button>
      </div>
    </>
  )
}

function Close({ id }: { id: string }) {
  const t = useT('calibration')
  const close = useCommand('calibration.close')
  const send = async (conclusion: string) => {
    const done = await close.run({ id, conclusion })
    if (done.ok) tellDone(t('closed'))
    return done.ok
  }
  return (
    <TextAct
      keep={{ kind: 'reviews-close-conclusion', subject: id }}
      label={t('conclusion')}
      buttons={[{ label: t('close'), isBusy: close.isBusy, isMain: true, onSend: send }]}
    />
  )
}
