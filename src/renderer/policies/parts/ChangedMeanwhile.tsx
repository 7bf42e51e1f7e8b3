import { Alert, Button, Group } from '@mantine/core'
import { useState } from 'react'
import type { Failure } from '../../../shared/failure.ts'
import type { Instant } from '../../../shared/time.ts'
import { useT } from '../../i18n/use-t.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { dateTimeText } from '../../ui/formats.ts'

/** What somebody else saved while a form was open: the revision it is now, who saved it and when. */
export type SavedMeanwhile = { revision: number; by: string | null; at: Instant }

/** The revision that a form was filled in on, and what was found saved past it when the form was refused. */
export function useSeen<S extends SavedMeanwhile>(revision: number, newest: () => Promise<S | null>) {
  // What is read anew behind an open form is not what the person saw.
  const [seen] = useState(revision)
  const [meanwhile, setMeanwhile] = useState<S | null>(null)
  const onRefused = async ({ code }: Failure) => setMeanwhile(code === 'CONFLICT' ? await newest() : null)
  return { seen, meanwhile, onRefused }
}

type Props = {
  failure: Failure | undefined
  meanwhile: SavedMeanwhile | null
  isBusy: boolean
  /** True when saving keeps what only the other person changed. */
  isMerging?: boolean
  /** Saves what is in the form over the revision that is named. */
  onOverwrite: (revision: number) => void
}

/** Why a form was not saved; after another person's change, who made it and when. What was typed stays in the form. */
export function ChangedMeanwhile({ failure, meanwhile, isBusy, isMerging = false, onOverwrite }: Props) {
  const t = useT('policies')
  if (!meanwhile) return <FailureAlert failure={failure} />
  const { by, at, revision } = meanwhile
  return (
    <Alert color="orange" variant="light" role="alert" p="xs">
      <Group justify="space-between" gap="sm" wrap="nowrap">
        <span>
          {t('meanwhile.text', { who: by ?? t('meanwhile.somebody'), at: dateTimeText(at) })}
          {isMerging && ` ${t('meanwhile.merging')}`}
        </span>
        <Button
          size="compact-xs"
          variant="default"
          style={{ flex: 'none' }}
          loading={isBusy}
          onClick={() => onOverwrite(revision)}
        >
          {t(isMerging ? 'meanwhile.merge' : 'meanwhile.overwrite')}
        </Button>
      </Group>
    </Alert>
  )
}
