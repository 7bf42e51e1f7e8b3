/** Figures are stored in hundredths, because both engines hold whole numbers exactly. */
export const toHundredths = (value: number): number => Math.round(value * 100)

export const fromHundredths = (stored: number): number => stored / 100
