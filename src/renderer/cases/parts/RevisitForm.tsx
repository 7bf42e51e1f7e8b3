import { Checkbox, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { CONTACT_CHANNEL_NAMES, CONTACT_CHANNELS } from '../../../shared/cases/axes.ts'
import { readRevisit } from '../../../shared/cases/planned.ts'
import { REVISIT_OUTCOME_NAMES, REVISIT_OUTCOMES } from '../../../shared/cases/stages.ts'
import type { CaseView } from '../../../shared/cases/views.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { KEPT_TEXT } from '../../drafts/kept-text.ts'
import { useDraft } from '../../drafts/use-draft.ts'
import { useT } from '../../i18n/use-t.ts'
import { dateTimeText } from '../../ui/formats.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { Save } from './ActSave.tsx'
import styles from './page.module.css'

/** S2-167..171: after closing, whether all is well; a planned visit is done by it. */
export function RevisitForm({ view }: { view: CaseView }) {
  const t = useT('cases')
  const nameOf = useName()
  const planned = view.followUps.filter(({ doneAt, text }) => doneAt === null && readRevisit(text))
  const [followUpId, setFollowUpId] = useState<string | null>(planned[0]?.id ?? null)
  const [channel, setChannel] = useState<string>('phone')
  const [person, setPerson] = useState(view.contactName)
  const [outcome, setOutcome] = useState<string | null>(null)
  const [preventionTold, setTold] = useState(false)
  const draft = useDraft('case-revisit', view.id, KEPT_TEXT)
  const text = draft.value
  const visit = useCommand('cases.revisit')
  const save = async () => {
    const result = await visit.run({
      id: view.id,
      followUpId,
      channel: CONTACT_CHANNELS.find((one) => one === channel) ?? 'phone',
      person,
      outcome: REVISIT_OUTCOMES.find((one) => one === outcome) ?? 'solved',
      preventionTold,
      text,
    })
    return result.ok
  }
  const label = (code: string) => {
    const found = readRevisit(code)
    return found ? t('stage.revisitOf', { place: found.place, of: found.of }) : code
  }
  return (
    <>
      <div className={styles.stepFields}>
        <Select
          label={t('stage.planned')}
          clearable
          placeholder={t('stage.unplanned')}
          data={planned.map(({ id, text: code, dueAt }) => ({
            value: id,
            label: `${label(code)} · ${dateTimeText(dueAt)}`,
          }))}
          value={followUpId}
          onChange={setFollowUpId}
        />
        <Select
          label={t('act.channel')}
          allowDeselect={false}
          data={choicesOf(CONTACT_CHANNEL_NAMES, nameOf)}
          value={channel}
          onChange={(value) => setChannel(value ?? 'phone')}
        />
        <TextInput
          label={t('act.person')}
          withAsterisk
          value={person}
          error={visit.fieldErrors.person}
          onChange={(event) => setPerson(event.currentTarget.value)}
        />
        <Select
          label={t('stage.outcome')}
          withAsterisk
          data={choicesOf(REVISIT_OUTCOME_NAMES, nameOf)}
          value={outcome}
          onChange={setOutcome}
        />
        <Checkbox
          className={styles.tick ?? ''}
          label={t('stage.preventionTold')}
          checked={preventionTold}
          onChange={(event) => setTold(event.currentTarget.checked)}
        />
        <TextArea
          className={styles.wide ?? ''}
          label={t('act.said')}
          withAsterisk
          minRows={2}
          value={text}
          error={visit.fieldErrors.text}
          onChange={(event) => draft.set(event.currentTarget.value)}
        />
        <KeepLines kind="case-revisit-lines" subject={view.id} />
      </div>
      {outcome === 'recurred' && <p className={styles.none}>{t('stage.recurredHint')}</p>}
      <Save
        isBusy={visit.isBusy}
        isReady={outcome !== null && text.trim() !== '' && person.trim() !== ''}
        onSave={save}
        draft={draft}
      />
    </>
  )
}
