import { ActionIcon, Button, SegmentedControl, Select } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useState } from 'react'
import { CASE_KIND_NAMES, CASE_KINDS } from '../../../shared/cases/words.ts'
import type { CallId, MemberId } from '../../../shared/ids.ts'
import { call } from '../../client.ts'
import { DraftHint } from '../../drafts/DraftHint.tsx'
import { useDraft } from '../../drafts/use-draft.ts'
import { useAttachments } from '../../evidence/attachments.ts'
import { AttachFirst } from '../../evidence/parts/AttachFirst.tsx'
import { useT } from '../../i18n/use-t.ts'
import type { PageParams } from '../../pages.ts'
import { channelChoices, useClasses } from '../../ui/classes.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { useShortcut } from '../../ui/keys.ts'
import { go } from '../../ui/navigation.ts'
import { tellDone, tellFailure } from '../../ui/notify.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { slots } from '../../ui/slots.ts'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { emptyForm, KIND_ORDER, newCaseForm, type SetForm, toDraft } from '../new-case-form.ts'
import { openCase } from '../open.ts'
import { ClassFields } from './ClassFields.tsx'
import { CustomerFields } from './CustomerFields.tsx'
import { FlightFields } from './FlightFields.tsx'
import { MatterFields } from './MatterFields.tsx'
import styles from './new-case.module.css'
import { PreviewPane } from './PreviewPane.tsx'
import { SimilarPane } from './SimilarPane.tsx'

type Props = {
  memberId: MemberId | null
  callId: CallId | null
  kind: string | null
  /** Another one each time the form is asked for, also while it is open. */
  asked: PageParams
}

/** S1-23: one short form, filled in while the customer is on the line; nothing typed is lost. */
export function NewCasePage({ memberId, callId, kind, asked }: Props) {
  const t = useT('cases')
  const nameOf = useName()
  const classes = useClasses()
  const draft = useDraft('case-new', callId ?? memberId ?? 'new', {
    initial: emptyForm(kind, memberId),
    shape: newCaseForm,
  })
  const form = draft.value
  const set: SetForm = (change) => draft.set((old) => ({ ...old, ...change }))
  const basis = useQuery('cases.begin', { memberId: form.memberId, callId }, { clearOnChange: true })
  const opening = useCommand('cases.open', { quiet: true })
  const attachments = useAttachments()
  const [isTried, setTried] = useState(false)
  const errors = {
    ...opening.fieldErrors,
    ...(isTried && form.category === null ? { category: t('form.chooseCategory') } : {}),
  }

  const submit = async () => {
    setTried(true)
    if (form.category === null) return
    const files = await attachments.offered()
    if (!files.ok) return tellFailure(files.failure)
    const about = { ...form, memberId: form.memberId ?? basis.data?.member?.id ?? null }
    const result = await opening.run({ ...toDraft(about, form.category, callId), attachments: files.value })
    if (!result.ok) return
    const { id, number, lastSeq } = result.value
    await draft.discard()
    if (form.kind === 'enquiry' && form.answer.trim() !== '') {
      const answered = await call('cases.advance', {
        id,
        step: 'answer',
        data: { answer: form.answer },
        expectedSeq: lastSeq,
      })
      if (!answered.ok) tellFailure(answered.failure)
    }
    tellDone(t('form.saved', { number }))
    openCase(id)
  }
  useShortcut(
    { id: 'cases.submit', keys: 'mod+s', label: t('form.submit'), group: t('title'), always: true },
    () => void submit(),
  )

  return (
    <div className="page">
      <PageHeader
        title={t('form.title')}
        subtitle={basis.data?.call && t('form.fromCall', { number: basis.data.call.number })}
        actions={
          <>
            <DraftHint draft={draft} />
            <ActionIcon aria-label={t('page.back')} color="gray" onClick={() => go('cases')}>
              <IconArrowLeft size={17} />
            </ActionIcon>
            <Button
              loading={opening.isBusy}
              disabled={!draft.isReady}
              rightSection={<KeyHint keys="mod+s" onBar />}
              onClick={() => void submit()}
            >
              {t('form.submit')}
            </Button>
          </>
        }
      >
        <SegmentedControl
          aria-label={t('form.kind')}
          value={form.kind}
          onChange={(value) => set({ kind: CASE_KINDS.find((one) => one === value) ?? form.kind })}
          data={KIND_ORDER.map((value) => ({ value, label: nameOf(CASE_KIND_NAMES[value]) }))}
        />
        <Select
          aria-label={t('form.channel')}
          searchable
          w={190}
          allowDeselect={false}
          data={channelChoices(classes.offered.channels, classes, nameOf)}
          value={form.channel}
          onChange={(channel) => channel && set({ channel })}
        />
      </PageHeader>
      {opening.failure && opening.failure.code !== 'INVALID_INPUT' && <FailureAlert failure={opening.failure} />}
      <div className={styles.columns}>
        <fieldset className={styles.column} aria-label={t('page.facts')}>
          <CustomerFields form={form} set={set} errors={errors} basis={basis.data} />
          <MatterFields form={form} set={set} errors={errors} asked={asked} />
          <FlightFields form={form} set={set} errors={errors} />
          <AttachFirst attachments={attachments} />
        </fieldset>
        <div className={styles.column}>
          <ClassFields form={form} set={set} errors={errors} />
          {slots.newCase.map((Part, place) => (
            <Part
              key={String(place)}
              kind={form.kind}
              text={[form.content, form.reason, form.demand].join('\n')}
              category={form.category}
              onCategory={(category) => set({ category })}
              memberId={form.memberId ?? basis.data?.member?.id ?? null}
              onAnswer={(answer) => set({ answer: form.answer === '' ? answer : `${form.answer}\n${answer}` })}
            />
          ))}
          <PreviewPane form={form} />
          <SimilarPane form={form} set={set} />
        </div>
      </div>
    </div>
  )
}
