import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Input, Output } from '../../../shared/contracts.ts'
import { useLanguage, useT } from '../../i18n/use-t.ts'
import { Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { useCommand } from '../../use-command.ts'
import styles from './macros.module.css'
import { Steps } from './Steps.tsx'

/** Shows what steps, saved or not, would do to a case, and changes nothing. */
export function TryOut({ steps }: { steps: Input<'macros.tryOut'>['steps'] }) {
  const t = useT('macros')
  const language = useLanguage()
  const [caseNumber, setNumber] = useState('')
  const [shown, setShown] = useState<Output<'macros.tryOut'> | null>(null)
  const tryOut = useCommand('macros.tryOut', { quiet: true })
  const run = async () => {
    setShown(null)
    const answer = await tryOut.run({ caseNumber, steps, language })
    if (answer.ok) setShown(answer.value)
  }
  return (
    <Section title={t('tryOut.title')}>
      <form
        className={styles.line}
        onSubmit={(event) => {
          event.preventDefault()
          if (caseNumber.trim() !== '') void run()
        }}
      >
        <TextInput
          w={190}
          aria-label={t('tryOut.number')}
          placeholder={t('tryOut.number')}
          maxLength={40}
          value={caseNumber}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={tryOut.isBusy} disabled={caseNumber.trim() === ''}>
          {t('tryOut.try')}
        </Button>
      </form>
      <div className={styles.faint}>{t('tryOut.nothing')}</div>
      <FailureAlert failure={tryOut.failure} />
      {shown && <Steps steps={shown.steps} />}
    </Section>
  )
}
