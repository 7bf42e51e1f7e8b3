import { Button } from '@mantine/core'
import type { MatterView } from '../../../shared/meetings/matters.ts'
import { MATTER_ACTION_NAMES, MATTER_STATE_NAMES } from '../../../shared/meetings/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { useClasses } from '../../ui/classes.ts'
import { DetailPanel, Facts, Section } from '../../ui/DetailPanel.tsx'
import { dateTimeText, dayText } from '../../ui/formats.ts'
import { TextAct } from '../../ui/TextAct.tsx'
import { namedBy, useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { useCommand } from '../../use-command.ts'
import styles from '../parts/todos.module.css'

type Props = { matter: MatterView; isLead: boolean; onEdit: () => void; onClose: () => void }

/** One matter: who takes part until when, what was done, how it ended. */
export function MatterPanel({ matter, isLead, onEdit, onClose }: Props) {
  const t = useT('meetings')
  const nameOf = useName()
  const { deskNames } = useClasses()
  const log = useCommand('matters.log')
  const { id, state } = matter
  const people = [...matter.people.map(({ name }) => name), matter.outsiders].filter((name) => name !== '')
  return (
    <DetailPanel
      title={matter.title}
      label={t('matters.detail', { title: matter.title })}
      badges={<StateBadge tone={state === 'open' ? 'info' : 'good'} label={nameOf(MATTER_STATE_NAMES[state])} />}
      actions={
        isLead &&
        state === 'open' && (
          <Button size="compact-sm" variant="default" onClick={onEdit}>
            {t('matters.change')}
          </Button>
        )
      }
      onClose={onClose}
    >
      <Section title={t('matters.about')}>
        <p className={styles.text}>{matter.text}</p>
        <Facts
          facts={[
            {
              label: t('matters.fields.departments'),
              value: matter.departments.map((one) => namedBy(deskNames, one, nameOf)).join('、'),
            },
            { label: t('matters.fields.people'), value: people.join('、') || '—' },
            { label: t('matters.fields.owner'), value: matter.ownerName },
            {
              label: t('matters.fields.due'),
              value: <span className={matter.isOverdue ? styles.late : undefined}>{dayText(matter.dueDay)}</span>,
            },
          ]}
        />
        <div className={styles.faint}>
          {t('matters.raisedBy', { name: matter.raisedByName, time: dateTimeText(matter.raisedAt) })}
        </div>
      </Section>
      <Section title={t('matters.log')}>
        {matter.mayLog && (
          <TextAct
            keep={{ kind: 'todos-matter-panel-progress', subject: matter.id }}
            label={t('matters.progress')}
            buttons={[
              {
                label: t('matters.write'),
                onSend: async (text) => (await log.run({ id, text })).ok,
                isBusy: log.isBusy,
              },
            ]}
          />
        )}
        <ol className={styles.list} aria-label={t('matters.log')}>
          {matter.log.map((entry) => (
            <li key={entry.seq}>
              <div className={styles.line}>
                <strong>{nameOf(MATTER_ACTION_NAMES[entry.action])}</strong>
                <span>{entry.byName}</span>
                <InstantText at={entry.at} />
              </div>
              <div className={styles.text}>{entry.text}</div>
            </li>
          ))}
        </ol>
      </Section>
      {isLead && <End matter={matter} />}
    </DetailPanel>
  )
}

function End({ matter: { id, state, closing } }: { matter: MatterView }) {
  const t = useT('meetings')
  const settle = useCommand('matters.settle')
  const reopen = useCommand('matters.reopen')
  const isOpen = state === 'open'
  return (
    <Section title={t('matters.end')}>
      {closing !== '' && <p className={styles.text}>{closing}</p>}
      <TextAct
        keep={{ kind: 'todos-matter-panel-reason', subject: id }}
        label={isOpen ? t('matters.end') : t('matters.fields.reason')}
        buttons={[
          isOpen
            ? {
                label: t('matters.settle'),
                onSend: async (text) => (await settle.run({ id, closing: text })).ok,
                isBusy: settle.isBusy,
                isMain: true,
              }
            : {
                label: t('matters.reopen'),
                onSend: async (reason) => (await reopen.run({ id, reason })).ok,
                isBusy: reopen.isBusy,
              },
        ]}
      />
    </Section>
  )
}
