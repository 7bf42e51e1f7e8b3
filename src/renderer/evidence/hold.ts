import type { Result } from '../../shared/failure.ts'
import { shell } from '../client.ts'

/** A part of this many bytes fits one message to the desk as base64. */
const PART_BYTES = 2_400_000

/** Hands the desk the content of a file that was dropped or pasted, part by part; gives the token that stands for it. */
export async function holdFile(file: File): Promise<Result<{ token: string }>> {
  let token: string | null = null
  for (let from = 0; from === 0 || from < file.size; from += PART_BYTES) {
    const part = await base64Of(file.slice(from, from + PART_BYTES))
    const held: Result<{ token: string }> = await shell('shell.hold', { token, name: file.name, part })
    if (!held.ok) return held
    token = held.value.token
  }
  return { ok: true, value: { token: token ?? '' } }
}

function base64Of(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).split(',', 2)[1] ?? '')
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'))
    reader.readAsDataURL(blob)
  })
}

/** Files of a drop or a paste; a screenshot has no name of its own and gets one with its time. */
export function filesOf(data: DataTransfer | null, stamp: string): File[] {
  return [...(data?.files ?? [])].map((file) =>
    file.name === '' || /^image\.\w+$/.test(file.name)
      ? new File([file], `${stamp}.${file.type.split('/')[1] ?? 'png'}`, { type: file.type })
      : file,
  )
}
