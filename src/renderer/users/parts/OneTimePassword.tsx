import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useT } from '../../i18n/use-t.ts'
import { copyText } from '../../ui/copy.ts'
import styles from './OneTimePassword.module.css'

export type OneTime = { name: string; login: string; password: string }

/** Shows a one-time password once. */
export function OneTimePassword({ shown, onClose }: { shown: OneTime | null; onClose: () => void }) {
  const t = useT('users')
  const ui = useT('ui')
  return (
    <Modal
      opened={shown !== null}
      onClose={onClose}
      title={t('oneTimeTitle', { name: shown?.name ?? '' })}
      closeOnClickOutside={false}
      withCloseButton={false}
    >
      <Stack gap="sm">
        <Text size="sm">{t('oneTimeText')}</Text>
        <div className={styles.secret}>
          <span>{shown?.login}</span>
          <strong>{shown?.password}</strong>
        </div>
        <Group justify="flex-end" gap="xs">
          <Button
            variant="default"
            leftSection={<IconCopy size={15} />}
            onClick={() => void copyText(shown?.password ?? '', ui('actions.copied'))}
          >
            {ui('actions.copy')}
          </Button>
          <Button onClick={onClose} data-autofocus>
            {ui('actions.done')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
