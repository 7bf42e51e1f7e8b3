import { Button, Group, PasswordInput, Stack } from '@mantine/core'
import { useState } from 'react'
import type { UnfinishedRow } from '../../../shared/exports/unfinished.ts'
import { useT } from '../../i18n/use-t.ts'
import { confirmDialog } from '../../ui/confirm.tsx'
import { tellDone } from '../../ui/notify.ts'
import { newJob, ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { useCommand } from '../../use-command.ts'
import { ExportAlert } from './ExportAlert.tsx'
import { tellExported } from './tell-exported.ts'

type Props = { row: UnfinishedRow }

/** Goes on with an unfinished export, asks for the agreement that it needs, or discards it. */
export function GoOn({ row }: Props) {
  const t = useT('unfinishedExports')
  const exports = useT('exports')
  const { id, state, fileName: name, folder, place, approval, encryption } = row
  const [passphrase, setPassphrase] = useState('')
  const [job, setJob] = useState<string | null>(null)
  const goOn = useCommand('exports.goOn', { quiet: true })
  const ask = useCommand('exports.ask', { quiet: true })
  const discard = useCommand('exports.discard', { quiet: true })
  const canBeMade = state !== 'elsewhere' && state !== 'running'
  const isAgreed = approval === 'held' || approval === 'unneeded'
  const isLocked = encryption === 'passphrase'
  const write = async () => {
    const mine = newJob()
    setJob(mine)
    const result = await goOn.run({ id, ...(isLocked ? { passphrase } : {}) }, { job: mine })
    setJob(null)
    if (result.ok) tellExported(result.value)
  }
  const request = async () => {
    const { scope, profile, purpose, requester, recipient } = row
    const result = await ask.run({ scope, profile, purpose, requester, recipient })
    if (result.ok) tellDone(exports('asked'))
  }
  const drop = async () => {
    const text = t(state === 'elsewhere' ? 'discardElsewhere' : 'discardHere', { name, folder, place })
    if (!(await confirmDialog({ title: t('question'), text, confirm: t('discard'), danger: true }))) return
    const result = await discard.run({ id })
    if (result.ok) tellDone(result.value.isRemoved ? t('discarded', { name }) : t('folderStays', { folder }))
  }
  return (
    <Stack gap="xs">
      <ExportAlert failure={goOn.failure ?? ask.failure ?? discard.failure} />
      {canBeMade && !row.begunByMe && <p>{t('byOther', { name: row.begunBy })}</p>}
      {canBeMade && !isAgreed && (
        <p>
          {approval === 'asked'
            ? t('waits')
            : exports('needsSecond', { reasons: row.reasons.map((one) => exports(`reasons.${one}`)).join('、') })}
        </p>
      )}
      {canBeMade && isAgreed && isLocked && (
        <PasswordInput
          label={t('passphrase')}
          description={t('passphraseHint')}
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
          required
        />
      )}
      <Group gap="xs">
        {canBeMade && isAgreed && (
          <Button loading={goOn.isBusy} disabled={isLocked && passphrase === ''} onClick={() => void write()}>
            {t(state === 'kept' ? 'goOn' : 'startAgain')}
          </Button>
        )}
        {canBeMade && approval === 'missing' && (
          <Button loading={ask.isBusy} onClick={() => void request()}>
            {t('ask')}
          </Button>
        )}
        {state !== 'running' && (
          <Button variant="default" loading={discard.isBusy} onClick={() => void drop()}>
            {t('discard')}
          </Button>
        )}
      </Group>
      <ProgressDialog job={job} title={exports('exporting')} />
    </Stack>
  )
}
