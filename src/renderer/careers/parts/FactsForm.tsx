import { Button, NumberInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { OwnFacts } from '../../../shared/careers/model.ts'
import { POST_NAMES, SEX_NAMES } from '../../../shared/careers/words.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { DayField, FieldRow } from '../../ui/fields.tsx'
import flow from '../../ui/flow.module.css'
import { tellDone } from '../../ui/notify.ts'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'

/** S4-85 S4-86 S4-92: what a person says of oneself, as far as the person likes. */
export function FactsForm({ facts: known }: { facts: OwnFacts }) {
  const t = useT('careers')
  const nameOf = useName()
  const [facts, setFacts] = useState(known)
  const set = (change: Partial<OwnFacts>) => setFacts((old) => ({ ...old, ...change }))
  const save = useCommand('careers.saveFacts', { quiet: true })
  const sexes = choicesOf(SEX_NAMES, nameOf)
  const posts = choicesOf(POST_NAMES, nameOf)
  const submit = async () => {
    if ((await save.run({ facts })).ok) tellDone(t('saved'))
  }
  return (
    <div className={flow.stack}>
      <KeepLines kind="careers-facts-lines" subject="own" />
      <p className={flow.faint}>{t('factsHint')}</p>
      <FailureAlert failure={save.failure} />
      <FieldRow columns={3}>
        <Select
          label={t('next')}
          clearable
          data={posts}
          value={facts.aimPost}
          onChange={(one) => set({ aimPost: posts.find(({ value }) => value === one)?.value ?? null })}
        />
        <DayField label={t('aimDay')} value={facts.aimDay} onChange={(aimDay) => set({ aimDay })} />
        <TextInput
          label={t('wish')}
          maxLength={300}
          value={facts.wish ?? ''}
          onChange={(event) => set({ wish: event.currentTarget.value || null })}
        />
        <NumberInput
          label={t('birthYear')}
          min={1900}
          max={2100}
          allowDecimal={false}
          thousandSeparator={false}
          value={facts.birthYear ?? ''}
          onChange={(value) => set({ birthYear: typeof value === 'number' ? value : null })}
        />
        <Select
          label={t('sex')}
          clearable
          data={sexes}
          value={facts.sex}
          onChange={(one) => set({ sex: sexes.find(({ value }) => value === one)?.value ?? null })}
        />
        <TextInput
          label={t('profession')}
          maxLength={60}
          value={facts.profession ?? ''}
          onChange={(event) => set({ profession: event.currentTarget.value || null })}
        />
      </FieldRow>
      <Button className={flow.push ?? ''} loading={save.isBusy} onClick={() => void submit()}>
        {t('saveFacts')}
      </Button>
    </div>
  )
}
