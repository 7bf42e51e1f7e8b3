import type { PageProps } from '../pages.ts'
import { placeOf } from './open.ts'
import { CasePage } from './parts/CasePage.tsx'
import { NewCasePage } from './parts/NewCasePage.tsx'
import { QueuePage } from './parts/QueuePage.tsx'

/** Cases: the queue, one case, or the form of a new one. */
export function Page({ params }: PageProps) {
  const place = placeOf(params)
  switch (place.view) {
    case 'case':
      return <CasePage key={place.id} id={place.id} />
    case 'new':
      return (
        <NewCasePage
          key={`${place.callId}${place.memberId}`}
          memberId={place.memberId}
          callId={place.callId}
          kind={place.kind}
          asked={params}
        />
      )
    case 'queue':
      return <QueuePage asked={params} search={place.search} />
  }
}
