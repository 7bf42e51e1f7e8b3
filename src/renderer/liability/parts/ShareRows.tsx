import { ActionIcon, Button, NumberInput, Select, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { Share } from '../../../shared/liability/model.ts'
import { type LiableParty, SHARE_KIND_NAMES, SHARE_KINDS } from '../../../shared/liability/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useClasses } from '../../ui/classes.ts'
import styles from '../../ui/record.module.css'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { PartnerName } from './PartnerName.tsx'

const BLANK = { department: null, name: '', partnerId: null }

type Props = { shares: readonly Share[]; party: LiableParty; onChange: (shares: Share[]) => void }

/** S2-86: who bears the fault and how much of it, with the sum that must be the whole. */
export function ShareRows({ shares, party, onChange }: Props) {
  const t = useT('liability')
  const sum = shares.reduce((total, { percent }) => total + percent, 0)
  const change = (place: number, to: Partial<Share>) =>
    onChange(shares.map((share, i) => (i === place ? { ...share, ...to } : share)))
  const rest = Math.max(1, 100 - sum)
  return (
    <fieldset className={`${styles.wide} ${styles.form}`} aria-label={t('fields.shares')}>
      <div className={`${styles.wide} ${styles.rows}`}>
        {shares.map((share, place) => (
          <ShareRow
            // biome-ignore lint/suspicious/noArrayIndexKey: bearers have no names of their own until they are filled in
            key={place}
            share={share}
            place={place}
            onChange={(to) => change(place, to)}
            onRemove={shares.length > 1 ? () => onChange(shares.filter((_, i) => i !== place)) : null}
          />
        ))}
      </div>
      <div className={`${styles.wide} ${styles.line}`}>
        {party !== 'customer' && (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconPlus size={13} />}
            onClick={() => onChange([...shares, { ...BLANK, kind: 'department', percent: rest }])}
          >
            {t('addShare')}
          </Button>
        )}
        <span className={`${styles.push} num ${sum === 100 ? styles.faint : styles.late}`}>{t('sum', { sum })}</span>
      </div>
    </fieldset>
  )
}

type RowProps = {
  share: Share
  place: number
  onChange: (to: Partial<Share>) => void
  onRemove: (() => void) | null
}

function ShareRow({ share, place, onChange, onRemove }: RowProps) {
  const t = useT('liability')
  const nameOf = useName()
  const { offeredDeskNames } = useClasses()
  const { kind, department, name, percent } = share
  return (
    <div className={styles.row}>
      <Select
        label={t('fields.kind')}
        allowDeselect={false}
        value={kind}
        data={choicesOf(SHARE_KIND_NAMES, nameOf)}
        onChange={(value) => onChange({ ...BLANK, kind: SHARE_KINDS.find((one) => one === value) ?? 'department' })}
      />
      {kind === 'department' ? (
        <Select
          label={t('fields.department')}
          searchable
          value={department}
          data={choicesOf(offeredDeskNames, nameOf)}
          onChange={(value) => onChange({ department: value })}
        />
      ) : kind === 'partner' ? (
        <PartnerName share={share} onChange={onChange} />
      ) : (
        <TextInput
          label={t('fields.name')}
          disabled={kind === 'customer'}
          value={kind === 'customer' ? t('fields.customer') : name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
      )}
      <NumberInput
        label={t('fields.percent')}
        hideControls
        min={1}
        max={100}
        allowDecimal={false}
        value={percent}
        onChange={(value) => onChange({ percent: typeof value === 'number' ? value : 0 })}
      />
      {onRemove ? (
        <ActionIcon color="gray" aria-label={t('removeShare', { index: place + 1 })} onClick={onRemove}>
          <IconX size={14} />
        </ActionIcon>
      ) : (
        <span />
      )}
    </div>
  )
}
