import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useT } from '../../i18n/use-t.ts'
import { MomentField } from '../../ui/MomentField.tsx'
import styles from '../../ui/record.module.css'

export type MilestoneDraft = { name: string; dueAt: number | null; tellsCustomer: boolean }

type Props = { milestones: readonly MilestoneDraft[]; onChange: (milestones: MilestoneDraft[]) => void }

/** S2-104 S2-111: what happens by when, and what the customer is told then. */
export function MilestoneRows({ milestones, onChange }: Props) {
  const t = useT('plans')
  const change = (place: number, to: Partial<MilestoneDraft>) =>
    onChange(milestones.map((one, i) => (i === place ? { ...one, ...to } : one)))
  return (
    <fieldset className={`${styles.wide} ${styles.form}`} aria-label={t('fields.milestones')}>
      {milestones.map(({ name, dueAt, tellsCustomer }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: milestones have no names of their own until they are filled in
        <div key={place} className={`${styles.wide} ${styles.line}`}>
          <TextInput
            label={t('fields.milestone')}
            value={name}
            onChange={(event) => change(place, { name: event.currentTarget.value })}
          />
          <MomentField label={t('fields.dueAt')} value={dueAt} onChange={(at) => change(place, { dueAt: at })} />
          <Checkbox
            mt="lg"
            label={t('fields.tellsCustomer')}
            checked={tellsCustomer}
            onChange={(event) => change(place, { tellsCustomer: event.currentTarget.checked })}
          />
          <ActionIcon
            mt="lg"
            color="gray"
            aria-label={t('actions.removeMilestone', { index: place + 1 })}
            onClick={() => onChange(milestones.filter((_, i) => i !== place))}
          >
            <IconX size={14} />
          </ActionIcon>
        </div>
      ))}
      <div className={styles.wide}>
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size={13} />}
          onClick={() => onChange([...milestones, { name: '', dueAt: null, tellsCustomer: false }])}
        >
          {t('actions.addMilestone')}
        </Button>
      </div>
    </fieldset>
  )
}
