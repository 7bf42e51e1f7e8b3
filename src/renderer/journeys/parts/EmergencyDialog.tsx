import { Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import { EMERGENCY_KIND_NAMES, type EmergencyKind } from '../../../shared/journeys/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { FieldRow } from '../../ui/fields.tsx'
import { tellDone } from '../../ui/notify.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { choicesOf, orChinese, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'

/** The shipped card that an emergency of a kind is dealt with by, where there is one. */
const CARDS: Partial<Record<EmergencyKind, string>> = {
  medical: 'card-medical',
  accident: 'card-medical',
  security: 'card-security',
  transport: 'card-cancel',
}

/** Records an emergency and begins with the plan of a card. */
export function EmergencyDialog({ tripId, onClose }: { tripId: string; onClose: () => void }) {
  const t = useT('journeys')
  const nameOf = useName()
  const { data: cards = [] } = useQuery('knowledge.emergency', {}, { topics: ['knowledge'] })
  const [emergencyKind, setKind] = useState<EmergencyKind>('medical')
  const [place, setPlace] = useState('')
  const [what, setWhat] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const articleId = chosen ?? cards.find(({ code }) => code === CARDS[emergencyKind])?.id ?? ''
  const [withCase, setWithCase] = useState(true)
  const raise = useCommand('journeys.raise', { quiet: true })
  return (
    <FormDialog
      keep={{ kind: 'journeys-emergency-lines', subject: tripId }}
      title={t('emergency.raise')}
      save={t('emergency.raise')}
      failure={raise.failure}
      isBusy={raise.isBusy}
      isReady={what.trim() !== ''}
      onSave={async () => {
        const about = { emergencyKind, place, what, withCase, articleId: articleId === '' ? null : articleId }
        const raised = await raise.run({ tripId, ...about })
        if (!raised.ok) return
        tellDone(t('saved'))
        onClose()
      }}
      onClose={onClose}
    >
      <FieldRow>
        <ChoiceField
          label={t('emergency.kind')}
          data={choicesOf(EMERGENCY_KIND_NAMES, nameOf)}
          value={emergencyKind}
          onChange={setKind}
        />
        <TextInput
          label={t('emergency.place')}
          value={place}
          onChange={(event) => setPlace(event.currentTarget.value)}
        />
      </FieldRow>
      <TextArea
        keep={{ kind: 'journeys-emergency-dialog-what', subject: tripId }}
        data-autofocus
        label={t('emergency.what')}
        minRows={3}
        maxRows={10}
        value={what}
        onChange={(event) => setWhat(event.currentTarget.value)}
      />
      <ChoiceField
        label={t('emergency.card')}
        data={[
          { value: '', label: t('emergency.noCard') },
          ...cards.map(({ id, title }) => ({ value: id, label: nameOf(orChinese(title)) })),
        ]}
        value={articleId}
        onChange={setChosen}
      />
      <Checkbox
        label={t('emergency.withCase')}
        checked={withCase}
        onChange={(event) => setWithCase(event.currentTarget.checked)}
      />
    </FormDialog>
  )
}
