import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import styles from './print.module.css'

/** Puts a text on paper and nothing else of the window. */
export function PrintButton({ label, text }: { label: string; text: string }) {
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
          </pre>,
          document.body,
        )}
    </>
  )
}
