import { Button, NumberInput } from '@mantine/core'
import { IconSettings } from '@tabler/icons-react'
import { useState } from 'react'
import type { TrustSettings } from '../../../shared/trust/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { tellDone } from '../../ui/notify.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'

/** Days of grace, days between reviews, and the hours within which a leak is told. */
export function SettingsButton() {
  const t = useT('trust')
  const [isOpen, setOpen] = useState(false)
  const { data } = useQuery('trust.settings', {}, { topics: ['trust'] })
  return (
    <>
      <Button variant="default" leftSection={<IconSettings size={15} />} onClick={() => setOpen(true)}>
        {t('acts.settings')}
      </Button>
      {isOpen && data && <Form settings={data} onClose={() => setOpen(false)} />}
    </>
  )
}

const BOUNDS: Record<keyof TrustSettings, [min: number, max: number]> = {
  graceDays: [0, 90],
  reviewDays: [1, 92],
  authorityHours: [1, 240],
  membersHours: [1, 720],
}
const FIELDS = ['graceDays', 'reviewDays', 'authorityHours', 'membersHours'] as const

function Form({ settings, onClose }: { settings: TrustSettings; onClose: () => void }) {
  const t = useT('trust')
  const u = useT('ui')
  const [draft, setDraft] = useState(settings)
  const write = useCommand('trust.setSettings', { quiet: true })
  const save = async () => {
    if (!(await write.run(draft)).ok) return
    tellDone(t('saved'))
    onClose()
  }
  return (
    <FormDialog
      keep={null}
      title={t('parts.settings')}
      save={u('actions.save')}
      failure={write.failure}
      isBusy={write.isBusy}
      isReady
      onSave={save}
      onClose={onClose}
    >
      {FIELDS.map((name) => (
        <NumberInput
          key={name}
          required
          label={t(`fields.${name}`)}
          min={BOUNDS[name][0]}
          max={BOUNDS[name][1]}
          allowDecimal={false}
          value={draft[name]}
          onChange={(value) => typeof value === 'number' && setDraft({ ...draft, [name]: value })}
        />
      ))}
    </FormDialog>
  )
}
