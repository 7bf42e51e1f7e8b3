import type { EvidenceRow } from '../../../shared/evidence/contract.ts'
import { useT } from '../../i18n/use-t.ts'
import { useQuery } from '../../use-query.ts'
import { FileContent, FilePreview } from './FilePreview.tsx'

type Props = { piece: EvidenceRow | null; onClose: () => void }

/** Shows a picture or a text in the window; each look is written into the audit log. */
export function PreviewDialog({ piece, onClose }: Props) {
  const t = useT('evidence')
  return (
    <FilePreview title={piece ? t('preview', { name: piece.name }) : ''} file={piece} onClose={onClose}>
      {piece && <Content id={piece.id} />}
    </FilePreview>
  )
}

function Content({ id }: { id: string }) {
  return <FileContent query={useQuery('evidence.content', { id }, { clearOnChange: true })} />
}
