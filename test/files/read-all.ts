import type { Opened } from '../../src/main/files/table.ts'
import type { FileRow } from '../../src/main/rules/import-mapping.ts'
import type { FileFailure } from '../../src/shared/imports/model.ts'

/** Everything a table has, or why it was refused. */
export async function readAll(
  opened: Opened,
): Promise<{ headers: string[]; rows: FileRow[] } | { failure: FileFailure }> {
  if (!opened.ok) return { failure: opened.failure }
  const rows: FileRow[] = []
  for await (const batch of opened.table.batches) {
    if (!batch.ok) return { failure: batch.failure }
    rows.push(...batch.rows)
  }
  return { headers: opened.table.headers, rows }
}
