import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import styles from './print.module.css'

type Props = { label: string; text: string; picture?: ReactNode }

/** Puts a text on paper, with a picture under it where there is one, and nothing else of the window. */
export function PrintButton({ label, text, picture }: Props) {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    if (!isPrinting) return
    window.print()
    setPrinting(false)
  }, [isPrinting])
  return (
    <>
      <Button variant="default" leftSection={<IconPrinter size={15} />} onClick={() => setPrinting(true)}>
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
