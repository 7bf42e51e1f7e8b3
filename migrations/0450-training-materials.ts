import { bytes, index, instant, integer, key, type Migration, table, text } from '../src/main/store/schema.ts'

export const trainingMaterials: Migration = {
  version: 450,
  name: 'trainingMaterials',
  steps: [
    /** Files that a training is held with; of a removed one the content and its key are gone, the entry stays. */
    table('trainingMaterials', {
      id: key(),
      trainingId: text({ references: 'trainings' }),
      name: text(),
      kind: text(),
      size: integer({ min: 1 }),
      /** Over the content as it was chosen, before it was sealed. */
      sha256: text(),
      note: text(),
      addedAt: instant(),
      addedBy: text({ references: 'users' }),
      /** The file's own key, wrapped by a key that comes from the store's data key; empty once it was removed. */
      sealedKey: text(),
      chunks: integer({ min: 1 }),
      removedAt: instant({ nullable: true }),
      removedBy: text({ nullable: true, references: 'users' }),
      removeReason: text({ nullable: true }),
    }),
    index('trainingMaterials', 'trainingId', 'addedAt'),
    index('trainingMaterials', 'addedBy'),
    index('trainingMaterials', 'removedBy'),
    table(
      'trainingMaterialChunks',
      { materialId: text({ references: 'trainingMaterials' }), seq: integer({ min: 0 }), body: bytes() },
      ['materialId', 'seq'],
    ),
  ],
}
