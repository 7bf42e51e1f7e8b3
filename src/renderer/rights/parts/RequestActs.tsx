import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { RightsRequest } from '../../../shared/rights/model.ts'
import type { Language } from '../../../shared/session/model.ts'
import { shell } from '../../client.ts'
import { useLanguage, useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { confirmDialog } from '../../ui/confirm.tsx'
import { Section } from '../../ui/DetailPanel.tsx'
import { DayField } from '../../ui/fields.tsx'
import { tellDone } from '../../ui/notify.ts'
import { newJob, ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { TextAct, type TextActButton } from '../../ui/TextAct.tsx'
import { useCommand } from '../../use-command.ts'

/** What may be done with an open request: identify, do what is asked, refuse, extend. */
export function RequestActs({ request }: { request: RightsRequest }) {
  const t = useT('rights')
  const role = useSession((state) => state.user?.role)
  const identify = useCommand('rights.identify')
  if (request.state !== 'open') return null
  if (request.identity === null)
    return (
      <Section title={t('request.identity')}>
        <TextAct
          keep={{ kind: 'rights-request-acts-identify', subject: request.id }}
          label={t('act.identify')}
          buttons={[
            {
              ...{ label: t('act.identified'), isBusy: identify.isBusy, isMain: true },
              onSend: async (how) => (await identify.run({ id: request.id, how })).ok,
            },
          ]}
        />
        {role === 'manager' && <Refusal request={request} />}
      </Section>
    )
  return (
    <Section title={t('request.answer')}>
      {role !== 'agent' && <Fulfilment request={request} isManager={role === 'manager'} />}
      {role === 'manager' && <Refusal request={request} />}
      {role === 'manager' && <Extension request={request} />}
    </Section>
  )
}

function Fulfilment({ request, isManager }: { request: RightsRequest; isManager: boolean }) {
  const t = useT('rights')
  const language = useLanguage()
  const [chosen, setChosen] = useState<Language>(language)
  const [job, setJob] = useState<string | null>(null)
  const acts = {
    correct: useCommand('rights.correct'),
    object: useCommand('rights.restrict'),
    explain: useCommand('rights.explain'),
  }
  const report = useCommand('rights.report')
  const erase = useCommand('rights.erase')
  const { id, kind } = request
  const done = (ok: boolean) => {
    if (ok) tellDone(t('saved'))
    return ok
  }
  const handOut = async (answer: string) => {
    const place = await shell('shell.pickSave', { purpose: 'history', suggested: `${request.number}.zip` })
    if (!place.ok || place.value === null) return false
    const name = newJob()
    setJob(name)
    const result = await report.run({ id, answer, language: chosen, out: place.value.token }, { job: name })
    setJob(null)
    return done(result.ok)
  }
  const takeAway = async (answer: string) => {
    if (!(await confirmDialog({ title: t('act.sure'), text: t('act.sureText'), danger: true }))) return false
    const name = newJob()
    setJob(name)
    const result = await erase.run({ id, answer }, { job: name })
    setJob(null)
    return done(result.ok)
  }
  const button: TextActButton | null =
    kind === 'access'
      ? { label: t('act.report'), onSend: handOut, isBusy: report.isBusy, isMain: true }
      : kind === 'erase'
        ? { label: t('act.erase'), onSend: takeAway, isBusy: erase.isBusy, isMain: true }
        : {
            label: t(`act.${kind === 'object' ? 'restrict' : kind}`),
            onSend: async (answer) => done((await acts[kind].run({ id, answer })).ok),
            isBusy: acts[kind].isBusy,
            isMain: true,
          }
  if (!isManager && (kind === 'access' || kind === 'erase')) return null
  return (
    <TextAct
      keep={{ kind: 'rights-fulfilment-fulfil', subject: request.id }}
      label={t('act.fulfil')}
      buttons={[button]}
    >
      {kind === 'access' && (
        <SegmentedControl
          aria-label={t('act.language')}
          data={[
            { value: 'zh-CN', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
          value={chosen}
          onChange={(value) => setChosen(value === 'en' ? 'en' : 'zh-CN')}
        />
      )}
      <ProgressDialog job={job} title={t(kind === 'access' ? 'act.reporting' : 'act.erasing')} />
    </TextAct>
  )
}

function Refusal({ request: { id } }: { request: RightsRequest }) {
  const t = useT('rights')
  const refuse = useCommand('rights.refuse')
  const send = async (reason: string) => {
    const result = await refuse.run({ id, reason, answer: reason })
    if (result.ok) tellDone(t('saved'))
    return result.ok
  }
  return (
    <TextAct
      keep={{ kind: 'rights-refusal-refuse-reason', subject: id }}
      label={t('act.refuseReason')}
      buttons={[{ label: t('act.refuse'), onSend: send, isBusy: refuse.isBusy }]}
    />
  )
}

function Extension({ request: { id, extendReason } }: { request: RightsRequest }) {
  const t = useT('rights')
  const extend = useCommand('rights.extend')
  const [day, setDay] = useState<string | null>(null)
  if (extendReason !== null) return null
  const send = async (reason: string) => {
    if (day === null) return false
    const result = await extend.run({ id, dueDay: day, reason })
    if (result.ok) tellDone(t('saved'))
    return result.ok
  }
  return (
    <TextAct
      keep={{ kind: 'rights-extension-extend-reason', subject: id }}
      label={t('act.extendReason')}
      isReady={day !== null}
      buttons={[{ label: t('act.extend'), onSend: send, isBusy: extend.isBusy }]}
    >
      <DayField label={t('act.extendDay')} value={day} onChange={setDay} />
    </TextAct>
  )
}
