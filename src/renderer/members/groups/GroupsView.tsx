import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import type { GroupView } from '../../../shared/groups/contract.ts'
import { LEAD_ROLES } from '../../../shared/roles.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { countText, dateTimeText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { newJob, ProgressDialog } from '../../ui/ProgressDialog.tsx'
import record from '../../ui/record.module.css'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import styles from '../members.module.css'
import { ChosenMembers } from './ChosenMembers.tsx'
import { CriteriaText } from './CriteriaText.tsx'
import { GroupForm } from './GroupForm.tsx'

/** Target groups: chosen by criteria, saved, counted and chosen anew (S4-49). */
export function GroupsView() {
  const t = useT('gathering')
  const role = useSession((state) => state.user?.role)
  const isLead = LEAD_ROLES.some((one) => one === role)
  const query = useQuery('groups.list', {}, { topics: ['members'] })
  const [isAdding, adding] = useDisclosure(false)
  const [openRun, setOpenRun] = useState<string | null>(null)
  return (
    <div className={styles.view}>
      <Section
        level={2}
        title={t('groups.title')}
        actions={
          isLead && (
            <Button size="compact-xs" variant="default" aria-expanded={isAdding} onClick={adding.toggle}>
              {t('groups.add')}
            </Button>
          )
        }
      >
        {isAdding && <GroupForm onDone={adding.close} />}
        <FailureAlert failure={query.failure} onRetry={query.reload} />
        {query.data?.length === 0 && <p className={record.faint}>{t('groups.none')}</p>}
        <ul className={record.list}>
          {query.data?.map((group) => (
            <Group
              key={group.id}
              group={group}
              mayRun={isLead}
              openRun={openRun}
              onOpen={(id) => setOpenRun(openRun === id ? null : id)}
            />
          ))}
        </ul>
      </Section>
    </div>
  )
}

type GroupProps = { group: GroupView; mayRun: boolean; openRun: string | null; onOpen: (runId: string) => void }

function Group({ group: { id, name, note, criteria, lastRun }, mayRun, openRun, onOpen }: GroupProps) {
  const t = useT('gathering')
  const run = useCommand('groups.run')
  const [job, setJob] = useState<string | null>(null)
  const choose = async () => {
    const own = newJob()
    setJob(own)
    const done = await run.run({ id }, { job: own })
    setJob(null)
    if (done.ok) tellDone(t('groups.ran', { chosen: countText(done.value.lastRun?.chosen ?? 0) }))
  }
  return (
    <li>
      <div className={record.line}>
        <strong>{name}</strong>
        <span>{note}</span>
        <span className={record.faint}>
          {lastRun === null
            ? t('groups.never')
            : t('groups.lastRun', {
                time: dateTimeText(lastRun.at),
                name: lastRun.byName,
                considered: countText(lastRun.considered),
                chosen: countText(lastRun.chosen),
              })}
        </span>
        <span className={record.push}>
          {lastRun !== null && (
            <Button
              size="compact-xs"
              variant="subtle"
              aria-expanded={openRun === lastRun.id}
              onClick={() => onOpen(lastRun.id)}
            >
              {t('groups.members')}
            </Button>
          )}
          {mayRun && (
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t('groups.runOf', { name })}
              loading={run.isBusy}
              onClick={() => void choose()}
            >
              {t('groups.run')}
            </Button>
          )}
        </span>
      </div>
      <CriteriaText criteria={criteria} />
      {lastRun !== null && openRun === lastRun.id && <ChosenMembers runId={lastRun.id} />}
      <ProgressDialog job={job} title={t('groups.choosing')} />
    </li>
  )
}
