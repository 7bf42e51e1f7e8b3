import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CompanyAdvice } from '../../../shared/companies/tracking.ts'
import { LEAD_ROLES } from '../../../shared/roles.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { dayText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { TextAct } from '../../ui/TextAct.tsx'
import { InstantText } from '../../ui/values.tsx'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { AdviceForm } from './AdviceForm.tsx'
import { FiguresText } from './FiguresText.tsx'

const TONES = { told: 'info', adopted: 'good', declined: 'neutral' } as const

/** What the complaints of a company say about its travel policy, and what the company did with it (S5-62). */
export function PolicyAdvice({ id, travelRules }: { id: string; travelRules: string }) {
  const t = useT('companyTracking')
  const role = useSession((state) => state.user?.role)
  const isLead = LEAD_ROLES.some((one) => one === role)
  const query = useQuery('companies.advices', { id }, { topics: ['members'] })
  return (
    <>
      <h4 className={record.part}>{t('advice.title')}</h4>
      <FailureAlert failure={query.failure} onRetry={query.reload} />
      {query.data?.length === 0 && <p className={record.faint}>{t('advice.none')}</p>}
      <ul className={record.list} aria-label={t('advice.title')}>
        {query.data?.map((advice) => (
          <li key={advice.id}>
            <Advice advice={advice} />
            {isLead && advice.state === 'told' && <Answer adviceId={advice.id} />}
          </li>
        ))}
      </ul>
      {isLead && <AdviceForm id={id} travelRules={travelRules} />}
    </>
  )
}

function Advice({ advice }: { advice: CompanyAdvice }) {
  const t = useT('companyTracking')
  return (
    <>
      <div className={record.line}>
        <StateBadge tone={TONES[advice.state]} label={t(`advice.states.${advice.state}`)} />
        <span>
          {dayText(advice.figures.fromDay)}–{dayText(advice.figures.toDay)}
        </span>
        <span className={record.push}>
          {t('advice.by', { name: advice.toldByName })} <InstantText at={advice.toldAt} />
        </span>
      </div>
      <FiguresText figures={advice.figures} />
      <div className={record.text}>{advice.finding}</div>
      <div className={record.text}>
        <span className={record.faint}>{t('advice.proposed')}: </span>
        {advice.proposedRules}
      </div>
      {advice.rulesBefore !== null && advice.rulesBefore !== '' && (
        <div className={record.faint}>{t('advice.before', { rules: advice.rulesBefore })}</div>
      )}
      {advice.answeredAt !== null && (
        <div className={record.text}>
          <span className={record.faint}>{t('advice.answer')}: </span>
          {advice.answeredBy} {advice.answer}
        </div>
      )}
    </>
  )
}

function Answer({ adviceId }: { adviceId: string }) {
  const t = useT('companyTracking')
  const save = useCommand('companies.adviceAnswered')
  const [answeredBy, setBy] = useState('')
  const send = (isAdopted: boolean) => async (answer: string) => {
    const result = await save.run({ adviceId, isAdopted, answeredBy, answer })
    if (result.ok) tellDone(t('advice.saved'))
    return result.ok
  }
  return (
    <TextAct
      keep={{ kind: 'members-answer-answer', subject: adviceId }}
      label={t('advice.answer')}
      isReady={answeredBy.trim() !== ''}
      buttons={[
        { label: t('advice.declined'), isBusy: save.isBusy, onSend: send(false) },
        { label: t('advice.adopted'), isBusy: save.isBusy, isMain: true, isFree: true, onSend: send(true) },
      ]}
    >
      <TextInput
        label={t('advice.answeredBy')}
        value={answeredBy}
        maxLength={100}
        onChange={(event) => setBy(event.currentTarget.value)}
      />
    </TextAct>
  )
}
