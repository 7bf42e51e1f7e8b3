import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Printed } from '../../shared/audit/contract.ts'
import { useCommand } from '../use-command.ts'
import styles from './print.module.css'

type Props = {
  label: string
  text: string
  picture?: ReactNode
  /** What it is, and which one by its id or fingerprint: for the audit log. */
  what: Printed
  subject: string
}

/**
 * Puts a text on paper, with a picture under it where there is one, and nothing else of the window. What is not recorded is
 * not printed.
 */
export function PrintButton({ label, text, picture, what, subject }: Props) {
  const [isPrinting, setPrinting] = useState(false)
  const record = useCommand('audit.printed')
  useEffect(() => {
    if (!isPrinting) return
    window.print()
    setPrinting(false)
  }, [isPrinting])
  const print = async () => {
    if ((await record.run({ what, subject })).ok) setPrinting(true)
  }
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPrinter size={15} />}
        loading={record.isBusy}
        onClick={() => void print()}
      >
        {label}
      </Button>
      {isPrinting &&
        createPortal(
          <pre className={styles.sheet} data-sheet>
            {text}
            {picture}
          </pre>,
          document.body,
        )}
    </>
  )
}
