import { Anchor, Button } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../../shared/contracts.ts'
import { LEAD_ROLES } from '../../../shared/roles.ts'
import { STAGE_NAMES, WISH_SOURCE_NAMES } from '../../../shared/wishes/words.ts'
import { shell } from '../../client.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { countText, dateTimeText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { newJob, ProgressDialog } from '../../ui/ProgressDialog.tsx'
import record from '../../ui/record.module.css'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import styles from '../members.module.css'
import { openMember } from '../open.ts'
import { RowFaults } from './RowFaults.tsx'
import { TimelinessText } from './TimelinessText.tsx'

type Report = Output<'wishes.importQuestionnaires'>

/** Where what is known of members came from: questionnaire files, interviews, and how fast it was passed on (S4-71, S4-72, S4-80). */
export function SourcesView() {
  const t = useT('gathering')
  const role = useSession((state) => state.user?.role)
  const isLead = LEAD_ROLES.some((one) => one === role)
  const take = useCommand('wishes.importQuestionnaires')
  const [report, setReport] = useState<Report | null>(null)
  const [job, setJob] = useState<string | null>(null)
  const importFile = async () => {
    const picked = await shell('shell.pickFile', { purpose: 'members' })
    if (!picked.ok || picked.value === null) return
    const id = newJob()
    setJob(id)
    const taken = await take.run({ file: picked.value.token }, { job: id })
    setJob(null)
    if (!taken.ok) return
    setReport(taken.value)
    const { read, recorded, rejected } = taken.value
    tellDone(t('sources.imported', { read, recorded, rejected: rejected.length }))
  }
  return (
    <div className={styles.view}>
      {isLead && (
        <Section
          level={2}
          title={t('sources.import')}
          actions={
            <Button size="compact-xs" variant="default" loading={take.isBusy} onClick={() => void importFile()}>
              {t('sources.import')}
            </Button>
          }
        >
          <p className={record.faint}>{t('sources.columns')}</p>
          {report && <RowFaults report={report} />}
        </Section>
      )}
      {isLead && <TimelinessText />}
      <Sources kind="questionnaire" />
      <Sources kind="interview" />
      <ProgressDialog job={job} title={t('sources.importing')} />
    </div>
  )
}

function Sources({ kind }: { kind: 'questionnaire' | 'interview' }) {
  const t = useT('gathering')
  const nameOf = useName()
  const query = useQuery('wishes.sources', { kind, limit: 100 }, { topics: ['members'] })
  return (
    <Section level={2} title={nameOf(WISH_SOURCE_NAMES[kind])}>
      <FailureAlert failure={query.failure} onRetry={query.reload} />
      {query.data?.rows.length === 0 && <p className={record.faint}>{t('sources.none')}</p>}
      <ul className={record.list}>
        {query.data?.rows.map(({ id, at, byName, memberId, memberName, stage, note, fileName, ...counts }) => (
          <li key={id} className={record.line}>
            {memberId !== null && (
              <Anchor component="button" type="button" size="sm" onClick={() => openMember(memberId)}>
                {memberName}
              </Anchor>
            )}
            <span className={record.text}>
              {fileName === null
                ? note
                : t('sources.file', {
                    file: fileName,
                    read: countText(counts.read),
                    recorded: countText(counts.recorded),
                    rejected: countText(counts.rejected),
                  })}
            </span>
            <span className={`${record.push} ${record.faint}`}>
              {nameOf(STAGE_NAMES[stage])} · {byName} {dateTimeText(at)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
