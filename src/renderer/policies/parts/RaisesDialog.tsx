import { Button, Input } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { type TargetPolicy, targetPolicy } from '../../../shared/targets/model.ts'
import { type Raise, raise as raiseShape } from '../../../shared/targets/raises.ts'
import { useT } from '../../i18n/use-t.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { today } from '../../ui/formats.ts'
import { useQuery } from '../../use-query.ts'
import styles from '../policies.module.css'
import { focusFirstIssue } from './focus-issue.ts'
import { Problems } from './Problems.tsx'
import { RaiseFields } from './RaiseFields.tsx'

type Props = { policy: TargetPolicy; onTake: (raises: Raise[]) => void; onClose: () => void }

/** The next id that no raise of the policy has. */
function freeId(raises: readonly Raise[]): string {
  let place = raises.length + 1
  while (raises.some(({ id }) => id === `raise-${place}`)) place += 1
  return `raise-${place}`
}

/** S1-45 S4-138: what lifts the warnings of some cases, by nature, tier and repeated complaint. */
export function RaisesDialog({ policy, onTake, onClose }: Props) {
  const t = useT('policies')
  const [raises, setRaises] = useState<Raise[]>([...(policy.raises ?? [])])
  const [isTried, setTried] = useState(false)
  const adding = useRef<HTMLButtonElement>(null)
  const body = { ...policy, raises }
  const isWhole = targetPolicy.safeParse(body).success
  const check = useQuery('policies.check', { kind: 'targets', body }, { enabled: isWhole })
  const problems = (check.data ?? []).filter(({ path }) => path.startsWith('raises'))
  const put = (place: number, next: Raise) => setRaises(raises.map((one, i) => (i === place ? next : one)))
  const remove = (place: number) => {
    setRaises(raises.filter((_, i) => i !== place))
    adding.current?.focus()
  }
  const add = () => {
    const name = { zh: t('raises.newZh'), en: t('raises.newEn') }
    const when = { repeats: { count: 1, days: 90 } }
    const source = { mark: 'seed', asOf: today() } as const
    const more: Raise = { id: freeId(raises), name, isEnabled: true, when, levelsUp: 1, also: [], source }
    setRaises([...raises, more])
  }
  const take = async () => {
    setTried(true)
    if (isWhole) onTake(raises)
    else focusFirstIssue()
  }
  return (
    <FormDialog
      keep={null}
      title={t('raises.title')}
      size={860}
      save={t('editor.take')}
      failure={undefined}
      isBusy={false}
      isReady
      onSave={take}
      onClose={onClose}
    >
      <p className={styles.dim}>{t('raises.hint')}</p>
      {raises.length === 0 && <p className={styles.dim}>{t('raises.none')}</p>}
      {raises.map((one, place) => (
        <RaiseFields
          key={one.id}
          raise={one}
          place={place + 1}
          isWrong={isTried && !raiseShape.safeParse(one).success}
          onChange={(next) => put(place, next)}
          onRemove={() => remove(place)}
        />
      ))}
      {raises.some((one) => one.levelsUp === 0 && one.also.length === 0) && (
        <Input.Error role="alert">{t('issues.policy-raise-nothing')}</Input.Error>
      )}
      {problems.length > 0 && <Problems problems={problems} />}
      <div>
        <Button ref={adding} size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} />} onClick={add}>
          {t('raises.add')}
        </Button>
      </div>
    </FormDialog>
  )
}
