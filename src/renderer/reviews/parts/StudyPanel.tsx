import { Alert, Anchor, Button, Checkbox, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { StudyView } from '../../../shared/reviews/studies.ts'
import { STUDY_STATE_NAMES } from '../../../shared/reviews/words.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { DetailPanel, Facts, Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import flow from '../../ui/flow.module.css'
import { go } from '../../ui/navigation.ts'
import { tellDone } from '../../ui/notify.ts'
import { TextAct } from '../../ui/TextAct.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { STUDY_TONES } from '../words.ts'
import styles from './reviews.module.css'

/** One case study: read by everybody once released, checked and changed by leads before. */
export function StudyPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT('reviews')
  const nameOf = useName()
  const isAgent = useSession((state) => state.user?.role) === 'agent'
  const { data, failure, reload } = useQuery('reviews.study', { id }, { topics: ['reviews'], clearOnChange: true })
  if (failure) return <FailureAlert failure={failure} onRetry={reload} />
  if (!data) return null
  return (
    <DetailPanel
      title={data.title}
      label={t('study.detail', { title: data.title })}
      badges={<StateBadge tone={STUDY_TONES[data.state]} label={nameOf(STUDY_STATE_NAMES[data.state])} />}
      onClose={onClose}
    >
      {!isAgent && (
        <Section title={t('study.source')}>
          <Source study={data} />
        </Section>
      )}
      {data.state === 'draft' ? (
        <>
          <Section title={t('study.text')}>
            <Draft key={`${data.title} ${data.text.length} ${data.lessons.length}`} study={data} />
          </Section>
          <Section title={t('study.release')}>
            <Release study={data} />
          </Section>
        </>
      ) : (
        <>
          <Section title={t('study.text')}>
            <p className={flow.text}>{data.text}</p>
          </Section>
          <Section title={t('study.lessons')}>
            <p className={flow.text}>{data.lessons}</p>
          </Section>
        </>
      )}
      {!isAgent && data.state !== 'withdrawn' && (
        <Section title={t('study.withdraw')}>
          <Withdraw id={data.id} />
        </Section>
      )}
    </DetailPanel>
  )
}

function Source({ study }: { study: StudyView }) {
  const t = useT('reviews')
  const { caseId } = study
  return (
    <Facts
      columns={2}
      facts={[
        {
          label: t('study.source'),
          value: caseId && (
            <Anchor component="button" type="button" className="num" onClick={() => go('cases', { id: caseId })}>
              {study.caseNumber}
            </Anchor>
          ),
        },
        { label: t('study.reason'), value: study.reason },
        { label: t('study.pickedBy'), value: study.pickedByName },
        { label: t('study.releasedBy'), value: study.releasedByName ?? '—' },
        ...(study.releasedAt === null
          ? []
          : [{ label: t('study.releasedAt'), value: <InstantText at={study.releasedAt} /> }]),
        ...(study.withdrawnReason === null ? [] : [{ label: t('study.withdrawReason'), value: study.withdrawnReason }]),
      ]}
    />
  )
}

function Draft({ study }: { study: StudyView }) {
  const t = useT('reviews')
  const u = useT('ui')
  const [title, setTitle] = useState(study.title)
  const [text, setText] = useState(study.text)
  const [lessons, setLessons] = useState(study.lessons)
  const edit = useCommand('reviews.editStudy')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const saved = await edit.run({ id: study.id, title, text, lessons })
    if (saved.ok) tellDone(t('done'))
  }
  const isSame = title === study.title && text === study.text && lessons === study.lessons
  return (
    <form className={flow.stack} onSubmit={(event) => void submit(event)}>
      <TextInput
        label={t('study.title')}
        maxLength={120}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <TextArea
        keep={{ kind: 'reviews-draft-text', subject: study.id }}
        label={t('study.text')}
        minRows={6}
        maxRows={16}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <TextArea
        keep={{ kind: 'reviews-draft-lessons', subject: study.id }}
        label={t('study.lessons')}
        minRows={2}
        maxLength={4000}
        value={lessons}
        onChange={(event) => setLessons(event.currentTarget.value)}
      />
      <Button
        type="submit"
        variant="default"
        className={flow.push ?? ''}
        loading={edit.isBusy}
        disabled={isSame || title.trim() === '' || text.trim() === ''}
      >
        {u('actions.save')}
      </Button>
      <KeepLines kind="reviews-study-lines" subject={study.id} />
    </form>
  )
}

function Release({ study }: { study: StudyView }) {
  const t = useT('reviews')
  const [isChecked, setChecked] = useState(false)
  const release = useCommand('reviews.releaseStudy')
  const submit = async () => {
    const done = await release.run({ id: study.id, hasNoPeople: true })
    if (done.ok) tellDone(t('study.released'))
  }
  return (
    <div className={flow.stack}>
      <Alert color={study.suspects.length > 0 ? 'red' : 'green'}>
        {study.suspects.length > 0 ? t('study.suspects', { list: study.suspects.join('、') }) : t('study.noSuspects')}
      </Alert>
      {study.mayRelease ? (
        <>
          <Checkbox
            label={t('study.checked')}
            checked={isChecked}
            onChange={(event) => setChecked(event.currentTarget.checked)}
          />
          <Button
            className={flow.push ?? ''}
            loading={release.isBusy}
            disabled={!isChecked || study.suspects.length > 0}
            onClick={() => void submit()}
          >
            {t('study.release')}
          </Button>
        </>
      ) : (
        <div className={styles.faint}>{t('study.waits')}</div>
      )}
    </div>
  )
}

function Withdraw({ id }: { id: string }) {
  const t = useT('reviews')
  const withdraw = useCommand('reviews.withdrawStudy')
  const send = async (reason: string) => {
    const sent = await withdraw.run({ id, reason })
    if (sent.ok) tellDone(t('done'))
    return sent.ok
  }
  return (
    <TextAct
      keep={{ kind: 'reviews-withdraw-withdraw-reason', subject: id }}
      label={t('study.withdrawReason')}
      buttons={[{ label: t('study.withdraw'), onSend: send, isBusy: withdraw.isBusy }]}
    />
  )
}
