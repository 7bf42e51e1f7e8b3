import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { CONTACT_CHANNEL_NAMES, CONTACT_CHANNELS, type ContactChannel } from '../../../shared/cases/axes.ts'
import type { FindingView, LiabilityView } from '../../../shared/liability/model.ts'
import { OPINION_NAMES, OPINIONS, type Opinion } from '../../../shared/liability/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { tellDone } from '../../ui/notify.ts'
import styles from '../../ui/record.module.css'
import { TextAct } from '../../ui/TextAct.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'

type Props = { view: LiabilityView; finding: FindingView }

/** What can be done with the newest finding where it stands now. */
export function FindingSteps({ view, finding }: Props) {
  const t = useT('liability')
  switch (finding.status) {
    case 'draft':
      return view.may.draft && finding.party !== 'none' ? <Submit view={view} /> : null
    case 'review':
      return view.may.review ? <Review view={view} /> : <p className={styles.faint}>{t('waitsForOther')}</p>
    case 'reviewed':
      return view.may.draft ? <OpinionAndEnd view={view} finding={finding} /> : null
    case 'final':
      return (
        <>
          <p className={styles.faint}>{t('isLocked')}</p>
          {view.may.draft && <Revise view={view} />}
        </>
      )
    default:
      return null
  }
}

const of = ({ caseId, lastSeq }: LiabilityView) => ({ id: caseId, expectedSeq: lastSeq })

function Submit({ view }: { view: LiabilityView }) {
  const t = useT('liability')
  const submit = useCommand('liability.submit')
  const send = async () => {
    if ((await submit.run(of(view))).ok) tellDone(t('said.submitted'))
  }
  return (
    <div className={styles.actions}>
      <Button size="compact-sm" loading={submit.isBusy} onClick={() => void send()}>
        {t('actions.submit')}
      </Button>
    </div>
  )
}

function Review({ view }: { view: LiabilityView }) {
  const t = useT('liability')
  const review = useCommand('liability.review')
  const send = (isAgreed: boolean) => async (note: string) => {
    const { ok } = await review.run({ ...of(view), isAgreed, note })
    if (ok) tellDone(t('said.reviewed'))
    return ok
  }
  const { isBusy } = review
  return (
    <TextAct
      isOnCase
      label={t('asks.review')}
      keep={{ kind: 'liability-review', subject: of(view).id }}
      buttons={[
        { label: t('actions.giveBack'), onSend: send(false), isBusy },
        { label: t('actions.agree'), onSend: send(true), isBusy, isMain: true },
      ]}
    />
  )
}

function OpinionAndEnd({ view, finding }: Props) {
  const t = useT('liability')
  const nameOf = useName()
  const [opinion, setOpinion] = useState<Opinion>(finding.opinion ?? 'agrees')
  const [channel, setChannel] = useState<ContactChannel>(finding.opinionChannel ?? 'phone')
  const say = useCommand('liability.opinion')
  const finish = useCommand('liability.finish')
  const send = async (text: string) => {
    const { ok } = await say.run({ ...of(view), opinion, text, channel })
    if (ok) tellDone(t('said.opinion'))
    return ok
  }
  const end = async () => {
    if ((await finish.run(of(view))).ok) tellDone(t('said.final'))
  }
  return (
    <>
      <TextAct
        isOnCase
        label={t('asks.opinion')}
        keep={{ kind: 'liability-opinion', subject: of(view).id }}
        buttons={[{ label: t('actions.opinion'), onSend: send, isBusy: say.isBusy, isMain: finding.opinion === null }]}
      >
        <Select
          label={t('fields.opinion')}
          allowDeselect={false}
          value={opinion}
          data={choicesOf(OPINION_NAMES, nameOf)}
          onChange={(value) => setOpinion(OPINIONS.find((one) => one === value) ?? 'agrees')}
        />
        <Select
          label={t('fields.channel')}
          allowDeselect={false}
          value={channel}
          data={choicesOf(CONTACT_CHANNEL_NAMES, nameOf)}
          onChange={(value) => setChannel(CONTACT_CHANNELS.find((one) => one === value) ?? 'phone')}
        />
      </TextAct>
      {finding.opinion !== null && (
        <div className={styles.actions}>
          <Button size="compact-sm" loading={finish.isBusy} onClick={() => void end()}>
            {t('actions.finish')}
          </Button>
        </div>
      )}
    </>
  )
}

function Revise({ view }: { view: LiabilityView }) {
  const t = useT('liability')
  const [isShown, setShown] = useState(false)
  const revise = useCommand('liability.revise')
  if (!isShown)
    return (
      <Button size="compact-sm" variant="default" onClick={() => setShown(true)}>
        {t('actions.revise')}
      </Button>
    )
  const send = async (reason: string) => (await revise.run({ ...of(view), reason })).ok
  return (
    <TextAct
      isOnCase
      label={t('asks.revise')}
      keep={{ kind: 'liability-revise', subject: of(view).id }}
      buttons={[{ label: t('actions.revise'), onSend: send, isBusy: revise.isBusy, isMain: true }]}
    />
  )
}

/** The question of fault does not arise. */
export function NotApplicable({ view }: { view: LiabilityView }) {
  const t = useT('liability')
  const [isShown, setShown] = useState(false)
  const none = useCommand('liability.notApplicable')
  if (!isShown)
    return (
      <Button size="compact-sm" variant="subtle" onClick={() => setShown(true)}>
        {t('actions.notApplicable')}
      </Button>
    )
  const send = async (reason: string) => {
    const { ok } = await none.run({ ...of(view), reason })
    if (ok) tellDone(t('said.final'))
    return ok
  }
  return (
    <TextAct
      isOnCase
      label={t('asks.notApplicable')}
      keep={{ kind: 'liability-none', subject: of(view).id }}
      buttons={[{ label: t('actions.notApplicable'), onSend: send, isBusy: none.isBusy, isMain: true }]}
    />
  )
}
