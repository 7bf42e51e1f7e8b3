import { Button } from '@mantine/core'
import type { CaseRow } from '../../../shared/cases/views.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { useShortcut } from '../../ui/keys.ts'
import { tellDone } from '../../ui/notify.ts'
import { useCommand } from '../../use-command.ts'

const KEYS = 'alt+a'

type Claimed = Pick<CaseRow, 'id' | 'number' | 'ownerId' | 'isOpen' | 'lastSeq'>

/**
 * S1-40: one key makes whoever presses it the owner, of a case that nobody has or instead of somebody else; who may not
 * is told why. The button stands only where it may work; `withNumber` says which case of a list it is about.
 */
export function ClaimButton({ of, withNumber = false }: { of: Claimed | undefined; withNumber?: boolean }) {
  const t = useT('cases')
  const user = useSession((session) => session.user)
  const assign = useCommand('cases.assign')
  const claim = async () => {
    if (!of || !user || assign.isBusy) return
    const { id, number, ownerId, lastSeq } = of
    const reason = ownerId === null ? '' : t('claim.reason')
    const result = await assign.run({ id, ownerId: user.id, reason, expectedSeq: lastSeq })
    if (result.ok) tellDone(t('claim.done', { number }))
  }
  useShortcut(
    { id: 'cases.claim', keys: KEYS, label: t('claim.label'), group: t('title') },
    () => void claim(),
    of !== undefined,
  )
  if (!of?.isOpen || !user || of.ownerId === user.id || (of.ownerId !== null && user.role === 'agent')) return null
  return (
    <Button
      variant="default"
      size="compact-xs"
      rightSection={<KeyHint keys={KEYS} />}
      disabled={assign.isBusy}
      onClick={() => void claim()}
    >
      {t(of.ownerId === null ? 'claim.take' : 'claim.takeOver')}
      {withNumber && ` ${of.number}`}
    </Button>
  )
}
