import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { OptimisationView } from '../../../shared/standards/optimisations.ts'
import {
  OPTIMISATION_STATE_NAMES,
  REDESIGN,
  REDESIGN_NAMES,
  STAGE_NAMES,
  STAGES,
  type Stage,
} from '../../../shared/standards/optimise-words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { DetailPanel, Section } from '../../ui/DetailPanel.tsx'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { TextAct } from '../../ui/TextAct.tsx'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { OPTIMISATION_TONES } from '../tones.ts'
import { RecordDialog } from './RecordDialog.tsx'
import { RecordLine } from './RecordLine.tsx'
import styles from './standards.module.css'

type Props = { work: OptimisationView; isLead: boolean; onClose: () => void }

/** One optimisation: its stages with their records, the principles, and what is missing before it goes on. */
export function OptimisePanel({ work, isLead, onClose }: Props) {
  const t = useT('optimise')
  const s = useT('standards')
  const nameOf = useName()
  const isOpen = work.state === 'open'
  const last = work.stage === 'follow'
  const reached = STAGES.slice(0, STAGES.indexOf(work.stage) + 1)
  return (
    <DetailPanel
      title={work.title}
      label={t('detail', { title: work.title })}
      badges={<StateBadge tone={OPTIMISATION_TONES[work.state]} label={nameOf(OPTIMISATION_STATE_NAMES[work.state])} />}
      onClose={onClose}
    >
      <Section title={t('parts.stages')} actions={isLead && isOpen && !last && <Advance work={work} />}>
        <ol className={styles.stages}>
          {STAGES.map((stage) => (
            <li key={stage} aria-current={stage === work.stage ? 'step' : undefined}>
              {nameOf(STAGE_NAMES[stage])}
            </li>
          ))}
        </ol>
        {work.lacks.length > 0 && (
          <div className={record.faint}>
            {t('lacks')}
            <ul>
              {work.lacks.map((rule) => (
                <li key={rule}>{s(`rules.${rule}` as 'rules.optimisation-lacks-steps')}</li>
              ))}
            </ul>
          </div>
        )}
      </Section>
      <Section title={t('parts.purpose')}>
        <p className={styles.text}>{work.purpose}</p>
        <div className={record.faint}>{work.ownerName}</div>
      </Section>
      {reached.toReversed().map((stage) => (
        <StageRecords key={stage} work={work} stage={stage} />
      ))}
      {STAGES.indexOf(work.stage) > 0 && (
        <Section title={t('parts.principles')}>
          <Principles key={JSON.stringify(work.principles)} work={work} mayCheck={isLead && isOpen} />
        </Section>
      )}
      {(isLead || !isOpen) && (
        <Section title={t('parts.end')}>
          {isOpen ? <End work={work} /> : <p className={styles.text}>{work.closing}</p>}
        </Section>
      )}
    </DetailPanel>
  )
}

function Advance({ work }: { work: OptimisationView }) {
  const t = useT('optimise')
  const advance = useCommand('optimisations.advance')
  return (
    <Button
      size="compact-sm"
      disabled={work.lacks.length > 0}
      loading={advance.isBusy}
      onClick={() => void advance.run({ id: work.id })}
    >
      {t('acts.advance')}
    </Button>
  )
}

function StageRecords({ work, stage }: { work: OptimisationView; stage: Stage }) {
  const t = useT('optimise')
  const nameOf = useName()
  const [isAdding, setAdding] = useState(false)
  const records = work.records.filter((one) => one.stage === stage)
  return (
    <Section
      title={nameOf(STAGE_NAMES[stage])}
      actions={
        work.state === 'open' && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${t('acts.add')} · ${nameOf(STAGE_NAMES[stage])}`}
            onClick={() => setAdding(true)}
          >
            {t('acts.add')}
          </Button>
        )
      }
    >
      {records.length === 0 && <div className={record.faint}>{t('none')}</div>}
      <ol className={record.list} aria-label={nameOf(STAGE_NAMES[stage])}>
        {records.map((one) => (
          <li key={one.id}>
            <RecordLine record={one} replaced={work.records.find(({ id }) => id === one.replacesId) ?? null} />
          </li>
        ))}
      </ol>
      {isAdding && <RecordDialog work={work} stage={stage} onClose={() => setAdding(false)} />}
    </Section>
  )
}

function Principles({ work, mayCheck }: { work: OptimisationView; mayCheck: boolean }) {
  const t = useT('optimise')
  const s = useT('standards')
  const nameOf = useName()
  const [said, setSaid] = useState(work.principles)
  const check = useCommand('optimisations.check')
  const save = async () => {
    const principles = Object.fromEntries(Object.entries(said).filter(([, text]) => text?.trim()))
    if ((await check.run({ id: work.id, principles })).ok) tellDone(s('saved'))
  }
  return (
    <>
      {REDESIGN.map((one) => (
        <TextInput
          key={one}
          mb={6}
          maxLength={500}
          readOnly={!mayCheck}
          label={nameOf(REDESIGN_NAMES[one])}
          value={said[one] ?? ''}
          onChange={(event) => setSaid({ ...said, [one]: event.currentTarget.value })}
        />
      ))}
      {mayCheck && (
        <Button size="compact-sm" variant="default" loading={check.isBusy} onClick={() => void save()}>
          {t('acts.check')}
        </Button>
      )}
    </>
  )
}

function End({ work }: { work: OptimisationView }) {
  const t = useT('optimise')
  const close = useCommand('optimisations.close')
  const stop = useCommand('optimisations.stop')
  const { id } = work
  return (
    <TextAct
      keep={{ kind: 'standards-optimise-panel-closing', subject: work.id }}
      label={t('fields.closing')}
      buttons={[
        { label: t('acts.stop'), onSend: async (closing) => (await stop.run({ id, closing })).ok, isBusy: stop.isBusy },
        {
          label: t('acts.close'),
          onSend: async (closing) => (await close.run({ id, closing })).ok,
          isBusy: close.isBusy,
          isMain: true,
        },
      ]}
    />
  )
}
