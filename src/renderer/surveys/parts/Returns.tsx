import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../../shared/contracts.ts'
import type { InvitationView } from '../../../shared/surveys/views.ts'
import { call, shell } from '../../client.ts'
import { useT } from '../../i18n/use-t.ts'
import flow from '../../ui/flow.module.css'
import { countText } from '../../ui/formats.ts'
import { tellDone, tellFailure } from '../../ui/notify.ts'
import { newJob, ProgressDialog } from '../../ui/ProgressDialog.tsx'
import shared from '../../ui/record.module.css'
import { useCommand } from '../../use-command.ts'
import { Interview } from './Interview.tsx'
import styles from './surveys.module.css'

type Report = Output<'surveys.importAnswers'>

/** Answers that come back: a file of them, or one by its reference. */
export function Returns() {
  const t = useT('surveys')
  const [ref, setRef] = useState('')
  const [open, setOpen] = useState<InvitationView | null>(null)
  const [report, setReport] = useState<Report | null>(null)
  const [job, setJob] = useState<string | null>(null)
  const take = useCommand('surveys.importAnswers')
  const find = async () => {
    const found = await call('surveys.byRef', { ref })
    if (found.ok) setOpen(found.value)
    else tellFailure(found.failure)
  }
  const importFile = async () => {
    const picked = await shell('shell.pickFile', { purpose: 'members' })
    if (!picked.ok || picked.value === null) return
    const id = newJob()
    setJob(id)
    const taken = await take.run({ file: picked.value.token }, { job: id })
    setJob(null)
    if (!taken.ok) return
    setReport(taken.value)
    tellDone(t('lists.imported', { taken: taken.value.taken, poor: taken.value.poor }))
  }
  return (
    <section className={styles.stack} aria-label={t('lists.enter')}>
      <form
        className={styles.filters}
        onSubmit={(event) => {
          event.preventDefault()
          void find()
        }}
      >
        <TextInput
          label={t('lists.enter')}
          placeholder={t('ref')}
          maxLength={20}
          value={ref}
          onChange={(event) => setRef(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={ref.trim() === ''}>
          {t('lists.find')}
        </Button>
        <Button variant="default" loading={take.isBusy} onClick={() => void importFile()}>
          {t('lists.import')}
        </Button>
      </form>
      {open && (
        <Interview
          key={open.id}
          invitation={open}
          lastSeq={open.lastSeq}
          onDone={() => {
            setOpen(null)
            setRef('')
          }}
        />
      )}
      {report && <ReportTable report={report} />}
      <ProgressDialog job={job} title={t('lists.importing')} />
    </section>
  )
}

function ReportTable({ report }: { report: Report }) {
  const t = useT('surveys')
  const { read, taken, refused } = report
  return (
    <section aria-label={t('lists.report')}>
      <p className={flow.text}>
        {t('lists.reportText', { read: countText(read), taken: countText(taken), refused: countText(refused.length) })}
      </p>
      {refused.length > 0 && (
        <table className={shared.table} aria-label={t('lists.report')}>
          <thead>
            <tr>
              <th data-number>{t('lists.row')}</th>
              <th>{t('ref')}</th>
              <th>{t('lists.question')}</th>
              <th>{t('lists.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {refused.slice(0, 200).map((one) => (
              <tr key={one.row}>
                <td data-number>{one.row}</td>
                <td className="mono">{one.ref}</td>
                <td>{one.question}</td>
                <td>{t(`lists.refusals.${one.reason}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
