import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import type { UserId } from '../../../shared/ids.ts'
import type { StrategyView } from '../../../shared/meetings/plans.ts'
import { STRATEGY_STATE_NAMES, type StrategyState } from '../../../shared/meetings/words.ts'
import type { Day } from '../../../shared/time.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge, type Tone } from '../../ui/badges.tsx'
import { Section } from '../../ui/DetailPanel.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { DayField, FieldRow } from '../../ui/fields.tsx'
import { dayText } from '../../ui/formats.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import { TextAct } from '../../ui/TextAct.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TitleField } from '../../ui/TitleField.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import styles from '../parts/todos.module.css'

const TONES: Record<StrategyState, Tone> = { planned: 'neutral', running: 'info', ended: 'good' }

/** S3-12: strategies for better service, what they rest on and what they changed. */
export function Strategies({ isManager }: { isManager: boolean }) {
  const t = useT('meetings')
  const [isAdding, setAdding] = useState(false)
  const { data } = useQuery('strategies.list', {}, { topics: ['todos'] })
  return (
    <div className={styles.scroll}>
      <Section
        level={2}
        title={t('strategies.title')}
        actions={
          isManager && (
            <Button size="compact-sm" variant="default" onClick={() => setAdding(true)}>
              {t('strategies.add')}
            </Button>
          )
        }
      >
        {data?.length === 0 && <div className={styles.faint}>{t('strategies.empty')}</div>}
        <ul className={styles.list} aria-label={t('strategies.title')}>
          {data?.map((one) => (
            <li key={one.id}>
              <Strategy key={one.changedAt} strategy={one} isManager={isManager} />
            </li>
          ))}
        </ul>
      </Section>
      {isAdding && <StrategyForm onClose={() => setAdding(false)} />}
    </div>
  )
}

function Strategy({ strategy, isManager }: { strategy: StrategyView; isManager: boolean }) {
  const t = useT('meetings')
  const nameOf = useName()
  const [state, setState] = useState<StrategyState>(strategy.state)
  const move = useCommand('strategies.move')
  return (
    <>
      <div className={styles.line}>
        <strong>{strategy.title}</strong>
        <StateBadge tone={TONES[strategy.state]} label={nameOf(STRATEGY_STATE_NAMES[strategy.state])} />
        <span className={styles.faint}>
          {strategy.ownerName} · {dayText(strategy.fromDay)}
        </span>
      </div>
      <div className={styles.faint}>{strategy.basis}</div>
      <div className={styles.text}>{strategy.text}</div>
      {strategy.effect !== '' && (
        <div className={styles.text}>
          {t('strategies.fields.effect')}：{strategy.effect}
        </div>
      )}
      {isManager && strategy.state !== 'ended' && (
        <TextAct
          keep={{ kind: 'todos-strategy-effect', subject: strategy.id }}
          label={t('strategies.fields.effect')}
          buttons={[
            {
              label: t('strategies.save'),
              onSend: async (effect) => (await move.run({ id: strategy.id, state, effect })).ok,
              isBusy: move.isBusy,
              isFree: state !== 'ended',
            },
          ]}
        >
          <Select
            label={t('strategies.fields.state')}
            allowDeselect={false}
            data={choicesOf(STRATEGY_STATE_NAMES, nameOf)}
            value={state}
            onChange={(value) => value && setState(value)}
          />
        </TextAct>
      )}
    </>
  )
}

function StrategyForm({ onClose }: { onClose: () => void }) {
  const t = useT('meetings')
  const [title, setTitle] = useState('')
  const [basis, setBasis] = useState('')
  const [text, setText] = useState('')
  const [ownerId, setOwner] = useState<UserId | null>(null)
  const [fromDay, setFrom] = useState<Day | null>(null)
  const save = useCommand('strategies.add', { quiet: true })
  const send = async () => {
    if (ownerId === null || fromDay === null) return
    if ((await save.run({ title, basis, text, ownerId, fromDay })).ok) onClose()
  }
  return (
    <FormDialog
      keep={{ kind: 'todos-strategy-form-lines', subject: 'new' }}
      title={t('strategies.add')}
      save={t('strategies.add')}
      failure={save.failure}
      isBusy={save.isBusy}
      isReady={[title, basis, text].every((one) => one.trim() !== '') && ownerId !== null && fromDay !== null}
      onSave={send}
      onClose={onClose}
    >
      <TitleField label={t('strategies.fields.title')} value={title} onChange={setTitle} />
      <TextArea
        keep={{ kind: 'todos-strategy-form-basis', subject: 'new' }}
        required
        minRows={2}
        maxLength={2000}
        label={t('strategies.fields.basis')}
        value={basis}
        onChange={(event) => setBasis(event.currentTarget.value)}
      />
      <TextArea
        keep={{ kind: 'todos-strategy-form-text', subject: 'new' }}
        required
        minRows={3}
        maxLength={8000}
        label={t('strategies.fields.text')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <FieldRow>
        <PersonField required label={t('strategies.fields.owner')} value={ownerId} onChange={setOwner} />
        <DayField required label={t('strategies.fields.from')} value={fromDay} onChange={setFrom} />
      </FieldRow>
    </FormDialog>
  )
}
