import { createContext } from 'react'

const about = createContext('')

/** What the kept fields inside a form are about: put before the subject that each of them names. */
export const KeptAbout = about.Provider

export const keptAbout = about
