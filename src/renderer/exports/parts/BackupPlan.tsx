import { Button, NumberInput, Select, Switch, Text, TextInput } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import {
  BACKUP_HOURS,
  MOST_KEPT,
  type BackupPlan as Plan,
  USUAL_HOURS,
  USUALLY_KEPT,
} from '../../../shared/backups/model.ts'
import type { Instant } from '../../../shared/time.ts'
import { shell } from '../../client.ts'
import { useT } from '../../i18n/use-t.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { dateTimeText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { useNow } from '../../ui/use-now.ts'
import { useCommand } from '../../use-command.ts'
import { BackUpNow } from './BackUpNow.tsx'
import styles from './backups.module.css'

type Draft = { isOn: boolean; everyHours: number; keep: number; place: { token: string; name: string } | null }

const draftOf = (plan: Plan | null): Draft => ({
  isOn: plan?.isOn ?? false,
  everyHours: plan?.everyHours ?? USUAL_HOURS,
  keep: plan?.keep ?? USUALLY_KEPT,
  place: null,
})

type Props = { plan: Plan | null; nextAt: Instant | null }

/** When backups are made by themselves, where, and how many stay; nothing takes effect before it is saved. */
export function BackupPlan({ plan, nextAt }: Props) {
  const t = useT('backups')
  const ui = useT('ui')
  const now = useNow()
  const [draft, setDraft] = useState<Draft | null>(null)
  const isOnSwitch = useRef<HTMLInputElement>(null)
  const command = useCommand('backups.plan', { quiet: true })
  const value = draft ?? draftOf(plan)
  const { isOn, everyHours, keep, place } = value
  const change = (part: Partial<Draft>) => setDraft({ ...value, ...part })
  const pick = async () => {
    const picked = await shell('shell.pickFolder', {})
    if (picked.ok && picked.value !== null) change({ place: picked.value })
  }
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (command.isBusy) return
    const result = await command.run({ isOn, everyHours, keep, ...(place ? { out: place.token } : {}) })
    if (!result.ok) return
    setDraft(null)
    tellDone(t(isOn ? 'saved' : 'stopped'))
  }
  const startAgain = async () => {
    if (command.isBusy) return
    const result = await command.run({ isOn: true })
    if (!result.ok) return
    // The button goes, and the focus must not go with it.
    isOnSwitch.current?.focus()
    tellDone(t('startedAgain'))
  }
  const due = nextAt !== null && (nextAt > now ? t('nextAt', { at: dateTimeText(nextAt) }) : t('nextSoon'))
  return (
    <form className={styles.plan ?? ''} aria-label={t('plan')} noValidate onSubmit={(event) => void save(event)}>
      <div className={styles.line}>
        <Switch
          ref={isOnSwitch}
          label={t('isOn')}
          checked={isOn}
          onChange={(event) => change({ isOn: event.currentTarget.checked })}
        />
        <Text size="sm" c="dimmed" role="status">
          {draft === null ? due : t('unsaved')}
        </Text>
        <div className={styles.buttons}>
          {plan?.isOn === false && draft === null && (
            <Button variant="default" onClick={() => void startAgain()}>
              {t('startAgain')}
            </Button>
          )}
          <BackUpNow />
          <Button type="submit">{ui('actions.save')}</Button>
        </div>
      </div>
      <Select
        label={t('interval')}
        data={BACKUP_HOURS.map((hours) => ({ value: String(hours), label: t(`every.h${hours}`) }))}
        value={String(everyHours)}
        allowDeselect={false}
        onChange={(chosen) => chosen !== null && change({ everyHours: Number(chosen) })}
        disabled={!isOn}
      />
      <NumberInput
        label={t('keep')}
        min={1}
        max={MOST_KEPT}
        value={keep}
        onChange={(next) => typeof next === 'number' && change({ keep: next })}
        error={command.fieldErrors.keep}
        allowDecimal={false}
        allowNegative={false}
        clampBehavior="blur"
        disabled={!isOn}
      />
      <TextInput
        label={t('folder')}
        value={place?.name ?? plan?.folder ?? ''}
        placeholder={t('noFolder')}
        readOnly
        disabled={!isOn}
      />
      <Button variant="default" onClick={() => void pick()} disabled={!isOn}>
        {t('pickFolder')}
      </Button>
      {command.failure && (
        <div className={styles.line}>
          <FailureAlert failure={command.failure} />
        </div>
      )}
    </form>
  )
}
