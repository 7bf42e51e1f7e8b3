import { ActionIcon, Button, MultiSelect, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { type Entitlement, MEMBER_TIER_NAMES, MEMBER_TIERS } from '../../../shared/tiers/model.ts'
import type { StoredProgramme } from '../../../shared/tiers/views.ts'
import { useT } from '../../i18n/use-t.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { today } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { useCommand } from '../../use-command.ts'
import { side } from '../rule-text.ts'
import styles from '../tiers.module.css'

type Props = { base: StoredProgramme; onDone: (made: StoredProgramme | null) => void }
type RowProps = { item: Entitlement; onChange: (item: Entitlement) => void; onRemove: () => void }

function EntitlementRow({ item, onChange, onRemove }: RowProps) {
  const t = useT('tiers')
  const tiers = MEMBER_TIERS.filter((tier) => tier !== 'none')
  return (
    <div className={styles.entitlement}>
      <MultiSelect
        aria-label={t('programme.tier')}
        data={tiers.map((tier) => ({ value: tier, label: MEMBER_TIER_NAMES[tier][side()] }))}
        value={item.tiers}
        onChange={(chosen) => onChange({ ...item, tiers: tiers.filter((tier) => chosen.includes(tier)) })}
      />
      <TextInput
        aria-label={t('edit.textZh')}
        placeholder={t('edit.textZh')}
        value={item.text.zh}
        onChange={(event) => onChange({ ...item, text: { ...item.text, zh: event.currentTarget.value } })}
      />
      <TextInput
        aria-label={t('edit.textEn')}
        placeholder={t('edit.textEn')}
        value={item.text.en}
        onChange={(event) => onChange({ ...item, text: { ...item.text, en: event.currentTarget.value } })}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={`${t('edit.remove')} ${item.text[side()]}`}
        onClick={onRemove}
      >
        <IconX size={15} />
      </ActionIcon>
    </div>
  )
}

/** What each tier is entitled to, to add, change and take away (S3-44). */
export function EntitlementEditor({ base, onDone }: Props) {
  const t = useT('tiers')
  const ui = useT('ui')
  const [list, setList] = useState<Entitlement[]>(base.policy.entitlements)
  const save = useCommand('tiers.setEntitlements', { quiet: true })
  const add = () => {
    const source = { mark: 'seed' as const, asOf: today(), requirement: 'S3-44' }
    setList([{ id: crypto.randomUUID(), tiers: ['diamond'], text: { zh: '', en: '' }, source }, ...list])
  }
  const submit = async () => {
    const result = await save.run({ entitlements: list })
    if (!result.ok) return
    tellDone(t('programme.activated'))
    onDone(result.value)
  }
  const isComplete = list.every(({ tiers, text }) => tiers.length > 0 && text.zh.trim() !== '' && text.en.trim() !== '')
  return (
    <>
      <div className={styles.line}>
        <strong>{t('edit.entitlementsTitle')}</strong>
        <div className={`${styles.line} ${styles.push}`}>
          <Button variant="default" leftSection={<IconPlus size={15} />} onClick={add}>
            {t('edit.addEntitlement')}
          </Button>
          <Button variant="default" onClick={() => onDone(null)}>
            {ui('actions.cancel')}
          </Button>
          <Button loading={save.isBusy} disabled={!isComplete} onClick={() => void submit()}>
            {t('edit.save')}
          </Button>
        </div>
      </div>
      <div className={styles.scroll}>
        {list.map((item, index) => (
          <EntitlementRow
            key={item.id}
            item={item}
            onChange={(next) => setList(list.map((old, at) => (at === index ? next : old)))}
            onRemove={() => setList(list.filter((_, at) => at !== index))}
          />
        ))}
      </div>
      <FailureAlert failure={save.failure} />
    </>
  )
}
