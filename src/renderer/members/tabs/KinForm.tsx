import { Button, MultiSelect, Select, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import { z } from 'zod'
import type { MemberId } from '../../../shared/ids.ts'
import {
  KIN_PROOF_NAMES,
  KIN_PROOFS,
  KIN_RELATION_NAMES,
  KIN_RELATIONS,
  KIN_RIGHT_NAMES,
  KIN_RIGHTS,
} from '../../../shared/kin/words.ts'
import { DraftHint } from '../../drafts/DraftHint.tsx'
import { useDraft } from '../../drafts/use-draft.ts'
import { useT } from '../../i18n/use-t.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { DayField } from '../../ui/fields.tsx'
import { today } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import styles from '../../ui/record.module.css'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'

const shape = z.object({
  name: z.string(),
  relation: z.enum(KIN_RELATIONS),
  phone: z.string(),
  rights: z.array(z.enum(KIN_RIGHTS)),
  fromDay: z.string(),
  untilDay: z.string().nullable(),
  proof: z.enum(KIN_PROOFS),
  proofText: z.string(),
})
type Draft = z.infer<typeof shape>

/** Records somebody who may speak for the member; what is typed is kept as a draft. */
export function KinForm({ memberId, onDone }: { memberId: MemberId; onDone: () => void }) {
  const t = useT('people')
  const u = useT('ui')
  const nameOf = useName()
  const save = useCommand('kin.add', { quiet: true })
  const initial: Draft = {
    ...{ name: '', relation: 'assistant', phone: '', rights: ['ask'], fromDay: today(), untilDay: null },
    ...{ proof: 'call', proofText: '' },
  }
  const draft = useDraft('member-kin', memberId, { initial, shape })
  const { value } = draft
  const set = (change: Partial<Draft>) => draft.set((old) => ({ ...old, ...change }))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!(await save.run({ memberId, ...value })).ok) return
    await draft.discard()
    tellDone(t('kin.saved'))
    onDone()
  }
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <TextInput
        label={t('kin.name')}
        value={value.name}
        maxLength={100}
        onChange={(event) => set({ name: event.currentTarget.value })}
        error={save.fieldErrors.name}
      />
      <Select
        label={t('kin.relation')}
        value={value.relation}
        data={choicesOf(KIN_RELATION_NAMES, nameOf)}
        onChange={(next) => set({ relation: KIN_RELATIONS.find((one) => one === next) ?? 'assistant' })}
      />
      <TextInput
        label={t('kin.phone')}
        value={value.phone}
        maxLength={40}
        onChange={(event) => set({ phone: event.currentTarget.value })}
        error={save.fieldErrors.phone}
      />
      <MultiSelect
        label={t('kin.rights')}
        value={value.rights}
        data={choicesOf(KIN_RIGHT_NAMES, nameOf)}
        onChange={(next) => set({ rights: KIN_RIGHTS.filter((right) => next.includes(right)) })}
        error={save.fieldErrors.rights}
      />
      <DayField
        label={t('kin.from')}
        value={value.fromDay}
        onChange={(day) => set({ fromDay: day ?? today() })}
        error={save.fieldErrors.fromDay}
      />
      <DayField
        label={t('kin.until')}
        value={value.untilDay}
        onChange={(untilDay) => set({ untilDay })}
        error={save.fieldErrors.untilDay}
      />
      <Select
        label={t('kin.proof')}
        value={value.proof}
        data={choicesOf(KIN_PROOF_NAMES, nameOf)}
        onChange={(next) => set({ proof: KIN_PROOFS.find((one) => one === next) ?? 'call' })}
      />
      <TextInput
        label={t('kin.proofText')}
        value={value.proofText}
        maxLength={300}
        onChange={(event) => set({ proofText: event.currentTarget.value })}
        error={save.fieldErrors.proofText}
      />
      <div className={styles.wide}>
        <FailureAlert failure={save.failure} />
      </div>
      <div className={`${styles.wide} ${styles.buttons}`}>
        <DraftHint draft={draft} />
        <Button type="submit" loading={save.isBusy}>
          {u('actions.save')}
        </Button>
      </div>
    </form>
  )
}
