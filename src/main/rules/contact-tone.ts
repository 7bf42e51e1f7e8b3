import type { Mood } from '../../shared/cases/moods.ts'
import type { ContactTone, ToneGround } from '../../shared/members/overview.ts'

const OF_MOOD: Record<Mood, ContactTone> = {
  calm: 'calm',
  grateful: 'good',
  anxious: 'worried',
  disappointed: 'upset',
  angry: 'upset',
}

export type ToneFacts = {
  /** What a person noted of the customer's mood. */
  mood: Mood | null
  /** What the customer answered afterwards, 1 to 5. */
  answer: number | null
  isComplaint: boolean
  wasMissed: boolean
}

/** How a contact went: a person's note first, then the customer's answer, else how it ended. */
export function toneOf({ mood, answer, isComplaint, wasMissed }: ToneFacts): {
  tone: ContactTone
  toneFrom: ToneGround
} {
  if (mood !== null) return { tone: OF_MOOD[mood], toneFrom: 'mood' }
  if (answer !== null) return { tone: answer >= 4 ? 'good' : answer <= 2 ? 'upset' : 'calm', toneFrom: 'answer' }
  return { tone: isComplaint ? 'upset' : wasMissed ? 'worried' : 'calm', toneFrom: 'result' }
}
