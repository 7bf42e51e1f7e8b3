import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { KeptName } from '../../../shared/settings/contract.ts'
import { useT } from '../../i18n/use-t.ts'

type Props = { names: readonly KeptName[]; children?: ReactNode }

/** Which settings could not be read, what that means and where each is saved again; nothing when all could. */
export function UnreadableAlert({ names, children }: Props) {
  const t = useT('settings')
  if (names.length === 0) return null
  return (
    <Alert
      color="orange"
      variant="light"
      icon={<IconAlertTriangle size={16} />}
      title={t('unreadable.title')}
      mb="sm"
      flex="none"
    >
      {names.map((name) => (
        <div key={name}>{t(`unreadable.what.${name}`)}</div>
      ))}
      {children}
    </Alert>
  )
}
