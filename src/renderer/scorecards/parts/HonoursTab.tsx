import { Button } from '@mantine/core'
import { IconCertificate } from '@tabler/icons-react'
import { useState } from 'react'
import type { Commendation } from '../../../shared/scorecards/honours-contract.ts'
import { shell } from '../../client.ts'
import { useLanguage, useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import flow from '../../ui/flow.module.css'
import { dateTimeText, dayText, moneyText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { newJob, ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { CommendForm } from './CommendForm.tsx'
import { RewardForm } from './RewardForm.tsx'
import styles from './scorecards.module.css'

/** S3-113 S3-115: commendations with their certificates, and trainings given as a reward. */
export function HonoursTab() {
  const t = useT('scorecards')
  const isLead = useSession((state) => state.user?.role) !== 'agent'
  const { data, failure, reload } = useQuery('honours.list', {}, { topics: ['scorecards', 'training'] })
  if (!data) return <FailureAlert failure={failure} onRetry={reload} />
  return (
    <div className={styles.page}>
      <Section title={t('honours.commendations')} level={2}>
        {isLead && <CommendForm />}
        {data.commendations.length === 0 && <p className={flow.faint}>{t('honours.none')}</p>}
        <ul className={styles.list}>
          {data.commendations.map((one) => (
            <Honour key={one.id} one={one} isLead={isLead} />
          ))}
        </ul>
      </Section>
      <Section title={t('honours.rewards')} level={2}>
        {isLead && <RewardForm />}
        {data.rewards.length === 0 && <p className={flow.faint}>{t('honours.noRewards')}</p>}
        <ul className={styles.list}>
          {data.rewards.map((one) => (
            <li key={one.id}>
              <strong>{one.name}</strong>
              <span>{one.title}</span>
              <span className={styles.grow}>{one.reason}</span>
              <span className={flow.faint}>
                {dateTimeText(one.startsAt)} · {t('honours.by', { name: one.givenByName })}
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}

function Honour({ one, isLead }: { one: Commendation; isLead: boolean }) {
  const t = useT('scorecards')
  const prize = [one.prize, one.prizeFen === 0 ? '' : moneyText(one.prizeFen)].filter((part) => part !== '').join(' · ')
  return (
    <li>
      <span className="num">{one.number}</span>
      <strong>{one.name}</strong>
      <span>{one.title}</span>
      <span className={styles.grow}>{one.reason}</span>
      {prize !== '' && <span>{prize}</span>}
      <span className={flow.faint}>
        {dayText(one.givenDay)} · {t('honours.by', { name: one.givenByName })}
      </span>
      {isLead && <Certificate one={one} />}
    </li>
  )
}

function Certificate({ one }: { one: Commendation }) {
  const t = useT('scorecards')
  const language = useLanguage()
  const [job, setJob] = useState<string | null>(null)
  const command = useCommand('honours.certificate')
  const print = async () => {
    const place = await shell('shell.pickSave', { purpose: 'copy', suggested: `${one.number}.pdf` })
    if (!place.ok || place.value === null) return
    const mine = newJob()
    setJob(mine)
    const answer = await command.run({ id: one.id, language, out: place.value.token }, { job: mine })
    setJob(null)
    if (answer.ok) tellDone(t('honours.printed', { name: answer.value.fileName }))
  }
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconCertificate size={13} />}
        aria-label={t('honours.certificateOf', { number: one.number })}
        onClick={() => void print()}
      >
        {t('honours.certificate')}
      </Button>
      <ProgressDialog job={job} title={t('honours.printing')} />
    </>
  )
}
