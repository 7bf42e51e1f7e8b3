import { Button } from '@mantine/core'
import { useState } from 'react'
import { type ItemKind, PROJECT_KIND_NAMES, PROJECT_STATE_NAMES } from '../../../shared/improvements/project-words.ts'
import type { ProjectItem, ProjectView } from '../../../shared/improvements/projects.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { DetailPanel, Section } from '../../ui/DetailPanel.tsx'
import record from '../../ui/record.module.css'
import { TextAct } from '../../ui/TextAct.tsx'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { PROJECT_TONES } from '../tones.ts'
import { ItemDialog } from './ItemDialog.tsx'
import styles from './improvements.module.css'
import { ProjectItemLine } from './ProjectItemLine.tsx'

type Props = { project: ProjectView; isLead: boolean; onClose: () => void }

/** One project: its timetable, or how the process runs, what is changed and whether that works. */
export function ProjectPanel({ project, isLead, onClose }: Props) {
  const t = useT('loop')
  const nameOf = useName()
  const mayWork = isLead && project.state === 'open'
  const kinds: ItemKind[] = project.kind === 'rollout' ? ['phase'] : ['step', 'measure']
  return (
    <DetailPanel
      title={project.title}
      label={t('projects.detail', { title: project.title })}
      badges={<StateBadge tone={PROJECT_TONES[project.state]} label={nameOf(PROJECT_STATE_NAMES[project.state])} />}
      onClose={onClose}
    >
      <Section title={t('projects.parts.purpose')}>
        <p className={styles.text}>{project.purpose}</p>
        <div className={record.faint}>
          {nameOf(PROJECT_KIND_NAMES[project.kind])} · {project.ownerName}
        </div>
      </Section>
      {kinds.map((kind) => (
        <Items key={kind} project={project} kind={kind} mayWork={mayWork} />
      ))}
      <Section title={t('projects.parts.end')}>
        {mayWork ? <EndAct id={project.id} /> : <p className={styles.text}>{project.closing ?? '—'}</p>}
      </Section>
    </DetailPanel>
  )
}

function Items({ project, kind, mayWork }: { project: ProjectView; kind: ItemKind; mayWork: boolean }) {
  const t = useT('loop')
  const [editing, setEditing] = useState<ProjectItem | 'new' | null>(null)
  const items = project.items.filter((item) => item.kind === kind)
  return (
    <Section
      title={t(`projects.parts.${kind}`)}
      actions={
        mayWork && (
          <Button size="compact-sm" variant="default" onClick={() => setEditing('new')}>
            {t(`projects.add.${kind}`)}
          </Button>
        )
      }
    >
      {items.length === 0 && <div className={record.faint}>{t('projects.none')}</div>}
      <ol className={record.list} aria-label={t(`projects.parts.${kind}`)}>
        {items.map((item) => (
          <li key={item.id}>
            <ProjectItemLine
              item={item}
              step={project.items.find(({ id }) => id === item.stepId) ?? null}
              mayWork={mayWork}
              onEdit={() => setEditing(item)}
            />
          </li>
        ))}
      </ol>
      {editing !== null && (
        <ItemDialog
          project={project}
          kind={kind}
          item={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  )
}

function EndAct({ id }: { id: string }) {
  const t = useT('loop')
  const close = useCommand('projects.close')
  const stop = useCommand('projects.stop')
  return (
    <TextAct
      keep={{ kind: 'improvements-end-act-closing', subject: id }}
      label={t('projects.fields.closing')}
      buttons={[
        {
          label: t('projects.stop'),
          onSend: async (closing) => (await stop.run({ id, closing })).ok,
          isBusy: stop.isBusy,
        },
        {
          label: t('projects.close'),
          onSend: async (closing) => (await close.run({ id, closing })).ok,
          isBusy: close.isBusy,
          isMain: true,
        },
      ]}
    />
  )
}
