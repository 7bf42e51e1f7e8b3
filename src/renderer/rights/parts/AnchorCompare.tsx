import { Alert, Button } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../../shared/contracts.ts'
import { call, shell } from '../../client.ts'
import { useT } from '../../i18n/use-t.ts'
import { countText } from '../../ui/formats.ts'
import { tellFailure } from '../../ui/notify.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import styles from './rights.module.css'

type Compared = Output<'rights.compareAnchor'>

/** Compares the chain with a place that comes back: as a file, or as the text that was pasted or scanned. */
export function AnchorCompare() {
  const t = useT('rights')
  const [text, setText] = useState('')
  const [compared, setCompared] = useState<Compared | null>(null)
  const compare = async (kept: { file: string } | { text: string }) => {
    const result = await call('rights.compareAnchor', kept)
    if (result.ok) setCompared(result.value)
    else tellFailure(result.failure)
  }
  const pick = async () => {
    const picked = await shell('shell.pickFile', { purpose: 'evidence' })
    if (picked.ok && picked.value !== null) await compare({ file: picked.value.token })
  }
  return (
    <>
      <div className={styles.bar}>
        <TextArea
          keep={{ kind: 'rights-anchor-compare-compare-text', subject: 'new' }}
          className={styles.wide}
          label={t('anchors.compareText')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          maxLength={4096}
          minRows={1}
          maxRows={5}
        />
        <Button variant="default" disabled={text.trim() === ''} onClick={() => void compare({ text })}>
          {t('anchors.compareThis')}
        </Button>
        <Button variant="default" onClick={() => void pick()}>
          {t('anchors.compare')}
        </Button>
      </div>
      {compared && (
        <Alert
          color={compared.result === 'same' ? 'green' : 'red'}
          role={compared.result === 'same' ? 'status' : 'alert'}
        >
          {t(`anchors.results.${compared.result}`, {
            anchored: countText(compared.anchored ?? 0),
            present: countText(compared.present),
          })}
        </Alert>
      )}
    </>
  )
}
