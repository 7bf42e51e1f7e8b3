import { index, type Migration } from '../src/main/store/schema.ts'

export const messagesInTime: Migration = {
  version: 600,
  name: 'messagesInTime',
  steps: [
    /** What is due to be erased is read in the order of time, page by page; without this every page sorts them all. */
    index('messages', 'createdAt', 'id'),
  ],
}
