import { z } from 'zod'
import { mustBeNamedFile } from '../files/named-file.ts'

const namesFiles = z.object({
  file: z.unknown().optional(),
  attachments: z.array(z.object({ file: z.unknown() })).optional(),
})

/**
 * Refuses an input that names a file of which nothing is to be read, or more than so many bytes (decision 0135); content
 * that the window holds itself is no such file.
 */
export async function mustNameFiles(input: unknown, most: number): Promise<void> {
  const { file, attachments = [] } = namesFiles.parse(input)
  for (const named of [file, ...attachments.map((one) => one.file)])
    if (typeof named === 'string') await mustBeNamedFile(named, most)
}
