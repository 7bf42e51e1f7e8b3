import { Button, NumberInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Input } from '../../../shared/contracts.ts'
import type { SchemeView } from '../../../shared/surveys/views.ts'
import type { SampleKind, SurveyChannel, SurveyScope, SurveySource } from '../../../shared/surveys/words.ts'
import { DAY, type Day } from '../../../shared/time.ts'
import { shell } from '../../client.ts'
import { useT } from '../../i18n/use-t.ts'
import { DayField } from '../../ui/fields.tsx'
import { today } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { newJob, ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { startOf } from '../period.ts'
import { channelChoices, sampleChoices, sourceChoices } from './list-fields.ts'
import { Preview } from './Preview.tsx'
import { Returns } from './Returns.tsx'
import { Runs } from './Runs.tsx'
import styles from './surveys.module.css'

/** S1-52 S1-53 S4-117: who is to be asked by SMS or e-mail, the file for the gateway, and what comes back. */
export function ListsTab({ scope, scheme = null }: { scope: SurveyScope; scheme?: SchemeView | null }) {
  const [list, setList] = useState<Input<'surveys.due'> | null>(null)
  return (
    <div className={styles.grow} style={{ overflow: 'auto' }}>
      <ListForm scope={scope} scheme={scheme} list={list} onLook={setList} />
      {list ? <Preview list={list} /> : null}
      <Returns />
      <Runs scope={scope} />
    </div>
  )
}

type FormProps = {
  scope: SurveyScope
  scheme: SchemeView | null
  list: Input<'surveys.due'> | null
  onLook: (list: Input<'surveys.due'> | null) => void
}

function ListForm({ scope, scheme, list, onLook }: FormProps) {
  const t = useT('surveys')
  const nameOf = useName()
  const [from, setFrom] = useState<Day>(today(Date.now() - (scheme?.everyDays ?? 30) * DAY))
  const [to, setTo] = useState<Day>(today())
  const [source, setSource] = useState<SurveySource>(scheme?.source ?? 'case')
  const [channel, setChannel] = useState<SurveyChannel>(scheme?.channel ?? 'sms')
  const [sampleKind, setKind] = useState<SampleKind>(scheme?.sampleKind ?? 'all')
  const [sampleSize, setSize] = useState<number>(scheme?.sampleSize || 50)
  const [seed, setSeed] = useState<number>(() => Math.floor(Date.now() / DAY))
  const wanted: Input<'surveys.due'> = {
    ...{ scope, source, channel, from: startOf(from), to: startOf(to) + DAY, sampleKind, seed },
    sampleSize: sampleKind === 'all' ? 0 : sampleSize,
  }
  const change =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      set(value)
      onLook(null)
    }
  return (
    <form
      className={styles.stack}
      aria-label={t('tabs.lists')}
      onSubmit={(event) => {
        event.preventDefault()
        onLook(wanted)
      }}
    >
      <div className={styles.filters}>
        <DayField label={t('from')} value={from} onChange={(day) => day && change(setFrom)(day)} />
        <DayField label={t('to')} value={to} onChange={(day) => day && change(setTo)(day)} />
        <Select
          label={t('lists.source')}
          data={sourceChoices(scope, nameOf)}
          value={source}
          onChange={(value) => value && change(setSource)(value)}
        />
        <Select
          label={t('lists.channel')}
          data={channelChoices(nameOf)}
          value={channel}
          onChange={(value) => value && change(setChannel)(value)}
        />
        <Select
          label={t('lists.sample')}
          data={sampleChoices(nameOf)}
          value={sampleKind}
          onChange={(value) => value && change(setKind)(value)}
        />
        {sampleKind !== 'all' && (
          <>
            <NumberInput
              label={t('lists.size')}
              min={1}
              max={10_000}
              value={sampleSize}
              onChange={(value) => change(setSize)(Number(value))}
            />
            <NumberInput
              label={t('lists.seed')}
              title={t('lists.seedHint')}
              min={0}
              max={4_294_967_295}
              value={seed}
              onChange={(value) => change(setSeed)(Number(value))}
            />
          </>
        )}
        <Button type="submit" variant={list ? 'default' : 'filled'}>
          {t('lists.look')}
        </Button>
      </div>
      {list && <Write list={list} schemeId={scheme?.id ?? null} onDone={() => onLook(null)} />}
    </form>
  )
}

type WriteProps = { list: Input<'surveys.due'>; schemeId: string | null; onDone: () => void }

/** Writes the list that is looked at. */
function Write({ list, schemeId, onDone }: WriteProps) {
  const t = useT('surveys')
  const [purpose, setPurpose] = useState('')
  const [job, setJob] = useState<string | null>(null)
  const send = useCommand('surveys.send')
  const write = async () => {
    const suggested = `survey-${list.channel}-${today()}.csv`
    const place = await shell('shell.pickSave', { purpose: 'errors', suggested })
    if (!place.ok || place.value === null) return
    const id = newJob()
    setJob(id)
    const sent = await send.run({ list, schemeId, purpose, out: place.value.token }, { job: id })
    setJob(null)
    if (!sent.ok) return
    tellDone(t('lists.written', { name: sent.value.fileName, rows: sent.value.rows }))
    onDone()
  }
  return (
    <div className={styles.filters}>
      <TextInput
        style={{ flex: 1, maxWidth: '520px' }}
        label={t('lists.purpose')}
        withAsterisk
        maxLength={500}
        value={purpose}
        onChange={(event) => setPurpose(event.currentTarget.value)}
      />
      <Button loading={send.isBusy} disabled={purpose.trim() === ''} onClick={() => void write()}>
        {t('lists.write')}
      </Button>
      <ProgressDialog job={job} title={t('lists.writing')} />
    </div>
  )
}
