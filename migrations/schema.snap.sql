-- sqlite

-- 10 desk
CREATE TABLE "meta" (
  "key" TEXT PRIMARY KEY NOT NULL,
  "value" TEXT NOT NULL
) STRICT;
CREATE TABLE "settings" (
  "key" TEXT PRIMARY KEY NOT NULL,
  "value" TEXT NOT NULL
) STRICT;
CREATE TABLE "keyring" (
  "id" INTEGER PRIMARY KEY NOT NULL,
  "body" TEXT NOT NULL
) STRICT;
CREATE TABLE "users" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "login" TEXT NOT NULL UNIQUE,
  "name" TEXT NOT NULL,
  "role" TEXT NOT NULL CHECK ("role" IN ('agent', 'lead', 'manager', 'admin')),
  "status" TEXT NOT NULL CHECK ("status" IN ('active', 'disabled')),
  "leadId" TEXT REFERENCES "users" ("id"),
  "mustChangePassword" INTEGER NOT NULL DEFAULT 0 CHECK ("mustChangePassword" IN (0, 1)),
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0),
  "lastSignInAt" INTEGER CHECK ("lastSignInAt" >= 0)
) STRICT;
CREATE TABLE "numberSeries" (
  "kind" TEXT NOT NULL,
  "day" TEXT NOT NULL,
  "last" INTEGER NOT NULL CHECK ("last" >= 1),
  PRIMARY KEY ("kind", "day")
) STRICT;
-- 20 audit
CREATE TABLE "audit" (
  "seq" INTEGER PRIMARY KEY NOT NULL,
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "actorId" TEXT NOT NULL,
  "call" TEXT NOT NULL,
  "outcome" TEXT NOT NULL CHECK ("outcome" IN ('done', 'refused')),
  "memberId" TEXT,
  "caseId" TEXT,
  "body" TEXT NOT NULL,
  "hash" TEXT NOT NULL
) STRICT;
CREATE INDEX "auditByMemberIdSeq" ON "audit" ("memberId", "seq");
CREATE INDEX "auditByCaseIdSeq" ON "audit" ("caseId", "seq");
CREATE INDEX "auditByActorIdAt" ON "audit" ("actorId", "at");
CREATE INDEX "auditByAt" ON "audit" ("at");
CREATE TABLE "checkpoints" (
  "seq" INTEGER PRIMARY KEY NOT NULL REFERENCES "audit" ("seq"),
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "keyId" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "signature" TEXT NOT NULL
) STRICT;
CREATE TABLE "signingKeys" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "publicKey" TEXT NOT NULL,
  "sealedSecret" TEXT NOT NULL,
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0)
) STRICT;
CREATE TABLE "exports" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "actorId" TEXT NOT NULL REFERENCES "users" ("id"),
  "memberId" TEXT,
  "purpose" TEXT NOT NULL,
  "requester" TEXT NOT NULL,
  "fileName" TEXT NOT NULL,
  "rows" INTEGER NOT NULL CHECK ("rows" >= 0),
  "sha256" TEXT NOT NULL,
  "head" TEXT NOT NULL
) STRICT;
CREATE INDEX "exportsByAt" ON "exports" ("at");
-- 30 policies
CREATE TABLE "policies" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "pack" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('tiers', 'targets', 'workflow', 'compensation')),
  "version" INTEGER NOT NULL CHECK ("version" >= 1),
  "effectiveFrom" INTEGER NOT NULL CHECK ("effectiveFrom" >= 0),
  "body" TEXT NOT NULL,
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" TEXT
) STRICT;
CREATE INDEX "policiesByKindEffectiveFrom" ON "policies" ("kind", "effectiveFrom");
CREATE TABLE "calendars" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "body" TEXT NOT NULL,
  "updatedAt" INTEGER NOT NULL CHECK ("updatedAt" >= 0)
) STRICT;
-- 40 members
CREATE TABLE "members" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "cardNo" TEXT NOT NULL UNIQUE,
  "name" TEXT NOT NULL,
  "namePinyin" TEXT NOT NULL,
  "nameInitials" TEXT NOT NULL,
  "nameOther" TEXT NOT NULL,
  "gender" TEXT NOT NULL CHECK ("gender" IN ('female', 'male', 'unknown')),
  "birthDate" TEXT,
  "language" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "mobile" TEXT,
  "mobileBackwards" TEXT,
  "email" TEXT,
  "wechat" TEXT,
  "documentType" TEXT,
  "documentNo" TEXT,
  "documentBackwards" TEXT,
  "province" TEXT,
  "city" TEXT,
  "level" TEXT,
  "tier" TEXT NOT NULL CHECK ("tier" IN ('diamond', 'platinum', 'gold', 'silver', 'none')),
  "tierSince" INTEGER CHECK ("tierSince" >= 0),
  "tierUntil" INTEGER CHECK ("tierUntil" >= 0),
  "vipReason" TEXT,
  "vipSince" INTEGER CHECK ("vipSince" >= 0),
  "preferences" TEXT NOT NULL,
  "careNotes" TEXT NOT NULL,
  "status" TEXT NOT NULL CHECK ("status" IN ('active', 'left')),
  "enrolledOn" TEXT,
  "leftOn" TEXT,
  "verifiedAt" INTEGER CHECK ("verifiedAt" >= 0),
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0),
  "updatedAt" INTEGER NOT NULL CHECK ("updatedAt" >= 0)
) STRICT;
CREATE INDEX "membersByName" ON "members" ("name");
CREATE INDEX "membersByNameOther" ON "members" ("nameOther");
CREATE INDEX "membersByNameInitials" ON "members" ("nameInitials");
CREATE INDEX "membersByMobile" ON "members" ("mobile");
CREATE INDEX "membersByMobileBackwards" ON "members" ("mobileBackwards");
CREATE INDEX "membersByDocumentBackwards" ON "members" ("documentBackwards");
CREATE INDEX "membersByTierCardNoStatusProvince" ON "members" ("tier", "cardNo", "status", "province");
CREATE INDEX "membersByCardNoTierStatusProvince" ON "members" ("cardNo", "tier", "status", "province");
CREATE INDEX "membersByNamePinyinCardNoTierStatusProvince" ON "members" ("namePinyin", "cardNo", "tier", "status", "province");
CREATE INDEX "membersByTierVerifiedAt" ON "members" ("tier", "verifiedAt");
CREATE TABLE "memberContacts" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "memberId" TEXT NOT NULL REFERENCES "members" ("id"),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('mobile', 'home', 'office', 'email', 'wechat', 'assistant', 'family')),
  "value" TEXT NOT NULL,
  "normalized" TEXT NOT NULL,
  "label" TEXT NOT NULL,
  "maySpeak" INTEGER NOT NULL DEFAULT 0 CHECK ("maySpeak" IN (0, 1))
) STRICT;
CREATE INDEX "memberContactsByMemberId" ON "memberContacts" ("memberId");
CREATE INDEX "memberContactsByNormalized" ON "memberContacts" ("normalized");
CREATE TABLE "memberPeriods" (
  "memberId" TEXT NOT NULL REFERENCES "members" ("id"),
  "period" TEXT NOT NULL,
  "distanceKm" INTEGER NOT NULL CHECK ("distanceKm" >= 0),
  "segments" INTEGER NOT NULL CHECK ("segments" >= 0),
  "spendFen" INTEGER NOT NULL CHECK ("spendFen" >= 0),
  "partnerSpendFen" INTEGER NOT NULL CHECK ("partnerSpendFen" >= 0),
  "points" INTEGER NOT NULL CHECK ("points" >= 0),
  PRIMARY KEY ("memberId", "period")
) STRICT;
CREATE TABLE "tierRuns" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "actorId" TEXT NOT NULL,
  "policyId" TEXT NOT NULL REFERENCES "policies" ("id"),
  "rated" INTEGER NOT NULL CHECK ("rated" >= 0),
  "changed" INTEGER NOT NULL CHECK ("changed" >= 0)
) STRICT;
CREATE TABLE "tierChanges" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "memberId" TEXT NOT NULL REFERENCES "members" ("id"),
  "runId" TEXT REFERENCES "tierRuns" ("id"),
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "fromTier" TEXT NOT NULL CHECK ("fromTier" IN ('diamond', 'platinum', 'gold', 'silver', 'none')),
  "toTier" TEXT NOT NULL CHECK ("toTier" IN ('diamond', 'platinum', 'gold', 'silver', 'none')),
  "change" TEXT NOT NULL CHECK ("change" IN ('upgrade', 'retain', 'downgrade', 'entry', 'manual')),
  "reason" TEXT NOT NULL,
  "policyId" TEXT,
  "validUntil" INTEGER CHECK ("validUntil" >= 0),
  "actorId" TEXT NOT NULL
) STRICT;
CREATE INDEX "tierChangesByMemberIdAt" ON "tierChanges" ("memberId", "at");
CREATE INDEX "tierChangesByRunIdId" ON "tierChanges" ("runId", "id");
CREATE INDEX "tierRunsByAt" ON "tierRuns" ("at");
CREATE TABLE "notices" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "memberId" TEXT NOT NULL REFERENCES "members" ("id"),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('upgrade', 'retain', 'downgrade')),
  "text" TEXT NOT NULL,
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0),
  "toldAt" INTEGER CHECK ("toldAt" >= 0),
  "toldBy" TEXT
) STRICT;
CREATE INDEX "noticesByMemberIdCreatedAt" ON "notices" ("memberId", "createdAt");
CREATE INDEX "noticesByToldAtCreatedAtId" ON "notices" ("toldAt", "createdAt", "id");
CREATE TABLE "imports" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('members')),
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "actorId" TEXT NOT NULL,
  "fileName" TEXT NOT NULL,
  "fileSha256" TEXT NOT NULL,
  "mapping" TEXT NOT NULL,
  "read" INTEGER NOT NULL CHECK ("read" >= 0),
  "created" INTEGER NOT NULL CHECK ("created" >= 0),
  "updated" INTEGER NOT NULL CHECK ("updated" >= 0),
  "unchanged" INTEGER NOT NULL CHECK ("unchanged" >= 0),
  "rejected" INTEGER NOT NULL CHECK ("rejected" >= 0)
) STRICT;
CREATE INDEX "importsByAt" ON "imports" ("at");
CREATE TABLE "importChanges" (
  "importId" TEXT NOT NULL REFERENCES "imports" ("id"),
  "row" INTEGER NOT NULL CHECK ("row" >= 1),
  "memberId" TEXT NOT NULL REFERENCES "members" ("id"),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('created', 'updated')),
  "fields" TEXT NOT NULL,
  PRIMARY KEY ("importId", "row")
) STRICT;
CREATE INDEX "importChangesByMemberId" ON "importChanges" ("memberId");
CREATE TABLE "consents" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "memberId" TEXT NOT NULL REFERENCES "members" ("id"),
  "purpose" TEXT NOT NULL,
  "given" INTEGER NOT NULL CHECK ("given" IN (0, 1)),
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "actorId" TEXT NOT NULL,
  "channel" TEXT NOT NULL
) STRICT;
CREATE INDEX "consentsByMemberIdAt" ON "consents" ("memberId", "at");
-- 50 flights
CREATE TABLE "flights" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "flightNo" TEXT NOT NULL,
  "day" TEXT NOT NULL,
  "origin" TEXT NOT NULL,
  "destination" TEXT NOT NULL,
  "departsAt" INTEGER NOT NULL CHECK ("departsAt" >= 0),
  "arrivesAt" INTEGER NOT NULL CHECK ("arrivesAt" >= 0),
  "status" TEXT NOT NULL CHECK ("status" IN ('scheduled', 'departed', 'arrived', 'delayed', 'cancelled', 'diverted')),
  "delayMinutes" INTEGER NOT NULL CHECK ("delayMinutes" >= 0),
  "distanceKm" INTEGER NOT NULL CHECK ("distanceKm" >= 0)
) STRICT;
CREATE UNIQUE INDEX "flightsByFlightNoDay" ON "flights" ("flightNo", "day");
CREATE INDEX "flightsByDay" ON "flights" ("day");
CREATE TABLE "bookings" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "memberId" TEXT NOT NULL REFERENCES "members" ("id"),
  "flightId" TEXT NOT NULL REFERENCES "flights" ("id"),
  "pnr" TEXT NOT NULL,
  "ticketNo" TEXT,
  "cabin" TEXT NOT NULL,
  "seat" TEXT,
  "status" TEXT NOT NULL CHECK ("status" IN ('booked', 'flown', 'cancelled', 'noShow')),
  "fareFen" INTEGER NOT NULL CHECK ("fareFen" >= 0)
) STRICT;
CREATE INDEX "bookingsByMemberId" ON "bookings" ("memberId");
CREATE INDEX "bookingsByFlightId" ON "bookings" ("flightId");
CREATE INDEX "bookingsByPnr" ON "bookings" ("pnr");
CREATE INDEX "bookingsByTicketNo" ON "bookings" ("ticketNo");
CREATE TABLE "spends" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "memberId" TEXT NOT NULL REFERENCES "members" ("id"),
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('own', 'partner')),
  "description" TEXT NOT NULL,
  "amountFen" INTEGER NOT NULL CHECK ("amountFen" >= 0)
) STRICT;
CREATE INDEX "spendsByMemberIdAt" ON "spends" ("memberId", "at");
-- 60 calls
CREATE TABLE "calls" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "number" TEXT NOT NULL UNIQUE,
  "direction" TEXT NOT NULL CHECK ("direction" IN ('inbound', 'outbound')),
  "state" TEXT NOT NULL CHECK ("state" IN ('ringing', 'talking', 'held', 'wrapUp', 'done', 'missed', 'abandoned')),
  "memberId" TEXT REFERENCES "members" ("id"),
  "phone" TEXT NOT NULL,
  "callerName" TEXT,
  "agentId" TEXT REFERENCES "users" ("id"),
  "startedAt" INTEGER NOT NULL CHECK ("startedAt" >= 0),
  "answeredAt" INTEGER CHECK ("answeredAt" >= 0),
  "endedAt" INTEGER CHECK ("endedAt" >= 0),
  "wrapUpEndedAt" INTEGER CHECK ("wrapUpEndedAt" >= 0),
  "heldSince" INTEGER CHECK ("heldSince" >= 0),
  "rings" INTEGER NOT NULL CHECK ("rings" >= 0),
  "waitMs" INTEGER NOT NULL CHECK ("waitMs" >= 0),
  "talkMs" INTEGER NOT NULL CHECK ("talkMs" >= 0),
  "holdMs" INTEGER NOT NULL CHECK ("holdMs" >= 0),
  "wrapUpMs" INTEGER NOT NULL CHECK ("wrapUpMs" >= 0),
  "maxRings" INTEGER CHECK ("maxRings" >= 1),
  "isInTime" INTEGER CHECK ("isInTime" IN (0, 1)),
  "greeting" TEXT,
  "question" TEXT NOT NULL,
  "process" TEXT NOT NULL,
  "result" TEXT NOT NULL,
  "resultCode" TEXT,
  "callBackOf" TEXT REFERENCES "calls" ("id")
) STRICT;
CREATE INDEX "callsByMemberIdStartedAtId" ON "calls" ("memberId", "startedAt", "id");
CREATE INDEX "callsByAgentIdStartedAtId" ON "calls" ("agentId", "startedAt", "id");
CREATE INDEX "callsByAgentIdState" ON "calls" ("agentId", "state");
CREATE INDEX "callsByStartedAtId" ON "calls" ("startedAt", "id");
CREATE INDEX "callsByStateStartedAtId" ON "calls" ("state", "startedAt", "id");
CREATE TABLE "callEvents" (
  "callId" TEXT NOT NULL REFERENCES "calls" ("id"),
  "seq" INTEGER NOT NULL CHECK ("seq" >= 1),
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "actorId" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "data" TEXT NOT NULL,
  PRIMARY KEY ("callId", "seq")
) STRICT;
CREATE TABLE "drafts" (
  "userId" TEXT NOT NULL REFERENCES "users" ("id"),
  "kind" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "body" TEXT NOT NULL,
  "savedAt" INTEGER NOT NULL CHECK ("savedAt" >= 0),
  PRIMARY KEY ("userId", "kind", "subject")
) STRICT;
-- 70 cases
CREATE TABLE "cases" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "number" TEXT NOT NULL UNIQUE,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('enquiry', 'complaint', 'suggestion', 'service')),
  "state" TEXT NOT NULL,
  "isOpen" INTEGER NOT NULL CHECK ("isOpen" IN (0, 1)),
  "round" INTEGER NOT NULL CHECK ("round" >= 1),
  "memberId" TEXT REFERENCES "members" ("id"),
  "tierAtOpening" TEXT NOT NULL,
  "contactName" TEXT NOT NULL,
  "contactPhone" TEXT NOT NULL,
  "contactDigits" TEXT NOT NULL,
  "anonymousReason" TEXT,
  "channel" TEXT NOT NULL,
  "isRestricted" INTEGER NOT NULL CHECK ("isRestricted" IN (0, 1)),
  "category" TEXT NOT NULL,
  "contentClass" TEXT NOT NULL,
  "severity" TEXT NOT NULL CHECK ("severity" IN ('general', 'major', 'urgent')),
  "objectClass" TEXT NOT NULL,
  "department" TEXT NOT NULL,
  "timeClass" TEXT NOT NULL,
  "urgency" TEXT NOT NULL,
  "importance" TEXT NOT NULL,
  "priority" TEXT NOT NULL CHECK ("priority" IN ('p1', 'p2', 'p3', 'p4')),
  "title" TEXT NOT NULL,
  "content" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "demand" TEXT NOT NULL,
  "serviceType" TEXT,
  "flightId" TEXT REFERENCES "flights" ("id"),
  "flightNo" TEXT,
  "flightDay" TEXT,
  "route" TEXT,
  "ticketNo" TEXT,
  "pnr" TEXT,
  "baggageTag" TEXT,
  "staffConcerned" TEXT,
  "callId" TEXT REFERENCES "calls" ("id"),
  "ownerId" TEXT REFERENCES "users" ("id"),
  "isComplex" INTEGER NOT NULL CHECK ("isComplex" IN (0, 1)),
  "receivedAt" INTEGER NOT NULL CHECK ("receivedAt" >= 0),
  "registeredAt" INTEGER NOT NULL CHECK ("registeredAt" >= 0),
  "registeredBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "closedAt" INTEGER CHECK ("closedAt" >= 0),
  "workflowPolicyId" TEXT NOT NULL REFERENCES "policies" ("id"),
  "targetPolicyId" TEXT NOT NULL REFERENCES "policies" ("id"),
  "relatedCaseId" TEXT REFERENCES "cases" ("id"),
  "transfers" INTEGER NOT NULL CHECK ("transfers" >= 0),
  "escalation" INTEGER NOT NULL CHECK ("escalation" >= 0),
  "nextDueAt" INTEGER CHECK ("nextDueAt" >= 0),
  "nextClock" TEXT,
  "queueAt" INTEGER NOT NULL CHECK ("queueAt" >= 0),
  "lastSeq" INTEGER NOT NULL CHECK ("lastSeq" >= 1),
  "updatedAt" INTEGER NOT NULL CHECK ("updatedAt" >= 0)
) STRICT;
CREATE INDEX "casesByIsOpenQueueAtIdIsRestrictedOwnerId" ON "cases" ("isOpen", "queueAt", "id", "isRestricted", "ownerId");
CREATE INDEX "casesByIsOpenPriorityQueueAtIdIsRestrictedOwnerId" ON "cases" ("isOpen", "priority", "queueAt", "id", "isRestricted", "ownerId");
CREATE INDEX "casesByIsOpenKindQueueAtIdIsRestrictedOwnerId" ON "cases" ("isOpen", "kind", "queueAt", "id", "isRestricted", "ownerId");
CREATE INDEX "casesByOwnerIdIsOpenQueueAtIdIsRestricted" ON "cases" ("ownerId", "isOpen", "queueAt", "id", "isRestricted");
CREATE INDEX "casesByIsOpenSeverityDepartmentContentClassObjectClassTimeClassTierAtOpeningStateChannelCategoryEscalationKindPriorityQueueAtIdIsRestrictedOwnerId" ON "cases" ("isOpen", "severity", "department", "contentClass", "objectClass", "timeClass", "tierAtOpening", "state", "channel", "category", "escalation", "kind", "priority", "queueAt", "id", "isRestricted", "ownerId");
CREATE INDEX "casesByMemberIdReceivedAt" ON "cases" ("memberId", "receivedAt");
CREATE INDEX "casesByKindReceivedAt" ON "cases" ("kind", "receivedAt");
CREATE INDEX "casesByFlightNoFlightDay" ON "cases" ("flightNo", "flightDay");
CREATE INDEX "casesByContactDigitsReceivedAt" ON "cases" ("contactDigits", "receivedAt");
CREATE INDEX "casesByTicketNo" ON "cases" ("ticketNo");
CREATE INDEX "casesByPnr" ON "cases" ("pnr");
CREATE INDEX "casesByCallId" ON "cases" ("callId");
CREATE INDEX "casesByRelatedCaseId" ON "cases" ("relatedCaseId");
CREATE TABLE "caseEvents" (
  "caseId" TEXT NOT NULL REFERENCES "cases" ("id"),
  "seq" INTEGER NOT NULL CHECK ("seq" >= 1),
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "recordedAt" INTEGER NOT NULL CHECK ("recordedAt" >= 0),
  "actorId" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "fromState" TEXT,
  "toState" TEXT,
  "data" TEXT NOT NULL,
  PRIMARY KEY ("caseId", "seq")
) STRICT;
CREATE TABLE "clocks" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "caseId" TEXT NOT NULL REFERENCES "cases" ("id"),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('answer', 'respond', 'confirm', 'ownerAccept', 'progress', 'subTask', 'approval', 'resolve', 'reply', 'followUp', 'legal')),
  "item" TEXT,
  "round" INTEGER NOT NULL CHECK ("round" >= 1),
  "state" TEXT NOT NULL CHECK ("state" IN ('running', 'paused', 'met', 'breached', 'cancelled')),
  "ruleId" TEXT NOT NULL,
  "calendarId" TEXT NOT NULL,
  "startedAt" INTEGER NOT NULL CHECK ("startedAt" >= 0),
  "dueAt" INTEGER NOT NULL CHECK ("dueAt" >= 0),
  "isProvisional" INTEGER NOT NULL CHECK ("isProvisional" IN (0, 1)),
  "pausedAt" INTEGER CHECK ("pausedAt" >= 0),
  "stoppedAt" INTEGER CHECK ("stoppedAt" >= 0),
  "breachedAt" INTEGER CHECK ("breachedAt" >= 0),
  "warnedPercent" INTEGER NOT NULL CHECK ("warnedPercent" >= 0),
  "reminders" INTEGER NOT NULL CHECK ("reminders" >= 0),
  "nextCheckAt" INTEGER CHECK ("nextCheckAt" >= 0),
  "body" TEXT NOT NULL
) STRICT;
CREATE INDEX "clocksByCaseId" ON "clocks" ("caseId");
CREATE INDEX "clocksByNextCheckAtId" ON "clocks" ("nextCheckAt", "id");
CREATE TABLE "clockSignals" (
  "clockId" TEXT NOT NULL REFERENCES "clocks" ("id"),
  "percent" INTEGER NOT NULL CHECK ("percent" >= 1),
  "reminder" INTEGER NOT NULL CHECK ("reminder" >= 0),
  "count" INTEGER NOT NULL CHECK ("count" >= 1),
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "recordedAt" INTEGER NOT NULL CHECK ("recordedAt" >= 0),
  "level" INTEGER NOT NULL CHECK ("level" >= 0),
  "tells" TEXT NOT NULL CHECK ("tells" IN ('owner', 'lead', 'manager')),
  "seenAt" INTEGER CHECK ("seenAt" >= 0),
  "seenBy" TEXT,
  PRIMARY KEY ("clockId", "percent", "reminder")
) STRICT;
CREATE TABLE "followUps" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "caseId" TEXT REFERENCES "cases" ("id"),
  "callId" TEXT REFERENCES "calls" ("id"),
  "memberId" TEXT REFERENCES "members" ("id"),
  "ownerId" TEXT NOT NULL REFERENCES "users" ("id"),
  "kind" TEXT NOT NULL DEFAULT 'own' CHECK ("kind" IN ('own', 'answer', 'chase', 'callback')),
  "dueAt" INTEGER NOT NULL CHECK ("dueAt" >= 0),
  "text" TEXT NOT NULL,
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0),
  "doneAt" INTEGER CHECK ("doneAt" >= 0),
  "outcome" TEXT
) STRICT;
CREATE INDEX "followUpsByOwnerIdDoneAtDueAt" ON "followUps" ("ownerId", "doneAt", "dueAt");
CREATE INDEX "followUpsByDoneAtDueAt" ON "followUps" ("doneAt", "dueAt");
CREATE INDEX "followUpsByCaseId" ON "followUps" ("caseId");
CREATE INDEX "followUpsByCallId" ON "followUps" ("callId");
-- 80 liability
CREATE TABLE "liabilities" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "caseId" TEXT NOT NULL REFERENCES "cases" ("id"),
  "version" INTEGER NOT NULL CHECK ("version" >= 1),
  "status" TEXT NOT NULL CHECK ("status" IN ('draft', 'review', 'reviewed', 'final', 'superseded')),
  "matter" TEXT NOT NULL CHECK ("matter" IN ('service', 'technical', 'policy')),
  "party" TEXT NOT NULL CHECK ("party" IN ('operator', 'customer', 'joint', 'none')),
  "facts" TEXT NOT NULL,
  "basis" TEXT NOT NULL,
  "evidence" TEXT NOT NULL,
  "reason" TEXT,
  "authorIds" TEXT NOT NULL,
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0),
  "submittedAt" INTEGER CHECK ("submittedAt" >= 0),
  "reviewerId" TEXT REFERENCES "users" ("id"),
  "reviewedAt" INTEGER CHECK ("reviewedAt" >= 0),
  "reviewNote" TEXT,
  "opinion" TEXT,
  "opinionText" TEXT,
  "opinionChannel" TEXT,
  "opinionAt" INTEGER CHECK ("opinionAt" >= 0),
  "finalAt" INTEGER CHECK ("finalAt" >= 0),
  "finalBy" TEXT REFERENCES "users" ("id"),
  "month" TEXT
) STRICT;
CREATE UNIQUE INDEX "liabilitiesByCaseIdVersion" ON "liabilities" ("caseId", "version");
CREATE INDEX "liabilitiesByStatusFinalAtId" ON "liabilities" ("status", "finalAt", "id");
CREATE INDEX "liabilitiesByStatusPartyFinalAtId" ON "liabilities" ("status", "party", "finalAt", "id");
CREATE INDEX "liabilitiesByStatusSubmittedAtId" ON "liabilities" ("status", "submittedAt", "id");
CREATE TABLE "liabilityShares" (
  "liabilityId" TEXT NOT NULL REFERENCES "liabilities" ("id"),
  "seq" INTEGER NOT NULL CHECK ("seq" >= 1),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('department', 'person', 'partner', 'customer')),
  "department" TEXT,
  "name" TEXT NOT NULL,
  "percent" INTEGER NOT NULL CHECK ("percent" >= 1),
  PRIMARY KEY ("liabilityId", "seq")
) STRICT;
CREATE INDEX "liabilitySharesByDepartmentLiabilityId" ON "liabilityShares" ("department", "liabilityId");
CREATE TABLE "liabilityGrounds" (
  "liabilityId" TEXT NOT NULL REFERENCES "liabilities" ("id"),
  "ground" TEXT NOT NULL,
  PRIMARY KEY ("liabilityId", "ground")
) STRICT;
CREATE INDEX "liabilityGroundsByGroundLiabilityId" ON "liabilityGrounds" ("ground", "liabilityId");
CREATE TABLE "liabilityMeasures" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "caseId" TEXT NOT NULL REFERENCES "cases" ("id"),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('accountability', 'customerAction', 'rectification', 'internalFeedback', 'externalFeedback')),
  "text" TEXT NOT NULL,
  "department" TEXT,
  "person" TEXT NOT NULL,
  "responsibleId" TEXT REFERENCES "users" ("id"),
  "dueAt" INTEGER CHECK ("dueAt" >= 0),
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "doneAt" INTEGER CHECK ("doneAt" >= 0),
  "doneBy" TEXT REFERENCES "users" ("id"),
  "doneText" TEXT,
  "verifiedAt" INTEGER CHECK ("verifiedAt" >= 0),
  "verifiedBy" TEXT REFERENCES "users" ("id"),
  "verifiedText" TEXT
) STRICT;
CREATE INDEX "liabilityMeasuresByCaseIdCreatedAt" ON "liabilityMeasures" ("caseId", "createdAt");
CREATE INDEX "liabilityMeasuresByKindVerifiedAtDueAtId" ON "liabilityMeasures" ("kind", "verifiedAt", "dueAt", "id");
-- 90 plans
CREATE TABLE "plans" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "caseId" TEXT NOT NULL REFERENCES "cases" ("id"),
  "version" INTEGER NOT NULL CHECK ("version" >= 1),
  "status" TEXT NOT NULL CHECK ("status" IN ('draft', 'submitted', 'approved', 'returned', 'executing', 'executed', 'superseded')),
  "cause" TEXT NOT NULL,
  "demand" TEXT NOT NULL,
  "direction" TEXT NOT NULL,
  "measures" TEXT NOT NULL,
  "deadlineAt" INTEGER NOT NULL CHECK ("deadlineAt" >= 0),
  "department" TEXT NOT NULL,
  "responsibleId" TEXT NOT NULL REFERENCES "users" ("id"),
  "people" TEXT NOT NULL,
  "communication" TEXT NOT NULL,
  "amountFen" INTEGER NOT NULL CHECK ("amountFen" >= 0),
  "miles" INTEGER NOT NULL CHECK ("miles" >= 0),
  "principles" TEXT NOT NULL,
  "reason" TEXT,
  "authorIds" TEXT NOT NULL,
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0),
  "submittedAt" INTEGER CHECK ("submittedAt" >= 0),
  "decidedBy" TEXT REFERENCES "users" ("id"),
  "decidedAt" INTEGER CHECK ("decidedAt" >= 0),
  "decision" TEXT,
  "startedAt" INTEGER CHECK ("startedAt" >= 0),
  "startedBy" TEXT REFERENCES "users" ("id"),
  "executedAt" INTEGER CHECK ("executedAt" >= 0),
  "executedBy" TEXT REFERENCES "users" ("id"),
  "evidence" TEXT
) STRICT;
CREATE UNIQUE INDEX "plansByCaseIdVersion" ON "plans" ("caseId", "version");
CREATE INDEX "plansByStatusSubmittedAtId" ON "plans" ("status", "submittedAt", "id");
CREATE TABLE "planMilestones" (
  "planId" TEXT NOT NULL REFERENCES "plans" ("id"),
  "seq" INTEGER NOT NULL CHECK ("seq" >= 1),
  "name" TEXT NOT NULL,
  "dueAt" INTEGER NOT NULL CHECK ("dueAt" >= 0),
  "tellsCustomer" INTEGER NOT NULL CHECK ("tellsCustomer" IN (0, 1)),
  "doneAt" INTEGER CHECK ("doneAt" >= 0),
  "doneBy" TEXT REFERENCES "users" ("id"),
  "doneText" TEXT,
  PRIMARY KEY ("planId", "seq")
) STRICT;
-- 100 compensation
CREATE TABLE "compensations" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "caseId" TEXT NOT NULL REFERENCES "cases" ("id"),
  "memberId" TEXT REFERENCES "members" ("id"),
  "category" TEXT NOT NULL,
  "tier" TEXT NOT NULL,
  "policyId" TEXT NOT NULL REFERENCES "policies" ("id"),
  "scopeId" TEXT NOT NULL,
  "ruleId" TEXT NOT NULL,
  "form" TEXT NOT NULL,
  "inputs" TEXT NOT NULL,
  "tariffFen" INTEGER CHECK ("tariffFen" >= 0),
  "tariffMiles" INTEGER CHECK ("tariffMiles" >= 0),
  "formula" TEXT NOT NULL,
  "description" TEXT NOT NULL,
  "amountFen" INTEGER NOT NULL CHECK ("amountFen" >= 0),
  "miles" INTEGER NOT NULL CHECK ("miles" >= 0),
  "countedFen" INTEGER NOT NULL CHECK ("countedFen" >= 0),
  "supplier" TEXT NOT NULL,
  "costFen" INTEGER NOT NULL CHECK ("costFen" >= 0),
  "reason" TEXT NOT NULL,
  "isStatutory" INTEGER NOT NULL CHECK ("isStatutory" IN (0, 1)),
  "level" TEXT NOT NULL CHECK ("level" IN ('agent', 'verify', 'lead', 'manager', 'two')),
  "sumFen" INTEGER NOT NULL CHECK ("sumFen" >= 0),
  "sumMiles" INTEGER NOT NULL CHECK ("sumMiles" >= 0),
  "status" TEXT NOT NULL CHECK ("status" IN ('pending', 'approved', 'returned', 'agreed', 'declined', 'executed', 'cancelled')),
  "proposedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "proposedAt" INTEGER NOT NULL CHECK ("proposedAt" >= 0),
  "firstApproverId" TEXT REFERENCES "users" ("id"),
  "firstAt" INTEGER CHECK ("firstAt" >= 0),
  "approverId" TEXT REFERENCES "users" ("id"),
  "decidedAt" INTEGER CHECK ("decidedAt" >= 0),
  "decision" TEXT,
  "signsFor" TEXT,
  "dueAt" INTEGER CHECK ("dueAt" >= 0),
  "consentAt" INTEGER CHECK ("consentAt" >= 0),
  "consentText" TEXT,
  "consentChannel" TEXT,
  "executedAt" INTEGER CHECK ("executedAt" >= 0),
  "executedBy" TEXT REFERENCES "users" ("id"),
  "evidence" TEXT,
  "voucherNo" TEXT,
  "effect" TEXT,
  "effectText" TEXT,
  "effectAt" INTEGER CHECK ("effectAt" >= 0),
  "month" TEXT NOT NULL
) STRICT;
CREATE INDEX "compensationsByCaseIdProposedAt" ON "compensations" ("caseId", "proposedAt");
CREATE INDEX "compensationsByMemberIdProposedAt" ON "compensations" ("memberId", "proposedAt");
CREATE INDEX "compensationsByStatusProposedAtId" ON "compensations" ("status", "proposedAt", "id");
CREATE INDEX "compensationsByStatusDueAtId" ON "compensations" ("status", "dueAt", "id");
CREATE INDEX "compensationsByMonthStatus" ON "compensations" ("month", "status");
CREATE TABLE "compensationLosses" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "caseId" TEXT NOT NULL REFERENCES "cases" ("id"),
  "name" TEXT NOT NULL,
  "amountFen" INTEGER NOT NULL CHECK ("amountFen" >= 0),
  "evidence" TEXT NOT NULL,
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "removedAt" INTEGER CHECK ("removedAt" >= 0)
) STRICT;
CREATE INDEX "compensationLossesByCaseIdCreatedAt" ON "compensationLosses" ("caseId", "createdAt");
CREATE TABLE "compensationBudgets" (
  "month" TEXT PRIMARY KEY NOT NULL,
  "amountFen" INTEGER NOT NULL CHECK ("amountFen" >= 0),
  "setAt" INTEGER NOT NULL CHECK ("setAt" >= 0),
  "setBy" TEXT NOT NULL REFERENCES "users" ("id")
) STRICT;
CREATE TABLE "compensationCosts" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "month" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('personnel', 'system', 'marketing')),
  "amountFen" INTEGER NOT NULL CHECK ("amountFen" >= 0),
  "note" TEXT NOT NULL,
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" TEXT NOT NULL REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "compensationCostsByMonthCreatedAt" ON "compensationCosts" ("month", "createdAt");
-- 110 evidence
CREATE TABLE "evidence" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "caseId" TEXT NOT NULL REFERENCES "cases" ("id"),
  "name" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "size" INTEGER NOT NULL CHECK ("size" >= 1),
  "sha256" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "addedAt" INTEGER NOT NULL CHECK ("addedAt" >= 0),
  "addedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "sealedKey" TEXT NOT NULL,
  "chunks" INTEGER NOT NULL CHECK ("chunks" >= 1),
  "withdrawnAt" INTEGER CHECK ("withdrawnAt" >= 0),
  "withdrawnBy" TEXT REFERENCES "users" ("id"),
  "withdrawReason" TEXT
) STRICT;
CREATE INDEX "evidenceByCaseIdAddedAt" ON "evidence" ("caseId", "addedAt");
CREATE TABLE "evidenceChunks" (
  "evidenceId" TEXT NOT NULL REFERENCES "evidence" ("id"),
  "seq" INTEGER NOT NULL CHECK ("seq" >= 0),
  "body" BLOB NOT NULL,
  PRIMARY KEY ("evidenceId", "seq")
) STRICT;
-- 120 subTasks
CREATE TABLE "subTasks" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "caseId" TEXT NOT NULL REFERENCES "cases" ("id"),
  "place" INTEGER NOT NULL CHECK ("place" >= 1),
  "state" TEXT NOT NULL CHECK ("state" IN ('open', 'accepted', 'returned', 'answered', 'done', 'cancelled')),
  "question" TEXT NOT NULL,
  "department" TEXT NOT NULL,
  "assigneeId" TEXT REFERENCES "users" ("id"),
  "needsIdentity" INTEGER NOT NULL CHECK ("needsIdentity" IN (0, 1)),
  "requestedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "requestedAt" INTEGER NOT NULL CHECK ("requestedAt" >= 0),
  "dueAt" INTEGER NOT NULL CHECK ("dueAt" >= 0),
  "ruleId" TEXT,
  "acceptedAt" INTEGER CHECK ("acceptedAt" >= 0),
  "acceptedBy" TEXT REFERENCES "users" ("id"),
  "answeredAt" INTEGER CHECK ("answeredAt" >= 0),
  "answeredBy" TEXT REFERENCES "users" ("id"),
  "answer" TEXT,
  "endedAt" INTEGER CHECK ("endedAt" >= 0),
  "endedBy" TEXT REFERENCES "users" ("id"),
  "reason" TEXT
) STRICT;
CREATE INDEX "subTasksByCaseIdPlace" ON "subTasks" ("caseId", "place");
CREATE INDEX "subTasksByAssigneeIdStateDueAt" ON "subTasks" ("assigneeId", "state", "dueAt");
CREATE INDEX "subTasksByDepartmentStateDueAt" ON "subTasks" ("department", "state", "dueAt");
CREATE INDEX "subTasksByRequestedByStateDueAt" ON "subTasks" ("requestedBy", "state", "dueAt");
-- 130 causes
CREATE TABLE "causeTrees" (
  "version" INTEGER NOT NULL CHECK ("version" >= 1),
  "savedAt" INTEGER NOT NULL CHECK ("savedAt" >= 0),
  "savedBy" TEXT REFERENCES "users" ("id"),
  "reason" TEXT NOT NULL,
  "body" TEXT NOT NULL,
  PRIMARY KEY ("version")
) STRICT;
CREATE TABLE "caseCauses" (
  "caseId" TEXT NOT NULL REFERENCES "cases" ("id"),
  "code" TEXT NOT NULL,
  "version" INTEGER NOT NULL CHECK ("version" >= 1),
  "text" TEXT NOT NULL,
  "chosenAt" INTEGER NOT NULL CHECK ("chosenAt" >= 0),
  "chosenBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "kind" TEXT NOT NULL,
  "receivedAt" INTEGER NOT NULL CHECK ("receivedAt" >= 0),
  PRIMARY KEY ("caseId")
) STRICT;
CREATE INDEX "caseCausesByKindReceivedAtCode" ON "caseCauses" ("kind", "receivedAt", "code");
CREATE INDEX "caseCausesByCode" ON "caseCauses" ("code");
-- 140 patterns
CREATE TABLE "patternAlerts" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "dimension" TEXT NOT NULL CHECK ("dimension" IN ('category', 'flight', 'route', 'station', 'department', 'agent')),
  "value" TEXT NOT NULL,
  "state" TEXT NOT NULL CHECK ("state" IN ('open', 'acknowledged', 'closed')),
  "raisedAt" INTEGER NOT NULL CHECK ("raisedAt" >= 0),
  "windowFrom" INTEGER NOT NULL CHECK ("windowFrom" >= 0),
  "windowTo" INTEGER NOT NULL CHECK ("windowTo" >= 0),
  "count" INTEGER NOT NULL CHECK ("count" >= 1),
  "limit" INTEGER NOT NULL CHECK ("limit" >= 0),
  "body" TEXT NOT NULL,
  "ownerId" TEXT REFERENCES "users" ("id"),
  "acknowledgedAt" INTEGER CHECK ("acknowledgedAt" >= 0),
  "acknowledgedBy" TEXT REFERENCES "users" ("id"),
  "finding" TEXT,
  "foundAt" INTEGER CHECK ("foundAt" >= 0),
  "foundBy" TEXT REFERENCES "users" ("id"),
  "closedAt" INTEGER CHECK ("closedAt" >= 0),
  "closedBy" TEXT REFERENCES "users" ("id"),
  "outcome" TEXT CHECK ("outcome" IN ('solved', 'chance', 'known')),
  "closing" TEXT
) STRICT;
CREATE INDEX "patternAlertsByStateRaisedAt" ON "patternAlerts" ("state", "raisedAt");
CREATE INDEX "patternAlertsByDimensionValueWindowTo" ON "patternAlerts" ("dimension", "value", "windowTo");
CREATE TABLE "patternRuns" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "actorId" TEXT NOT NULL,
  "cases" INTEGER NOT NULL CHECK ("cases" >= 0),
  "raised" INTEGER NOT NULL CHECK ("raised" >= 0)
) STRICT;
CREATE INDEX "patternRunsByAt" ON "patternRuns" ("at");
-- 150 policyVersions
CREATE TABLE "policyVersions" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "kind" TEXT NOT NULL,
  "pack" TEXT NOT NULL,
  "version" INTEGER NOT NULL CHECK ("version" >= 1),
  "state" TEXT NOT NULL CHECK ("state" IN ('draft', 'submitted', 'rejected', 'approved', 'withdrawn')),
  "effectiveFrom" TEXT NOT NULL,
  "basedOn" TEXT,
  "authorId" TEXT NOT NULL REFERENCES "users" ("id"),
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0),
  "updatedAt" INTEGER NOT NULL CHECK ("updatedAt" >= 0),
  "body" TEXT NOT NULL
) STRICT;
CREATE INDEX "policyVersionsByKindVersion" ON "policyVersions" ("kind", "version");
CREATE TABLE "policyDeeds" (
  "policyId" TEXT NOT NULL REFERENCES "policyVersions" ("id"),
  "seq" INTEGER NOT NULL CHECK ("seq" >= 1),
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "actorId" TEXT NOT NULL,
  "deed" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  PRIMARY KEY ("policyId", "seq")
) STRICT;
CREATE TABLE "calendarVersions" (
  "calendarId" TEXT NOT NULL,
  "version" INTEGER NOT NULL CHECK ("version" >= 1),
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "actorId" TEXT NOT NULL,
  "deed" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "source" TEXT NOT NULL,
  "body" TEXT NOT NULL,
  PRIMARY KEY ("calendarId", "version")
) STRICT;
CREATE INDEX "calendarVersionsByCalendarIdAt" ON "calendarVersions" ("calendarId", "at");
-- 160 classes
CREATE TABLE "channelGroups" (
  "code" TEXT PRIMARY KEY NOT NULL,
  "meaning" TEXT NOT NULL CHECK ("meaning" IN ('human', 'internet', 'mobile', 'message', 'social', 'report', 'external')),
  "nameZh" TEXT NOT NULL,
  "nameEn" TEXT NOT NULL,
  "isActive" INTEGER NOT NULL CHECK ("isActive" IN (0, 1)),
  "place" INTEGER NOT NULL CHECK ("place" >= 0),
  "updatedAt" INTEGER NOT NULL CHECK ("updatedAt" >= 0),
  "updatedBy" TEXT REFERENCES "users" ("id")
) STRICT;
CREATE TABLE "channels" (
  "code" TEXT PRIMARY KEY NOT NULL,
  "groupCode" TEXT NOT NULL REFERENCES "channelGroups" ("code"),
  "isLive" INTEGER NOT NULL CHECK ("isLive" IN (0, 1)),
  "hotlines" TEXT NOT NULL,
  "calendarId" TEXT REFERENCES "calendars" ("id"),
  "nameZh" TEXT NOT NULL,
  "nameEn" TEXT NOT NULL,
  "isActive" INTEGER NOT NULL CHECK ("isActive" IN (0, 1)),
  "place" INTEGER NOT NULL CHECK ("place" >= 0),
  "updatedAt" INTEGER NOT NULL CHECK ("updatedAt" >= 0),
  "updatedBy" TEXT REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "channelsByGroupCode" ON "channels" ("groupCode");
CREATE INDEX "channelsByCalendarId" ON "channels" ("calendarId");
CREATE TABLE "desks" (
  "code" TEXT PRIMARY KEY NOT NULL,
  "hotlines" TEXT NOT NULL,
  "calendarId" TEXT REFERENCES "calendars" ("id"),
  "nameZh" TEXT NOT NULL,
  "nameEn" TEXT NOT NULL,
  "isActive" INTEGER NOT NULL CHECK ("isActive" IN (0, 1)),
  "place" INTEGER NOT NULL CHECK ("place" >= 0),
  "updatedAt" INTEGER NOT NULL CHECK ("updatedAt" >= 0),
  "updatedBy" TEXT REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "desksByCalendarId" ON "desks" ("calendarId");
CREATE TABLE "categories" (
  "code" TEXT PRIMARY KEY NOT NULL,
  "groupCode" TEXT REFERENCES "categories" ("code"),
  "regulator" TEXT,
  "contentClass" TEXT,
  "objectClass" TEXT,
  "department" TEXT REFERENCES "desks" ("code"),
  "timeClass" TEXT,
  "plan" TEXT,
  "guide" TEXT NOT NULL,
  "nameZh" TEXT NOT NULL,
  "nameEn" TEXT NOT NULL,
  "isActive" INTEGER NOT NULL CHECK ("isActive" IN (0, 1)),
  "place" INTEGER NOT NULL CHECK ("place" >= 0),
  "updatedAt" INTEGER NOT NULL CHECK ("updatedAt" >= 0),
  "updatedBy" TEXT REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "categoriesByGroupCode" ON "categories" ("groupCode");
CREATE INDEX "categoriesByDepartment" ON "categories" ("department");
CREATE INDEX "channelGroupsByUpdatedBy" ON "channelGroups" ("updatedBy");
CREATE INDEX "channelsByUpdatedBy" ON "channels" ("updatedBy");
CREATE INDEX "desksByUpdatedBy" ON "desks" ("updatedBy");
CREATE INDEX "categoriesByUpdatedBy" ON "categories" ("updatedBy");
-- 170 intake
CREATE TABLE "intakes" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('cases', 'calls')),
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "actorId" TEXT NOT NULL,
  "fileName" TEXT NOT NULL,
  "fileSha256" TEXT NOT NULL,
  "mapping" TEXT NOT NULL,
  "read" INTEGER NOT NULL CHECK ("read" >= 0),
  "created" INTEGER NOT NULL CHECK ("created" >= 0),
  "updated" INTEGER NOT NULL CHECK ("updated" >= 0),
  "unchanged" INTEGER NOT NULL CHECK ("unchanged" >= 0),
  "rejected" INTEGER NOT NULL CHECK ("rejected" >= 0)
) STRICT;
CREATE INDEX "intakesByAt" ON "intakes" ("at");
CREATE TABLE "importedCases" (
  "system" TEXT NOT NULL,
  "externalId" TEXT NOT NULL,
  "caseId" TEXT NOT NULL REFERENCES "cases" ("id"),
  "importId" TEXT NOT NULL REFERENCES "intakes" ("id"),
  "row" INTEGER NOT NULL CHECK ("row" >= 1),
  "digest" TEXT NOT NULL,
  PRIMARY KEY ("system", "externalId")
) STRICT;
CREATE INDEX "importedCasesByCaseId" ON "importedCases" ("caseId");
CREATE INDEX "importedCasesByImportIdRow" ON "importedCases" ("importId", "row");
CREATE TABLE "importedCalls" (
  "system" TEXT NOT NULL,
  "externalId" TEXT NOT NULL,
  "callId" TEXT NOT NULL REFERENCES "calls" ("id"),
  "importId" TEXT NOT NULL REFERENCES "intakes" ("id"),
  "row" INTEGER NOT NULL CHECK ("row" >= 1),
  "digest" TEXT NOT NULL,
  PRIMARY KEY ("system", "externalId")
) STRICT;
CREATE INDEX "importedCallsByCallId" ON "importedCalls" ("callId");
CREATE INDEX "importedCallsByImportIdRow" ON "importedCalls" ("importId", "row");
CREATE TABLE "posts" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "platform" TEXT NOT NULL CHECK ("platform" IN ('weibo', 'wechat', 'other')),
  "link" TEXT,
  "author" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "postedAt" INTEGER NOT NULL CHECK ("postedAt" >= 0),
  "recordedAt" INTEGER NOT NULL CHECK ("recordedAt" >= 0),
  "recordedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "memberId" TEXT REFERENCES "members" ("id"),
  "dueAt" INTEGER NOT NULL CHECK ("dueAt" >= 0),
  "answer" TEXT,
  "answeredAt" INTEGER CHECK ("answeredAt" >= 0),
  "answeredBy" TEXT REFERENCES "users" ("id"),
  "caseId" TEXT REFERENCES "cases" ("id"),
  "convertedAt" INTEGER CHECK ("convertedAt" >= 0),
  "dismissed" TEXT,
  "dismissedAt" INTEGER CHECK ("dismissedAt" >= 0)
) STRICT;
CREATE UNIQUE INDEX "postsByLink" ON "posts" ("link");
CREATE INDEX "postsByAnsweredAtDueAt" ON "posts" ("answeredAt", "dueAt");
CREATE INDEX "postsByPostedAtId" ON "posts" ("postedAt", "id");
CREATE INDEX "postsByMemberId" ON "posts" ("memberId");
CREATE INDEX "postsByCaseId" ON "posts" ("caseId");
CREATE INDEX "postsByRecordedBy" ON "posts" ("recordedBy");
CREATE INDEX "postsByAnsweredBy" ON "posts" ("answeredBy");
CREATE TABLE "postLimits" (
  "at" INTEGER PRIMARY KEY NOT NULL CHECK ("at" >= 0),
  "minutes" INTEGER NOT NULL CHECK ("minutes" >= 1),
  "setBy" TEXT NOT NULL REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "postLimitsBySetBy" ON "postLimits" ("setBy");
CREATE TABLE "channelChecks" (
  "day" TEXT NOT NULL,
  "channel" TEXT NOT NULL,
  "received" INTEGER NOT NULL CHECK ("received" >= 0),
  "source" TEXT NOT NULL CHECK ("source" IN ('typed', 'file')),
  "countedAt" INTEGER NOT NULL CHECK ("countedAt" >= 0),
  "countedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "entered" INTEGER CHECK ("entered" >= 0),
  "explanation" TEXT,
  "closedAt" INTEGER CHECK ("closedAt" >= 0),
  "closedBy" TEXT REFERENCES "users" ("id"),
  PRIMARY KEY ("day", "channel")
) STRICT;
CREATE INDEX "channelChecksByClosedAtDay" ON "channelChecks" ("closedAt", "day");
CREATE INDEX "channelChecksByCountedBy" ON "channelChecks" ("countedBy");
CREATE INDEX "channelChecksByClosedBy" ON "channelChecks" ("closedBy");
CREATE INDEX "casesByChannelReceivedAtKind" ON "cases" ("channel", "receivedAt", "kind");
-- 180 routing
CREATE TABLE "classRuleSets" (
  "version" INTEGER PRIMARY KEY NOT NULL,
  "savedAt" INTEGER NOT NULL CHECK ("savedAt" >= 0),
  "savedBy" TEXT REFERENCES "users" ("id"),
  "reason" TEXT NOT NULL,
  "body" TEXT NOT NULL
) STRICT;
CREATE INDEX "classRuleSetsBySavedBy" ON "classRuleSets" ("savedBy");
CREATE TABLE "classModels" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "cases" INTEGER NOT NULL CHECK ("cases" >= 0),
  "body" TEXT NOT NULL
) STRICT;
CREATE INDEX "classModelsByAt" ON "classModels" ("at");
CREATE TABLE "classings" (
  "caseId" TEXT PRIMARY KEY NOT NULL REFERENCES "cases" ("id"),
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "version" INTEGER NOT NULL CHECK ("version" >= 1),
  "proposed" TEXT,
  "learned" TEXT,
  "category" TEXT NOT NULL,
  "correctedAt" INTEGER CHECK ("correctedAt" >= 0),
  "correctedBy" TEXT REFERENCES "users" ("id"),
  "body" TEXT NOT NULL
) STRICT;
CREATE INDEX "classingsByAt" ON "classings" ("at");
CREATE INDEX "classingsByCorrectedBy" ON "classings" ("correctedBy");
CREATE TABLE "handlerProfiles" (
  "userId" TEXT PRIMARY KEY NOT NULL REFERENCES "users" ("id"),
  "department" TEXT,
  "maxOpen" INTEGER NOT NULL CHECK ("maxOpen" >= 1),
  "presence" TEXT NOT NULL CHECK ("presence" IN ('present', 'away')),
  "presenceUntil" INTEGER CHECK ("presenceUntil" >= 0),
  "shiftDays" TEXT NOT NULL,
  "shiftFrom" INTEGER NOT NULL CHECK ("shiftFrom" >= 0),
  "shiftTo" INTEGER NOT NULL CHECK ("shiftTo" >= 0),
  "updatedAt" INTEGER NOT NULL CHECK ("updatedAt" >= 0)
) STRICT;
CREATE INDEX "handlerProfilesByDepartment" ON "handlerProfiles" ("department");
CREATE TABLE "skills" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "userId" TEXT NOT NULL REFERENCES "users" ("id"),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('complaints', 'complex', 'language', 'category')),
  "code" TEXT NOT NULL,
  "validUntil" TEXT,
  "evidence" TEXT NOT NULL,
  "grantedAt" INTEGER NOT NULL CHECK ("grantedAt" >= 0),
  "grantedBy" TEXT NOT NULL,
  "revokedAt" INTEGER CHECK ("revokedAt" >= 0),
  "revokedBy" TEXT,
  "revokeReason" TEXT
) STRICT;
CREATE INDEX "skillsByUserIdRevokedAt" ON "skills" ("userId", "revokedAt");
CREATE INDEX "skillsByKindRevokedAt" ON "skills" ("kind", "revokedAt");
CREATE TABLE "routings" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "caseId" TEXT NOT NULL REFERENCES "cases" ("id"),
  "seq" INTEGER NOT NULL CHECK ("seq" >= 1),
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "cause" TEXT NOT NULL CHECK ("cause" IN ('opened', 'corrected', 'asked', 'swept')),
  "outcome" TEXT NOT NULL CHECK ("outcome" IN ('assigned', 'kept', 'nobody')),
  "fromId" TEXT,
  "toId" TEXT,
  "department" TEXT NOT NULL,
  "isComplex" INTEGER NOT NULL CHECK ("isComplex" IN (0, 1)),
  "settledAt" INTEGER CHECK ("settledAt" >= 0),
  "body" TEXT NOT NULL
) STRICT;
CREATE INDEX "routingsByCaseIdSeq" ON "routings" ("caseId", "seq");
CREATE INDEX "routingsByOutcomeSettledAtAt" ON "routings" ("outcome", "settledAt", "at");
CREATE TABLE "caseNotices" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "caseId" TEXT NOT NULL REFERENCES "cases" ("id"),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('responsible', 'assigned', 'repeat', 'major')),
  "department" TEXT,
  "personId" TEXT REFERENCES "users" ("id"),
  "earlierId" TEXT REFERENCES "cases" ("id"),
  "text" TEXT NOT NULL,
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "byId" TEXT NOT NULL,
  "seenAt" INTEGER CHECK ("seenAt" >= 0),
  "seenBy" TEXT,
  "answer" TEXT,
  "answeredAt" INTEGER CHECK ("answeredAt" >= 0)
) STRICT;
CREATE INDEX "caseNoticesByCaseIdKind" ON "caseNotices" ("caseId", "kind");
CREATE INDEX "caseNoticesByPersonIdSeenAt" ON "caseNotices" ("personId", "seenAt");
CREATE INDEX "caseNoticesByDepartmentSeenAt" ON "caseNotices" ("department", "seenAt");
CREATE INDEX "caseNoticesByEarlierId" ON "caseNotices" ("earlierId");
ALTER TABLE "clocks" ADD COLUMN "promise" TEXT CHECK ("promise" IN ('preliminary'));
-- 190 surveys
CREATE TABLE "surveyForms" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "code" TEXT NOT NULL,
  "version" INTEGER NOT NULL CHECK ("version" >= 1),
  "state" TEXT NOT NULL CHECK ("state" IN ('draft', 'published')),
  "scope" TEXT NOT NULL CHECK ("scope" IN ('handling', 'service')),
  "savedAt" INTEGER NOT NULL CHECK ("savedAt" >= 0),
  "savedBy" TEXT REFERENCES "users" ("id"),
  "publishedAt" INTEGER CHECK ("publishedAt" >= 0),
  "publishedBy" TEXT REFERENCES "users" ("id"),
  "reason" TEXT NOT NULL,
  "body" TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX "surveyFormsByCodeVersion" ON "surveyForms" ("code", "version");
CREATE INDEX "surveyFormsBySavedBy" ON "surveyForms" ("savedBy");
CREATE INDEX "surveyFormsByPublishedBy" ON "surveyForms" ("publishedBy");
CREATE TABLE "surveySchemes" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "name" TEXT NOT NULL,
  "scope" TEXT NOT NULL CHECK ("scope" IN ('handling', 'service')),
  "source" TEXT NOT NULL CHECK ("source" IN ('case', 'call', 'trip', 'own')),
  "channel" TEXT NOT NULL CHECK ("channel" IN ('phone', 'sms', 'email', 'other')),
  "everyDays" INTEGER NOT NULL CHECK ("everyDays" >= 1),
  "sampleKind" TEXT NOT NULL CHECK ("sampleKind" IN ('all', 'count', 'perAgent')),
  "sampleSize" INTEGER NOT NULL CHECK ("sampleSize" >= 0),
  "isActive" INTEGER NOT NULL DEFAULT 1 CHECK ("isActive" IN (0, 1)),
  "nextRunAt" INTEGER NOT NULL CHECK ("nextRunAt" >= 0),
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" TEXT NOT NULL REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "surveySchemesByIsActiveNextRunAt" ON "surveySchemes" ("isActive", "nextRunAt");
CREATE INDEX "surveySchemesByCreatedBy" ON "surveySchemes" ("createdBy");
CREATE TABLE "surveyRuns" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "schemeId" TEXT REFERENCES "surveySchemes" ("id"),
  "formId" TEXT NOT NULL REFERENCES "surveyForms" ("id"),
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "actorId" TEXT NOT NULL REFERENCES "users" ("id"),
  "scope" TEXT NOT NULL CHECK ("scope" IN ('handling', 'service')),
  "source" TEXT NOT NULL CHECK ("source" IN ('case', 'call', 'trip', 'own')),
  "channel" TEXT NOT NULL CHECK ("channel" IN ('phone', 'sms', 'email', 'other')),
  "periodFrom" INTEGER NOT NULL CHECK ("periodFrom" >= 0),
  "periodTo" INTEGER NOT NULL CHECK ("periodTo" >= 0),
  "sampleKind" TEXT NOT NULL CHECK ("sampleKind" IN ('all', 'count', 'perAgent')),
  "sampleSize" INTEGER NOT NULL CHECK ("sampleSize" >= 0),
  "seed" INTEGER NOT NULL CHECK ("seed" >= 0),
  "candidates" INTEGER NOT NULL CHECK ("candidates" >= 0),
  "due" INTEGER NOT NULL CHECK ("due" >= 0),
  "sampled" INTEGER NOT NULL CHECK ("sampled" >= 0),
  "excluded" TEXT NOT NULL,
  "fileName" TEXT NOT NULL,
  "sha256" TEXT NOT NULL
) STRICT;
CREATE INDEX "surveyRunsByAt" ON "surveyRuns" ("at");
CREATE INDEX "surveyRunsBySchemeId" ON "surveyRuns" ("schemeId");
CREATE INDEX "surveyRunsByFormId" ON "surveyRuns" ("formId");
CREATE INDEX "surveyRunsByActorId" ON "surveyRuns" ("actorId");
CREATE TABLE "surveyInvitations" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "ref" TEXT NOT NULL,
  "runId" TEXT REFERENCES "surveyRuns" ("id"),
  "formId" TEXT NOT NULL REFERENCES "surveyForms" ("id"),
  "scope" TEXT NOT NULL CHECK ("scope" IN ('handling', 'service')),
  "source" TEXT NOT NULL CHECK ("source" IN ('case', 'call', 'trip', 'own')),
  "channel" TEXT NOT NULL CHECK ("channel" IN ('phone', 'sms', 'email', 'other')),
  "caseId" TEXT REFERENCES "cases" ("id"),
  "round" INTEGER NOT NULL CHECK ("round" >= 1),
  "callId" TEXT REFERENCES "calls" ("id"),
  "bookingId" TEXT REFERENCES "bookings" ("id"),
  "memberId" TEXT REFERENCES "members" ("id"),
  "person" TEXT NOT NULL,
  "agentId" TEXT REFERENCES "users" ("id"),
  "category" TEXT NOT NULL,
  "tier" TEXT NOT NULL,
  "state" TEXT NOT NULL CHECK ("state" IN ('open', 'answered', 'declined')),
  "askedAt" INTEGER NOT NULL CHECK ("askedAt" >= 0),
  "askedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "validUntil" INTEGER NOT NULL CHECK ("validUntil" >= 0),
  "attempts" INTEGER NOT NULL CHECK ("attempts" >= 0)
) STRICT;
CREATE UNIQUE INDEX "surveyInvitationsByRef" ON "surveyInvitations" ("ref");
CREATE INDEX "surveyInvitationsByScopeAskedAt" ON "surveyInvitations" ("scope", "askedAt");
CREATE INDEX "surveyInvitationsByPersonAskedAt" ON "surveyInvitations" ("person", "askedAt");
CREATE INDEX "surveyInvitationsByCaseIdRound" ON "surveyInvitations" ("caseId", "round");
CREATE INDEX "surveyInvitationsByCallId" ON "surveyInvitations" ("callId");
CREATE INDEX "surveyInvitationsByBookingId" ON "surveyInvitations" ("bookingId");
CREATE INDEX "surveyInvitationsByMemberId" ON "surveyInvitations" ("memberId");
CREATE INDEX "surveyInvitationsByRunId" ON "surveyInvitations" ("runId");
CREATE INDEX "surveyInvitationsByFormId" ON "surveyInvitations" ("formId");
CREATE INDEX "surveyInvitationsByAgentId" ON "surveyInvitations" ("agentId");
CREATE INDEX "surveyInvitationsByAskedBy" ON "surveyInvitations" ("askedBy");
CREATE TABLE "surveyAttempts" (
  "invitationId" TEXT NOT NULL REFERENCES "surveyInvitations" ("id"),
  "seq" INTEGER NOT NULL CHECK ("seq" >= 1),
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "actorId" TEXT NOT NULL REFERENCES "users" ("id"),
  "note" TEXT NOT NULL,
  PRIMARY KEY ("invitationId", "seq")
) STRICT;
CREATE INDEX "surveyAttemptsByActorId" ON "surveyAttempts" ("actorId");
CREATE TABLE "surveyAnswers" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "invitationId" TEXT NOT NULL REFERENCES "surveyInvitations" ("id"),
  "formId" TEXT NOT NULL REFERENCES "surveyForms" ("id"),
  "scope" TEXT NOT NULL CHECK ("scope" IN ('handling', 'service')),
  "source" TEXT NOT NULL CHECK ("source" IN ('case', 'call', 'trip', 'own')),
  "channel" TEXT NOT NULL CHECK ("channel" IN ('phone', 'sms', 'email', 'other')),
  "caseId" TEXT REFERENCES "cases" ("id"),
  "round" INTEGER NOT NULL CHECK ("round" >= 1),
  "callId" TEXT REFERENCES "calls" ("id"),
  "memberId" TEXT REFERENCES "members" ("id"),
  "agentId" TEXT REFERENCES "users" ("id"),
  "category" TEXT NOT NULL,
  "tier" TEXT NOT NULL,
  "answeredAt" INTEGER NOT NULL CHECK ("answeredAt" >= 0),
  "enteredAt" INTEGER NOT NULL CHECK ("enteredAt" >= 0),
  "enteredBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "result" INTEGER CHECK ("result" >= 1),
  "process" INTEGER CHECK ("process" >= 1),
  "agent" INTEGER CHECK ("agent" >= 1),
  "overall" INTEGER CHECK ("overall" >= 1),
  "nps" INTEGER CHECK ("nps" >= 0),
  "effort" INTEGER CHECK ("effort" >= 1),
  "accepted" INTEGER CHECK ("accepted" IN (0, 1)),
  "solved" TEXT,
  "comment" TEXT NOT NULL,
  "body" TEXT NOT NULL,
  "isPoor" INTEGER NOT NULL CHECK ("isPoor" IN (0, 1)),
  "poorOn" TEXT NOT NULL,
  "decision" TEXT CHECK ("decision" IN ('followUp', 'improvement', 'none')),
  "decidedAt" INTEGER CHECK ("decidedAt" >= 0),
  "decidedBy" TEXT REFERENCES "users" ("id"),
  "decisionNote" TEXT NOT NULL,
  "followUpId" TEXT REFERENCES "followUps" ("id")
) STRICT;
CREATE UNIQUE INDEX "surveyAnswersByInvitationId" ON "surveyAnswers" ("invitationId");
CREATE INDEX "surveyAnswersByScopeAnsweredAt" ON "surveyAnswers" ("scope", "answeredAt");
CREATE INDEX "surveyAnswersByIsPoorDecidedAtAnsweredAt" ON "surveyAnswers" ("isPoor", "decidedAt", "answeredAt");
CREATE INDEX "surveyAnswersByAgentIdAnsweredAt" ON "surveyAnswers" ("agentId", "answeredAt");
CREATE INDEX "surveyAnswersByCaseIdIsPoor" ON "surveyAnswers" ("caseId", "isPoor");
CREATE INDEX "surveyAnswersByMemberId" ON "surveyAnswers" ("memberId");
CREATE INDEX "surveyAnswersByCallId" ON "surveyAnswers" ("callId");
CREATE INDEX "surveyAnswersByFormId" ON "surveyAnswers" ("formId");
CREATE INDEX "surveyAnswersByEnteredBy" ON "surveyAnswers" ("enteredBy");
CREATE INDEX "surveyAnswersByDecidedBy" ON "surveyAnswers" ("decidedBy");
CREATE INDEX "surveyAnswersByFollowUpId" ON "surveyAnswers" ("followUpId");
CREATE INDEX "casesByClosedAt" ON "cases" ("closedAt");
-- 200 improvements
CREATE TABLE "improvements" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "number" TEXT NOT NULL UNIQUE,
  "kind" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "finding" TEXT NOT NULL,
  "sourceKind" TEXT NOT NULL,
  "sourceId" TEXT,
  "state" TEXT NOT NULL CHECK ("state" IN ('proposed', 'accepted', 'declined', 'inProgress', 'done', 'verified', 'closed')),
  "ownerId" TEXT REFERENCES "users" ("id"),
  "dueDay" TEXT,
  "topic" TEXT,
  "policyId" TEXT,
  "proposedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "proposedAt" INTEGER NOT NULL CHECK ("proposedAt" >= 0),
  "finishedBy" TEXT REFERENCES "users" ("id"),
  "verifiedBy" TEXT REFERENCES "users" ("id"),
  "effectOf" TEXT,
  "effectUnit" TEXT,
  "effectBefore" INTEGER,
  "effectAfter" INTEGER,
  "effectDay" TEXT,
  "updatedAt" INTEGER NOT NULL CHECK ("updatedAt" >= 0)
) STRICT;
CREATE INDEX "improvementsByStateDueDay" ON "improvements" ("state", "dueDay");
CREATE INDEX "improvementsByOwnerIdState" ON "improvements" ("ownerId", "state");
CREATE INDEX "improvementsBySourceKindSourceId" ON "improvements" ("sourceKind", "sourceId");
CREATE TABLE "improvementMeasures" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "improvementId" TEXT NOT NULL REFERENCES "improvements" ("id"),
  "place" INTEGER NOT NULL CHECK ("place" >= 1),
  "text" TEXT NOT NULL,
  "ownerId" TEXT NOT NULL REFERENCES "users" ("id"),
  "dueDay" TEXT NOT NULL,
  "result" TEXT,
  "doneDay" TEXT,
  "doneBy" TEXT REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "improvementMeasuresByImprovementIdPlace" ON "improvementMeasures" ("improvementId", "place");
CREATE TABLE "improvementTrainees" (
  "improvementId" TEXT NOT NULL REFERENCES "improvements" ("id"),
  "userId" TEXT NOT NULL REFERENCES "users" ("id"),
  "trainedDay" TEXT,
  "recordedBy" TEXT REFERENCES "users" ("id"),
  PRIMARY KEY ("improvementId", "userId")
) STRICT;
CREATE INDEX "improvementTraineesByUserId" ON "improvementTrainees" ("userId");
CREATE TABLE "improvementEvents" (
  "improvementId" TEXT NOT NULL REFERENCES "improvements" ("id"),
  "seq" INTEGER NOT NULL CHECK ("seq" >= 1),
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "actorId" TEXT NOT NULL,
  "action" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  PRIMARY KEY ("improvementId", "seq")
) STRICT;
CREATE TABLE "evaluations" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('quarterly', 'yearly', 'process')),
  "fromDay" TEXT NOT NULL,
  "toDay" TEXT NOT NULL,
  "examined" TEXT NOT NULL,
  "figures" TEXT NOT NULL,
  "state" TEXT NOT NULL CHECK ("state" IN ('open', 'closed')),
  "conclusion" TEXT,
  "startedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "startedAt" INTEGER NOT NULL CHECK ("startedAt" >= 0),
  "closedBy" TEXT REFERENCES "users" ("id"),
  "closedAt" INTEGER CHECK ("closedAt" >= 0)
) STRICT;
CREATE INDEX "evaluationsByKindFromDay" ON "evaluations" ("kind", "fromDay");
CREATE INDEX "evaluationsByFromDay" ON "evaluations" ("fromDay");
CREATE TABLE "evaluationFindings" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "evaluationId" TEXT NOT NULL REFERENCES "evaluations" ("id"),
  "place" INTEGER NOT NULL CHECK ("place" >= 1),
  "text" TEXT NOT NULL,
  "correction" TEXT,
  "personId" TEXT REFERENCES "users" ("id"),
  "dueDay" TEXT,
  "result" TEXT,
  "doneDay" TEXT
) STRICT;
CREATE INDEX "evaluationFindingsByEvaluationIdPlace" ON "evaluationFindings" ("evaluationId", "place");
CREATE TABLE "goals" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "measure" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "unit" TEXT NOT NULL,
  "baseline" INTEGER,
  "baselineWhen" TEXT,
  "baselineSource" TEXT,
  "target" INTEGER NOT NULL,
  "dueDay" TEXT NOT NULL,
  "ownerId" TEXT NOT NULL REFERENCES "users" ("id"),
  "state" TEXT NOT NULL CHECK ("state" IN ('open', 'reached', 'missed', 'dropped')),
  "closing" TEXT,
  "createdBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0)
) STRICT;
CREATE INDEX "goalsByStateDueDay" ON "goals" ("state", "dueDay");
CREATE INDEX "goalsByOwnerId" ON "goals" ("ownerId");
CREATE TABLE "goalPoints" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goalId" TEXT NOT NULL REFERENCES "goals" ("id"),
  "day" TEXT NOT NULL,
  "value" INTEGER NOT NULL,
  "source" TEXT NOT NULL,
  "recordedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "recordedAt" INTEGER NOT NULL CHECK ("recordedAt" >= 0)
) STRICT;
CREATE INDEX "goalPointsByGoalIdDay" ON "goalPoints" ("goalId", "day");
CREATE TABLE "projects" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('rollout', 'process')),
  "title" TEXT NOT NULL,
  "purpose" TEXT NOT NULL,
  "ownerId" TEXT NOT NULL REFERENCES "users" ("id"),
  "state" TEXT NOT NULL CHECK ("state" IN ('open', 'closed', 'stopped')),
  "closing" TEXT,
  "createdBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0),
  "closedAt" INTEGER CHECK ("closedAt" >= 0)
) STRICT;
CREATE INDEX "projectsByStateCreatedAt" ON "projects" ("state", "createdAt");
CREATE INDEX "projectsByOwnerId" ON "projects" ("ownerId");
CREATE TABLE "projectItems" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "projectId" TEXT NOT NULL REFERENCES "projects" ("id"),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('phase', 'step', 'measure')),
  "place" INTEGER NOT NULL CHECK ("place" >= 1),
  "title" TEXT NOT NULL,
  "content" TEXT NOT NULL,
  "stepId" TEXT REFERENCES "projectItems" ("id"),
  "plannedFor" TEXT,
  "ownerId" TEXT REFERENCES "users" ("id"),
  "state" TEXT NOT NULL CHECK ("state" IN ('planned', 'running', 'done', 'works', 'dropped')),
  "note" TEXT,
  "changedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "changedAt" INTEGER NOT NULL CHECK ("changedAt" >= 0)
) STRICT;
CREATE INDEX "projectItemsByProjectIdKindPlace" ON "projectItems" ("projectId", "kind", "place");
CREATE INDEX "projectItemsByStepId" ON "projectItems" ("stepId");
CREATE TABLE "customerFeedback" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "day" TEXT NOT NULL,
  "channel" TEXT NOT NULL,
  "tone" TEXT NOT NULL CHECK ("tone" IN ('praise', 'wish', 'remark', 'criticism')),
  "text" TEXT NOT NULL,
  "recordedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "recordedAt" INTEGER NOT NULL CHECK ("recordedAt" >= 0)
) STRICT;
CREATE INDEX "customerFeedbackByDayId" ON "customerFeedback" ("day", "id");
CREATE TABLE "loopPrinciples" (
  "place" INTEGER NOT NULL CHECK ("place" >= 1),
  "version" INTEGER NOT NULL CHECK ("version" >= 1),
  "title" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "source" TEXT NOT NULL,
  "setBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "setAt" INTEGER NOT NULL CHECK ("setAt" >= 0),
  PRIMARY KEY ("place", "version")
) STRICT;
CREATE TABLE "staffDeeds" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "userId" TEXT NOT NULL REFERENCES "users" ("id"),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('reward', 'penalty')),
  "form" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "day" TEXT NOT NULL,
  "caseId" TEXT REFERENCES "cases" ("id"),
  "decidedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "decidedAt" INTEGER NOT NULL CHECK ("decidedAt" >= 0),
  "isSeen" INTEGER NOT NULL CHECK ("isSeen" IN (0, 1))
) STRICT;
CREATE INDEX "staffDeedsByUserIdDay" ON "staffDeeds" ("userId", "day");
CREATE INDEX "staffDeedsByDayId" ON "staffDeeds" ("day", "id");
CREATE INDEX "staffDeedsByCaseId" ON "staffDeeds" ("caseId");
-- 210 reviews
CREATE INDEX "casesByKindClosedAtId" ON "cases" ("kind", "closedAt", "id");
CREATE TABLE "reviewForms" (
  "kind" TEXT NOT NULL CHECK ("kind" IN ('complaint', 'call')),
  "version" INTEGER NOT NULL CHECK ("version" >= 1),
  "body" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "savedAt" INTEGER NOT NULL CHECK ("savedAt" >= 0),
  "savedBy" TEXT REFERENCES "users" ("id"),
  PRIMARY KEY ("kind", "version")
) STRICT;
CREATE TABLE "caseReviews" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('complaint', 'call')),
  "caseId" TEXT REFERENCES "cases" ("id"),
  "callId" TEXT REFERENCES "calls" ("id"),
  "number" TEXT NOT NULL,
  "formVersion" INTEGER NOT NULL CHECK ("formVersion" >= 1),
  "reviewerId" TEXT NOT NULL REFERENCES "users" ("id"),
  "agentId" TEXT NOT NULL REFERENCES "users" ("id"),
  "reviewedAt" INTEGER NOT NULL CHECK ("reviewedAt" >= 0),
  "month" TEXT NOT NULL,
  "total" INTEGER NOT NULL CHECK ("total" >= 0),
  "firstTotal" INTEGER CHECK ("firstTotal" >= 0),
  "isFailed" INTEGER NOT NULL CHECK ("isFailed" IN (0, 1)),
  "body" TEXT NOT NULL,
  "comment" TEXT NOT NULL,
  "state" TEXT NOT NULL CHECK ("state" IN ('given', 'taken', 'disputed', 'decided')),
  "answer" TEXT,
  "answeredAt" INTEGER CHECK ("answeredAt" >= 0),
  "decision" TEXT CHECK ("decision" IN ('upheld', 'changed')),
  "decisionText" TEXT,
  "decidedAt" INTEGER CHECK ("decidedAt" >= 0),
  "decidedBy" TEXT REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "caseReviewsByCaseIdReviewedAt" ON "caseReviews" ("caseId", "reviewedAt");
CREATE INDEX "caseReviewsByCallIdReviewedAt" ON "caseReviews" ("callId", "reviewedAt");
CREATE INDEX "caseReviewsByAgentIdMonthReviewedAt" ON "caseReviews" ("agentId", "month", "reviewedAt");
CREATE INDEX "caseReviewsByMonthReviewedAt" ON "caseReviews" ("month", "reviewedAt");
CREATE INDEX "caseReviewsByStateReviewedAt" ON "caseReviews" ("state", "reviewedAt");
CREATE INDEX "caseReviewsByReviewedAtId" ON "caseReviews" ("reviewedAt", "id");
CREATE INDEX "caseReviewsByReviewerId" ON "caseReviews" ("reviewerId");
CREATE INDEX "caseReviewsByDecidedBy" ON "caseReviews" ("decidedBy");
CREATE TABLE "reviewActions" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "reviewId" TEXT NOT NULL REFERENCES "caseReviews" ("id"),
  "text" TEXT NOT NULL,
  "ownerId" TEXT NOT NULL REFERENCES "users" ("id"),
  "dueDay" TEXT NOT NULL,
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "doneAt" INTEGER CHECK ("doneAt" >= 0),
  "doneBy" TEXT REFERENCES "users" ("id"),
  "outcome" TEXT
) STRICT;
CREATE INDEX "reviewActionsByReviewIdCreatedAt" ON "reviewActions" ("reviewId", "createdAt");
CREATE INDEX "reviewActionsByOwnerIdDoneAt" ON "reviewActions" ("ownerId", "doneAt");
CREATE TABLE "reviewAudits" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "title" TEXT NOT NULL,
  "state" TEXT NOT NULL CHECK ("state" IN ('planned', 'drawn', 'closed')),
  "subject" TEXT NOT NULL CHECK ("subject" IN ('case', 'call')),
  "plannedDay" TEXT NOT NULL,
  "fromDay" TEXT NOT NULL,
  "toDay" TEXT NOT NULL,
  "auditorId" TEXT NOT NULL REFERENCES "users" ("id"),
  "rule" TEXT NOT NULL,
  "seed" INTEGER CHECK ("seed" >= 0),
  "population" TEXT,
  "populationSize" INTEGER CHECK ("populationSize" >= 0),
  "drawnAt" INTEGER CHECK ("drawnAt" >= 0),
  "drawnBy" TEXT REFERENCES "users" ("id"),
  "conclusion" TEXT,
  "closedAt" INTEGER CHECK ("closedAt" >= 0),
  "closedBy" TEXT REFERENCES "users" ("id"),
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" TEXT NOT NULL REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "reviewAuditsByPlannedDayId" ON "reviewAudits" ("plannedDay", "id");
CREATE INDEX "reviewAuditsByAuditorId" ON "reviewAudits" ("auditorId");
CREATE TABLE "reviewAuditItems" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "auditId" TEXT NOT NULL REFERENCES "reviewAudits" ("id"),
  "place" INTEGER NOT NULL CHECK ("place" >= 1),
  "caseId" TEXT REFERENCES "cases" ("id"),
  "callId" TEXT REFERENCES "calls" ("id"),
  "number" TEXT NOT NULL,
  "agentId" TEXT NOT NULL REFERENCES "users" ("id"),
  "why" TEXT NOT NULL CHECK ("why" IN ('lot', 'major', 'reopened', 'late', 'escalated')),
  "grade" TEXT CHECK ("grade" IN ('none', 'remark', 'deviation', 'serious')),
  "finding" TEXT,
  "foundAt" INTEGER CHECK ("foundAt" >= 0),
  "foundBy" TEXT REFERENCES "users" ("id"),
  "reviewId" TEXT REFERENCES "caseReviews" ("id")
) STRICT;
CREATE UNIQUE INDEX "reviewAuditItemsByAuditIdPlace" ON "reviewAuditItems" ("auditId", "place");
CREATE INDEX "reviewAuditItemsByCaseId" ON "reviewAuditItems" ("caseId");
CREATE INDEX "reviewAuditItemsByCallId" ON "reviewAuditItems" ("callId");
CREATE TABLE "caseStudies" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "caseId" TEXT NOT NULL REFERENCES "cases" ("id"),
  "title" TEXT NOT NULL,
  "state" TEXT NOT NULL CHECK ("state" IN ('draft', 'released', 'withdrawn')),
  "category" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "lessons" TEXT NOT NULL,
  "pickedAt" INTEGER NOT NULL CHECK ("pickedAt" >= 0),
  "pickedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "releasedAt" INTEGER CHECK ("releasedAt" >= 0),
  "releasedBy" TEXT REFERENCES "users" ("id"),
  "withdrawnReason" TEXT
) STRICT;
CREATE INDEX "caseStudiesByCaseId" ON "caseStudies" ("caseId");
CREATE INDEX "caseStudiesByStatePickedAtId" ON "caseStudies" ("state", "pickedAt", "id");
-- 220 reports
CREATE TABLE "issuedReports" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "number" TEXT NOT NULL UNIQUE,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('day', 'week', 'month', 'quarter', 'year')),
  "period" TEXT NOT NULL,
  "version" INTEGER NOT NULL CHECK ("version" >= 1),
  "issuedAt" INTEGER NOT NULL CHECK ("issuedAt" >= 0),
  "issuedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "note" TEXT NOT NULL,
  "sha256" TEXT NOT NULL,
  "body" TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX "issuedReportsByKindPeriodVersion" ON "issuedReports" ("kind", "period", "version");
CREATE INDEX "issuedReportsByIssuedAt" ON "issuedReports" ("issuedAt");
CREATE INDEX "issuedReportsByIssuedBy" ON "issuedReports" ("issuedBy");
CREATE INDEX "membersByLeftOn" ON "members" ("leftOn");
CREATE INDEX "membersByEnrolledOn" ON "members" ("enrolledOn");
-- 230 messages
CREATE TABLE "messageTemplates" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "code" TEXT NOT NULL,
  "version" INTEGER NOT NULL CHECK ("version" >= 1),
  "state" TEXT NOT NULL CHECK ("state" IN ('draft', 'submitted', 'published', 'replaced', 'withdrawn')),
  "occasion" TEXT NOT NULL,
  "channel" TEXT NOT NULL,
  "tier" TEXT NOT NULL,
  "nameZh" TEXT NOT NULL,
  "nameEn" TEXT NOT NULL,
  "subjectZh" TEXT NOT NULL,
  "subjectEn" TEXT NOT NULL,
  "bodyZh" TEXT NOT NULL,
  "bodyEn" TEXT NOT NULL,
  "authorId" TEXT NOT NULL REFERENCES "users" ("id"),
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0),
  "updatedAt" INTEGER NOT NULL CHECK ("updatedAt" >= 0),
  "reviewedBy" TEXT REFERENCES "users" ("id"),
  "reviewedAt" INTEGER CHECK ("reviewedAt" >= 0),
  "reviewNote" TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX "messageTemplatesByCodeVersion" ON "messageTemplates" ("code", "version");
CREATE INDEX "messageTemplatesByState" ON "messageTemplates" ("state");
CREATE INDEX "messageTemplatesByAuthorId" ON "messageTemplates" ("authorId");
CREATE INDEX "messageTemplatesByReviewedBy" ON "messageTemplates" ("reviewedBy");
CREATE TABLE "careContacts" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "memberId" TEXT REFERENCES "members" ("id"),
  "caseId" TEXT REFERENCES "cases" ("id"),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('phone', 'visit', 'sms', 'email', 'app', 'web')),
  "occasion" TEXT NOT NULL CHECK ("occasion" IN ('regular', 'birthday', 'festival', 'afterMatter', 'delay', 'offer')),
  "reason" TEXT NOT NULL,
  "ownerId" TEXT NOT NULL REFERENCES "users" ("id"),
  "dueDay" TEXT NOT NULL,
  "state" TEXT NOT NULL CHECK ("state" IN ('planned', 'done', 'cancelled')),
  "plannedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "plannedAt" INTEGER NOT NULL CHECK ("plannedAt" >= 0),
  "doneAt" INTEGER CHECK ("doneAt" >= 0),
  "doneBy" TEXT REFERENCES "users" ("id"),
  "isReached" INTEGER NOT NULL DEFAULT 0 CHECK ("isReached" IN (0, 1)),
  "result" TEXT NOT NULL,
  "needs" TEXT NOT NULL,
  "opinions" TEXT NOT NULL,
  "effect" TEXT CHECK ("effect" IN ('better', 'same', 'worse')),
  "effectText" TEXT NOT NULL,
  "effectAt" INTEGER CHECK ("effectAt" >= 0),
  "effectBy" TEXT REFERENCES "users" ("id"),
  "followsId" TEXT REFERENCES "careContacts" ("id"),
  "roundKey" TEXT UNIQUE
) STRICT;
CREATE INDEX "careContactsByStateDueDay" ON "careContacts" ("state", "dueDay");
CREATE INDEX "careContactsByOwnerIdStateDueDay" ON "careContacts" ("ownerId", "state", "dueDay");
CREATE INDEX "careContactsByMemberIdDueDay" ON "careContacts" ("memberId", "dueDay");
CREATE INDEX "careContactsByCaseId" ON "careContacts" ("caseId");
CREATE INDEX "careContactsByFollowsId" ON "careContacts" ("followsId");
CREATE INDEX "careContactsByPlannedBy" ON "careContacts" ("plannedBy");
CREATE INDEX "careContactsByDoneBy" ON "careContacts" ("doneBy");
CREATE INDEX "careContactsByEffectBy" ON "careContacts" ("effectBy");
CREATE TABLE "careChanges" (
  "careId" TEXT NOT NULL REFERENCES "careContacts" ("id"),
  "seq" INTEGER NOT NULL CHECK ("seq" >= 1),
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "actorId" TEXT NOT NULL REFERENCES "users" ("id"),
  "reason" TEXT NOT NULL,
  "before" TEXT NOT NULL,
  "after" TEXT NOT NULL,
  PRIMARY KEY ("careId", "seq")
) STRICT;
CREATE INDEX "careChangesByActorId" ON "careChanges" ("actorId");
CREATE TABLE "messages" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "caseId" TEXT REFERENCES "cases" ("id"),
  "memberId" TEXT REFERENCES "members" ("id"),
  "careId" TEXT REFERENCES "careContacts" ("id"),
  "occasion" TEXT NOT NULL,
  "purpose" TEXT NOT NULL CHECK ("purpose" IN ('service', 'care', 'offer')),
  "channel" TEXT NOT NULL CHECK ("channel" IN ('email', 'sms', 'app', 'phone', 'letter', 'web')),
  "language" TEXT NOT NULL,
  "templateCode" TEXT,
  "templateVersion" INTEGER,
  "fields" TEXT NOT NULL,
  "personName" TEXT NOT NULL,
  "address" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "body" TEXT NOT NULL,
  "state" TEXT NOT NULL CHECK ("state" IN ('toCheck', 'prepared', 'handedOver', 'sent', 'failed', 'cancelled')),
  "isAutomatic" INTEGER NOT NULL DEFAULT 0 CHECK ("isAutomatic" IN (0, 1)),
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "checkedAt" INTEGER CHECK ("checkedAt" >= 0),
  "checkedBy" TEXT REFERENCES "users" ("id"),
  "checkNote" TEXT NOT NULL,
  "dueAt" INTEGER CHECK ("dueAt" >= 0),
  "promisedAt" INTEGER CHECK ("promisedAt" >= 0),
  "handedAt" INTEGER CHECK ("handedAt" >= 0),
  "handedBy" TEXT REFERENCES "users" ("id"),
  "fileName" TEXT,
  "sentAt" INTEGER CHECK ("sentAt" >= 0),
  "sentBy" TEXT REFERENCES "users" ("id"),
  "reference" TEXT NOT NULL,
  "failReason" TEXT NOT NULL,
  "repliedAt" INTEGER CHECK ("repliedAt" >= 0),
  "replyText" TEXT NOT NULL
) STRICT;
CREATE INDEX "messagesByCaseIdCreatedAt" ON "messages" ("caseId", "createdAt");
CREATE INDEX "messagesByMemberIdCreatedAt" ON "messages" ("memberId", "createdAt");
CREATE INDEX "messagesByStateDueAt" ON "messages" ("state", "dueAt");
CREATE INDEX "messagesByCareId" ON "messages" ("careId");
CREATE INDEX "messagesByCreatedBy" ON "messages" ("createdBy");
CREATE INDEX "messagesByCheckedBy" ON "messages" ("checkedBy");
CREATE INDEX "messagesByHandedBy" ON "messages" ("handedBy");
CREATE INDEX "messagesBySentBy" ON "messages" ("sentBy");
CREATE TABLE "channelChoices" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "memberId" TEXT NOT NULL REFERENCES "members" ("id"),
  "channel" TEXT NOT NULL CHECK ("channel" IN ('email', 'sms', 'app', 'phone', 'letter', 'web')),
  "given" INTEGER NOT NULL CHECK ("given" IN (0, 1)),
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "actorId" TEXT NOT NULL REFERENCES "users" ("id"),
  "source" TEXT NOT NULL
) STRICT;
CREATE INDEX "channelChoicesByMemberIdChannelAt" ON "channelChoices" ("memberId", "channel", "at");
CREATE INDEX "channelChoicesByActorId" ON "channelChoices" ("actorId");
-- 240 training
CREATE TABLE "trainingPlans" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "year" INTEGER NOT NULL UNIQUE CHECK ("year" >= 2000),
  "goal" TEXT NOT NULL,
  "budgetFen" INTEGER NOT NULL CHECK ("budgetFen" >= 0),
  "state" TEXT NOT NULL CHECK ("state" IN ('draft', 'approved')),
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "approvedAt" INTEGER CHECK ("approvedAt" >= 0),
  "approvedBy" TEXT REFERENCES "users" ("id")
) STRICT;
CREATE TABLE "trainings" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "planId" TEXT NOT NULL REFERENCES "trainingPlans" ("id"),
  "title" TEXT NOT NULL,
  "goal" TEXT NOT NULL,
  "content" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('business', 'service', 'emergency', 'industry')),
  "topics" TEXT NOT NULL,
  "way" TEXT NOT NULL CHECK ("way" IN ('internal', 'external', 'online', 'caseStudy')),
  "teacher" TEXT NOT NULL,
  "studyIds" TEXT NOT NULL,
  "schedule" TEXT NOT NULL,
  "place" TEXT NOT NULL,
  "budgetFen" INTEGER NOT NULL CHECK ("budgetFen" >= 0),
  "responsibleId" TEXT NOT NULL REFERENCES "users" ("id"),
  "passMark" INTEGER CHECK ("passMark" >= 1),
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "effect" TEXT CHECK ("effect" IN ('effective', 'partly', 'ineffective')),
  "effectText" TEXT,
  "effectFigures" TEXT,
  "assessedAt" INTEGER CHECK ("assessedAt" >= 0),
  "assessedBy" TEXT REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "trainingsByPlanId" ON "trainings" ("planId");
CREATE INDEX "trainingsByResponsibleId" ON "trainings" ("responsibleId");
CREATE TABLE "trainingSessions" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "trainingId" TEXT NOT NULL REFERENCES "trainings" ("id"),
  "place" INTEGER NOT NULL CHECK ("place" >= 1),
  "startsAt" INTEGER NOT NULL CHECK ("startsAt" >= 0),
  "endsAt" INTEGER NOT NULL CHECK ("endsAt" >= 0),
  "state" TEXT NOT NULL CHECK ("state" IN ('planned', 'cancelled')),
  "cancelReason" TEXT
) STRICT;
CREATE UNIQUE INDEX "trainingSessionsByTrainingIdPlace" ON "trainingSessions" ("trainingId", "place");
CREATE TABLE "trainingPeople" (
  "sessionId" TEXT NOT NULL REFERENCES "trainingSessions" ("id"),
  "userId" TEXT NOT NULL REFERENCES "users" ("id"),
  "invitedAt" INTEGER NOT NULL CHECK ("invitedAt" >= 0),
  "invitedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "attendance" TEXT CHECK ("attendance" IN ('attended', 'absent', 'excused')),
  "score" INTEGER CHECK ("score" >= 0),
  "note" TEXT NOT NULL,
  "resultAt" INTEGER CHECK ("resultAt" >= 0),
  "resultBy" TEXT REFERENCES "users" ("id"),
  PRIMARY KEY ("sessionId", "userId")
) STRICT;
CREATE INDEX "trainingPeopleByUserId" ON "trainingPeople" ("userId");
-- 250 knowledge
CREATE TABLE "articles" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "code" TEXT NOT NULL,
  "version" INTEGER NOT NULL CHECK ("version" >= 1),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('answer', 'emergency', 'script', 'policy', 'travel', 'experience', 'industry', 'notice', 'help')),
  "state" TEXT NOT NULL CHECK ("state" IN ('draft', 'submitted', 'published', 'replaced', 'withdrawn')),
  "titleZh" TEXT NOT NULL,
  "titleEn" TEXT NOT NULL,
  "bodyZh" TEXT NOT NULL,
  "bodyEn" TEXT NOT NULL,
  "steps" TEXT NOT NULL,
  "keywords" TEXT NOT NULL,
  "category" TEXT NOT NULL,
  "channels" TEXT NOT NULL,
  "tier" TEXT NOT NULL,
  "company" TEXT NOT NULL,
  "validFrom" TEXT NOT NULL,
  "validUntil" TEXT,
  "changeNote" TEXT NOT NULL,
  "authorId" TEXT REFERENCES "users" ("id"),
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0),
  "updatedAt" INTEGER NOT NULL CHECK ("updatedAt" >= 0),
  "reviewedBy" TEXT REFERENCES "users" ("id"),
  "reviewedAt" INTEGER CHECK ("reviewedAt" >= 0),
  "reviewNote" TEXT NOT NULL,
  "withdrawnBy" TEXT REFERENCES "users" ("id"),
  "withdrawnAt" INTEGER CHECK ("withdrawnAt" >= 0),
  "withdrawReason" TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX "articlesByCodeVersion" ON "articles" ("code", "version");
CREATE INDEX "articlesByStateKind" ON "articles" ("state", "kind");
CREATE INDEX "articlesByAuthorId" ON "articles" ("authorId");
CREATE INDEX "articlesByReviewedBy" ON "articles" ("reviewedBy");
CREATE INDEX "articlesByWithdrawnBy" ON "articles" ("withdrawnBy");
CREATE TABLE "articleTokens" (
  "token" TEXT NOT NULL,
  "articleId" TEXT NOT NULL REFERENCES "articles" ("id"),
  "places" INTEGER NOT NULL CHECK ("places" >= 1),
  PRIMARY KEY ("token", "articleId")
) STRICT;
CREATE INDEX "articleTokensByArticleId" ON "articleTokens" ("articleId");
CREATE TABLE "articleUses" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "articleId" TEXT NOT NULL REFERENCES "articles" ("id"),
  "code" TEXT NOT NULL,
  "version" INTEGER NOT NULL CHECK ("version" >= 1),
  "caseId" TEXT REFERENCES "cases" ("id"),
  "callId" TEXT REFERENCES "calls" ("id"),
  "memberId" TEXT REFERENCES "members" ("id"),
  "userId" TEXT NOT NULL REFERENCES "users" ("id"),
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "language" TEXT NOT NULL,
  "helped" INTEGER CHECK ("helped" IN (0, 1)),
  "reason" TEXT NOT NULL,
  "ratedAt" INTEGER CHECK ("ratedAt" >= 0)
) STRICT;
CREATE INDEX "articleUsesByArticleId" ON "articleUses" ("articleId");
CREATE INDEX "articleUsesByCodeAt" ON "articleUses" ("code", "at");
CREATE INDEX "articleUsesByCaseIdAt" ON "articleUses" ("caseId", "at");
CREATE INDEX "articleUsesByCallId" ON "articleUses" ("callId");
CREATE INDEX "articleUsesByMemberId" ON "articleUses" ("memberId");
CREATE INDEX "articleUsesByUserIdAt" ON "articleUses" ("userId", "at");
CREATE TABLE "articleTallies" (
  "code" TEXT PRIMARY KEY NOT NULL,
  "uses" INTEGER NOT NULL CHECK ("uses" >= 0),
  "helped" INTEGER NOT NULL CHECK ("helped" >= 0),
  "unhelped" INTEGER NOT NULL CHECK ("unhelped" >= 0),
  "thanks" INTEGER NOT NULL CHECK ("thanks" >= 0)
) STRICT;
CREATE TABLE "articleThanks" (
  "code" TEXT NOT NULL,
  "userId" TEXT NOT NULL REFERENCES "users" ("id"),
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  PRIMARY KEY ("code", "userId")
) STRICT;
CREATE INDEX "articleThanksByUserId" ON "articleThanks" ("userId");
CREATE TABLE "articleReads" (
  "articleId" TEXT NOT NULL REFERENCES "articles" ("id"),
  "userId" TEXT NOT NULL REFERENCES "users" ("id"),
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  PRIMARY KEY ("articleId", "userId")
) STRICT;
CREATE INDEX "articleReadsByUserId" ON "articleReads" ("userId");
CREATE TABLE "articleGaps" (
  "term" TEXT PRIMARY KEY NOT NULL,
  "count" INTEGER NOT NULL CHECK ("count" >= 1),
  "firstAt" INTEGER NOT NULL CHECK ("firstAt" >= 0),
  "lastAt" INTEGER NOT NULL CHECK ("lastAt" >= 0),
  "lastBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "isSettled" INTEGER NOT NULL DEFAULT 0 CHECK ("isSettled" IN (0, 1))
) STRICT;
CREATE INDEX "articleGapsByIsSettledCount" ON "articleGaps" ("isSettled", "count");
CREATE INDEX "articleGapsByLastBy" ON "articleGaps" ("lastBy");
-- 260 standards
CREATE TABLE "standards" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "code" TEXT NOT NULL,
  "version" INTEGER NOT NULL CHECK ("version" >= 1),
  "state" TEXT NOT NULL CHECK ("state" IN ('draft', 'inForce', 'retired')),
  "aspect" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "method" TEXT NOT NULL,
  "unit" TEXT NOT NULL,
  "direction" TEXT NOT NULL CHECK ("direction" IN ('atLeast', 'atMost')),
  "target" INTEGER NOT NULL,
  "frequency" TEXT NOT NULL CHECK ("frequency" IN ('week', 'month', 'quarter', 'year')),
  "figure" TEXT NOT NULL,
  "principles" TEXT NOT NULL,
  "savedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "savedAt" INTEGER NOT NULL CHECK ("savedAt" >= 0),
  "approvedBy" TEXT REFERENCES "users" ("id"),
  "approvedAt" INTEGER CHECK ("approvedAt" >= 0)
) STRICT;
CREATE INDEX "standardsByCodeVersion" ON "standards" ("code", "version");
CREATE INDEX "standardsByStateCode" ON "standards" ("state", "code");
CREATE TABLE "standardResults" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "standardId" TEXT NOT NULL REFERENCES "standards" ("id"),
  "code" TEXT NOT NULL,
  "fromDay" TEXT NOT NULL,
  "toDay" TEXT NOT NULL,
  "value" INTEGER NOT NULL,
  "note" TEXT NOT NULL,
  "recordedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "recordedAt" INTEGER NOT NULL CHECK ("recordedAt" >= 0),
  "correction" TEXT,
  "correctionBy" TEXT REFERENCES "users" ("id"),
  "correctionDue" TEXT,
  "outcome" TEXT,
  "outcomeDay" TEXT
) STRICT;
CREATE INDEX "standardResultsByCodeToDay" ON "standardResults" ("code", "toDay");
CREATE INDEX "standardResultsByStandardId" ON "standardResults" ("standardId");
CREATE TABLE "qualityGroup" (
  "userId" TEXT NOT NULL REFERENCES "users" ("id"),
  "duty" TEXT NOT NULL,
  "fromDay" TEXT NOT NULL,
  "toDay" TEXT,
  PRIMARY KEY ("userId", "fromDay")
) STRICT;
CREATE TABLE "optimisations" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "title" TEXT NOT NULL,
  "purpose" TEXT NOT NULL,
  "ownerId" TEXT NOT NULL REFERENCES "users" ("id"),
  "stage" TEXT NOT NULL CHECK ("stage" IN ('diagnosis', 'design', 'trial', 'rollout', 'follow')),
  "state" TEXT NOT NULL CHECK ("state" IN ('open', 'closed', 'stopped')),
  "principles" TEXT NOT NULL,
  "closing" TEXT,
  "createdBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0)
) STRICT;
CREATE INDEX "optimisationsByStateCreatedAt" ON "optimisations" ("state", "createdAt");
CREATE TABLE "optimisationRecords" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "optimisationId" TEXT NOT NULL REFERENCES "optimisations" ("id"),
  "seq" INTEGER NOT NULL CHECK ("seq" >= 1),
  "stage" TEXT NOT NULL CHECK ("stage" IN ('diagnosis', 'design', 'trial', 'rollout', 'follow')),
  "kind" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "tripStage" TEXT,
  "replacesId" TEXT REFERENCES "optimisationRecords" ("id"),
  "place" TEXT,
  "fromDay" TEXT,
  "toDay" TEXT,
  "personId" TEXT REFERENCES "users" ("id"),
  "result" TEXT,
  "effect" TEXT,
  "unit" TEXT,
  "before" INTEGER,
  "after" INTEGER,
  "recordedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "recordedAt" INTEGER NOT NULL CHECK ("recordedAt" >= 0)
) STRICT;
CREATE INDEX "optimisationRecordsByOptimisationIdSeq" ON "optimisationRecords" ("optimisationId", "seq");
CREATE INDEX "optimisationRecordsByReplacesId" ON "optimisationRecords" ("replacesId");
-- 270 teamDay
CREATE INDEX "clocksByBreachedAt" ON "clocks" ("breachedAt");
CREATE TABLE "deskPresence" (
  "userId" TEXT PRIMARY KEY NOT NULL REFERENCES "users" ("id"),
  "state" TEXT NOT NULL CHECK ("state" IN ('ready', 'break', 'training', 'afterCall')),
  "since" INTEGER NOT NULL CHECK ("since" >= 0)
) STRICT;
CREATE TABLE "todos" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "userId" TEXT NOT NULL REFERENCES "users" ("id"),
  "title" TEXT NOT NULL,
  "detail" TEXT NOT NULL,
  "dueAt" INTEGER CHECK ("dueAt" >= 0),
  "remindAt" INTEGER CHECK ("remindAt" >= 0),
  "caseId" TEXT REFERENCES "cases" ("id"),
  "memberId" TEXT REFERENCES "members" ("id"),
  "source" TEXT NOT NULL CHECK ("source" IN ('self', 'given', 'meeting', 'matter', 'moved')),
  "sourceId" TEXT,
  "givenBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "givenAt" INTEGER NOT NULL CHECK ("givenAt" >= 0),
  "state" TEXT NOT NULL CHECK ("state" IN ('open', 'done', 'dropped')),
  "endedAt" INTEGER CHECK ("endedAt" >= 0),
  "endedBy" TEXT REFERENCES "users" ("id"),
  "outcome" TEXT NOT NULL
) STRICT;
CREATE INDEX "todosByUserIdStateDueAt" ON "todos" ("userId", "state", "dueAt");
CREATE INDEX "todosByUserIdStateRemindAt" ON "todos" ("userId", "state", "remindAt");
CREATE INDEX "todosByGivenByState" ON "todos" ("givenBy", "state");
CREATE INDEX "todosBySourceId" ON "todos" ("sourceId");
CREATE INDEX "todosByCaseId" ON "todos" ("caseId");
CREATE INDEX "todosByMemberId" ON "todos" ("memberId");
CREATE INDEX "todosByEndedBy" ON "todos" ("endedBy");
CREATE TABLE "handOvers" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "fromId" TEXT NOT NULL REFERENCES "users" ("id"),
  "toId" TEXT NOT NULL REFERENCES "users" ("id"),
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "note" TEXT NOT NULL,
  "sheet" TEXT NOT NULL,
  "state" TEXT NOT NULL CHECK ("state" IN ('given', 'confirmed', 'declined')),
  "answer" TEXT NOT NULL,
  "answeredAt" INTEGER CHECK ("answeredAt" >= 0)
) STRICT;
CREATE INDEX "handOversByFromIdAt" ON "handOvers" ("fromId", "at");
CREATE INDEX "handOversByToIdAt" ON "handOvers" ("toId", "at");
CREATE INDEX "handOversByToIdState" ON "handOvers" ("toId", "state");
CREATE TABLE "meetings" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "weekDay" TEXT NOT NULL UNIQUE,
  "heldAt" INTEGER NOT NULL CHECK ("heldAt" >= 0),
  "chairId" TEXT NOT NULL REFERENCES "users" ("id"),
  "state" TEXT NOT NULL CHECK ("state" IN ('draft', 'published')),
  "summary" TEXT NOT NULL,
  "plan" TEXT NOT NULL,
  "figures" TEXT NOT NULL,
  "figuresAt" INTEGER NOT NULL CHECK ("figuresAt" >= 0),
  "publishedAt" INTEGER CHECK ("publishedAt" >= 0)
) STRICT;
CREATE INDEX "meetingsByHeldAt" ON "meetings" ("heldAt");
CREATE INDEX "meetingsByChairId" ON "meetings" ("chairId");
CREATE TABLE "meetingPeople" (
  "meetingId" TEXT NOT NULL REFERENCES "meetings" ("id"),
  "userId" TEXT NOT NULL REFERENCES "users" ("id"),
  "isPresent" INTEGER NOT NULL CHECK ("isPresent" IN (0, 1)),
  "acknowledgedAt" INTEGER CHECK ("acknowledgedAt" >= 0),
  PRIMARY KEY ("meetingId", "userId")
) STRICT;
CREATE INDEX "meetingPeopleByUserIdAcknowledgedAt" ON "meetingPeople" ("userId", "acknowledgedAt");
CREATE TABLE "matters" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "title" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "departments" TEXT NOT NULL,
  "outsiders" TEXT NOT NULL,
  "ownerId" TEXT NOT NULL REFERENCES "users" ("id"),
  "dueDay" TEXT NOT NULL,
  "state" TEXT NOT NULL CHECK ("state" IN ('open', 'settled')),
  "closing" TEXT NOT NULL,
  "raisedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "raisedAt" INTEGER NOT NULL CHECK ("raisedAt" >= 0),
  "closedAt" INTEGER CHECK ("closedAt" >= 0),
  "closedBy" TEXT REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "mattersByStateDueDay" ON "matters" ("state", "dueDay");
CREATE INDEX "mattersByOwnerId" ON "matters" ("ownerId");
CREATE INDEX "mattersByRaisedBy" ON "matters" ("raisedBy");
CREATE INDEX "mattersByClosedBy" ON "matters" ("closedBy");
CREATE TABLE "matterPeople" (
  "matterId" TEXT NOT NULL REFERENCES "matters" ("id"),
  "userId" TEXT NOT NULL REFERENCES "users" ("id"),
  PRIMARY KEY ("matterId", "userId")
) STRICT;
CREATE INDEX "matterPeopleByUserId" ON "matterPeople" ("userId");
CREATE TABLE "matterEntries" (
  "matterId" TEXT NOT NULL REFERENCES "matters" ("id"),
  "seq" INTEGER NOT NULL CHECK ("seq" >= 1),
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "byId" TEXT NOT NULL REFERENCES "users" ("id"),
  "action" TEXT NOT NULL CHECK ("action" IN ('raised', 'logged', 'changed', 'settled', 'reopened')),
  "text" TEXT NOT NULL,
  PRIMARY KEY ("matterId", "seq")
) STRICT;
CREATE INDEX "matterEntriesByById" ON "matterEntries" ("byId");
CREATE TABLE "workPlans" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "title" TEXT NOT NULL,
  "fromDay" TEXT NOT NULL,
  "toDay" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "state" TEXT NOT NULL CHECK ("state" IN ('open', 'closed')),
  "closing" TEXT NOT NULL,
  "createdBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0)
) STRICT;
CREATE INDEX "workPlansByStateFromDay" ON "workPlans" ("state", "fromDay");
CREATE INDEX "workPlansByCreatedBy" ON "workPlans" ("createdBy");
CREATE TABLE "workPlanItems" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "planId" TEXT NOT NULL REFERENCES "workPlans" ("id"),
  "place" INTEGER NOT NULL CHECK ("place" >= 1),
  "title" TEXT NOT NULL,
  "measure" TEXT NOT NULL,
  "target" TEXT NOT NULL,
  "ownerId" TEXT NOT NULL REFERENCES "users" ("id"),
  "dueDay" TEXT NOT NULL,
  "goalId" TEXT REFERENCES "goals" ("id"),
  "percent" INTEGER NOT NULL CHECK ("percent" >= 0),
  "note" TEXT NOT NULL,
  "changedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "changedAt" INTEGER NOT NULL CHECK ("changedAt" >= 0)
) STRICT;
CREATE INDEX "workPlanItemsByPlanIdPlace" ON "workPlanItems" ("planId", "place");
CREATE INDEX "workPlanItemsByOwnerId" ON "workPlanItems" ("ownerId");
CREATE INDEX "workPlanItemsByGoalId" ON "workPlanItems" ("goalId");
CREATE INDEX "workPlanItemsByChangedBy" ON "workPlanItems" ("changedBy");
CREATE TABLE "strategies" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "title" TEXT NOT NULL,
  "basis" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "ownerId" TEXT NOT NULL REFERENCES "users" ("id"),
  "fromDay" TEXT NOT NULL,
  "state" TEXT NOT NULL CHECK ("state" IN ('planned', 'running', 'ended')),
  "effect" TEXT NOT NULL,
  "createdBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0),
  "changedAt" INTEGER NOT NULL CHECK ("changedAt" >= 0)
) STRICT;
CREATE INDEX "strategiesByStateFromDay" ON "strategies" ("state", "fromDay");
CREATE INDEX "strategiesByOwnerId" ON "strategies" ("ownerId");
CREATE INDEX "strategiesByCreatedBy" ON "strategies" ("createdBy");
CREATE TABLE "guidance" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "userId" TEXT NOT NULL REFERENCES "users" ("id"),
  "byId" TEXT NOT NULL REFERENCES "users" ("id"),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('assessment', 'coaching')),
  "day" TEXT NOT NULL,
  "period" TEXT,
  "topic" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "advice" TEXT NOT NULL,
  "rating" INTEGER CHECK ("rating" >= 1),
  "figures" TEXT,
  "nextDay" TEXT,
  "caseId" TEXT REFERENCES "cases" ("id"),
  "trainingId" TEXT REFERENCES "trainings" ("id"),
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0),
  "seenAt" INTEGER CHECK ("seenAt" >= 0),
  "reply" TEXT NOT NULL
) STRICT;
CREATE INDEX "guidanceByUserIdDay" ON "guidance" ("userId", "day");
CREATE INDEX "guidanceByByIdDay" ON "guidance" ("byId", "day");
CREATE INDEX "guidanceByDay" ON "guidance" ("day");
CREATE INDEX "guidanceByCaseId" ON "guidance" ("caseId");
CREATE INDEX "guidanceByTrainingId" ON "guidance" ("trainingId");
CREATE TABLE "feedbackDigests" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "title" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "items" TEXT NOT NULL,
  "toId" TEXT NOT NULL REFERENCES "users" ("id"),
  "sentBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "sentAt" INTEGER NOT NULL CHECK ("sentAt" >= 0),
  "answer" TEXT NOT NULL,
  "answeredAt" INTEGER CHECK ("answeredAt" >= 0),
  "answeredBy" TEXT REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "feedbackDigestsBySentAt" ON "feedbackDigests" ("sentAt");
CREATE INDEX "feedbackDigestsBySentBy" ON "feedbackDigests" ("sentBy");
CREATE INDEX "feedbackDigestsByToId" ON "feedbackDigests" ("toId");
CREATE INDEX "feedbackDigestsByAnsweredBy" ON "feedbackDigests" ("answeredBy");
-- 280 callDesk
CREATE TABLE "callWaits" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "source" TEXT NOT NULL CHECK ("source" IN ('link', 'transfer')),
  "phone" TEXT NOT NULL,
  "externalId" TEXT,
  "startedAt" INTEGER NOT NULL CHECK ("startedAt" >= 0),
  "createdBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "fromId" TEXT REFERENCES "calls" ("id"),
  "kind" TEXT CHECK ("kind" IN ('warm', 'cold')),
  "toUserId" TEXT REFERENCES "users" ("id"),
  "toDesk" TEXT,
  "note" TEXT NOT NULL,
  "state" TEXT NOT NULL CHECK ("state" IN ('waiting', 'taken', 'abandoned', 'missed', 'withdrawn')),
  "settledAt" INTEGER CHECK ("settledAt" >= 0),
  "settledBy" TEXT REFERENCES "users" ("id"),
  "callId" TEXT REFERENCES "calls" ("id")
) STRICT;
CREATE INDEX "callWaitsByStateStartedAt" ON "callWaits" ("state", "startedAt");
CREATE INDEX "callWaitsByExternalIdStartedAt" ON "callWaits" ("externalId", "startedAt");
CREATE INDEX "callWaitsByFromId" ON "callWaits" ("fromId");
CREATE INDEX "callWaitsByCallId" ON "callWaits" ("callId");
CREATE INDEX "callWaitsByCreatedBy" ON "callWaits" ("createdBy");
CREATE INDEX "callWaitsByToUserId" ON "callWaits" ("toUserId");
CREATE INDEX "callWaitsBySettledBy" ON "callWaits" ("settledBy");
CREATE TABLE "callConsults" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "callId" TEXT NOT NULL REFERENCES "calls" ("id"),
  "askedId" TEXT REFERENCES "users" ("id"),
  "asked" TEXT NOT NULL,
  "question" TEXT NOT NULL,
  "startedAt" INTEGER NOT NULL CHECK ("startedAt" >= 0),
  "endedAt" INTEGER CHECK ("endedAt" >= 0),
  "answer" TEXT NOT NULL
) STRICT;
CREATE INDEX "callConsultsByCallIdStartedAt" ON "callConsults" ("callId", "startedAt");
CREATE INDEX "callConsultsByAskedId" ON "callConsults" ("askedId");
CREATE TABLE "callBackEnds" (
  "followUpId" TEXT PRIMARY KEY NOT NULL REFERENCES "followUps" ("id"),
  "result" TEXT NOT NULL CHECK ("result" IN ('reached', 'otherWay', 'notNeeded', 'gaveUp')),
  "tries" INTEGER NOT NULL CHECK ("tries" >= 0),
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "actorId" TEXT NOT NULL REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "callBackEndsByActorId" ON "callBackEnds" ("actorId");
CREATE INDEX "callsByCallBackOf" ON "calls" ("callBackOf");
-- 290 queue
CREATE TABLE "savedViews" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "ownerId" TEXT NOT NULL REFERENCES "users" ("id"),
  "name" TEXT NOT NULL,
  "isShared" INTEGER NOT NULL CHECK ("isShared" IN (0, 1)),
  "query" TEXT NOT NULL,
  "digit" INTEGER CHECK ("digit" >= 1),
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0),
  "updatedAt" INTEGER NOT NULL CHECK ("updatedAt" >= 0),
  "deletedAt" INTEGER CHECK ("deletedAt" >= 0)
) STRICT;
CREATE INDEX "savedViewsByOwnerIdDeletedAt" ON "savedViews" ("ownerId", "deletedAt");
CREATE INDEX "savedViewsByIsSharedDeletedAt" ON "savedViews" ("isShared", "deletedAt");
CREATE TABLE "bulkRuns" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "actorId" TEXT NOT NULL REFERENCES "users" ("id"),
  "act" TEXT NOT NULL,
  "undoneAt" INTEGER CHECK ("undoneAt" >= 0)
) STRICT;
CREATE INDEX "bulkRunsByActorIdAt" ON "bulkRuns" ("actorId", "at");
CREATE TABLE "bulkItems" (
  "runId" TEXT NOT NULL REFERENCES "bulkRuns" ("id"),
  "caseId" TEXT NOT NULL REFERENCES "cases" ("id"),
  "outcome" TEXT NOT NULL CHECK ("outcome" IN ('done', 'refused')),
  "failure" TEXT,
  "seq" INTEGER NOT NULL CHECK ("seq" >= 0),
  "before" TEXT NOT NULL,
  "followUpId" TEXT REFERENCES "followUps" ("id"),
  "undone" TEXT CHECK ("undone" IN ('done', 'refused')),
  PRIMARY KEY ("runId", "caseId")
) STRICT;
CREATE INDEX "bulkItemsByCaseId" ON "bulkItems" ("caseId");
CREATE INDEX "bulkItemsByFollowUpId" ON "bulkItems" ("followUpId");
CREATE TABLE "caseReads" (
  "userId" TEXT NOT NULL REFERENCES "users" ("id"),
  "caseId" TEXT NOT NULL REFERENCES "cases" ("id"),
  "seq" INTEGER NOT NULL CHECK ("seq" >= 0),
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  PRIMARY KEY ("userId", "caseId")
) STRICT;
CREATE INDEX "caseReadsByCaseId" ON "caseReads" ("caseId");
CREATE TABLE "mentions" (
  "userId" TEXT NOT NULL REFERENCES "users" ("id"),
  "caseId" TEXT NOT NULL REFERENCES "cases" ("id"),
  "seq" INTEGER NOT NULL CHECK ("seq" >= 1),
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "byId" TEXT NOT NULL REFERENCES "users" ("id"),
  "seenAt" INTEGER CHECK ("seenAt" >= 0),
  PRIMARY KEY ("userId", "caseId", "seq")
) STRICT;
CREATE INDEX "mentionsByUserIdSeenAtAt" ON "mentions" ("userId", "seenAt", "at");
CREATE INDEX "mentionsByCaseId" ON "mentions" ("caseId");
CREATE INDEX "mentionsByById" ON "mentions" ("byId");
CREATE TABLE "caseOpenings" (
  "window" TEXT PRIMARY KEY NOT NULL,
  "caseId" TEXT NOT NULL REFERENCES "cases" ("id"),
  "userId" TEXT NOT NULL REFERENCES "users" ("id"),
  "openedAt" INTEGER NOT NULL CHECK ("openedAt" >= 0),
  "beatAt" INTEGER NOT NULL CHECK ("beatAt" >= 0)
) STRICT;
CREATE INDEX "caseOpeningsByCaseIdBeatAt" ON "caseOpenings" ("caseId", "beatAt");
CREATE INDEX "caseOpeningsByUserId" ON "caseOpenings" ("userId");
CREATE TABLE "caseSearch" (
  "caseId" TEXT PRIMARY KEY NOT NULL REFERENCES "cases" ("id"),
  "place" INTEGER NOT NULL UNIQUE CHECK ("place" >= 1)
) STRICT;
CREATE TABLE "caseWords" (
  "word" TEXT NOT NULL,
  "place" INTEGER NOT NULL CHECK ("place" >= 1),
  PRIMARY KEY ("word", "place")
) STRICT;
-- 300 people
CREATE TABLE "memberKin" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "memberId" TEXT NOT NULL REFERENCES "members" ("id"),
  "name" TEXT NOT NULL,
  "relation" TEXT NOT NULL CHECK ("relation" IN ('spouse', 'parent', 'child', 'sibling', 'relative', 'assistant', 'colleague', 'agent')),
  "phone" TEXT NOT NULL,
  "normalized" TEXT NOT NULL,
  "rights" TEXT NOT NULL,
  "fromDay" TEXT NOT NULL,
  "untilDay" TEXT,
  "proof" TEXT NOT NULL CHECK ("proof" IN ('call', 'letter', 'counter', 'app')),
  "proofText" TEXT NOT NULL,
  "recordedAt" INTEGER NOT NULL CHECK ("recordedAt" >= 0),
  "recordedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "endedAt" INTEGER CHECK ("endedAt" >= 0),
  "endedBy" TEXT REFERENCES "users" ("id"),
  "endReason" TEXT NOT NULL
) STRICT;
CREATE INDEX "memberKinByMemberId" ON "memberKin" ("memberId");
CREATE INDEX "memberKinByNormalized" ON "memberKin" ("normalized");
CREATE INDEX "memberKinByRecordedBy" ON "memberKin" ("recordedBy");
CREATE INDEX "memberKinByEndedBy" ON "memberKin" ("endedBy");
CREATE TABLE "wishSources" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('questionnaire', 'interview')),
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "actorId" TEXT NOT NULL REFERENCES "users" ("id"),
  "memberId" TEXT REFERENCES "members" ("id"),
  "callId" TEXT REFERENCES "calls" ("id"),
  "stage" TEXT NOT NULL CHECK ("stage" IN ('enquiry', 'booking', 'travel', 'after')),
  "note" TEXT NOT NULL,
  "fileName" TEXT,
  "fileSha256" TEXT,
  "read" INTEGER NOT NULL CHECK ("read" >= 0),
  "recorded" INTEGER NOT NULL CHECK ("recorded" >= 0),
  "rejected" INTEGER NOT NULL CHECK ("rejected" >= 0)
) STRICT;
CREATE INDEX "wishSourcesByKindAtId" ON "wishSources" ("kind", "at", "id");
CREATE INDEX "wishSourcesByMemberIdAt" ON "wishSources" ("memberId", "at");
CREATE INDEX "wishSourcesByCallId" ON "wishSources" ("callId");
CREATE INDEX "wishSourcesByActorId" ON "wishSources" ("actorId");
CREATE INDEX "wishSourcesByFileSha256" ON "wishSources" ("fileSha256");
CREATE TABLE "wishes" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "memberId" TEXT NOT NULL REFERENCES "members" ("id"),
  "topic" TEXT NOT NULL,
  "value" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL CHECK ("source" IN ('questionnaire', 'interview', 'agent')),
  "sourceId" TEXT REFERENCES "wishSources" ("id"),
  "stage" TEXT NOT NULL CHECK ("stage" IN ('enquiry', 'booking', 'travel', 'after')),
  "saidAt" INTEGER NOT NULL CHECK ("saidAt" >= 0),
  "recordedAt" INTEGER NOT NULL CHECK ("recordedAt" >= 0),
  "recordedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "seenAt" INTEGER CHECK ("seenAt" >= 0),
  "seenBy" TEXT REFERENCES "users" ("id"),
  "endedAt" INTEGER CHECK ("endedAt" >= 0),
  "endedBy" TEXT REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "wishesByMemberIdRecordedAtId" ON "wishes" ("memberId", "recordedAt", "id");
CREATE INDEX "wishesByTopicValueEndedAtMemberId" ON "wishes" ("topic", "value", "endedAt", "memberId");
CREATE INDEX "wishesByRecordedAtId" ON "wishes" ("recordedAt", "id");
CREATE INDEX "wishesBySourceId" ON "wishes" ("sourceId");
CREATE INDEX "wishesByRecordedBy" ON "wishes" ("recordedBy");
CREATE INDEX "wishesBySeenBy" ON "wishes" ("seenBy");
CREATE INDEX "wishesByEndedBy" ON "wishes" ("endedBy");
CREATE TABLE "memberOrigins" (
  "memberId" TEXT PRIMARY KEY NOT NULL REFERENCES "members" ("id"),
  "channel" TEXT NOT NULL,
  "campaign" TEXT NOT NULL,
  "recordedAt" INTEGER NOT NULL CHECK ("recordedAt" >= 0),
  "recordedBy" TEXT NOT NULL REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "memberOriginsByChannelMemberId" ON "memberOrigins" ("channel", "memberId");
CREATE INDEX "memberOriginsByRecordedBy" ON "memberOrigins" ("recordedBy");
CREATE TABLE "memberTypes" (
  "memberId" TEXT NOT NULL REFERENCES "members" ("id"),
  "type" TEXT NOT NULL,
  "isConfirmed" INTEGER NOT NULL CHECK ("isConfirmed" IN (0, 1)),
  "grounds" TEXT NOT NULL,
  "decidedAt" INTEGER NOT NULL CHECK ("decidedAt" >= 0),
  "decidedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  PRIMARY KEY ("memberId", "type")
) STRICT;
CREATE INDEX "memberTypesByTypeIsConfirmedMemberId" ON "memberTypes" ("type", "isConfirmed", "memberId");
CREATE INDEX "memberTypesByDecidedBy" ON "memberTypes" ("decidedBy");
CREATE TABLE "memberMerges" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "winnerId" TEXT NOT NULL REFERENCES "members" ("id"),
  "loserId" TEXT NOT NULL REFERENCES "members" ("id"),
  "standing" TEXT UNIQUE REFERENCES "members" ("id"),
  "grounds" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "mergedAt" INTEGER NOT NULL CHECK ("mergedAt" >= 0),
  "mergedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "undoneAt" INTEGER CHECK ("undoneAt" >= 0),
  "undoneBy" TEXT REFERENCES "users" ("id"),
  "undoReason" TEXT NOT NULL
) STRICT;
CREATE INDEX "memberMergesByWinnerId" ON "memberMerges" ("winnerId");
CREATE INDEX "memberMergesByLoserId" ON "memberMerges" ("loserId");
CREATE INDEX "memberMergesByMergedBy" ON "memberMerges" ("mergedBy");
CREATE INDEX "memberMergesByUndoneBy" ON "memberMerges" ("undoneBy");
CREATE INDEX "membersByBirthDateNamePinyin" ON "members" ("birthDate", "namePinyin");
CREATE TABLE "targetGroups" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "name" TEXT NOT NULL UNIQUE,
  "note" TEXT NOT NULL,
  "criteria" TEXT NOT NULL,
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "updatedAt" INTEGER NOT NULL CHECK ("updatedAt" >= 0)
) STRICT;
CREATE INDEX "targetGroupsByCreatedBy" ON "targetGroups" ("createdBy");
CREATE TABLE "targetRuns" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "groupId" TEXT NOT NULL REFERENCES "targetGroups" ("id"),
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "actorId" TEXT NOT NULL REFERENCES "users" ("id"),
  "criteria" TEXT NOT NULL,
  "considered" INTEGER NOT NULL CHECK ("considered" >= 0),
  "chosen" INTEGER NOT NULL CHECK ("chosen" >= 0)
) STRICT;
CREATE INDEX "targetRunsByGroupIdAtId" ON "targetRuns" ("groupId", "at", "id");
CREATE INDEX "targetRunsByActorId" ON "targetRuns" ("actorId");
CREATE TABLE "targetMembers" (
  "runId" TEXT NOT NULL REFERENCES "targetRuns" ("id"),
  "memberId" TEXT NOT NULL REFERENCES "members" ("id"),
  PRIMARY KEY ("runId", "memberId")
) STRICT;
CREATE INDEX "targetMembersByMemberId" ON "targetMembers" ("memberId");
CREATE TABLE "companies" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "name" TEXT NOT NULL UNIQUE,
  "contact" TEXT NOT NULL,
  "phone" TEXT NOT NULL,
  "travelRules" TEXT NOT NULL,
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "updatedAt" INTEGER NOT NULL CHECK ("updatedAt" >= 0)
) STRICT;
CREATE INDEX "companiesByCreatedBy" ON "companies" ("createdBy");
CREATE TABLE "companyTravellers" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "companyId" TEXT NOT NULL REFERENCES "companies" ("id"),
  "memberId" TEXT NOT NULL REFERENCES "members" ("id"),
  "role" TEXT NOT NULL,
  "fromDay" TEXT NOT NULL,
  "endedDay" TEXT
) STRICT;
CREATE UNIQUE INDEX "companyTravellersByCompanyIdMemberId" ON "companyTravellers" ("companyId", "memberId");
CREATE INDEX "companyTravellersByMemberId" ON "companyTravellers" ("memberId");
CREATE TABLE "caseBusiness" (
  "caseId" TEXT PRIMARY KEY NOT NULL REFERENCES "cases" ("id"),
  "companyId" TEXT REFERENCES "companies" ("id"),
  "travellerId" TEXT REFERENCES "members" ("id"),
  "travellerName" TEXT NOT NULL,
  "orderNo" TEXT NOT NULL,
  "attachedAt" INTEGER NOT NULL CHECK ("attachedAt" >= 0),
  "attachedBy" TEXT NOT NULL REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "caseBusinessByCompanyId" ON "caseBusiness" ("companyId");
CREATE INDEX "caseBusinessByTravellerId" ON "caseBusiness" ("travellerId");
CREATE INDEX "caseBusinessByOrderNo" ON "caseBusiness" ("orderNo");
CREATE INDEX "caseBusinessByAttachedBy" ON "caseBusiness" ("attachedBy");
CREATE INDEX "followUpsByMemberIdDoneAtDueAt" ON "followUps" ("memberId", "doneAt", "dueAt");
CREATE INDEX "careContactsByMemberIdPlannedAtId" ON "careContacts" ("memberId", "plannedAt", "id");
-- 310 scorecards
CREATE TABLE "scorecardSchemes" (
  "version" INTEGER PRIMARY KEY NOT NULL CHECK ("version" >= 2),
  "fromMonth" TEXT NOT NULL,
  "body" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "savedAt" INTEGER NOT NULL CHECK ("savedAt" >= 0),
  "savedBy" TEXT NOT NULL REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "scorecardSchemesByFromMonthVersion" ON "scorecardSchemes" ("fromMonth", "version");
CREATE INDEX "scorecardSchemesBySavedBy" ON "scorecardSchemes" ("savedBy");
CREATE TABLE "scorecardRounds" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "month" TEXT NOT NULL UNIQUE,
  "state" TEXT NOT NULL CHECK ("state" IN ('collecting', 'calibrating', 'published', 'frozen')),
  "schemeVersion" INTEGER NOT NULL CHECK ("schemeVersion" >= 1),
  "scheme" TEXT NOT NULL,
  "selfDueAt" INTEGER NOT NULL CHECK ("selfDueAt" >= 0),
  "leadDueAt" INTEGER NOT NULL CHECK ("leadDueAt" >= 0),
  "answerDueAt" INTEGER CHECK ("answerDueAt" >= 0),
  "openedAt" INTEGER NOT NULL CHECK ("openedAt" >= 0),
  "openedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "countedAt" INTEGER NOT NULL CHECK ("countedAt" >= 0),
  "publishedAt" INTEGER CHECK ("publishedAt" >= 0),
  "publishedBy" TEXT REFERENCES "users" ("id"),
  "frozenAt" INTEGER CHECK ("frozenAt" >= 0),
  "frozenBy" TEXT REFERENCES "users" ("id"),
  "sha256" TEXT
) STRICT;
CREATE INDEX "scorecardRoundsByOpenedBy" ON "scorecardRounds" ("openedBy");
CREATE INDEX "scorecardRoundsByPublishedBy" ON "scorecardRounds" ("publishedBy");
CREATE INDEX "scorecardRoundsByFrozenBy" ON "scorecardRounds" ("frozenBy");
CREATE TABLE "scorecards" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "roundId" TEXT NOT NULL REFERENCES "scorecardRounds" ("id"),
  "userId" TEXT NOT NULL REFERENCES "users" ("id"),
  "leadId" TEXT REFERENCES "users" ("id"),
  "leadReason" TEXT NOT NULL,
  "seq" INTEGER NOT NULL CHECK ("seq" >= 1),
  "selfSeq" INTEGER NOT NULL CHECK ("selfSeq" >= 1),
  "figures" TEXT NOT NULL,
  "customers" TEXT NOT NULL,
  "self" TEXT,
  "summary" TEXT,
  "selfState" TEXT NOT NULL CHECK ("selfState" IN ('none', 'draft', 'given')),
  "selfAt" INTEGER CHECK ("selfAt" >= 0),
  "lead" TEXT,
  "leadState" TEXT NOT NULL CHECK ("leadState" IN ('none', 'draft', 'given')),
  "leadAt" INTEGER CHECK ("leadAt" >= 0),
  "leadBy" TEXT REFERENCES "users" ("id"),
  "reminders" INTEGER NOT NULL CHECK ("reminders" >= 0),
  "remindedAt" INTEGER CHECK ("remindedAt" >= 0),
  "answer" TEXT NOT NULL CHECK ("answer" IN ('waiting', 'confirmed', 'silent', 'appealed', 'upheld', 'changed')),
  "answerText" TEXT NOT NULL,
  "answeredAt" INTEGER CHECK ("answeredAt" >= 0),
  "decisionText" TEXT NOT NULL,
  "decidedAt" INTEGER CHECK ("decidedAt" >= 0),
  "decidedBy" TEXT REFERENCES "users" ("id"),
  "frozen" TEXT,
  "sha256" TEXT,
  "frozenTotal" INTEGER CHECK ("frozenTotal" >= 0),
  "frozenGrade" TEXT
) STRICT;
CREATE UNIQUE INDEX "scorecardsByRoundIdUserId" ON "scorecards" ("roundId", "userId");
CREATE INDEX "scorecardsByUserId" ON "scorecards" ("userId");
CREATE INDEX "scorecardsByLeadId" ON "scorecards" ("leadId");
CREATE INDEX "scorecardsByLeadBy" ON "scorecards" ("leadBy");
CREATE INDEX "scorecardsByDecidedBy" ON "scorecards" ("decidedBy");
CREATE TABLE "scorecardChanges" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "cardId" TEXT NOT NULL REFERENCES "scorecards" ("id"),
  "seq" INTEGER NOT NULL CHECK ("seq" >= 1),
  "stage" TEXT NOT NULL CHECK ("stage" IN ('calibration', 'appeal', 'correction')),
  "indicator" TEXT NOT NULL CHECK ("indicator" IN ('satisfaction', 'resolution', 'complaintTime', 'answerTime', 'handlingTime', 'knowledge', 'teamwork')),
  "fromScore" INTEGER CHECK ("fromScore" >= 0),
  "toScore" INTEGER NOT NULL CHECK ("toScore" >= 0),
  "reason" TEXT NOT NULL,
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "by" TEXT NOT NULL REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "scorecardChangesByCardIdSeq" ON "scorecardChanges" ("cardId", "seq");
CREATE INDEX "scorecardChangesByBy" ON "scorecardChanges" ("by");
CREATE TABLE "commendations" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "number" TEXT NOT NULL UNIQUE,
  "userId" TEXT NOT NULL REFERENCES "users" ("id"),
  "cardId" TEXT REFERENCES "scorecards" ("id"),
  "title" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "prize" TEXT NOT NULL,
  "prizeFen" INTEGER NOT NULL CHECK ("prizeFen" >= 0),
  "givenDay" TEXT NOT NULL,
  "givenAt" INTEGER NOT NULL CHECK ("givenAt" >= 0),
  "givenBy" TEXT NOT NULL REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "commendationsByUserIdGivenAt" ON "commendations" ("userId", "givenAt");
CREATE INDEX "commendationsByGivenAt" ON "commendations" ("givenAt");
CREATE INDEX "commendationsByCardId" ON "commendations" ("cardId");
CREATE INDEX "commendationsByGivenBy" ON "commendations" ("givenBy");
CREATE TABLE "trainingRewards" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "userId" TEXT NOT NULL REFERENCES "users" ("id"),
  "sessionId" TEXT NOT NULL REFERENCES "trainingSessions" ("id"),
  "cardId" TEXT REFERENCES "scorecards" ("id"),
  "reason" TEXT NOT NULL,
  "givenAt" INTEGER NOT NULL CHECK ("givenAt" >= 0),
  "givenBy" TEXT NOT NULL REFERENCES "users" ("id")
) STRICT;
CREATE UNIQUE INDEX "trainingRewardsBySessionIdUserId" ON "trainingRewards" ("sessionId", "userId");
CREATE INDEX "trainingRewardsByUserIdGivenAt" ON "trainingRewards" ("userId", "givenAt");
CREATE INDEX "trainingRewardsByCardId" ON "trainingRewards" ("cardId");
CREATE INDEX "trainingRewardsByGivenBy" ON "trainingRewards" ("givenBy");
-- 320 exams and careers
CREATE TABLE "examQuestions" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "number" INTEGER NOT NULL UNIQUE CHECK ("number" >= 1),
  "shippedCode" TEXT UNIQUE,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('single', 'multiple', 'trueFalse', 'short')),
  "topic" TEXT NOT NULL,
  "difficulty" TEXT NOT NULL CHECK ("difficulty" IN ('easy', 'medium', 'hard')),
  "validFrom" TEXT,
  "validUntil" TEXT,
  "version" INTEGER NOT NULL CHECK ("version" >= 1),
  "state" TEXT NOT NULL CHECK ("state" IN ('active', 'retired')),
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" TEXT NOT NULL REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "examQuestionsByStateNumber" ON "examQuestions" ("state", "number");
CREATE INDEX "examQuestionsByCreatedBy" ON "examQuestions" ("createdBy");
CREATE TABLE "examQuestionVersions" (
  "questionId" TEXT NOT NULL REFERENCES "examQuestions" ("id"),
  "version" INTEGER NOT NULL CHECK ("version" >= 1),
  "body" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "savedAt" INTEGER NOT NULL CHECK ("savedAt" >= 0),
  "savedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  PRIMARY KEY ("questionId", "version")
) STRICT;
CREATE INDEX "examQuestionVersionsBySavedBy" ON "examQuestionVersions" ("savedBy");
CREATE TABLE "examPapers" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "title" TEXT NOT NULL,
  "blueprint" TEXT NOT NULL,
  "minutes" INTEGER NOT NULL CHECK ("minutes" >= 1),
  "passMark" INTEGER NOT NULL CHECK ("passMark" >= 1),
  "maxAttempts" INTEGER NOT NULL CHECK ("maxAttempts" >= 1),
  "isActive" INTEGER NOT NULL CHECK ("isActive" IN (0, 1)),
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" TEXT NOT NULL REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "examPapersByCreatedBy" ON "examPapers" ("createdBy");
CREATE TABLE "exams" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "paperId" TEXT NOT NULL REFERENCES "examPapers" ("id"),
  "title" TEXT NOT NULL,
  "month" TEXT NOT NULL,
  "blueprint" TEXT NOT NULL,
  "pool" TEXT NOT NULL,
  "seed" INTEGER NOT NULL CHECK ("seed" >= 0),
  "minutes" INTEGER NOT NULL CHECK ("minutes" >= 1),
  "passMark" INTEGER NOT NULL CHECK ("passMark" >= 1),
  "maxAttempts" INTEGER NOT NULL CHECK ("maxAttempts" >= 1),
  "opensAt" INTEGER NOT NULL CHECK ("opensAt" >= 0),
  "closesAt" INTEGER NOT NULL CHECK ("closesAt" >= 0),
  "state" TEXT NOT NULL CHECK ("state" IN ('open', 'cancelled')),
  "cancelReason" TEXT,
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" TEXT NOT NULL REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "examsByPaperId" ON "exams" ("paperId");
CREATE INDEX "examsByOpensAt" ON "exams" ("opensAt");
CREATE INDEX "examsByCreatedBy" ON "exams" ("createdBy");
CREATE TABLE "examPeople" (
  "examId" TEXT NOT NULL REFERENCES "exams" ("id"),
  "userId" TEXT NOT NULL REFERENCES "users" ("id"),
  "invitedAt" INTEGER NOT NULL CHECK ("invitedAt" >= 0),
  "invitedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  PRIMARY KEY ("examId", "userId")
) STRICT;
CREATE INDEX "examPeopleByUserId" ON "examPeople" ("userId");
CREATE INDEX "examPeopleByInvitedBy" ON "examPeople" ("invitedBy");
CREATE TABLE "examAttempts" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "examId" TEXT NOT NULL REFERENCES "exams" ("id"),
  "userId" TEXT NOT NULL REFERENCES "users" ("id"),
  "place" INTEGER NOT NULL CHECK ("place" >= 1),
  "seed" INTEGER NOT NULL CHECK ("seed" >= 0),
  "startedAt" INTEGER NOT NULL CHECK ("startedAt" >= 0),
  "allowedMs" INTEGER NOT NULL CHECK ("allowedMs" >= 0),
  "elapsedMs" INTEGER NOT NULL CHECK ("elapsedMs" >= 0),
  "seenAt" INTEGER NOT NULL CHECK ("seenAt" >= 0),
  "clockBackMs" INTEGER NOT NULL CHECK ("clockBackMs" >= 0),
  "state" TEXT NOT NULL CHECK ("state" IN ('running', 'handedIn', 'marked')),
  "endedBy" TEXT CHECK ("endedBy" IN ('person', 'time')),
  "endedAt" INTEGER CHECK ("endedAt" >= 0),
  "outOf" INTEGER NOT NULL CHECK ("outOf" >= 1),
  "points" INTEGER CHECK ("points" >= 0),
  "score" INTEGER CHECK ("score" >= 0),
  "markedAt" INTEGER CHECK ("markedAt" >= 0)
) STRICT;
CREATE UNIQUE INDEX "examAttemptsByExamIdUserIdPlace" ON "examAttempts" ("examId", "userId", "place");
CREATE INDEX "examAttemptsByUserId" ON "examAttempts" ("userId");
CREATE INDEX "examAttemptsByState" ON "examAttempts" ("state");
CREATE TABLE "examAnswers" (
  "attemptId" TEXT NOT NULL REFERENCES "examAttempts" ("id"),
  "place" INTEGER NOT NULL CHECK ("place" >= 1),
  "questionId" TEXT NOT NULL REFERENCES "examQuestions" ("id"),
  "version" INTEGER NOT NULL CHECK ("version" >= 1),
  "optionOrder" TEXT NOT NULL,
  "outOf" INTEGER NOT NULL CHECK ("outOf" >= 1),
  "answer" TEXT,
  "answeredAt" INTEGER CHECK ("answeredAt" >= 0),
  "points" INTEGER CHECK ("points" >= 0),
  "remark" TEXT NOT NULL,
  "markedAt" INTEGER CHECK ("markedAt" >= 0),
  "markedBy" TEXT REFERENCES "users" ("id"),
  PRIMARY KEY ("attemptId", "place")
) STRICT;
CREATE INDEX "examAnswersByQuestionId" ON "examAnswers" ("questionId");
CREATE INDEX "examAnswersByMarkedBy" ON "examAnswers" ("markedBy");
CREATE TABLE "examResults" (
  "examId" TEXT NOT NULL REFERENCES "exams" ("id"),
  "userId" TEXT NOT NULL REFERENCES "users" ("id"),
  "month" TEXT NOT NULL,
  "score" INTEGER NOT NULL CHECK ("score" >= 0),
  "points" INTEGER NOT NULL CHECK ("points" >= 0),
  "outOf" INTEGER NOT NULL CHECK ("outOf" >= 1),
  "isPassed" INTEGER NOT NULL CHECK ("isPassed" IN (0, 1)),
  "attempts" INTEGER NOT NULL CHECK ("attempts" >= 1),
  "attemptId" TEXT NOT NULL REFERENCES "examAttempts" ("id"),
  "updatedAt" INTEGER NOT NULL CHECK ("updatedAt" >= 0),
  PRIMARY KEY ("examId", "userId")
) STRICT;
CREATE INDEX "examResultsByUserIdMonth" ON "examResults" ("userId", "month");
CREATE INDEX "examResultsByMonth" ON "examResults" ("month");
CREATE INDEX "examResultsByAttemptId" ON "examResults" ("attemptId");
CREATE TABLE "careerLadders" (
  "version" INTEGER PRIMARY KEY NOT NULL,
  "body" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "savedAt" INTEGER NOT NULL CHECK ("savedAt" >= 0),
  "savedBy" TEXT NOT NULL REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "careerLaddersBySavedBy" ON "careerLadders" ("savedBy");
CREATE TABLE "staffFiles" (
  "userId" TEXT PRIMARY KEY NOT NULL REFERENCES "users" ("id"),
  "post" TEXT NOT NULL CHECK ("post" IN ('specialist', 'senior', 'supervisor', 'manager')),
  "postSince" TEXT NOT NULL,
  "aimPost" TEXT CHECK ("aimPost" IN ('specialist', 'senior', 'supervisor', 'manager')),
  "aimDay" TEXT,
  "birthYear" INTEGER CHECK ("birthYear" >= 1900),
  "sex" TEXT CHECK ("sex" IN ('female', 'male')),
  "profession" TEXT,
  "wish" TEXT,
  "changedAt" INTEGER NOT NULL CHECK ("changedAt" >= 0),
  "changedBy" TEXT NOT NULL REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "staffFilesByChangedBy" ON "staffFiles" ("changedBy");
CREATE TABLE "staffAbilities" (
  "userId" TEXT NOT NULL REFERENCES "users" ("id"),
  "ability" TEXT NOT NULL,
  "level" INTEGER NOT NULL CHECK ("level" >= 0),
  "note" TEXT NOT NULL,
  "assessedAt" INTEGER NOT NULL CHECK ("assessedAt" >= 0),
  "assessedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  PRIMARY KEY ("userId", "ability")
) STRICT;
CREATE INDEX "staffAbilitiesByAssessedBy" ON "staffAbilities" ("assessedBy");
CREATE TABLE "careerMoves" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "userId" TEXT NOT NULL REFERENCES "users" ("id"),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('promotion', 'transfer', 'adjustment')),
  "fromPost" TEXT NOT NULL CHECK ("fromPost" IN ('specialist', 'senior', 'supervisor', 'manager')),
  "toPost" TEXT NOT NULL CHECK ("toPost" IN ('specialist', 'senior', 'supervisor', 'manager')),
  "effectiveDay" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "checks" TEXT NOT NULL,
  "state" TEXT NOT NULL CHECK ("state" IN ('proposed', 'approved', 'refused')),
  "proposedAt" INTEGER NOT NULL CHECK ("proposedAt" >= 0),
  "proposedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "decidedAt" INTEGER CHECK ("decidedAt" >= 0),
  "decidedBy" TEXT REFERENCES "users" ("id"),
  "decisionNote" TEXT
) STRICT;
CREATE INDEX "careerMovesByUserId" ON "careerMoves" ("userId");
CREATE INDEX "careerMovesByState" ON "careerMoves" ("state");
CREATE INDEX "careerMovesByProposedBy" ON "careerMoves" ("proposedBy");
CREATE INDEX "careerMovesByDecidedBy" ON "careerMoves" ("decidedBy");
CREATE TABLE "certificates" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "userId" TEXT NOT NULL REFERENCES "users" ("id"),
  "name" TEXT NOT NULL,
  "issuer" TEXT NOT NULL,
  "number" TEXT NOT NULL,
  "issuedDay" TEXT NOT NULL,
  "expiresDay" TEXT,
  "recordedAt" INTEGER NOT NULL CHECK ("recordedAt" >= 0),
  "recordedBy" TEXT NOT NULL REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "certificatesByUserId" ON "certificates" ("userId");
CREATE INDEX "certificatesByExpiresDay" ON "certificates" ("expiresDay");
CREATE INDEX "certificatesByRecordedBy" ON "certificates" ("recordedBy");
CREATE TABLE "incentives" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "userId" TEXT NOT NULL REFERENCES "users" ("id"),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('pay', 'promotion', 'honour')),
  "title" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "fits" TEXT NOT NULL,
  "amountFen" INTEGER CHECK ("amountFen" >= 0),
  "certificateId" TEXT REFERENCES "certificates" ("id"),
  "givenDay" TEXT NOT NULL,
  "recordedAt" INTEGER NOT NULL CHECK ("recordedAt" >= 0),
  "recordedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "effect" TEXT CHECK ("effect" IN ('effective', 'partly', 'ineffective')),
  "effectText" TEXT,
  "effectFigures" TEXT,
  "evaluatedAt" INTEGER CHECK ("evaluatedAt" >= 0),
  "evaluatedBy" TEXT REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "incentivesByUserId" ON "incentives" ("userId");
CREATE INDEX "incentivesByCertificateId" ON "incentives" ("certificateId");
CREATE INDEX "incentivesByGivenDay" ON "incentives" ("givenDay");
CREATE INDEX "incentivesByRecordedBy" ON "incentives" ("recordedBy");
CREATE INDEX "incentivesByEvaluatedBy" ON "incentives" ("evaluatedBy");
CREATE TABLE "developmentSteps" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "userId" TEXT NOT NULL REFERENCES "users" ("id"),
  "title" TEXT NOT NULL,
  "ability" TEXT,
  "trainingId" TEXT REFERENCES "trainings" ("id"),
  "dueDay" TEXT NOT NULL,
  "state" TEXT NOT NULL CHECK ("state" IN ('open', 'done', 'dropped')),
  "note" TEXT NOT NULL,
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "closedAt" INTEGER CHECK ("closedAt" >= 0)
) STRICT;
CREATE INDEX "developmentStepsByUserId" ON "developmentSteps" ("userId");
CREATE INDEX "developmentStepsByTrainingId" ON "developmentSteps" ("trainingId");
CREATE INDEX "developmentStepsByCreatedBy" ON "developmentSteps" ("createdBy");
CREATE TABLE "staffShifts" (
  "day" TEXT NOT NULL,
  "userId" TEXT NOT NULL REFERENCES "users" ("id"),
  "startMinute" INTEGER NOT NULL CHECK ("startMinute" >= 0),
  "endMinute" INTEGER NOT NULL CHECK ("endMinute" >= 1),
  "setAt" INTEGER NOT NULL CHECK ("setAt" >= 0),
  "setBy" TEXT NOT NULL REFERENCES "users" ("id"),
  PRIMARY KEY ("day", "userId")
) STRICT;
CREATE INDEX "staffShiftsByUserId" ON "staffShifts" ("userId");
CREATE INDEX "staffShiftsBySetBy" ON "staffShifts" ("setBy");
CREATE TABLE "courses" (
  "trainingId" TEXT PRIMARY KEY NOT NULL REFERENCES "trainings" ("id"),
  "content" TEXT NOT NULL CHECK ("content" IN ('business', 'skill', 'teamwork')),
  "form" TEXT NOT NULL CHECK ("form" IN ('online', 'classroom', 'lecture', 'outside')),
  "projectId" TEXT REFERENCES "projects" ("id"),
  "savedAt" INTEGER NOT NULL CHECK ("savedAt" >= 0),
  "savedBy" TEXT NOT NULL REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "coursesByProjectId" ON "courses" ("projectId");
CREATE INDEX "coursesBySavedBy" ON "courses" ("savedBy");
CREATE TABLE "postCourses" (
  "post" TEXT NOT NULL CHECK ("post" IN ('specialist', 'senior', 'supervisor', 'manager')),
  "trainingId" TEXT NOT NULL REFERENCES "courses" ("trainingId"),
  PRIMARY KEY ("post", "trainingId")
) STRICT;
CREATE INDEX "postCoursesByTrainingId" ON "postCourses" ("trainingId");
CREATE TABLE "staffActivities" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('crossDepartment', 'care', 'counselling')),
  "title" TEXT NOT NULL,
  "day" TEXT NOT NULL,
  "departments" TEXT NOT NULL,
  "content" TEXT NOT NULL,
  "recordedAt" INTEGER NOT NULL CHECK ("recordedAt" >= 0),
  "recordedBy" TEXT NOT NULL REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "staffActivitiesByDay" ON "staffActivities" ("day");
CREATE INDEX "staffActivitiesByRecordedBy" ON "staffActivities" ("recordedBy");
CREATE TABLE "staffActivityPeople" (
  "activityId" TEXT NOT NULL REFERENCES "staffActivities" ("id"),
  "userId" TEXT NOT NULL REFERENCES "users" ("id"),
  PRIMARY KEY ("activityId", "userId")
) STRICT;
CREATE INDEX "staffActivityPeopleByUserId" ON "staffActivityPeople" ("userId");
-- 330 trips
CREATE TABLE "trips" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "number" TEXT NOT NULL UNIQUE,
  "memberId" TEXT NOT NULL REFERENCES "members" ("id"),
  "caseId" TEXT REFERENCES "cases" ("id"),
  "title" TEXT NOT NULL,
  "stage" TEXT NOT NULL CHECK ("stage" IN ('enquiry', 'booking', 'confirmation', 'preTrip', 'inTrip', 'afterTrip')),
  "state" TEXT NOT NULL CHECK ("state" IN ('open', 'done', 'cancelled')),
  "stageSince" INTEGER NOT NULL CHECK ("stageSince" >= 0),
  "ownerId" TEXT NOT NULL REFERENCES "users" ("id"),
  "channel" TEXT NOT NULL CHECK ("channel" IN ('phone', 'web', 'shop', 'app', 'wechat', 'email', 'sms', 'letter')),
  "destination" TEXT NOT NULL,
  "startsOn" TEXT,
  "endsOn" TEXT,
  "lastSeq" INTEGER NOT NULL CHECK ("lastSeq" >= 1),
  "openedAt" INTEGER NOT NULL CHECK ("openedAt" >= 0),
  "openedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "closedAt" INTEGER CHECK ("closedAt" >= 0),
  "closedBy" TEXT REFERENCES "users" ("id"),
  "closingNote" TEXT NOT NULL
) STRICT;
CREATE INDEX "tripsByStateStageStageSinceId" ON "trips" ("state", "stage", "stageSince", "id");
CREATE INDEX "tripsByStateOpenedAtId" ON "trips" ("state", "openedAt", "id");
CREATE INDEX "tripsByMemberIdOpenedAt" ON "trips" ("memberId", "openedAt");
CREATE INDEX "tripsByOwnerIdState" ON "trips" ("ownerId", "state");
CREATE INDEX "tripsByStateStartsOn" ON "trips" ("state", "startsOn");
CREATE INDEX "tripsByCaseId" ON "trips" ("caseId");
CREATE INDEX "tripsByOpenedBy" ON "trips" ("openedBy");
CREATE INDEX "tripsByClosedBy" ON "trips" ("closedBy");
CREATE TABLE "tripEvents" (
  "tripId" TEXT NOT NULL REFERENCES "trips" ("id"),
  "seq" INTEGER NOT NULL CHECK ("seq" >= 1),
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "actorId" TEXT NOT NULL REFERENCES "users" ("id"),
  "action" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  PRIMARY KEY ("tripId", "seq")
) STRICT;
CREATE INDEX "tripEventsByActorId" ON "tripEvents" ("actorId");
CREATE TABLE "tripEnquiries" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "tripId" TEXT NOT NULL REFERENCES "trips" ("id"),
  "channel" TEXT NOT NULL CHECK ("channel" IN ('phone', 'web', 'shop', 'app', 'wechat', 'email', 'sms', 'letter')),
  "askedAt" INTEGER NOT NULL CHECK ("askedAt" >= 0),
  "product" TEXT NOT NULL,
  "price" TEXT NOT NULL,
  "itinerary" TEXT NOT NULL,
  "answer" TEXT NOT NULL,
  "recordedAt" INTEGER NOT NULL CHECK ("recordedAt" >= 0),
  "recordedBy" TEXT NOT NULL REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "tripEnquiriesByTripIdAskedAt" ON "tripEnquiries" ("tripId", "askedAt");
CREATE INDEX "tripEnquiriesByRecordedBy" ON "tripEnquiries" ("recordedBy");
CREATE TABLE "tripNeeds" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "tripId" TEXT NOT NULL REFERENCES "trips" ("id"),
  "channel" TEXT NOT NULL CHECK ("channel" IN ('phone', 'web', 'shop', 'app', 'wechat', 'email', 'sms', 'letter')),
  "saidAt" INTEGER NOT NULL CHECK ("saidAt" >= 0),
  "destination" TEXT,
  "startsOn" TEXT,
  "endsOn" TEXT,
  "lodging" TEXT CHECK ("lodging" IN ('economy', 'comfort', 'upscale', 'luxury')),
  "transport" TEXT CHECK ("transport" IN ('plane', 'train', 'car', 'coach', 'ship')),
  "budgetFen" INTEGER CHECK ("budgetFen" >= 0),
  "travellers" INTEGER CHECK ("travellers" >= 1),
  "note" TEXT NOT NULL,
  "recordedAt" INTEGER NOT NULL CHECK ("recordedAt" >= 0),
  "recordedBy" TEXT NOT NULL REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "tripNeedsByTripIdSaidAt" ON "tripNeeds" ("tripId", "saidAt");
CREATE INDEX "tripNeedsByRecordedBy" ON "tripNeeds" ("recordedBy");
CREATE TABLE "tripProposals" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "tripId" TEXT NOT NULL REFERENCES "trips" ("id"),
  "version" INTEGER NOT NULL CHECK ("version" >= 1),
  "state" TEXT NOT NULL CHECK ("state" IN ('draft', 'offered', 'accepted', 'replaced')),
  "basis" TEXT NOT NULL,
  "budgetFen" INTEGER CHECK ("budgetFen" >= 0),
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "offeredAt" INTEGER CHECK ("offeredAt" >= 0),
  "offeredChannel" TEXT CHECK ("offeredChannel" IN ('phone', 'web', 'shop', 'app', 'wechat', 'email', 'sms', 'letter')),
  "offeredBy" TEXT REFERENCES "users" ("id")
) STRICT;
CREATE UNIQUE INDEX "tripProposalsByTripIdVersion" ON "tripProposals" ("tripId", "version");
CREATE INDEX "tripProposalsByCreatedBy" ON "tripProposals" ("createdBy");
CREATE INDEX "tripProposalsByOfferedBy" ON "tripProposals" ("offeredBy");
CREATE TABLE "tripOptions" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "proposalId" TEXT NOT NULL REFERENCES "tripProposals" ("id"),
  "place" INTEGER NOT NULL CHECK ("place" >= 1),
  "name" TEXT NOT NULL,
  "sights" TEXT NOT NULL,
  "stay" TEXT NOT NULL,
  "transport" TEXT NOT NULL,
  "meals" TEXT NOT NULL,
  "priceFen" INTEGER NOT NULL CHECK ("priceFen" >= 0)
) STRICT;
CREATE UNIQUE INDEX "tripOptionsByProposalIdPlace" ON "tripOptions" ("proposalId", "place");
CREATE TABLE "tripAnswers" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "tripId" TEXT NOT NULL REFERENCES "trips" ("id"),
  "proposalId" TEXT NOT NULL REFERENCES "tripProposals" ("id"),
  "optionId" TEXT REFERENCES "tripOptions" ("id"),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('accepted', 'feedback', 'declined')),
  "channel" TEXT NOT NULL CHECK ("channel" IN ('phone', 'web', 'shop', 'app', 'wechat', 'email', 'sms', 'letter')),
  "saidAt" INTEGER NOT NULL CHECK ("saidAt" >= 0),
  "text" TEXT NOT NULL,
  "recordedAt" INTEGER NOT NULL CHECK ("recordedAt" >= 0),
  "recordedBy" TEXT NOT NULL REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "tripAnswersByTripIdSaidAt" ON "tripAnswers" ("tripId", "saidAt");
CREATE INDEX "tripAnswersByProposalId" ON "tripAnswers" ("proposalId");
CREATE INDEX "tripAnswersByOptionId" ON "tripAnswers" ("optionId");
CREATE INDEX "tripAnswersByRecordedBy" ON "tripAnswers" ("recordedBy");
CREATE TABLE "tripBookings" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "tripId" TEXT NOT NULL REFERENCES "trips" ("id"),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('hotel', 'ticket', 'transport', 'meal', 'guide', 'insurance', 'other')),
  "title" TEXT NOT NULL,
  "supplier" TEXT NOT NULL,
  "reference" TEXT NOT NULL,
  "fromDay" TEXT,
  "toDay" TEXT,
  "priceFen" INTEGER NOT NULL CHECK ("priceFen" >= 0),
  "state" TEXT NOT NULL CHECK ("state" IN ('requested', 'confirmed', 'changed', 'cancelled')),
  "note" TEXT NOT NULL,
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "changedAt" INTEGER NOT NULL CHECK ("changedAt" >= 0),
  "changedBy" TEXT NOT NULL REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "tripBookingsByTripIdCreatedAt" ON "tripBookings" ("tripId", "createdAt");
CREATE INDEX "tripBookingsByCreatedBy" ON "tripBookings" ("createdBy");
CREATE INDEX "tripBookingsByChangedBy" ON "tripBookings" ("changedBy");
CREATE TABLE "tripPayments" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "tripId" TEXT NOT NULL REFERENCES "trips" ("id"),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('deposit', 'balance', 'refund')),
  "method" TEXT NOT NULL CHECK ("method" IN ('cash', 'transfer', 'bankCard', 'wechatPay', 'alipay', 'other')),
  "amountFen" INTEGER NOT NULL CHECK ("amountFen" >= 1),
  "paidAt" INTEGER NOT NULL CHECK ("paidAt" >= 0),
  "takenBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "reference" TEXT NOT NULL,
  "recordedAt" INTEGER NOT NULL CHECK ("recordedAt" >= 0)
) STRICT;
CREATE INDEX "tripPaymentsByTripIdPaidAt" ON "tripPayments" ("tripId", "paidAt");
CREATE INDEX "tripPaymentsByTakenBy" ON "tripPayments" ("takenBy");
CREATE TABLE "tripChanges" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "tripId" TEXT NOT NULL REFERENCES "trips" ("id"),
  "origin" TEXT NOT NULL CHECK ("origin" IN ('customer', 'supplier', 'desk', 'weather')),
  "reason" TEXT NOT NULL,
  "before" TEXT NOT NULL,
  "after" TEXT NOT NULL,
  "costFen" INTEGER NOT NULL,
  "decidedAt" INTEGER NOT NULL CHECK ("decidedAt" >= 0),
  "decidedBy" TEXT NOT NULL REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "tripChangesByTripIdDecidedAt" ON "tripChanges" ("tripId", "decidedAt");
CREATE INDEX "tripChangesByDecidedBy" ON "tripChanges" ("decidedBy");
CREATE TABLE "tripNotices" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "tripId" TEXT NOT NULL REFERENCES "trips" ("id"),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('confirmation', 'change')),
  "changeId" TEXT REFERENCES "tripChanges" ("id"),
  "text" TEXT NOT NULL,
  "dueAt" INTEGER NOT NULL CHECK ("dueAt" >= 0),
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "messageId" TEXT REFERENCES "messages" ("id"),
  "toldAt" INTEGER CHECK ("toldAt" >= 0),
  "toldBy" TEXT REFERENCES "users" ("id"),
  "channel" TEXT CHECK ("channel" IN ('phone', 'web', 'shop', 'app', 'wechat', 'email', 'sms', 'letter')),
  "proof" TEXT NOT NULL,
  "answer" TEXT CHECK ("answer" IN ('agreed', 'objected', 'asked')),
  "answerText" TEXT NOT NULL,
  "answeredAt" INTEGER CHECK ("answeredAt" >= 0)
) STRICT;
CREATE INDEX "tripNoticesByTripIdCreatedAt" ON "tripNotices" ("tripId", "createdAt");
CREATE INDEX "tripNoticesByChangeId" ON "tripNotices" ("changeId");
CREATE INDEX "tripNoticesByMessageId" ON "tripNotices" ("messageId");
CREATE INDEX "tripNoticesByCreatedBy" ON "tripNotices" ("createdBy");
CREATE INDEX "tripNoticesByToldBy" ON "tripNotices" ("toldBy");
-- 340 journeys
CREATE TABLE "journeyTemplates" (
  "version" INTEGER PRIMARY KEY NOT NULL CHECK ("version" >= 2),
  "body" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "savedAt" INTEGER NOT NULL CHECK ("savedAt" >= 0),
  "savedBy" TEXT NOT NULL REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "journeyTemplatesBySavedBy" ON "journeyTemplates" ("savedBy");
CREATE TABLE "journeyItems" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "tripId" TEXT NOT NULL REFERENCES "trips" ("id"),
  "place" INTEGER NOT NULL CHECK ("place" >= 1),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('visa', 'insurance', 'baggage', 'itinerary', 'guide', 'other')),
  "titleZh" TEXT NOT NULL,
  "titleEn" TEXT NOT NULL,
  "templateVersion" INTEGER CHECK ("templateVersion" >= 1),
  "state" TEXT NOT NULL CHECK ("state" IN ('open', 'done', 'notNeeded')),
  "note" TEXT NOT NULL,
  "settledAt" INTEGER CHECK ("settledAt" >= 0),
  "settledBy" TEXT REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "journeyItemsByTripIdPlace" ON "journeyItems" ("tripId", "place");
CREATE INDEX "journeyItemsBySettledBy" ON "journeyItems" ("settledBy");
CREATE TABLE "journeyServices" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "tripId" TEXT NOT NULL REFERENCES "trips" ("id"),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('hotel', 'transport', 'guide', 'meal', 'other')),
  "name" TEXT NOT NULL,
  "person" TEXT NOT NULL,
  "contact" TEXT NOT NULL,
  "fromDay" TEXT,
  "toDay" TEXT,
  "state" TEXT NOT NULL CHECK ("state" IN ('planned', 'running', 'trouble', 'done', 'cancelled')),
  "remarks" TEXT NOT NULL,
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "changedAt" INTEGER NOT NULL CHECK ("changedAt" >= 0),
  "changedBy" TEXT NOT NULL REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "journeyServicesByTripIdCreatedAt" ON "journeyServices" ("tripId", "createdAt");
CREATE INDEX "journeyServicesByCreatedBy" ON "journeyServices" ("createdBy");
CREATE INDEX "journeyServicesByChangedBy" ON "journeyServices" ("changedBy");
CREATE TABLE "journeyContacts" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "tripId" TEXT NOT NULL REFERENCES "trips" ("id"),
  "purpose" TEXT NOT NULL CHECK ("purpose" IN ('tracking', 'afterSales')),
  "dueAt" INTEGER NOT NULL CHECK ("dueAt" >= 0),
  "ownerId" TEXT NOT NULL REFERENCES "users" ("id"),
  "state" TEXT NOT NULL CHECK ("state" IN ('planned', 'done', 'dropped')),
  "plannedAt" INTEGER NOT NULL CHECK ("plannedAt" >= 0),
  "plannedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "settledAt" INTEGER CHECK ("settledAt" >= 0),
  "settledBy" TEXT REFERENCES "users" ("id"),
  "channel" TEXT CHECK ("channel" IN ('phone', 'sms', 'email', 'wechat', 'faceToFace', 'letter', 'social')),
  "isReached" INTEGER NOT NULL CHECK ("isReached" IN (0, 1)),
  "result" TEXT NOT NULL
) STRICT;
CREATE INDEX "journeyContactsByTripIdDueAt" ON "journeyContacts" ("tripId", "dueAt");
CREATE INDEX "journeyContactsByOwnerId" ON "journeyContacts" ("ownerId");
CREATE INDEX "journeyContactsByPlannedBy" ON "journeyContacts" ("plannedBy");
CREATE INDEX "journeyContactsBySettledBy" ON "journeyContacts" ("settledBy");
CREATE TABLE "journeyEmergencies" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "tripId" TEXT NOT NULL REFERENCES "trips" ("id"),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('medical', 'accident', 'disaster', 'security', 'documents', 'transport', 'other')),
  "place" TEXT NOT NULL,
  "what" TEXT NOT NULL,
  "state" TEXT NOT NULL CHECK ("state" IN ('open', 'controlled', 'ended')),
  "plan" TEXT NOT NULL,
  "caseId" TEXT REFERENCES "cases" ("id"),
  "openedAt" INTEGER NOT NULL CHECK ("openedAt" >= 0),
  "openedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "endedAt" INTEGER CHECK ("endedAt" >= 0),
  "endedBy" TEXT REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "journeyEmergenciesByTripIdOpenedAt" ON "journeyEmergencies" ("tripId", "openedAt");
CREATE INDEX "journeyEmergenciesByCaseId" ON "journeyEmergencies" ("caseId");
CREATE INDEX "journeyEmergenciesByOpenedBy" ON "journeyEmergencies" ("openedBy");
CREATE INDEX "journeyEmergenciesByEndedBy" ON "journeyEmergencies" ("endedBy");
CREATE TABLE "journeyActions" (
  "emergencyId" TEXT NOT NULL REFERENCES "journeyEmergencies" ("id"),
  "seq" INTEGER NOT NULL CHECK ("seq" >= 1),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('opened', 'step', 'call', 'action', 'moved')),
  "step" INTEGER CHECK ("step" >= 1),
  "text" TEXT NOT NULL,
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "actorId" TEXT NOT NULL REFERENCES "users" ("id"),
  PRIMARY KEY ("emergencyId", "seq")
) STRICT;
CREATE INDEX "journeyActionsByActorId" ON "journeyActions" ("actorId");
CREATE TABLE "journeyRatings" (
  "subjectId" TEXT PRIMARY KEY NOT NULL,
  "tripId" TEXT NOT NULL REFERENCES "trips" ("id"),
  "serviceId" TEXT REFERENCES "journeyServices" ("id"),
  "score" INTEGER NOT NULL CHECK ("score" >= 1),
  "text" TEXT NOT NULL,
  "ratedAt" INTEGER NOT NULL CHECK ("ratedAt" >= 0),
  "recordedBy" TEXT NOT NULL REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "journeyRatingsByTripId" ON "journeyRatings" ("tripId");
CREATE INDEX "journeyRatingsByServiceIdRatedAt" ON "journeyRatings" ("serviceId", "ratedAt");
CREATE INDEX "journeyRatingsByRatedAt" ON "journeyRatings" ("ratedAt");
CREATE INDEX "journeyRatingsByRecordedBy" ON "journeyRatings" ("recordedBy");
-- 350 products and partners
CREATE TABLE "partners" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('hotel', 'sight', 'airline', 'transport', 'guide', 'insurer', 'lounge', 'other')),
  "name" TEXT NOT NULL UNIQUE,
  "cooperation" TEXT NOT NULL,
  "ownerId" TEXT NOT NULL REFERENCES "users" ("id"),
  "state" TEXT NOT NULL CHECK ("state" IN ('active', 'paused', 'ended')),
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "changedAt" INTEGER NOT NULL CHECK ("changedAt" >= 0)
) STRICT;
CREATE INDEX "partnersByStateName" ON "partners" ("state", "name");
CREATE INDEX "partnersByOwnerId" ON "partners" ("ownerId");
CREATE INDEX "partnersByCreatedBy" ON "partners" ("createdBy");
CREATE TABLE "partnerContacts" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "partnerId" TEXT NOT NULL REFERENCES "partners" ("id"),
  "name" TEXT NOT NULL,
  "post" TEXT NOT NULL,
  "phone" TEXT NOT NULL,
  "email" TEXT NOT NULL,
  "addedAt" INTEGER NOT NULL CHECK ("addedAt" >= 0),
  "addedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "removedAt" INTEGER CHECK ("removedAt" >= 0)
) STRICT;
CREATE INDEX "partnerContactsByPartnerId" ON "partnerContacts" ("partnerId");
CREATE INDEX "partnerContactsByAddedBy" ON "partnerContacts" ("addedBy");
CREATE TABLE "partnerWork" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "partnerId" TEXT NOT NULL REFERENCES "partners" ("id"),
  "title" TEXT NOT NULL,
  "ownerId" TEXT NOT NULL REFERENCES "users" ("id"),
  "dueDay" TEXT NOT NULL,
  "state" TEXT NOT NULL CHECK ("state" IN ('open', 'waiting', 'done', 'dropped')),
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "closedAt" INTEGER CHECK ("closedAt" >= 0)
) STRICT;
CREATE INDEX "partnerWorkByPartnerId" ON "partnerWork" ("partnerId");
CREATE INDEX "partnerWorkByOwnerId" ON "partnerWork" ("ownerId");
CREATE INDEX "partnerWorkByStateDueDay" ON "partnerWork" ("state", "dueDay");
CREATE INDEX "partnerWorkByCreatedBy" ON "partnerWork" ("createdBy");
CREATE TABLE "partnerWorkEntries" (
  "workId" TEXT NOT NULL REFERENCES "partnerWork" ("id"),
  "seq" INTEGER NOT NULL CHECK ("seq" >= 1),
  "state" TEXT NOT NULL CHECK ("state" IN ('open', 'waiting', 'done', 'dropped')),
  "text" TEXT NOT NULL,
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "byId" TEXT NOT NULL REFERENCES "users" ("id"),
  PRIMARY KEY ("workId", "seq")
) STRICT;
CREATE INDEX "partnerWorkEntriesByById" ON "partnerWorkEntries" ("byId");
CREATE TABLE "partnerFacts" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "partnerId" TEXT NOT NULL REFERENCES "partners" ("id"),
  "topic" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "toldBy" TEXT NOT NULL,
  "recordedAt" INTEGER NOT NULL CHECK ("recordedAt" >= 0),
  "recordedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "state" TEXT NOT NULL CHECK ("state" IN ('unverified', 'verified', 'refuted')),
  "method" TEXT CHECK ("method" IN ('callBack', 'document', 'officialSite', 'visit', 'thirdSource')),
  "verifyNote" TEXT NOT NULL,
  "verifiedAt" INTEGER CHECK ("verifiedAt" >= 0),
  "verifiedBy" TEXT REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "partnerFactsByPartnerId" ON "partnerFacts" ("partnerId");
CREATE INDEX "partnerFactsByRecordedBy" ON "partnerFacts" ("recordedBy");
CREATE INDEX "partnerFactsByVerifiedBy" ON "partnerFacts" ("verifiedBy");
CREATE TABLE "partnerConsents" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "memberId" TEXT NOT NULL REFERENCES "members" ("id"),
  "partnerId" TEXT NOT NULL REFERENCES "partners" ("id"),
  "purpose" TEXT NOT NULL CHECK ("purpose" IN ('stay', 'admission', 'flight', 'transfer', 'guiding', 'insurance', 'lounge')),
  "fields" TEXT NOT NULL,
  "given" INTEGER NOT NULL CHECK ("given" IN (0, 1)),
  "channel" TEXT NOT NULL CHECK ("channel" IN ('telephone', 'online', 'counter', 'letter')),
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "byId" TEXT NOT NULL REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "partnerConsentsByMemberId" ON "partnerConsents" ("memberId");
CREATE INDEX "partnerConsentsByPartnerId" ON "partnerConsents" ("partnerId");
CREATE INDEX "partnerConsentsByById" ON "partnerConsents" ("byId");
CREATE TABLE "partnerShares" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "memberId" TEXT NOT NULL REFERENCES "members" ("id"),
  "partnerId" TEXT NOT NULL REFERENCES "partners" ("id"),
  "consentId" TEXT NOT NULL REFERENCES "partnerConsents" ("id"),
  "purpose" TEXT NOT NULL CHECK ("purpose" IN ('stay', 'admission', 'flight', 'transfer', 'guiding', 'insurance', 'lounge')),
  "fields" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "byId" TEXT NOT NULL REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "partnerSharesByMemberId" ON "partnerShares" ("memberId");
CREATE INDEX "partnerSharesByPartnerId" ON "partnerShares" ("partnerId");
CREATE INDEX "partnerSharesByConsentId" ON "partnerShares" ("consentId");
CREATE INDEX "partnerSharesByById" ON "partnerShares" ("byId");
CREATE TABLE "serviceRatings" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "partnerId" TEXT NOT NULL REFERENCES "partners" ("id"),
  "item" TEXT NOT NULL CHECK ("item" IN ('stay', 'admission', 'flight', 'transfer', 'guiding', 'insurance', 'lounge', 'meals', 'other')),
  "points" INTEGER NOT NULL CHECK ("points" >= 1),
  "remark" TEXT NOT NULL,
  "caseId" TEXT REFERENCES "cases" ("id"),
  "day" TEXT NOT NULL,
  "recordedAt" INTEGER NOT NULL CHECK ("recordedAt" >= 0),
  "recordedBy" TEXT NOT NULL REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "serviceRatingsByPartnerId" ON "serviceRatings" ("partnerId");
CREATE INDEX "serviceRatingsByDay" ON "serviceRatings" ("day");
CREATE INDEX "serviceRatingsByCaseId" ON "serviceRatings" ("caseId");
CREATE INDEX "serviceRatingsByRecordedBy" ON "serviceRatings" ("recordedBy");
CREATE TABLE "casePartners" (
  "caseId" TEXT NOT NULL REFERENCES "cases" ("id"),
  "partnerId" TEXT NOT NULL REFERENCES "partners" ("id"),
  "item" TEXT NOT NULL CHECK ("item" IN ('stay', 'admission', 'flight', 'transfer', 'guiding', 'insurance', 'lounge', 'meals', 'other')),
  "day" TEXT NOT NULL,
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "byId" TEXT NOT NULL REFERENCES "users" ("id"),
  PRIMARY KEY ("caseId", "partnerId", "item")
) STRICT;
CREATE INDEX "casePartnersByPartnerId" ON "casePartners" ("partnerId");
CREATE INDEX "casePartnersByDay" ON "casePartners" ("day");
CREATE INDEX "casePartnersByById" ON "casePartners" ("byId");
CREATE TABLE "marketNotes" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('competitor', 'industry')),
  "subject" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "source" TEXT NOT NULL,
  "advice" TEXT NOT NULL,
  "toId" TEXT NOT NULL REFERENCES "users" ("id"),
  "writtenAt" INTEGER NOT NULL CHECK ("writtenAt" >= 0),
  "writtenBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "decision" TEXT CHECK ("decision" IN ('adopted', 'watched', 'declined')),
  "answer" TEXT NOT NULL,
  "answeredAt" INTEGER CHECK ("answeredAt" >= 0),
  "answeredBy" TEXT REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "marketNotesByWrittenAt" ON "marketNotes" ("writtenAt");
CREATE INDEX "marketNotesByToId" ON "marketNotes" ("toId");
CREATE INDEX "marketNotesByWrittenBy" ON "marketNotes" ("writtenBy");
CREATE INDEX "marketNotesByAnsweredBy" ON "marketNotes" ("answeredBy");
CREATE TABLE "products" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('ticket', 'hotel', 'tour', 'transfer', 'lounge', 'visa', 'insurance', 'admission', 'package')),
  "partnerId" TEXT REFERENCES "partners" ("id"),
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" TEXT NOT NULL REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "productsByPartnerId" ON "products" ("partnerId");
CREATE INDEX "productsByCreatedBy" ON "products" ("createdBy");
CREATE TABLE "productVersions" (
  "productId" TEXT NOT NULL REFERENCES "products" ("id"),
  "version" INTEGER NOT NULL CHECK ("version" >= 1),
  "fromDay" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "summary" TEXT NOT NULL,
  "state" TEXT NOT NULL CHECK ("state" IN ('offered', 'paused', 'ended')),
  "reason" TEXT NOT NULL,
  "savedAt" INTEGER NOT NULL CHECK ("savedAt" >= 0),
  "savedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  PRIMARY KEY ("productId", "version")
) STRICT;
CREATE INDEX "productVersionsBySavedBy" ON "productVersions" ("savedBy");
CREATE TABLE "priceRules" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "productId" TEXT NOT NULL REFERENCES "products" ("id"),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('base', 'season', 'tier')),
  "name" TEXT NOT NULL,
  "fromDay" TEXT NOT NULL,
  "toDay" TEXT,
  "tier" TEXT CHECK ("tier" IN ('diamond', 'platinum', 'gold', 'silver', 'none')),
  "fen" INTEGER CHECK ("fen" >= 0),
  "permille" INTEGER CHECK ("permille" >= 1),
  "addedAt" INTEGER NOT NULL CHECK ("addedAt" >= 0),
  "addedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "endedAt" INTEGER CHECK ("endedAt" >= 0),
  "endedBy" TEXT REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "priceRulesByProductId" ON "priceRules" ("productId");
CREATE INDEX "priceRulesByAddedBy" ON "priceRules" ("addedBy");
CREATE INDEX "priceRulesByEndedBy" ON "priceRules" ("endedBy");
CREATE TABLE "offers" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "productId" TEXT REFERENCES "products" ("id"),
  "title" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "fromDay" TEXT NOT NULL,
  "toDay" TEXT NOT NULL,
  "tiers" TEXT NOT NULL,
  "fenOff" INTEGER CHECK ("fenOff" >= 1),
  "permille" INTEGER CHECK ("permille" >= 1),
  "addedAt" INTEGER NOT NULL CHECK ("addedAt" >= 0),
  "addedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "endedAt" INTEGER CHECK ("endedAt" >= 0),
  "endedBy" TEXT REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "offersByProductId" ON "offers" ("productId");
CREATE INDEX "offersByToDay" ON "offers" ("toDay");
CREATE INDEX "offersByAddedBy" ON "offers" ("addedBy");
CREATE INDEX "offersByEndedBy" ON "offers" ("endedBy");
CREATE TABLE "strategyActions" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "strategyId" TEXT REFERENCES "strategies" ("id"),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('training', 'facility', 'service')),
  "title" TEXT NOT NULL,
  "goal" TEXT NOT NULL,
  "ownerId" TEXT NOT NULL REFERENCES "users" ("id"),
  "dueDay" TEXT NOT NULL,
  "state" TEXT NOT NULL CHECK ("state" IN ('planned', 'running', 'done', 'dropped')),
  "result" TEXT NOT NULL,
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "changedAt" INTEGER NOT NULL CHECK ("changedAt" >= 0)
) STRICT;
CREATE INDEX "strategyActionsByStrategyId" ON "strategyActions" ("strategyId");
CREATE INDEX "strategyActionsByOwnerId" ON "strategyActions" ("ownerId");
CREATE INDEX "strategyActionsByStateDueDay" ON "strategyActions" ("state", "dueDay");
CREATE INDEX "strategyActionsByCreatedBy" ON "strategyActions" ("createdBy");
CREATE TABLE "resultWarnings" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "source" TEXT NOT NULL CHECK ("source" IN ('supplier', 'standard', 'goal', 'evaluation')),
  "subjectKey" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "value" TEXT NOT NULL,
  "limitText" TEXT NOT NULL,
  "level" TEXT NOT NULL CHECK ("level" IN ('near', 'missed', 'falling')),
  "resultKey" TEXT NOT NULL UNIQUE,
  "ownerId" TEXT NOT NULL REFERENCES "users" ("id"),
  "raisedAt" INTEGER NOT NULL CHECK ("raisedAt" >= 0),
  "state" TEXT NOT NULL CHECK ("state" IN ('open', 'closed')),
  "answer" TEXT NOT NULL,
  "answeredAt" INTEGER CHECK ("answeredAt" >= 0),
  "answeredBy" TEXT REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "resultWarningsByStateRaisedAt" ON "resultWarnings" ("state", "raisedAt");
CREATE INDEX "resultWarningsByOwnerId" ON "resultWarnings" ("ownerId");
CREATE INDEX "resultWarningsByAnsweredBy" ON "resultWarnings" ("answeredBy");
CREATE TABLE "watchRuns" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "results" INTEGER NOT NULL CHECK ("results" >= 0),
  "raised" INTEGER NOT NULL CHECK ("raised" >= 0)
) STRICT;
CREATE INDEX "watchRunsByAt" ON "watchRuns" ("at");
-- 360 trust
CREATE TABLE "trustTexts" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('rules', 'undertaking')),
  "version" INTEGER NOT NULL CHECK ("version" >= 1),
  "title" TEXT NOT NULL,
  "body" TEXT NOT NULL,
  "savedBy" TEXT REFERENCES "users" ("id"),
  "savedAt" INTEGER NOT NULL CHECK ("savedAt" >= 0),
  "approvedBy" TEXT REFERENCES "users" ("id"),
  "approvedAt" INTEGER CHECK ("approvedAt" >= 0),
  "fromAt" INTEGER CHECK ("fromAt" >= 0)
) STRICT;
CREATE UNIQUE INDEX "trustTextsByKindVersion" ON "trustTexts" ("kind", "version");
CREATE INDEX "trustTextsBySavedBy" ON "trustTexts" ("savedBy");
CREATE INDEX "trustTextsByApprovedBy" ON "trustTexts" ("approvedBy");
CREATE TABLE "trustAssents" (
  "textId" TEXT NOT NULL REFERENCES "trustTexts" ("id"),
  "userId" TEXT NOT NULL REFERENCES "users" ("id"),
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "typedName" TEXT,
  "digest" TEXT NOT NULL,
  "signature" TEXT,
  PRIMARY KEY ("textId", "userId")
) STRICT;
CREATE INDEX "trustAssentsByUserId" ON "trustAssents" ("userId");
CREATE TABLE "authorisations" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('leadRights', 'managerRights', 'restrictedCases', 'breakGlass')),
  "userId" TEXT NOT NULL REFERENCES "users" ("id"),
  "caseId" TEXT REFERENCES "cases" ("id"),
  "reason" TEXT NOT NULL,
  "givenBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "givenAt" INTEGER NOT NULL CHECK ("givenAt" >= 0),
  "fromAt" INTEGER NOT NULL CHECK ("fromAt" >= 0),
  "untilAt" INTEGER NOT NULL CHECK ("untilAt" >= 0),
  "reviewAt" INTEGER CHECK ("reviewAt" >= 0),
  "endedAt" INTEGER CHECK ("endedAt" >= 0),
  "endedBy" TEXT REFERENCES "users" ("id"),
  "endReason" TEXT
) STRICT;
CREATE INDEX "authorisationsByUserIdUntilAt" ON "authorisations" ("userId", "untilAt");
CREATE INDEX "authorisationsByUntilAt" ON "authorisations" ("untilAt");
CREATE INDEX "authorisationsByReviewAt" ON "authorisations" ("reviewAt");
CREATE INDEX "authorisationsByCaseId" ON "authorisations" ("caseId");
CREATE INDEX "authorisationsByGivenBy" ON "authorisations" ("givenBy");
CREATE INDEX "authorisationsByEndedBy" ON "authorisations" ("endedBy");
CREATE TABLE "authorisationReviews" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "authorisationId" TEXT NOT NULL REFERENCES "authorisations" ("id"),
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "reviewedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "result" TEXT NOT NULL CHECK ("result" IN ('keep', 'end', 'justified', 'unjustified')),
  "note" TEXT NOT NULL
) STRICT;
CREATE INDEX "authorisationReviewsByAuthorisationIdAt" ON "authorisationReviews" ("authorisationId", "at");
CREATE INDEX "authorisationReviewsByReviewedBy" ON "authorisationReviews" ("reviewedBy");
CREATE TABLE "deskSessions" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "userId" TEXT NOT NULL REFERENCES "users" ("id"),
  "place" TEXT NOT NULL,
  "program" TEXT NOT NULL CHECK ("program" IN ('window', 'commandLine')),
  "startedAt" INTEGER NOT NULL CHECK ("startedAt" >= 0),
  "endedAt" INTEGER CHECK ("endedAt" >= 0),
  "endedHow" TEXT,
  "endedBy" TEXT REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "deskSessionsByStartedAtId" ON "deskSessions" ("startedAt", "id");
CREATE INDEX "deskSessionsByEndedAt" ON "deskSessions" ("endedAt");
CREATE INDEX "deskSessionsByUserIdStartedAt" ON "deskSessions" ("userId", "startedAt");
CREATE INDEX "deskSessionsByEndedBy" ON "deskSessions" ("endedBy");
CREATE INDEX "auditByCallSeq" ON "audit" ("call", "seq");
CREATE TABLE "leaks" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "number" TEXT NOT NULL UNIQUE,
  "state" TEXT NOT NULL CHECK ("state" IN ('reported', 'assessed', 'contained', 'closed', 'unfounded')),
  "way" TEXT NOT NULL,
  "what" TEXT NOT NULL,
  "foundAt" INTEGER NOT NULL CHECK ("foundAt" >= 0),
  "reportedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "reportedAt" INTEGER NOT NULL CHECK ("reportedAt" >= 0),
  "grade" TEXT,
  "isPersonal" INTEGER CHECK ("isPersonal" IN (0, 1)),
  "info" TEXT,
  "cause" TEXT,
  "harm" TEXT,
  "affected" INTEGER,
  "responsibleId" TEXT REFERENCES "users" ("id"),
  "containment" TEXT,
  "containedAt" INTEGER CHECK ("containedAt" >= 0),
  "authority" TEXT,
  "authorityAt" INTEGER CHECK ("authorityAt" >= 0),
  "told" TEXT,
  "membersAt" INTEGER CHECK ("membersAt" >= 0)
) STRICT;
CREATE INDEX "leaksByStateReportedAt" ON "leaks" ("state", "reportedAt");
CREATE INDEX "leaksByReportedAt" ON "leaks" ("reportedAt");
CREATE INDEX "leaksByReportedBy" ON "leaks" ("reportedBy");
CREATE INDEX "leaksByResponsibleId" ON "leaks" ("responsibleId");
CREATE TABLE "leakSteps" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "leakId" TEXT NOT NULL REFERENCES "leaks" ("id"),
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "actorId" TEXT NOT NULL REFERENCES "users" ("id"),
  "step" TEXT NOT NULL,
  "text" TEXT NOT NULL
) STRICT;
CREATE INDEX "leakStepsByLeakIdAt" ON "leakSteps" ("leakId", "at");
CREATE INDEX "leakStepsByActorId" ON "leakSteps" ("actorId");
CREATE TABLE "leakMembers" (
  "leakId" TEXT NOT NULL REFERENCES "leaks" ("id"),
  "memberId" TEXT NOT NULL REFERENCES "members" ("id"),
  PRIMARY KEY ("leakId", "memberId")
) STRICT;
CREATE INDEX "leakMembersByMemberId" ON "leakMembers" ("memberId");
CREATE TABLE "leakPeople" (
  "leakId" TEXT NOT NULL REFERENCES "leaks" ("id"),
  "userId" TEXT NOT NULL REFERENCES "users" ("id"),
  "handling" TEXT NOT NULL,
  PRIMARY KEY ("leakId", "userId")
) STRICT;
CREATE INDEX "leakPeopleByUserId" ON "leakPeople" ("userId");
CREATE TABLE "leakMeasures" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "leakId" TEXT NOT NULL REFERENCES "leaks" ("id"),
  "text" TEXT NOT NULL,
  "responsibleId" TEXT NOT NULL REFERENCES "users" ("id"),
  "dueDay" TEXT NOT NULL,
  "doneAt" INTEGER CHECK ("doneAt" >= 0),
  "result" TEXT
) STRICT;
CREATE INDEX "leakMeasuresByLeakId" ON "leakMeasures" ("leakId");
CREATE INDEX "leakMeasuresByResponsibleId" ON "leakMeasures" ("responsibleId");
-- 370 export-copies
CREATE TABLE "exportRequests" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "scope" TEXT NOT NULL,
  "scopeKey" TEXT NOT NULL,
  "scopeLabel" TEXT NOT NULL,
  "profile" TEXT NOT NULL CHECK ("profile" IN ('archive', 'customer', 'regulator', 'partner', 'court')),
  "recipient" TEXT NOT NULL,
  "purpose" TEXT NOT NULL,
  "rows" INTEGER NOT NULL CHECK ("rows" >= 0),
  "reasons" TEXT NOT NULL,
  "state" TEXT NOT NULL CHECK ("state" IN ('asked', 'approved', 'refused', 'used')),
  "askedAt" INTEGER NOT NULL CHECK ("askedAt" >= 0),
  "askedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "decidedAt" INTEGER CHECK ("decidedAt" >= 0),
  "decidedBy" TEXT REFERENCES "users" ("id"),
  "decisionNote" TEXT
) STRICT;
CREATE INDEX "exportRequestsByAskedAt" ON "exportRequests" ("askedAt");
CREATE INDEX "exportRequestsByStateAskedAt" ON "exportRequests" ("state", "askedAt");
CREATE INDEX "exportRequestsByAskedBy" ON "exportRequests" ("askedBy");
CREATE INDEX "exportRequestsByDecidedBy" ON "exportRequests" ("decidedBy");
CREATE TABLE "exportCopies" (
  "exportId" TEXT PRIMARY KEY NOT NULL REFERENCES "exports" ("id"),
  "scopeKind" TEXT NOT NULL CHECK ("scopeKind" IN ('member', 'case', 'period', 'members')),
  "scopeLabel" TEXT NOT NULL,
  "profile" TEXT NOT NULL CHECK ("profile" IN ('archive', 'customer', 'regulator', 'partner', 'court')),
  "recipient" TEXT NOT NULL,
  "heldBack" INTEGER NOT NULL CHECK ("heldBack" >= 0),
  "encryption" TEXT NOT NULL CHECK ("encryption" IN ('none', 'passphrase', 'recipients')),
  "requestId" TEXT REFERENCES "exportRequests" ("id"),
  "destroyBy" TEXT,
  "destroyedOn" TEXT,
  "destroyedNote" TEXT,
  "confirmedAt" INTEGER CHECK ("confirmedAt" >= 0),
  "confirmedBy" TEXT REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "exportCopiesByDestroyedOnDestroyBy" ON "exportCopies" ("destroyedOn", "destroyBy");
CREATE INDEX "exportCopiesByRequestId" ON "exportCopies" ("requestId");
CREATE INDEX "exportCopiesByConfirmedBy" ON "exportCopies" ("confirmedBy");
-- 380 rights and retention
CREATE TABLE "consentTexts" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "purpose" TEXT NOT NULL CHECK ("purpose" IN ('service', 'survey', 'marketing', 'recording', 'thirdParty', 'crossBorder')),
  "version" INTEGER NOT NULL CHECK ("version" >= 1),
  "zh" TEXT NOT NULL,
  "en" TEXT NOT NULL,
  "fromDay" TEXT NOT NULL,
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" TEXT NOT NULL REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "consentTextsByPurposeVersion" ON "consentTexts" ("purpose", "version");
CREATE INDEX "consentTextsByCreatedBy" ON "consentTexts" ("createdBy");
CREATE TABLE "consentProofs" (
  "consentId" TEXT PRIMARY KEY NOT NULL REFERENCES "consents" ("id"),
  "textId" TEXT REFERENCES "consentTexts" ("id"),
  "proof" TEXT NOT NULL
) STRICT;
CREATE INDEX "consentProofsByTextId" ON "consentProofs" ("textId");
CREATE INDEX "consentsByAtId" ON "consents" ("at", "id");
CREATE TABLE "rightsRequests" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "number" TEXT NOT NULL UNIQUE,
  "memberId" TEXT NOT NULL REFERENCES "members" ("id"),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('access', 'correct', 'object', 'erase', 'explain')),
  "state" TEXT NOT NULL CHECK ("state" IN ('open', 'locked', 'done', 'refused')),
  "channel" TEXT NOT NULL CHECK ("channel" IN ('telephone', 'online', 'counter', 'letter')),
  "requester" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "wanted" TEXT NOT NULL,
  "identity" TEXT,
  "identityAt" INTEGER CHECK ("identityAt" >= 0),
  "identityBy" TEXT REFERENCES "users" ("id"),
  "receivedAt" INTEGER NOT NULL CHECK ("receivedAt" >= 0),
  "recordedAt" INTEGER NOT NULL CHECK ("recordedAt" >= 0),
  "recordedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "dueAt" INTEGER NOT NULL CHECK ("dueAt" >= 0),
  "firstDueAt" INTEGER NOT NULL CHECK ("firstDueAt" >= 0),
  "extendReason" TEXT,
  "decidedAt" INTEGER CHECK ("decidedAt" >= 0),
  "decidedBy" TEXT REFERENCES "users" ("id"),
  "refusal" TEXT,
  "answer" TEXT NOT NULL,
  "outcome" TEXT NOT NULL
) STRICT;
CREATE INDEX "rightsRequestsByStateDueAtId" ON "rightsRequests" ("state", "dueAt", "id");
CREATE INDEX "rightsRequestsByDecidedAtId" ON "rightsRequests" ("decidedAt", "id");
CREATE INDEX "rightsRequestsByMemberIdReceivedAt" ON "rightsRequests" ("memberId", "receivedAt");
CREATE INDEX "rightsRequestsByRecordedBy" ON "rightsRequests" ("recordedBy");
CREATE INDEX "rightsRequestsByIdentityBy" ON "rightsRequests" ("identityBy");
CREATE INDEX "rightsRequestsByDecidedBy" ON "rightsRequests" ("decidedBy");
CREATE TABLE "memberLimits" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "memberId" TEXT NOT NULL REFERENCES "members" ("id"),
  "scope" TEXT NOT NULL CHECK ("scope" IN ('outreach', 'analysis')),
  "requestId" TEXT REFERENCES "rightsRequests" ("id"),
  "reason" TEXT NOT NULL,
  "fromAt" INTEGER NOT NULL CHECK ("fromAt" >= 0),
  "setBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "liftedAt" INTEGER CHECK ("liftedAt" >= 0),
  "liftedBy" TEXT REFERENCES "users" ("id"),
  "liftReason" TEXT NOT NULL
) STRICT;
CREATE INDEX "memberLimitsByMemberIdScopeLiftedAt" ON "memberLimits" ("memberId", "scope", "liftedAt");
CREATE INDEX "memberLimitsByRequestId" ON "memberLimits" ("requestId");
CREATE INDEX "memberLimitsBySetBy" ON "memberLimits" ("setBy");
CREATE INDEX "memberLimitsByLiftedBy" ON "memberLimits" ("liftedBy");
CREATE TABLE "sealedFiles" (
  "memberId" TEXT PRIMARY KEY NOT NULL REFERENCES "members" ("id"),
  "requestId" TEXT NOT NULL REFERENCES "rightsRequests" ("id"),
  "sealedAt" INTEGER NOT NULL CHECK ("sealedAt" >= 0),
  "sealedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "untilDay" TEXT NOT NULL,
  "grounds" TEXT NOT NULL,
  "size" INTEGER NOT NULL CHECK ("size" >= 0),
  "sealedKey" TEXT NOT NULL,
  "shreddedAt" INTEGER CHECK ("shreddedAt" >= 0)
) STRICT;
CREATE INDEX "sealedFilesByRequestId" ON "sealedFiles" ("requestId");
CREATE INDEX "sealedFilesBySealedBy" ON "sealedFiles" ("sealedBy");
CREATE INDEX "sealedFilesByUntilDay" ON "sealedFiles" ("untilDay");
CREATE TABLE "sealedPieces" (
  "memberId" TEXT NOT NULL REFERENCES "sealedFiles" ("memberId"),
  "place" INTEGER NOT NULL CHECK ("place" >= 0),
  "body" BLOB NOT NULL,
  PRIMARY KEY ("memberId", "place")
) STRICT;
CREATE TABLE "retentionSchedules" (
  "version" INTEGER PRIMARY KEY NOT NULL,
  "body" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "savedAt" INTEGER NOT NULL CHECK ("savedAt" >= 0),
  "savedBy" TEXT NOT NULL REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "retentionSchedulesBySavedBy" ON "retentionSchedules" ("savedBy");
CREATE TABLE "retentionRuns" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "actorId" TEXT NOT NULL REFERENCES "users" ("id"),
  "day" TEXT NOT NULL,
  "scheduleVersion" INTEGER NOT NULL CHECK ("scheduleVersion" >= 0),
  "body" TEXT NOT NULL
) STRICT;
CREATE INDEX "retentionRunsByAt" ON "retentionRuns" ("at");
CREATE INDEX "retentionRunsByActorId" ON "retentionRuns" ("actorId");
CREATE TABLE "disposals" (
  "kind" TEXT NOT NULL,
  "recordId" TEXT NOT NULL,
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "runId" TEXT REFERENCES "retentionRuns" ("id"),
  "requestId" TEXT REFERENCES "rightsRequests" ("id"),
  PRIMARY KEY ("kind", "recordId")
) STRICT;
CREATE INDEX "disposalsByRunId" ON "disposals" ("runId");
CREATE INDEX "disposalsByRequestId" ON "disposals" ("requestId");
CREATE TABLE "legalHolds" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "memberId" TEXT REFERENCES "members" ("id"),
  "caseId" TEXT REFERENCES "cases" ("id"),
  "reason" TEXT NOT NULL,
  "setAt" INTEGER NOT NULL CHECK ("setAt" >= 0),
  "setBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "endedAt" INTEGER CHECK ("endedAt" >= 0),
  "endedBy" TEXT REFERENCES "users" ("id"),
  "endReason" TEXT NOT NULL
) STRICT;
CREATE INDEX "legalHoldsByMemberIdEndedAt" ON "legalHolds" ("memberId", "endedAt");
CREATE INDEX "legalHoldsByCaseIdEndedAt" ON "legalHolds" ("caseId", "endedAt");
CREATE INDEX "legalHoldsBySetAt" ON "legalHolds" ("setAt");
CREATE INDEX "legalHoldsBySetBy" ON "legalHolds" ("setBy");
CREATE INDEX "legalHoldsByEndedBy" ON "legalHolds" ("endedBy");
CREATE TABLE "impactAssessments" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "title" TEXT NOT NULL,
  "occasion" TEXT NOT NULL CHECK ("occasion" IN ('sensitive', 'automated', 'sharing', 'publication', 'abroad', 'other')),
  "purpose" TEXT NOT NULL,
  "necessity" TEXT NOT NULL,
  "risks" TEXT NOT NULL,
  "measures" TEXT NOT NULL,
  "level" TEXT NOT NULL CHECK ("level" IN ('low', 'medium', 'high')),
  "state" TEXT NOT NULL CHECK ("state" IN ('draft', 'approved', 'refused')),
  "reviewDay" TEXT NOT NULL,
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "decidedAt" INTEGER CHECK ("decidedAt" >= 0),
  "decidedBy" TEXT REFERENCES "users" ("id"),
  "decisionNote" TEXT NOT NULL,
  "keepUntil" TEXT
) STRICT;
CREATE INDEX "impactAssessmentsByCreatedAt" ON "impactAssessments" ("createdAt");
CREATE INDEX "impactAssessmentsByCreatedBy" ON "impactAssessments" ("createdBy");
CREATE INDEX "impactAssessmentsByDecidedBy" ON "impactAssessments" ("decidedBy");
CREATE TABLE "sharingArrangements" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "recipient" TEXT NOT NULL,
  "role" TEXT NOT NULL CHECK ("role" IN ('processor', 'handler', 'authority', 'abroad')),
  "contact" TEXT NOT NULL,
  "purpose" TEXT NOT NULL,
  "fields" TEXT NOT NULL,
  "basis" TEXT NOT NULL CHECK ("basis" IN ('consent', 'contract', 'law')),
  "basisText" TEXT NOT NULL,
  "assessmentId" TEXT REFERENCES "impactAssessments" ("id"),
  "isAbroad" INTEGER NOT NULL CHECK ("isAbroad" IN (0, 1)),
  "fromDay" TEXT NOT NULL,
  "untilDay" TEXT,
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "endedAt" INTEGER CHECK ("endedAt" >= 0),
  "endedBy" TEXT REFERENCES "users" ("id"),
  "endReason" TEXT NOT NULL
) STRICT;
CREATE INDEX "sharingArrangementsByCreatedAt" ON "sharingArrangements" ("createdAt");
CREATE INDEX "sharingArrangementsByAssessmentId" ON "sharingArrangements" ("assessmentId");
CREATE INDEX "sharingArrangementsByCreatedBy" ON "sharingArrangements" ("createdBy");
CREATE INDEX "sharingArrangementsByEndedBy" ON "sharingArrangements" ("endedBy");
CREATE TABLE "auditAnchors" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "sequence" INTEGER NOT NULL CHECK ("sequence" >= 0),
  "hash" TEXT NOT NULL,
  "sentAt" INTEGER NOT NULL CHECK ("sentAt" >= 0),
  "sentBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "keptBy" TEXT NOT NULL
) STRICT;
CREATE INDEX "auditAnchorsBySentAt" ON "auditAnchors" ("sentAt");
CREATE INDEX "auditAnchorsBySentBy" ON "auditAnchors" ("sentBy");
-- 390 outreach-promises
CREATE TABLE "promises" (
  "followUpId" TEXT PRIMARY KEY NOT NULL REFERENCES "followUps" ("id"),
  "promisedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "termFrom" INTEGER NOT NULL CHECK ("termFrom" >= 0),
  "warnedAt" INTEGER CHECK ("warnedAt" >= 0),
  "overdueAt" INTEGER CHECK ("overdueAt" >= 0),
  "nextCheckAt" INTEGER CHECK ("nextCheckAt" >= 0),
  "result" TEXT CHECK ("result" IN ('kept', 'late', 'broken', 'released')),
  "settledBy" TEXT REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "promisesByNextCheckAtFollowUpId" ON "promises" ("nextCheckAt", "followUpId");
CREATE INDEX "promisesByPromisedBy" ON "promises" ("promisedBy");
CREATE INDEX "promisesBySettledBy" ON "promises" ("settledBy");
CREATE TABLE "promiseMoves" (
  "followUpId" TEXT NOT NULL REFERENCES "promises" ("followUpId"),
  "seq" INTEGER NOT NULL CHECK ("seq" >= 1),
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "actorId" TEXT NOT NULL REFERENCES "users" ("id"),
  "fromDueAt" INTEGER NOT NULL CHECK ("fromDueAt" >= 0),
  "toDueAt" INTEGER NOT NULL CHECK ("toDueAt" >= 0),
  "reason" TEXT NOT NULL,
  PRIMARY KEY ("followUpId", "seq")
) STRICT;
CREATE INDEX "promiseMovesByActorId" ON "promiseMoves" ("actorId");
CREATE TABLE "campaigns" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "name" TEXT NOT NULL UNIQUE,
  "occasion" TEXT NOT NULL CHECK ("occasion" IN ('group', 'birthday', 'festival', 'tierChange', 'afterComplaint', 'beforeTrip', 'dormant')),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('phone', 'visit', 'sms', 'email', 'app', 'web')),
  "brief" TEXT NOT NULL,
  "groupId" TEXT REFERENCES "targetGroups" ("id"),
  "target" TEXT NOT NULL,
  "mostContacts" INTEGER NOT NULL CHECK ("mostContacts" >= 1),
  "perDays" INTEGER NOT NULL CHECK ("perDays" >= 1),
  "quietFrom" INTEGER NOT NULL CHECK ("quietFrom" >= 0),
  "quietUntil" INTEGER NOT NULL CHECK ("quietUntil" >= 0),
  "state" TEXT NOT NULL CHECK ("state" IN ('running', 'stopped', 'ended')),
  "stateAt" INTEGER NOT NULL CHECK ("stateAt" >= 0),
  "stateBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "stateReason" TEXT NOT NULL,
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" TEXT NOT NULL REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "campaignsByStateCreatedAtId" ON "campaigns" ("state", "createdAt", "id");
CREATE INDEX "campaignsByGroupId" ON "campaigns" ("groupId");
CREATE INDEX "campaignsByStateBy" ON "campaigns" ("stateBy");
CREATE INDEX "campaignsByCreatedBy" ON "campaigns" ("createdBy");
CREATE TABLE "campaignContacts" (
  "careId" TEXT PRIMARY KEY NOT NULL REFERENCES "careContacts" ("id"),
  "campaignId" TEXT NOT NULL REFERENCES "campaigns" ("id"),
  "tries" INTEGER NOT NULL CHECK ("tries" >= 0),
  "notBefore" INTEGER CHECK ("notBefore" >= 0),
  "result" TEXT CHECK ("result" IN ('reached', 'agreed', 'declined', 'optedOut', 'unreachable')),
  "resultAt" INTEGER CHECK ("resultAt" >= 0)
) STRICT;
CREATE INDEX "campaignContactsByCampaignIdResultCareId" ON "campaignContacts" ("campaignId", "result", "careId");
CREATE TABLE "campaignSkips" (
  "campaignId" TEXT NOT NULL REFERENCES "campaigns" ("id"),
  "memberId" TEXT NOT NULL REFERENCES "members" ("id"),
  "rule" TEXT NOT NULL,
  PRIMARY KEY ("campaignId", "memberId")
) STRICT;
CREATE INDEX "campaignSkipsByMemberId" ON "campaignSkips" ("memberId");
CREATE TABLE "personalSettings" (
  "userId" TEXT PRIMARY KEY NOT NULL REFERENCES "users" ("id"),
  "body" TEXT NOT NULL,
  "updatedAt" INTEGER NOT NULL CHECK ("updatedAt" >= 0)
) STRICT;
CREATE TABLE "deskNotices" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "userId" TEXT NOT NULL REFERENCES "users" ("id"),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('breach', 'warning', 'assigned', 'promise', 'todo')),
  "source" TEXT NOT NULL,
  "caseId" TEXT REFERENCES "cases" ("id"),
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "verdict" TEXT NOT NULL CHECK ("verdict" IN ('shown', 'quiet')),
  "why" TEXT NOT NULL,
  "readAt" INTEGER CHECK ("readAt" >= 0)
) STRICT;
CREATE UNIQUE INDEX "deskNoticesByUserIdSource" ON "deskNotices" ("userId", "source");
CREATE INDEX "deskNoticesByUserIdReadAtAt" ON "deskNotices" ("userId", "readAt", "at");
CREATE INDEX "deskNoticesByCaseId" ON "deskNotices" ("caseId");
-- 400 exceptionalDays
CREATE TABLE "exceptionalDays" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "fromDay" TEXT NOT NULL,
  "toDay" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('weather', 'system', 'strike', 'security', 'other')),
  "reason" TEXT NOT NULL,
  "state" TEXT NOT NULL CHECK ("state" IN ('proposed', 'approved', 'declined', 'withdrawn')),
  "markedAt" INTEGER NOT NULL CHECK ("markedAt" >= 0),
  "markedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "decidedAt" INTEGER CHECK ("decidedAt" >= 0),
  "decidedBy" TEXT REFERENCES "users" ("id"),
  "decisionText" TEXT NOT NULL
) STRICT;
CREATE INDEX "exceptionalDaysByFromDay" ON "exceptionalDays" ("fromDay");
CREATE INDEX "exceptionalDaysByStateFromDay" ON "exceptionalDays" ("state", "fromDay");
CREATE INDEX "exceptionalDaysByMarkedBy" ON "exceptionalDays" ("markedBy");
CREATE INDEX "exceptionalDaysByDecidedBy" ON "exceptionalDays" ("decidedBy");
CREATE TABLE "companyAdvices" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "companyId" TEXT NOT NULL REFERENCES "companies" ("id"),
  "figures" TEXT NOT NULL,
  "finding" TEXT NOT NULL,
  "proposedRules" TEXT NOT NULL,
  "state" TEXT NOT NULL CHECK ("state" IN ('told', 'adopted', 'declined')),
  "toldAt" INTEGER NOT NULL CHECK ("toldAt" >= 0),
  "toldBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "rulesBefore" TEXT,
  "answer" TEXT NOT NULL,
  "answeredBy" TEXT NOT NULL,
  "answeredAt" INTEGER CHECK ("answeredAt" >= 0),
  "recordedBy" TEXT REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "companyAdvicesByCompanyIdToldAt" ON "companyAdvices" ("companyId", "toldAt");
CREATE INDEX "companyAdvicesByToldBy" ON "companyAdvices" ("toldBy");
CREATE INDEX "companyAdvicesByRecordedBy" ON "companyAdvices" ("recordedBy");
-- 410 calibration
CREATE TABLE "calibrations" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "title" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('complaint', 'call')),
  "formVersion" INTEGER NOT NULL CHECK ("formVersion" >= 1),
  "state" TEXT NOT NULL CHECK ("state" IN ('open', 'closed')),
  "dueDay" TEXT NOT NULL,
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "closedAt" INTEGER CHECK ("closedAt" >= 0),
  "closedBy" TEXT REFERENCES "users" ("id"),
  "result" TEXT,
  "conclusion" TEXT NOT NULL
) STRICT;
CREATE INDEX "calibrationsByCreatedAtId" ON "calibrations" ("createdAt", "id");
CREATE INDEX "calibrationsByCreatedBy" ON "calibrations" ("createdBy");
CREATE INDEX "calibrationsByClosedBy" ON "calibrations" ("closedBy");
CREATE TABLE "calibrationRaters" (
  "calibrationId" TEXT NOT NULL REFERENCES "calibrations" ("id"),
  "userId" TEXT NOT NULL REFERENCES "users" ("id"),
  PRIMARY KEY ("calibrationId", "userId")
) STRICT;
CREATE INDEX "calibrationRatersByUserId" ON "calibrationRaters" ("userId");
CREATE TABLE "calibrationSubjects" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "calibrationId" TEXT NOT NULL REFERENCES "calibrations" ("id"),
  "place" INTEGER NOT NULL CHECK ("place" >= 1),
  "caseId" TEXT REFERENCES "cases" ("id"),
  "callId" TEXT REFERENCES "calls" ("id"),
  "number" TEXT NOT NULL,
  "computed" TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX "calibrationSubjectsByCalibrationIdPlace" ON "calibrationSubjects" ("calibrationId", "place");
CREATE INDEX "calibrationSubjectsByCaseId" ON "calibrationSubjects" ("caseId");
CREATE INDEX "calibrationSubjectsByCallId" ON "calibrationSubjects" ("callId");
CREATE TABLE "calibrationMarks" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "subjectId" TEXT NOT NULL REFERENCES "calibrationSubjects" ("id"),
  "userId" TEXT NOT NULL REFERENCES "users" ("id"),
  "marks" TEXT NOT NULL,
  "comment" TEXT NOT NULL,
  "total" INTEGER NOT NULL CHECK ("total" >= 0),
  "at" INTEGER NOT NULL CHECK ("at" >= 0)
) STRICT;
CREATE UNIQUE INDEX "calibrationMarksBySubjectIdUserId" ON "calibrationMarks" ("subjectId", "userId");
CREATE INDEX "calibrationMarksByUserId" ON "calibrationMarks" ("userId");
CREATE TABLE "calibrationAmendments" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "calibrationId" TEXT NOT NULL REFERENCES "calibrations" ("id"),
  "itemId" TEXT NOT NULL,
  "formVersion" INTEGER NOT NULL CHECK ("formVersion" >= 2),
  "before" TEXT NOT NULL,
  "after" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "by" TEXT NOT NULL REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "calibrationAmendmentsByCalibrationIdAt" ON "calibrationAmendments" ("calibrationId", "at");
CREATE INDEX "calibrationAmendmentsByBy" ON "calibrationAmendments" ("by");
ALTER TABLE "scorecardChanges" RENAME TO "scorecardChangesBefore";
CREATE TABLE "scorecardChanges" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "cardId" TEXT NOT NULL REFERENCES "scorecards" ("id"),
  "seq" INTEGER NOT NULL CHECK ("seq" >= 1),
  "stage" TEXT NOT NULL CHECK ("stage" IN ('calibration', 'appeal', 'correction')),
  "indicator" TEXT NOT NULL CHECK ("indicator" IN ('satisfaction', 'resolution', 'complaintTime', 'answerTime', 'handlingTime', 'knowledge', 'teamwork', 'firstContact', 'answerSpeed', 'quality')),
  "fromScore" INTEGER CHECK ("fromScore" >= 0),
  "toScore" INTEGER NOT NULL CHECK ("toScore" >= 0),
  "reason" TEXT NOT NULL,
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "by" TEXT NOT NULL REFERENCES "users" ("id")
) STRICT;
INSERT INTO "scorecardChanges" ("id", "cardId", "seq", "stage", "indicator", "fromScore", "toScore", "reason", "at", "by") SELECT "id", "cardId", "seq", "stage", "indicator", "fromScore", "toScore", "reason", "at", "by" FROM "scorecardChangesBefore";
DROP TABLE "scorecardChangesBefore";
CREATE INDEX "scorecardChangesByCardIdSeq" ON "scorecardChanges" ("cardId", "seq");
CREATE INDEX "scorecardChangesByBy" ON "scorecardChanges" ("by");
-- 420 callTotals
CREATE TABLE "callTotals" (
  "period" TEXT NOT NULL,
  "agentId" TEXT NOT NULL,
  "calls" INTEGER NOT NULL,
  "answered" INTEGER NOT NULL,
  "abandoned" INTEGER NOT NULL,
  "waitMs" INTEGER NOT NULL,
  "talkMs" INTEGER NOT NULL,
  "handleMs" INTEGER NOT NULL,
  "within10" INTEGER NOT NULL,
  "within20" INTEGER NOT NULL,
  "within30" INTEGER NOT NULL,
  "judged" INTEGER NOT NULL,
  "inTime" INTEGER NOT NULL,
  "rated" INTEGER NOT NULL,
  "points" INTEGER NOT NULL,
  PRIMARY KEY ("period", "agentId")
) STRICT;
-- 430 macros
CREATE TABLE "macros" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "scope" TEXT NOT NULL CHECK ("scope" IN ('own', 'team')),
  "ownerId" TEXT NOT NULL REFERENCES "users" ("id"),
  "name" TEXT NOT NULL,
  "version" INTEGER NOT NULL CHECK ("version" >= 1),
  "isArchived" INTEGER NOT NULL CHECK ("isArchived" IN (0, 1)),
  "createdAt" INTEGER NOT NULL CHECK ("createdAt" >= 0),
  "updatedAt" INTEGER NOT NULL CHECK ("updatedAt" >= 0),
  "uses" INTEGER NOT NULL CHECK ("uses" >= 0),
  "undone" INTEGER NOT NULL CHECK ("undone" >= 0),
  "lastUsedAt" INTEGER CHECK ("lastUsedAt" >= 0)
) STRICT;
CREATE INDEX "macrosByOwnerIdIsArchived" ON "macros" ("ownerId", "isArchived");
CREATE INDEX "macrosByScopeIsArchived" ON "macros" ("scope", "isArchived");
CREATE TABLE "macroVersions" (
  "macroId" TEXT NOT NULL REFERENCES "macros" ("id"),
  "version" INTEGER NOT NULL CHECK ("version" >= 1),
  "name" TEXT NOT NULL,
  "conditions" TEXT NOT NULL,
  "steps" TEXT NOT NULL,
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "byId" TEXT NOT NULL REFERENCES "users" ("id"),
  PRIMARY KEY ("macroId", "version")
) STRICT;
CREATE INDEX "macroVersionsByById" ON "macroVersions" ("byId");
CREATE TABLE "macroRuns" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "macroId" TEXT NOT NULL REFERENCES "macros" ("id"),
  "version" INTEGER NOT NULL CHECK ("version" >= 1),
  "caseId" TEXT NOT NULL REFERENCES "cases" ("id"),
  "userId" TEXT NOT NULL REFERENCES "users" ("id"),
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "seq" INTEGER NOT NULL CHECK ("seq" >= 1),
  "parts" TEXT NOT NULL,
  "undoneAt" INTEGER CHECK ("undoneAt" >= 0)
) STRICT;
CREATE INDEX "macroRunsByMacroIdAt" ON "macroRuns" ("macroId", "at");
CREATE INDEX "macroRunsByCaseId" ON "macroRuns" ("caseId");
CREATE INDEX "macroRunsByUserIdAt" ON "macroRuns" ("userId", "at");
-- 440 trainingNeeds
CREATE TABLE "trainingNeeds" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "source" TEXT NOT NULL CHECK ("source" IN ('exam', 'cause', 'score')),
  "subject" TEXT NOT NULL,
  "month" TEXT NOT NULL,
  "people" TEXT NOT NULL,
  "decision" TEXT NOT NULL CHECK ("decision" IN ('accepted', 'declined')),
  "trainingId" TEXT REFERENCES "trainings" ("id"),
  "reason" TEXT NOT NULL,
  "decidedAt" INTEGER NOT NULL CHECK ("decidedAt" >= 0),
  "decidedBy" TEXT NOT NULL REFERENCES "users" ("id")
) STRICT;
CREATE UNIQUE INDEX "trainingNeedsBySourceSubjectMonth" ON "trainingNeeds" ("source", "subject", "month");
CREATE INDEX "trainingNeedsByMonth" ON "trainingNeeds" ("month");
CREATE INDEX "trainingNeedsByTrainingId" ON "trainingNeeds" ("trainingId");
CREATE INDEX "trainingNeedsByDecidedBy" ON "trainingNeeds" ("decidedBy");
CREATE TABLE "teamMoves" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "userId" TEXT NOT NULL REFERENCES "users" ("id"),
  "fromLeadId" TEXT REFERENCES "users" ("id"),
  "toLeadId" TEXT REFERENCES "users" ("id"),
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "by" TEXT NOT NULL REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "teamMovesByAt" ON "teamMoves" ("at");
CREATE INDEX "teamMovesByUserId" ON "teamMoves" ("userId");
CREATE INDEX "teamMovesByFromLeadId" ON "teamMoves" ("fromLeadId");
CREATE INDEX "teamMovesByToLeadId" ON "teamMoves" ("toLeadId");
CREATE INDEX "teamMovesByBy" ON "teamMoves" ("by");
-- 450 trainingMaterials
CREATE TABLE "trainingMaterials" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "trainingId" TEXT NOT NULL REFERENCES "trainings" ("id"),
  "name" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "size" INTEGER NOT NULL CHECK ("size" >= 1),
  "sha256" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "addedAt" INTEGER NOT NULL CHECK ("addedAt" >= 0),
  "addedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "sealedKey" TEXT NOT NULL,
  "chunks" INTEGER NOT NULL CHECK ("chunks" >= 1),
  "removedAt" INTEGER CHECK ("removedAt" >= 0),
  "removedBy" TEXT REFERENCES "users" ("id"),
  "removeReason" TEXT
) STRICT;
CREATE INDEX "trainingMaterialsByTrainingIdAddedAt" ON "trainingMaterials" ("trainingId", "addedAt");
CREATE INDEX "trainingMaterialsByAddedBy" ON "trainingMaterials" ("addedBy");
CREATE INDEX "trainingMaterialsByRemovedBy" ON "trainingMaterials" ("removedBy");
CREATE TABLE "trainingMaterialChunks" (
  "materialId" TEXT NOT NULL REFERENCES "trainingMaterials" ("id"),
  "seq" INTEGER NOT NULL CHECK ("seq" >= 0),
  "body" BLOB NOT NULL,
  PRIMARY KEY ("materialId", "seq")
) STRICT;
-- 460 unfinishedExports
CREATE TABLE "unfinishedExports" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "place" TEXT NOT NULL,
  "out" TEXT NOT NULL,
  "begunAt" INTEGER NOT NULL CHECK ("begunAt" >= 0),
  "begunBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "scope" TEXT NOT NULL,
  "scopeKey" TEXT NOT NULL,
  "scopeLabel" TEXT NOT NULL,
  "profile" TEXT NOT NULL CHECK ("profile" IN ('archive', 'customer', 'regulator', 'partner', 'court')),
  "recipient" TEXT NOT NULL,
  "requester" TEXT NOT NULL,
  "purpose" TEXT NOT NULL,
  "encryption" TEXT NOT NULL CHECK ("encryption" IN ('none', 'passphrase', 'recipients')),
  "options" TEXT NOT NULL,
  "rows" INTEGER NOT NULL CHECK ("rows" >= 0),
  "files" INTEGER NOT NULL CHECK ("files" >= 0),
  "sealedKey" TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX "unfinishedExportsByPlaceOut" ON "unfinishedExports" ("place", "out");
CREATE INDEX "unfinishedExportsByBegunBy" ON "unfinishedExports" ("begunBy");
-- 470 macroNames
ALTER TABLE "macros" ADD COLUMN "nameEn" TEXT NOT NULL DEFAULT '';
ALTER TABLE "macroVersions" ADD COLUMN "nameEn" TEXT NOT NULL DEFAULT '';
-- 480 backups
CREATE TABLE "backups" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "seq" INTEGER NOT NULL CHECK ("seq" >= 1),
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "folder" TEXT NOT NULL,
  "fileName" TEXT NOT NULL,
  "bytes" INTEGER NOT NULL CHECK ("bytes" >= 0),
  "sha256" TEXT NOT NULL,
  "entries" INTEGER NOT NULL CHECK ("entries" >= 0),
  "tookMs" INTEGER NOT NULL CHECK ("tookMs" >= 0),
  "outcome" TEXT NOT NULL CHECK ("outcome" IN ('done', 'failed')),
  "fault" TEXT,
  "madeBy" TEXT NOT NULL,
  "removedAt" INTEGER CHECK ("removedAt" >= 0)
) STRICT;
CREATE UNIQUE INDEX "backupsBySeq" ON "backups" ("seq");
-- 490 whoWasTold
CREATE TABLE "toldGroups" (
  "id" TEXT NOT NULL,
  "userId" TEXT NOT NULL REFERENCES "users" ("id"),
  PRIMARY KEY ("id", "userId")
) STRICT;
CREATE INDEX "toldGroupsByUserId" ON "toldGroups" ("userId");
ALTER TABLE "clockSignals" ADD COLUMN "toldGroup" TEXT;
ALTER TABLE "clockSignals" ADD COLUMN "alsoTells" TEXT CHECK ("alsoTells" IN ('owner', 'lead', 'manager'));
CREATE TABLE "seenSignals" (
  "clockId" TEXT NOT NULL REFERENCES "clocks" ("id"),
  "percent" INTEGER NOT NULL CHECK ("percent" >= 1),
  "reminder" INTEGER NOT NULL CHECK ("reminder" >= 0),
  "userId" TEXT NOT NULL REFERENCES "users" ("id"),
  "seenAt" INTEGER NOT NULL CHECK ("seenAt" >= 0),
  PRIMARY KEY ("clockId", "percent", "reminder", "userId")
) STRICT;
-- 500 memberScopes
CREATE TABLE "memberScopes" (
  "version" INTEGER PRIMARY KEY NOT NULL CHECK ("version" >= 1),
  "agents" TEXT NOT NULL CHECK ("agents" IN ('all', 'team', 'assigned')),
  "leads" TEXT NOT NULL CHECK ("leads" IN ('all', 'team', 'assigned')),
  "managers" TEXT NOT NULL CHECK ("managers" IN ('all', 'team', 'assigned')),
  "callDays" INTEGER NOT NULL CHECK ("callDays" >= 1),
  "reason" TEXT NOT NULL,
  "setAt" INTEGER NOT NULL CHECK ("setAt" >= 0),
  "setBy" TEXT NOT NULL REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "memberScopesBySetBy" ON "memberScopes" ("setBy");
ALTER TABLE "authorisations" ADD COLUMN "memberId" TEXT REFERENCES "members" ("id");
CREATE INDEX "authorisationsByMemberId" ON "authorisations" ("memberId");
-- 510 export-limits
CREATE TABLE "exportLimits" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "rows" INTEGER NOT NULL CHECK ("rows" >= 1),
  "people" INTEGER NOT NULL CHECK ("people" >= 1),
  "reason" TEXT NOT NULL,
  "state" TEXT NOT NULL CHECK ("state" IN ('asked', 'approved', 'refused')),
  "askedAt" INTEGER NOT NULL CHECK ("askedAt" >= 0),
  "askedBy" TEXT NOT NULL REFERENCES "users" ("id"),
  "decidedAt" INTEGER CHECK ("decidedAt" >= 0),
  "decidedBy" TEXT REFERENCES "users" ("id"),
  "decisionNote" TEXT
) STRICT;
CREATE INDEX "exportLimitsByStateDecidedAt" ON "exportLimits" ("state", "decidedAt");
CREATE INDEX "exportLimitsByAskedBy" ON "exportLimits" ("askedBy");
CREATE INDEX "exportLimitsByDecidedBy" ON "exportLimits" ("decidedBy");
-- 520 raisedWarnings
ALTER TABLE "clockSignals" ADD COLUMN "thirdTells" TEXT CHECK ("thirdTells" IN ('owner', 'lead', 'manager'));
-- 530 moreNotices
ALTER TABLE "deskNotices" RENAME TO "deskNoticesBefore";
CREATE TABLE "deskNotices" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "userId" TEXT NOT NULL REFERENCES "users" ("id"),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('breach', 'warning', 'assigned', 'promise', 'todo', 'reminder', 'mention', 'handOver', 'callBack', 'read')),
  "source" TEXT NOT NULL,
  "caseId" TEXT REFERENCES "cases" ("id"),
  "at" INTEGER NOT NULL CHECK ("at" >= 0),
  "verdict" TEXT NOT NULL CHECK ("verdict" IN ('shown', 'quiet')),
  "why" TEXT NOT NULL,
  "readAt" INTEGER CHECK ("readAt" >= 0)
) STRICT;
INSERT INTO "deskNotices" ("id", "userId", "kind", "source", "caseId", "at", "verdict", "why", "readAt") SELECT "id", "userId", "kind", "source", "caseId", "at", "verdict", "why", "readAt" FROM "deskNoticesBefore";
DROP TABLE "deskNoticesBefore";
CREATE UNIQUE INDEX "deskNoticesByUserIdSource" ON "deskNotices" ("userId", "source");
CREATE INDEX "deskNoticesByUserIdReadAtAt" ON "deskNotices" ("userId", "readAt", "at");
CREATE INDEX "deskNoticesByCaseId" ON "deskNotices" ("caseId");
-- 540 clockJumps
CREATE TABLE "clockJumps" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "truthAt" INTEGER NOT NULL CHECK ("truthAt" >= 0),
  "shownAt" INTEGER NOT NULL CHECK ("shownAt" >= 0),
  "byMs" INTEGER NOT NULL,
  "userId" TEXT NOT NULL REFERENCES "users" ("id"),
  "recordedAt" INTEGER NOT NULL CHECK ("recordedAt" >= 0)
) STRICT;
CREATE INDEX "clockJumpsByUserId" ON "clockJumps" ("userId");
CREATE TABLE "clockJumpsSeen" (
  "jumpId" TEXT NOT NULL REFERENCES "clockJumps" ("id"),
  "userId" TEXT NOT NULL REFERENCES "users" ("id"),
  "seenAt" INTEGER NOT NULL CHECK ("seenAt" >= 0),
  PRIMARY KEY ("userId", "jumpId")
) STRICT;
CREATE INDEX "clockJumpsSeenByJumpId" ON "clockJumpsSeen" ("jumpId");
-- 550 promisedClocks
ALTER TABLE "clocks" ADD COLUMN "promised" TEXT;
-- 560 supplierPatterns
ALTER TABLE "patternAlerts" RENAME TO "patternAlertsBefore";
CREATE TABLE "patternAlerts" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "dimension" TEXT NOT NULL CHECK ("dimension" IN ('category', 'flight', 'route', 'station', 'department', 'agent', 'supplier')),
  "value" TEXT NOT NULL,
  "state" TEXT NOT NULL CHECK ("state" IN ('open', 'acknowledged', 'closed')),
  "raisedAt" INTEGER NOT NULL CHECK ("raisedAt" >= 0),
  "windowFrom" INTEGER NOT NULL CHECK ("windowFrom" >= 0),
  "windowTo" INTEGER NOT NULL CHECK ("windowTo" >= 0),
  "count" INTEGER NOT NULL CHECK ("count" >= 1),
  "limit" INTEGER NOT NULL CHECK ("limit" >= 0),
  "body" TEXT NOT NULL,
  "ownerId" TEXT REFERENCES "users" ("id"),
  "acknowledgedAt" INTEGER CHECK ("acknowledgedAt" >= 0),
  "acknowledgedBy" TEXT REFERENCES "users" ("id"),
  "finding" TEXT,
  "foundAt" INTEGER CHECK ("foundAt" >= 0),
  "foundBy" TEXT REFERENCES "users" ("id"),
  "closedAt" INTEGER CHECK ("closedAt" >= 0),
  "closedBy" TEXT REFERENCES "users" ("id"),
  "outcome" TEXT CHECK ("outcome" IN ('solved', 'chance', 'known')),
  "closing" TEXT
) STRICT;
INSERT INTO "patternAlerts" ("id", "dimension", "value", "state", "raisedAt", "windowFrom", "windowTo", "count", "limit", "body", "ownerId", "acknowledgedAt", "acknowledgedBy", "finding", "foundAt", "foundBy", "closedAt", "closedBy", "outcome", "closing") SELECT "id", "dimension", "value", "state", "raisedAt", "windowFrom", "windowTo", "count", "limit", "body", "ownerId", "acknowledgedAt", "acknowledgedBy", "finding", "foundAt", "foundBy", "closedAt", "closedBy", "outcome", "closing" FROM "patternAlertsBefore";
DROP TABLE "patternAlertsBefore";
CREATE INDEX "patternAlertsByStateRaisedAt" ON "patternAlerts" ("state", "raisedAt");
CREATE INDEX "patternAlertsByDimensionValueWindowTo" ON "patternAlerts" ("dimension", "value", "windowTo");
-- 570 serviceTypes
CREATE TABLE "serviceTypes" (
  "code" TEXT PRIMARY KEY NOT NULL,
  "nameZh" TEXT NOT NULL,
  "nameEn" TEXT NOT NULL,
  "isActive" INTEGER NOT NULL CHECK ("isActive" IN (0, 1)),
  "place" INTEGER NOT NULL CHECK ("place" >= 0),
  "updatedAt" INTEGER NOT NULL CHECK ("updatedAt" >= 0),
  "updatedBy" TEXT REFERENCES "users" ("id")
) STRICT;
CREATE INDEX "serviceTypesByUpdatedBy" ON "serviceTypes" ("updatedBy");
-- 580 memberCreators
ALTER TABLE "members" ADD COLUMN "createdBy" TEXT REFERENCES "users" ("id");
CREATE INDEX "membersByCreatedBy" ON "members" ("createdBy");
-- 590 liablePartners
ALTER TABLE "liabilityShares" ADD COLUMN "partnerId" TEXT REFERENCES "partners" ("id");
CREATE INDEX "liabilitySharesByPartnerId" ON "liabilityShares" ("partnerId");
-- 600 messagesInTime
CREATE INDEX "messagesByCreatedAtId" ON "messages" ("createdAt", "id");

-- postgres

-- 10 desk
CREATE TABLE "meta" (
  "key" text COLLATE "C" PRIMARY KEY NOT NULL,
  "value" text COLLATE "C" NOT NULL
);
CREATE TABLE "settings" (
  "key" text COLLATE "C" PRIMARY KEY NOT NULL,
  "value" text COLLATE "C" NOT NULL
);
CREATE TABLE "keyring" (
  "id" bigint PRIMARY KEY NOT NULL,
  "body" text COLLATE "C" NOT NULL
);
CREATE TABLE "users" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "login" text COLLATE "C" NOT NULL UNIQUE,
  "name" text COLLATE "C" NOT NULL,
  "role" text COLLATE "C" NOT NULL CHECK ("role" IN ('agent', 'lead', 'manager', 'admin')),
  "status" text COLLATE "C" NOT NULL CHECK ("status" IN ('active', 'disabled')),
  "leadId" text COLLATE "C" REFERENCES "users" ("id"),
  "mustChangePassword" smallint NOT NULL DEFAULT 0 CHECK ("mustChangePassword" IN (0, 1)),
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0),
  "lastSignInAt" bigint CHECK ("lastSignInAt" >= 0)
);
CREATE TABLE "numberSeries" (
  "kind" text COLLATE "C" NOT NULL,
  "day" text COLLATE "C" NOT NULL,
  "last" bigint NOT NULL CHECK ("last" >= 1),
  PRIMARY KEY ("kind", "day")
);
-- 20 audit
CREATE TABLE "audit" (
  "seq" bigint PRIMARY KEY NOT NULL,
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "actorId" text COLLATE "C" NOT NULL,
  "call" text COLLATE "C" NOT NULL,
  "outcome" text COLLATE "C" NOT NULL CHECK ("outcome" IN ('done', 'refused')),
  "memberId" text COLLATE "C",
  "caseId" text COLLATE "C",
  "body" text COLLATE "C" NOT NULL,
  "hash" text COLLATE "C" NOT NULL
);
CREATE INDEX "auditByMemberIdSeq" ON "audit" ("memberId", "seq");
CREATE INDEX "auditByCaseIdSeq" ON "audit" ("caseId", "seq");
CREATE INDEX "auditByActorIdAt" ON "audit" ("actorId", "at");
CREATE INDEX "auditByAt" ON "audit" ("at");
CREATE TABLE "checkpoints" (
  "seq" bigint PRIMARY KEY NOT NULL REFERENCES "audit" ("seq"),
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "keyId" text COLLATE "C" NOT NULL,
  "note" text COLLATE "C" NOT NULL,
  "signature" text COLLATE "C" NOT NULL
);
CREATE TABLE "signingKeys" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "publicKey" text COLLATE "C" NOT NULL,
  "sealedSecret" text COLLATE "C" NOT NULL,
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0)
);
CREATE TABLE "exports" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "actorId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "memberId" text COLLATE "C",
  "purpose" text COLLATE "C" NOT NULL,
  "requester" text COLLATE "C" NOT NULL,
  "fileName" text COLLATE "C" NOT NULL,
  "rows" bigint NOT NULL CHECK ("rows" >= 0),
  "sha256" text COLLATE "C" NOT NULL,
  "head" text COLLATE "C" NOT NULL
);
CREATE INDEX "exportsByAt" ON "exports" ("at");
-- 30 policies
CREATE TABLE "policies" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "pack" text COLLATE "C" NOT NULL,
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('tiers', 'targets', 'workflow', 'compensation')),
  "version" bigint NOT NULL CHECK ("version" >= 1),
  "effectiveFrom" bigint NOT NULL CHECK ("effectiveFrom" >= 0),
  "body" text COLLATE "C" NOT NULL,
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" text COLLATE "C"
);
CREATE INDEX "policiesByKindEffectiveFrom" ON "policies" ("kind", "effectiveFrom");
CREATE TABLE "calendars" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "body" text COLLATE "C" NOT NULL,
  "updatedAt" bigint NOT NULL CHECK ("updatedAt" >= 0)
);
-- 40 members
CREATE TABLE "members" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "cardNo" text COLLATE "C" NOT NULL UNIQUE,
  "name" text COLLATE "C" NOT NULL,
  "namePinyin" text COLLATE "C" NOT NULL,
  "nameInitials" text COLLATE "C" NOT NULL,
  "nameOther" text COLLATE "C" NOT NULL,
  "gender" text COLLATE "C" NOT NULL CHECK ("gender" IN ('female', 'male', 'unknown')),
  "birthDate" text COLLATE "C",
  "language" text COLLATE "C" NOT NULL,
  "title" text COLLATE "C" NOT NULL,
  "mobile" text COLLATE "C",
  "mobileBackwards" text COLLATE "C",
  "email" text COLLATE "C",
  "wechat" text COLLATE "C",
  "documentType" text COLLATE "C",
  "documentNo" text COLLATE "C",
  "documentBackwards" text COLLATE "C",
  "province" text COLLATE "C",
  "city" text COLLATE "C",
  "level" text COLLATE "C",
  "tier" text COLLATE "C" NOT NULL CHECK ("tier" IN ('diamond', 'platinum', 'gold', 'silver', 'none')),
  "tierSince" bigint CHECK ("tierSince" >= 0),
  "tierUntil" bigint CHECK ("tierUntil" >= 0),
  "vipReason" text COLLATE "C",
  "vipSince" bigint CHECK ("vipSince" >= 0),
  "preferences" text COLLATE "C" NOT NULL,
  "careNotes" text COLLATE "C" NOT NULL,
  "status" text COLLATE "C" NOT NULL CHECK ("status" IN ('active', 'left')),
  "enrolledOn" text COLLATE "C",
  "leftOn" text COLLATE "C",
  "verifiedAt" bigint CHECK ("verifiedAt" >= 0),
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0),
  "updatedAt" bigint NOT NULL CHECK ("updatedAt" >= 0)
);
CREATE INDEX "membersByName" ON "members" ("name");
CREATE INDEX "membersByNameOther" ON "members" ("nameOther");
CREATE INDEX "membersByNameInitials" ON "members" ("nameInitials");
CREATE INDEX "membersByMobile" ON "members" ("mobile");
CREATE INDEX "membersByMobileBackwards" ON "members" ("mobileBackwards");
CREATE INDEX "membersByDocumentBackwards" ON "members" ("documentBackwards");
CREATE INDEX "membersByTierCardNoStatusProvince" ON "members" ("tier", "cardNo", "status", "province");
CREATE INDEX "membersByCardNoTierStatusProvince" ON "members" ("cardNo", "tier", "status", "province");
CREATE INDEX "membersByNamePinyinCardNoTierStatusProvince" ON "members" ("namePinyin", "cardNo", "tier", "status", "province");
CREATE INDEX "membersByTierVerifiedAt" ON "members" ("tier", "verifiedAt");
CREATE TABLE "memberContacts" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "memberId" text COLLATE "C" NOT NULL REFERENCES "members" ("id"),
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('mobile', 'home', 'office', 'email', 'wechat', 'assistant', 'family')),
  "value" text COLLATE "C" NOT NULL,
  "normalized" text COLLATE "C" NOT NULL,
  "label" text COLLATE "C" NOT NULL,
  "maySpeak" smallint NOT NULL DEFAULT 0 CHECK ("maySpeak" IN (0, 1))
);
CREATE INDEX "memberContactsByMemberId" ON "memberContacts" ("memberId");
CREATE INDEX "memberContactsByNormalized" ON "memberContacts" ("normalized");
CREATE TABLE "memberPeriods" (
  "memberId" text COLLATE "C" NOT NULL REFERENCES "members" ("id"),
  "period" text COLLATE "C" NOT NULL,
  "distanceKm" bigint NOT NULL CHECK ("distanceKm" >= 0),
  "segments" bigint NOT NULL CHECK ("segments" >= 0),
  "spendFen" bigint NOT NULL CHECK ("spendFen" >= 0),
  "partnerSpendFen" bigint NOT NULL CHECK ("partnerSpendFen" >= 0),
  "points" bigint NOT NULL CHECK ("points" >= 0),
  PRIMARY KEY ("memberId", "period")
);
CREATE TABLE "tierRuns" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "actorId" text COLLATE "C" NOT NULL,
  "policyId" text COLLATE "C" NOT NULL REFERENCES "policies" ("id"),
  "rated" bigint NOT NULL CHECK ("rated" >= 0),
  "changed" bigint NOT NULL CHECK ("changed" >= 0)
);
CREATE TABLE "tierChanges" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "memberId" text COLLATE "C" NOT NULL REFERENCES "members" ("id"),
  "runId" text COLLATE "C" REFERENCES "tierRuns" ("id"),
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "fromTier" text COLLATE "C" NOT NULL CHECK ("fromTier" IN ('diamond', 'platinum', 'gold', 'silver', 'none')),
  "toTier" text COLLATE "C" NOT NULL CHECK ("toTier" IN ('diamond', 'platinum', 'gold', 'silver', 'none')),
  "change" text COLLATE "C" NOT NULL CHECK ("change" IN ('upgrade', 'retain', 'downgrade', 'entry', 'manual')),
  "reason" text COLLATE "C" NOT NULL,
  "policyId" text COLLATE "C",
  "validUntil" bigint CHECK ("validUntil" >= 0),
  "actorId" text COLLATE "C" NOT NULL
);
CREATE INDEX "tierChangesByMemberIdAt" ON "tierChanges" ("memberId", "at");
CREATE INDEX "tierChangesByRunIdId" ON "tierChanges" ("runId", "id");
CREATE INDEX "tierRunsByAt" ON "tierRuns" ("at");
CREATE TABLE "notices" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "memberId" text COLLATE "C" NOT NULL REFERENCES "members" ("id"),
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('upgrade', 'retain', 'downgrade')),
  "text" text COLLATE "C" NOT NULL,
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0),
  "toldAt" bigint CHECK ("toldAt" >= 0),
  "toldBy" text COLLATE "C"
);
CREATE INDEX "noticesByMemberIdCreatedAt" ON "notices" ("memberId", "createdAt");
CREATE INDEX "noticesByToldAtCreatedAtId" ON "notices" ("toldAt", "createdAt", "id");
CREATE TABLE "imports" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('members')),
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "actorId" text COLLATE "C" NOT NULL,
  "fileName" text COLLATE "C" NOT NULL,
  "fileSha256" text COLLATE "C" NOT NULL,
  "mapping" text COLLATE "C" NOT NULL,
  "read" bigint NOT NULL CHECK ("read" >= 0),
  "created" bigint NOT NULL CHECK ("created" >= 0),
  "updated" bigint NOT NULL CHECK ("updated" >= 0),
  "unchanged" bigint NOT NULL CHECK ("unchanged" >= 0),
  "rejected" bigint NOT NULL CHECK ("rejected" >= 0)
);
CREATE INDEX "importsByAt" ON "imports" ("at");
CREATE TABLE "importChanges" (
  "importId" text COLLATE "C" NOT NULL REFERENCES "imports" ("id"),
  "row" bigint NOT NULL CHECK ("row" >= 1),
  "memberId" text COLLATE "C" NOT NULL REFERENCES "members" ("id"),
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('created', 'updated')),
  "fields" text COLLATE "C" NOT NULL,
  PRIMARY KEY ("importId", "row")
);
CREATE INDEX "importChangesByMemberId" ON "importChanges" ("memberId");
CREATE TABLE "consents" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "memberId" text COLLATE "C" NOT NULL REFERENCES "members" ("id"),
  "purpose" text COLLATE "C" NOT NULL,
  "given" smallint NOT NULL CHECK ("given" IN (0, 1)),
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "actorId" text COLLATE "C" NOT NULL,
  "channel" text COLLATE "C" NOT NULL
);
CREATE INDEX "consentsByMemberIdAt" ON "consents" ("memberId", "at");
-- 50 flights
CREATE TABLE "flights" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "flightNo" text COLLATE "C" NOT NULL,
  "day" text COLLATE "C" NOT NULL,
  "origin" text COLLATE "C" NOT NULL,
  "destination" text COLLATE "C" NOT NULL,
  "departsAt" bigint NOT NULL CHECK ("departsAt" >= 0),
  "arrivesAt" bigint NOT NULL CHECK ("arrivesAt" >= 0),
  "status" text COLLATE "C" NOT NULL CHECK ("status" IN ('scheduled', 'departed', 'arrived', 'delayed', 'cancelled', 'diverted')),
  "delayMinutes" bigint NOT NULL CHECK ("delayMinutes" >= 0),
  "distanceKm" bigint NOT NULL CHECK ("distanceKm" >= 0)
);
CREATE UNIQUE INDEX "flightsByFlightNoDay" ON "flights" ("flightNo", "day");
CREATE INDEX "flightsByDay" ON "flights" ("day");
CREATE TABLE "bookings" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "memberId" text COLLATE "C" NOT NULL REFERENCES "members" ("id"),
  "flightId" text COLLATE "C" NOT NULL REFERENCES "flights" ("id"),
  "pnr" text COLLATE "C" NOT NULL,
  "ticketNo" text COLLATE "C",
  "cabin" text COLLATE "C" NOT NULL,
  "seat" text COLLATE "C",
  "status" text COLLATE "C" NOT NULL CHECK ("status" IN ('booked', 'flown', 'cancelled', 'noShow')),
  "fareFen" bigint NOT NULL CHECK ("fareFen" >= 0)
);
CREATE INDEX "bookingsByMemberId" ON "bookings" ("memberId");
CREATE INDEX "bookingsByFlightId" ON "bookings" ("flightId");
CREATE INDEX "bookingsByPnr" ON "bookings" ("pnr");
CREATE INDEX "bookingsByTicketNo" ON "bookings" ("ticketNo");
CREATE TABLE "spends" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "memberId" text COLLATE "C" NOT NULL REFERENCES "members" ("id"),
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('own', 'partner')),
  "description" text COLLATE "C" NOT NULL,
  "amountFen" bigint NOT NULL CHECK ("amountFen" >= 0)
);
CREATE INDEX "spendsByMemberIdAt" ON "spends" ("memberId", "at");
-- 60 calls
CREATE TABLE "calls" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "number" text COLLATE "C" NOT NULL UNIQUE,
  "direction" text COLLATE "C" NOT NULL CHECK ("direction" IN ('inbound', 'outbound')),
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('ringing', 'talking', 'held', 'wrapUp', 'done', 'missed', 'abandoned')),
  "memberId" text COLLATE "C" REFERENCES "members" ("id"),
  "phone" text COLLATE "C" NOT NULL,
  "callerName" text COLLATE "C",
  "agentId" text COLLATE "C" REFERENCES "users" ("id"),
  "startedAt" bigint NOT NULL CHECK ("startedAt" >= 0),
  "answeredAt" bigint CHECK ("answeredAt" >= 0),
  "endedAt" bigint CHECK ("endedAt" >= 0),
  "wrapUpEndedAt" bigint CHECK ("wrapUpEndedAt" >= 0),
  "heldSince" bigint CHECK ("heldSince" >= 0),
  "rings" bigint NOT NULL CHECK ("rings" >= 0),
  "waitMs" bigint NOT NULL CHECK ("waitMs" >= 0),
  "talkMs" bigint NOT NULL CHECK ("talkMs" >= 0),
  "holdMs" bigint NOT NULL CHECK ("holdMs" >= 0),
  "wrapUpMs" bigint NOT NULL CHECK ("wrapUpMs" >= 0),
  "maxRings" bigint CHECK ("maxRings" >= 1),
  "isInTime" smallint CHECK ("isInTime" IN (0, 1)),
  "greeting" text COLLATE "C",
  "question" text COLLATE "C" NOT NULL,
  "process" text COLLATE "C" NOT NULL,
  "result" text COLLATE "C" NOT NULL,
  "resultCode" text COLLATE "C",
  "callBackOf" text COLLATE "C" REFERENCES "calls" ("id")
);
CREATE INDEX "callsByMemberIdStartedAtId" ON "calls" ("memberId", "startedAt", "id");
CREATE INDEX "callsByAgentIdStartedAtId" ON "calls" ("agentId", "startedAt", "id");
CREATE INDEX "callsByAgentIdState" ON "calls" ("agentId", "state");
CREATE INDEX "callsByStartedAtId" ON "calls" ("startedAt", "id");
CREATE INDEX "callsByStateStartedAtId" ON "calls" ("state", "startedAt", "id");
CREATE TABLE "callEvents" (
  "callId" text COLLATE "C" NOT NULL REFERENCES "calls" ("id"),
  "seq" bigint NOT NULL CHECK ("seq" >= 1),
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "actorId" text COLLATE "C" NOT NULL,
  "kind" text COLLATE "C" NOT NULL,
  "data" text COLLATE "C" NOT NULL,
  PRIMARY KEY ("callId", "seq")
);
CREATE TABLE "drafts" (
  "userId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "kind" text COLLATE "C" NOT NULL,
  "subject" text COLLATE "C" NOT NULL,
  "body" text COLLATE "C" NOT NULL,
  "savedAt" bigint NOT NULL CHECK ("savedAt" >= 0),
  PRIMARY KEY ("userId", "kind", "subject")
);
-- 70 cases
CREATE TABLE "cases" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "number" text COLLATE "C" NOT NULL UNIQUE,
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('enquiry', 'complaint', 'suggestion', 'service')),
  "state" text COLLATE "C" NOT NULL,
  "isOpen" smallint NOT NULL CHECK ("isOpen" IN (0, 1)),
  "round" bigint NOT NULL CHECK ("round" >= 1),
  "memberId" text COLLATE "C" REFERENCES "members" ("id"),
  "tierAtOpening" text COLLATE "C" NOT NULL,
  "contactName" text COLLATE "C" NOT NULL,
  "contactPhone" text COLLATE "C" NOT NULL,
  "contactDigits" text COLLATE "C" NOT NULL,
  "anonymousReason" text COLLATE "C",
  "channel" text COLLATE "C" NOT NULL,
  "isRestricted" smallint NOT NULL CHECK ("isRestricted" IN (0, 1)),
  "category" text COLLATE "C" NOT NULL,
  "contentClass" text COLLATE "C" NOT NULL,
  "severity" text COLLATE "C" NOT NULL CHECK ("severity" IN ('general', 'major', 'urgent')),
  "objectClass" text COLLATE "C" NOT NULL,
  "department" text COLLATE "C" NOT NULL,
  "timeClass" text COLLATE "C" NOT NULL,
  "urgency" text COLLATE "C" NOT NULL,
  "importance" text COLLATE "C" NOT NULL,
  "priority" text COLLATE "C" NOT NULL CHECK ("priority" IN ('p1', 'p2', 'p3', 'p4')),
  "title" text COLLATE "C" NOT NULL,
  "content" text COLLATE "C" NOT NULL,
  "reason" text COLLATE "C" NOT NULL,
  "demand" text COLLATE "C" NOT NULL,
  "serviceType" text COLLATE "C",
  "flightId" text COLLATE "C" REFERENCES "flights" ("id"),
  "flightNo" text COLLATE "C",
  "flightDay" text COLLATE "C",
  "route" text COLLATE "C",
  "ticketNo" text COLLATE "C",
  "pnr" text COLLATE "C",
  "baggageTag" text COLLATE "C",
  "staffConcerned" text COLLATE "C",
  "callId" text COLLATE "C" REFERENCES "calls" ("id"),
  "ownerId" text COLLATE "C" REFERENCES "users" ("id"),
  "isComplex" smallint NOT NULL CHECK ("isComplex" IN (0, 1)),
  "receivedAt" bigint NOT NULL CHECK ("receivedAt" >= 0),
  "registeredAt" bigint NOT NULL CHECK ("registeredAt" >= 0),
  "registeredBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "closedAt" bigint CHECK ("closedAt" >= 0),
  "workflowPolicyId" text COLLATE "C" NOT NULL REFERENCES "policies" ("id"),
  "targetPolicyId" text COLLATE "C" NOT NULL REFERENCES "policies" ("id"),
  "relatedCaseId" text COLLATE "C" REFERENCES "cases" ("id"),
  "transfers" bigint NOT NULL CHECK ("transfers" >= 0),
  "escalation" bigint NOT NULL CHECK ("escalation" >= 0),
  "nextDueAt" bigint CHECK ("nextDueAt" >= 0),
  "nextClock" text COLLATE "C",
  "queueAt" bigint NOT NULL CHECK ("queueAt" >= 0),
  "lastSeq" bigint NOT NULL CHECK ("lastSeq" >= 1),
  "updatedAt" bigint NOT NULL CHECK ("updatedAt" >= 0)
);
CREATE INDEX "casesByIsOpenQueueAtIdIsRestrictedOwnerId" ON "cases" ("isOpen", "queueAt", "id", "isRestricted", "ownerId");
CREATE INDEX "casesByIsOpenPriorityQueueAtIdIsRestrictedOwnerId" ON "cases" ("isOpen", "priority", "queueAt", "id", "isRestricted", "ownerId");
CREATE INDEX "casesByIsOpenKindQueueAtIdIsRestrictedOwnerId" ON "cases" ("isOpen", "kind", "queueAt", "id", "isRestricted", "ownerId");
CREATE INDEX "casesByOwnerIdIsOpenQueueAtIdIsRestricted" ON "cases" ("ownerId", "isOpen", "queueAt", "id", "isRestricted");
CREATE INDEX "casesByIsOpenSeverityDepartmentContentClassObjectClassTimeClassTierAtOpeningStateChannelCategoryEscalationKindPriorityQueueAtIdIsRestrictedOwnerId" ON "cases" ("isOpen", "severity", "department", "contentClass", "objectClass", "timeClass", "tierAtOpening", "state", "channel", "category", "escalation", "kind", "priority", "queueAt", "id", "isRestricted", "ownerId");
CREATE INDEX "casesByMemberIdReceivedAt" ON "cases" ("memberId", "receivedAt");
CREATE INDEX "casesByKindReceivedAt" ON "cases" ("kind", "receivedAt");
CREATE INDEX "casesByFlightNoFlightDay" ON "cases" ("flightNo", "flightDay");
CREATE INDEX "casesByContactDigitsReceivedAt" ON "cases" ("contactDigits", "receivedAt");
CREATE INDEX "casesByTicketNo" ON "cases" ("ticketNo");
CREATE INDEX "casesByPnr" ON "cases" ("pnr");
CREATE INDEX "casesByCallId" ON "cases" ("callId");
CREATE INDEX "casesByRelatedCaseId" ON "cases" ("relatedCaseId");
CREATE TABLE "caseEvents" (
  "caseId" text COLLATE "C" NOT NULL REFERENCES "cases" ("id"),
  "seq" bigint NOT NULL CHECK ("seq" >= 1),
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "recordedAt" bigint NOT NULL CHECK ("recordedAt" >= 0),
  "actorId" text COLLATE "C" NOT NULL,
  "kind" text COLLATE "C" NOT NULL,
  "fromState" text COLLATE "C",
  "toState" text COLLATE "C",
  "data" text COLLATE "C" NOT NULL,
  PRIMARY KEY ("caseId", "seq")
);
CREATE TABLE "clocks" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "caseId" text COLLATE "C" NOT NULL REFERENCES "cases" ("id"),
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('answer', 'respond', 'confirm', 'ownerAccept', 'progress', 'subTask', 'approval', 'resolve', 'reply', 'followUp', 'legal')),
  "item" text COLLATE "C",
  "round" bigint NOT NULL CHECK ("round" >= 1),
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('running', 'paused', 'met', 'breached', 'cancelled')),
  "ruleId" text COLLATE "C" NOT NULL,
  "calendarId" text COLLATE "C" NOT NULL,
  "startedAt" bigint NOT NULL CHECK ("startedAt" >= 0),
  "dueAt" bigint NOT NULL CHECK ("dueAt" >= 0),
  "isProvisional" smallint NOT NULL CHECK ("isProvisional" IN (0, 1)),
  "pausedAt" bigint CHECK ("pausedAt" >= 0),
  "stoppedAt" bigint CHECK ("stoppedAt" >= 0),
  "breachedAt" bigint CHECK ("breachedAt" >= 0),
  "warnedPercent" bigint NOT NULL CHECK ("warnedPercent" >= 0),
  "reminders" bigint NOT NULL CHECK ("reminders" >= 0),
  "nextCheckAt" bigint CHECK ("nextCheckAt" >= 0),
  "body" text COLLATE "C" NOT NULL
);
CREATE INDEX "clocksByCaseId" ON "clocks" ("caseId");
CREATE INDEX "clocksByNextCheckAtId" ON "clocks" ("nextCheckAt", "id");
CREATE TABLE "clockSignals" (
  "clockId" text COLLATE "C" NOT NULL REFERENCES "clocks" ("id"),
  "percent" bigint NOT NULL CHECK ("percent" >= 1),
  "reminder" bigint NOT NULL CHECK ("reminder" >= 0),
  "count" bigint NOT NULL CHECK ("count" >= 1),
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "recordedAt" bigint NOT NULL CHECK ("recordedAt" >= 0),
  "level" bigint NOT NULL CHECK ("level" >= 0),
  "tells" text COLLATE "C" NOT NULL CHECK ("tells" IN ('owner', 'lead', 'manager')),
  "seenAt" bigint CHECK ("seenAt" >= 0),
  "seenBy" text COLLATE "C",
  PRIMARY KEY ("clockId", "percent", "reminder")
);
CREATE TABLE "followUps" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "caseId" text COLLATE "C" REFERENCES "cases" ("id"),
  "callId" text COLLATE "C" REFERENCES "calls" ("id"),
  "memberId" text COLLATE "C" REFERENCES "members" ("id"),
  "ownerId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "kind" text COLLATE "C" NOT NULL DEFAULT 'own' CHECK ("kind" IN ('own', 'answer', 'chase', 'callback')),
  "dueAt" bigint NOT NULL CHECK ("dueAt" >= 0),
  "text" text COLLATE "C" NOT NULL,
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0),
  "doneAt" bigint CHECK ("doneAt" >= 0),
  "outcome" text COLLATE "C"
);
CREATE INDEX "followUpsByOwnerIdDoneAtDueAt" ON "followUps" ("ownerId", "doneAt", "dueAt");
CREATE INDEX "followUpsByDoneAtDueAt" ON "followUps" ("doneAt", "dueAt");
CREATE INDEX "followUpsByCaseId" ON "followUps" ("caseId");
CREATE INDEX "followUpsByCallId" ON "followUps" ("callId");
-- 80 liability
CREATE TABLE "liabilities" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "caseId" text COLLATE "C" NOT NULL REFERENCES "cases" ("id"),
  "version" bigint NOT NULL CHECK ("version" >= 1),
  "status" text COLLATE "C" NOT NULL CHECK ("status" IN ('draft', 'review', 'reviewed', 'final', 'superseded')),
  "matter" text COLLATE "C" NOT NULL CHECK ("matter" IN ('service', 'technical', 'policy')),
  "party" text COLLATE "C" NOT NULL CHECK ("party" IN ('operator', 'customer', 'joint', 'none')),
  "facts" text COLLATE "C" NOT NULL,
  "basis" text COLLATE "C" NOT NULL,
  "evidence" text COLLATE "C" NOT NULL,
  "reason" text COLLATE "C",
  "authorIds" text COLLATE "C" NOT NULL,
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0),
  "submittedAt" bigint CHECK ("submittedAt" >= 0),
  "reviewerId" text COLLATE "C" REFERENCES "users" ("id"),
  "reviewedAt" bigint CHECK ("reviewedAt" >= 0),
  "reviewNote" text COLLATE "C",
  "opinion" text COLLATE "C",
  "opinionText" text COLLATE "C",
  "opinionChannel" text COLLATE "C",
  "opinionAt" bigint CHECK ("opinionAt" >= 0),
  "finalAt" bigint CHECK ("finalAt" >= 0),
  "finalBy" text COLLATE "C" REFERENCES "users" ("id"),
  "month" text COLLATE "C"
);
CREATE UNIQUE INDEX "liabilitiesByCaseIdVersion" ON "liabilities" ("caseId", "version");
CREATE INDEX "liabilitiesByStatusFinalAtId" ON "liabilities" ("status", "finalAt", "id");
CREATE INDEX "liabilitiesByStatusPartyFinalAtId" ON "liabilities" ("status", "party", "finalAt", "id");
CREATE INDEX "liabilitiesByStatusSubmittedAtId" ON "liabilities" ("status", "submittedAt", "id");
CREATE TABLE "liabilityShares" (
  "liabilityId" text COLLATE "C" NOT NULL REFERENCES "liabilities" ("id"),
  "seq" bigint NOT NULL CHECK ("seq" >= 1),
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('department', 'person', 'partner', 'customer')),
  "department" text COLLATE "C",
  "name" text COLLATE "C" NOT NULL,
  "percent" bigint NOT NULL CHECK ("percent" >= 1),
  PRIMARY KEY ("liabilityId", "seq")
);
CREATE INDEX "liabilitySharesByDepartmentLiabilityId" ON "liabilityShares" ("department", "liabilityId");
CREATE TABLE "liabilityGrounds" (
  "liabilityId" text COLLATE "C" NOT NULL REFERENCES "liabilities" ("id"),
  "ground" text COLLATE "C" NOT NULL,
  PRIMARY KEY ("liabilityId", "ground")
);
CREATE INDEX "liabilityGroundsByGroundLiabilityId" ON "liabilityGrounds" ("ground", "liabilityId");
CREATE TABLE "liabilityMeasures" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "caseId" text COLLATE "C" NOT NULL REFERENCES "cases" ("id"),
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('accountability', 'customerAction', 'rectification', 'internalFeedback', 'externalFeedback')),
  "text" text COLLATE "C" NOT NULL,
  "department" text COLLATE "C",
  "person" text COLLATE "C" NOT NULL,
  "responsibleId" text COLLATE "C" REFERENCES "users" ("id"),
  "dueAt" bigint CHECK ("dueAt" >= 0),
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "doneAt" bigint CHECK ("doneAt" >= 0),
  "doneBy" text COLLATE "C" REFERENCES "users" ("id"),
  "doneText" text COLLATE "C",
  "verifiedAt" bigint CHECK ("verifiedAt" >= 0),
  "verifiedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "verifiedText" text COLLATE "C"
);
CREATE INDEX "liabilityMeasuresByCaseIdCreatedAt" ON "liabilityMeasures" ("caseId", "createdAt");
CREATE INDEX "liabilityMeasuresByKindVerifiedAtDueAtId" ON "liabilityMeasures" ("kind", "verifiedAt", "dueAt", "id");
-- 90 plans
CREATE TABLE "plans" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "caseId" text COLLATE "C" NOT NULL REFERENCES "cases" ("id"),
  "version" bigint NOT NULL CHECK ("version" >= 1),
  "status" text COLLATE "C" NOT NULL CHECK ("status" IN ('draft', 'submitted', 'approved', 'returned', 'executing', 'executed', 'superseded')),
  "cause" text COLLATE "C" NOT NULL,
  "demand" text COLLATE "C" NOT NULL,
  "direction" text COLLATE "C" NOT NULL,
  "measures" text COLLATE "C" NOT NULL,
  "deadlineAt" bigint NOT NULL CHECK ("deadlineAt" >= 0),
  "department" text COLLATE "C" NOT NULL,
  "responsibleId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "people" text COLLATE "C" NOT NULL,
  "communication" text COLLATE "C" NOT NULL,
  "amountFen" bigint NOT NULL CHECK ("amountFen" >= 0),
  "miles" bigint NOT NULL CHECK ("miles" >= 0),
  "principles" text COLLATE "C" NOT NULL,
  "reason" text COLLATE "C",
  "authorIds" text COLLATE "C" NOT NULL,
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0),
  "submittedAt" bigint CHECK ("submittedAt" >= 0),
  "decidedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "decidedAt" bigint CHECK ("decidedAt" >= 0),
  "decision" text COLLATE "C",
  "startedAt" bigint CHECK ("startedAt" >= 0),
  "startedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "executedAt" bigint CHECK ("executedAt" >= 0),
  "executedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "evidence" text COLLATE "C"
);
CREATE UNIQUE INDEX "plansByCaseIdVersion" ON "plans" ("caseId", "version");
CREATE INDEX "plansByStatusSubmittedAtId" ON "plans" ("status", "submittedAt", "id");
CREATE TABLE "planMilestones" (
  "planId" text COLLATE "C" NOT NULL REFERENCES "plans" ("id"),
  "seq" bigint NOT NULL CHECK ("seq" >= 1),
  "name" text COLLATE "C" NOT NULL,
  "dueAt" bigint NOT NULL CHECK ("dueAt" >= 0),
  "tellsCustomer" smallint NOT NULL CHECK ("tellsCustomer" IN (0, 1)),
  "doneAt" bigint CHECK ("doneAt" >= 0),
  "doneBy" text COLLATE "C" REFERENCES "users" ("id"),
  "doneText" text COLLATE "C",
  PRIMARY KEY ("planId", "seq")
);
-- 100 compensation
CREATE TABLE "compensations" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "caseId" text COLLATE "C" NOT NULL REFERENCES "cases" ("id"),
  "memberId" text COLLATE "C" REFERENCES "members" ("id"),
  "category" text COLLATE "C" NOT NULL,
  "tier" text COLLATE "C" NOT NULL,
  "policyId" text COLLATE "C" NOT NULL REFERENCES "policies" ("id"),
  "scopeId" text COLLATE "C" NOT NULL,
  "ruleId" text COLLATE "C" NOT NULL,
  "form" text COLLATE "C" NOT NULL,
  "inputs" text COLLATE "C" NOT NULL,
  "tariffFen" bigint CHECK ("tariffFen" >= 0),
  "tariffMiles" bigint CHECK ("tariffMiles" >= 0),
  "formula" text COLLATE "C" NOT NULL,
  "description" text COLLATE "C" NOT NULL,
  "amountFen" bigint NOT NULL CHECK ("amountFen" >= 0),
  "miles" bigint NOT NULL CHECK ("miles" >= 0),
  "countedFen" bigint NOT NULL CHECK ("countedFen" >= 0),
  "supplier" text COLLATE "C" NOT NULL,
  "costFen" bigint NOT NULL CHECK ("costFen" >= 0),
  "reason" text COLLATE "C" NOT NULL,
  "isStatutory" smallint NOT NULL CHECK ("isStatutory" IN (0, 1)),
  "level" text COLLATE "C" NOT NULL CHECK ("level" IN ('agent', 'verify', 'lead', 'manager', 'two')),
  "sumFen" bigint NOT NULL CHECK ("sumFen" >= 0),
  "sumMiles" bigint NOT NULL CHECK ("sumMiles" >= 0),
  "status" text COLLATE "C" NOT NULL CHECK ("status" IN ('pending', 'approved', 'returned', 'agreed', 'declined', 'executed', 'cancelled')),
  "proposedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "proposedAt" bigint NOT NULL CHECK ("proposedAt" >= 0),
  "firstApproverId" text COLLATE "C" REFERENCES "users" ("id"),
  "firstAt" bigint CHECK ("firstAt" >= 0),
  "approverId" text COLLATE "C" REFERENCES "users" ("id"),
  "decidedAt" bigint CHECK ("decidedAt" >= 0),
  "decision" text COLLATE "C",
  "signsFor" text COLLATE "C",
  "dueAt" bigint CHECK ("dueAt" >= 0),
  "consentAt" bigint CHECK ("consentAt" >= 0),
  "consentText" text COLLATE "C",
  "consentChannel" text COLLATE "C",
  "executedAt" bigint CHECK ("executedAt" >= 0),
  "executedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "evidence" text COLLATE "C",
  "voucherNo" text COLLATE "C",
  "effect" text COLLATE "C",
  "effectText" text COLLATE "C",
  "effectAt" bigint CHECK ("effectAt" >= 0),
  "month" text COLLATE "C" NOT NULL
);
CREATE INDEX "compensationsByCaseIdProposedAt" ON "compensations" ("caseId", "proposedAt");
CREATE INDEX "compensationsByMemberIdProposedAt" ON "compensations" ("memberId", "proposedAt");
CREATE INDEX "compensationsByStatusProposedAtId" ON "compensations" ("status", "proposedAt", "id");
CREATE INDEX "compensationsByStatusDueAtId" ON "compensations" ("status", "dueAt", "id");
CREATE INDEX "compensationsByMonthStatus" ON "compensations" ("month", "status");
CREATE TABLE "compensationLosses" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "caseId" text COLLATE "C" NOT NULL REFERENCES "cases" ("id"),
  "name" text COLLATE "C" NOT NULL,
  "amountFen" bigint NOT NULL CHECK ("amountFen" >= 0),
  "evidence" text COLLATE "C" NOT NULL,
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "removedAt" bigint CHECK ("removedAt" >= 0)
);
CREATE INDEX "compensationLossesByCaseIdCreatedAt" ON "compensationLosses" ("caseId", "createdAt");
CREATE TABLE "compensationBudgets" (
  "month" text COLLATE "C" PRIMARY KEY NOT NULL,
  "amountFen" bigint NOT NULL CHECK ("amountFen" >= 0),
  "setAt" bigint NOT NULL CHECK ("setAt" >= 0),
  "setBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id")
);
CREATE TABLE "compensationCosts" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "month" text COLLATE "C" NOT NULL,
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('personnel', 'system', 'marketing')),
  "amountFen" bigint NOT NULL CHECK ("amountFen" >= 0),
  "note" text COLLATE "C" NOT NULL,
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id")
);
CREATE INDEX "compensationCostsByMonthCreatedAt" ON "compensationCosts" ("month", "createdAt");
-- 110 evidence
CREATE TABLE "evidence" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "caseId" text COLLATE "C" NOT NULL REFERENCES "cases" ("id"),
  "name" text COLLATE "C" NOT NULL,
  "kind" text COLLATE "C" NOT NULL,
  "size" bigint NOT NULL CHECK ("size" >= 1),
  "sha256" text COLLATE "C" NOT NULL,
  "note" text COLLATE "C" NOT NULL,
  "addedAt" bigint NOT NULL CHECK ("addedAt" >= 0),
  "addedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "sealedKey" text COLLATE "C" NOT NULL,
  "chunks" bigint NOT NULL CHECK ("chunks" >= 1),
  "withdrawnAt" bigint CHECK ("withdrawnAt" >= 0),
  "withdrawnBy" text COLLATE "C" REFERENCES "users" ("id"),
  "withdrawReason" text COLLATE "C"
);
CREATE INDEX "evidenceByCaseIdAddedAt" ON "evidence" ("caseId", "addedAt");
CREATE TABLE "evidenceChunks" (
  "evidenceId" text COLLATE "C" NOT NULL REFERENCES "evidence" ("id"),
  "seq" bigint NOT NULL CHECK ("seq" >= 0),
  "body" bytea NOT NULL,
  PRIMARY KEY ("evidenceId", "seq")
);
-- 120 subTasks
CREATE TABLE "subTasks" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "caseId" text COLLATE "C" NOT NULL REFERENCES "cases" ("id"),
  "place" bigint NOT NULL CHECK ("place" >= 1),
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('open', 'accepted', 'returned', 'answered', 'done', 'cancelled')),
  "question" text COLLATE "C" NOT NULL,
  "department" text COLLATE "C" NOT NULL,
  "assigneeId" text COLLATE "C" REFERENCES "users" ("id"),
  "needsIdentity" smallint NOT NULL CHECK ("needsIdentity" IN (0, 1)),
  "requestedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "requestedAt" bigint NOT NULL CHECK ("requestedAt" >= 0),
  "dueAt" bigint NOT NULL CHECK ("dueAt" >= 0),
  "ruleId" text COLLATE "C",
  "acceptedAt" bigint CHECK ("acceptedAt" >= 0),
  "acceptedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "answeredAt" bigint CHECK ("answeredAt" >= 0),
  "answeredBy" text COLLATE "C" REFERENCES "users" ("id"),
  "answer" text COLLATE "C",
  "endedAt" bigint CHECK ("endedAt" >= 0),
  "endedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "reason" text COLLATE "C"
);
CREATE INDEX "subTasksByCaseIdPlace" ON "subTasks" ("caseId", "place");
CREATE INDEX "subTasksByAssigneeIdStateDueAt" ON "subTasks" ("assigneeId", "state", "dueAt");
CREATE INDEX "subTasksByDepartmentStateDueAt" ON "subTasks" ("department", "state", "dueAt");
CREATE INDEX "subTasksByRequestedByStateDueAt" ON "subTasks" ("requestedBy", "state", "dueAt");
-- 130 causes
CREATE TABLE "causeTrees" (
  "version" bigint NOT NULL CHECK ("version" >= 1),
  "savedAt" bigint NOT NULL CHECK ("savedAt" >= 0),
  "savedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "reason" text COLLATE "C" NOT NULL,
  "body" text COLLATE "C" NOT NULL,
  PRIMARY KEY ("version")
);
CREATE TABLE "caseCauses" (
  "caseId" text COLLATE "C" NOT NULL REFERENCES "cases" ("id"),
  "code" text COLLATE "C" NOT NULL,
  "version" bigint NOT NULL CHECK ("version" >= 1),
  "text" text COLLATE "C" NOT NULL,
  "chosenAt" bigint NOT NULL CHECK ("chosenAt" >= 0),
  "chosenBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "kind" text COLLATE "C" NOT NULL,
  "receivedAt" bigint NOT NULL CHECK ("receivedAt" >= 0),
  PRIMARY KEY ("caseId")
);
CREATE INDEX "caseCausesByKindReceivedAtCode" ON "caseCauses" ("kind", "receivedAt", "code");
CREATE INDEX "caseCausesByCode" ON "caseCauses" ("code");
-- 140 patterns
CREATE TABLE "patternAlerts" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "dimension" text COLLATE "C" NOT NULL CHECK ("dimension" IN ('category', 'flight', 'route', 'station', 'department', 'agent')),
  "value" text COLLATE "C" NOT NULL,
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('open', 'acknowledged', 'closed')),
  "raisedAt" bigint NOT NULL CHECK ("raisedAt" >= 0),
  "windowFrom" bigint NOT NULL CHECK ("windowFrom" >= 0),
  "windowTo" bigint NOT NULL CHECK ("windowTo" >= 0),
  "count" bigint NOT NULL CHECK ("count" >= 1),
  "limit" bigint NOT NULL CHECK ("limit" >= 0),
  "body" text COLLATE "C" NOT NULL,
  "ownerId" text COLLATE "C" REFERENCES "users" ("id"),
  "acknowledgedAt" bigint CHECK ("acknowledgedAt" >= 0),
  "acknowledgedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "finding" text COLLATE "C",
  "foundAt" bigint CHECK ("foundAt" >= 0),
  "foundBy" text COLLATE "C" REFERENCES "users" ("id"),
  "closedAt" bigint CHECK ("closedAt" >= 0),
  "closedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "outcome" text COLLATE "C" CHECK ("outcome" IN ('solved', 'chance', 'known')),
  "closing" text COLLATE "C"
);
CREATE INDEX "patternAlertsByStateRaisedAt" ON "patternAlerts" ("state", "raisedAt");
CREATE INDEX "patternAlertsByDimensionValueWindowTo" ON "patternAlerts" ("dimension", "value", "windowTo");
CREATE TABLE "patternRuns" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "actorId" text COLLATE "C" NOT NULL,
  "cases" bigint NOT NULL CHECK ("cases" >= 0),
  "raised" bigint NOT NULL CHECK ("raised" >= 0)
);
CREATE INDEX "patternRunsByAt" ON "patternRuns" ("at");
-- 150 policyVersions
CREATE TABLE "policyVersions" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "kind" text COLLATE "C" NOT NULL,
  "pack" text COLLATE "C" NOT NULL,
  "version" bigint NOT NULL CHECK ("version" >= 1),
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('draft', 'submitted', 'rejected', 'approved', 'withdrawn')),
  "effectiveFrom" text COLLATE "C" NOT NULL,
  "basedOn" text COLLATE "C",
  "authorId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0),
  "updatedAt" bigint NOT NULL CHECK ("updatedAt" >= 0),
  "body" text COLLATE "C" NOT NULL
);
CREATE INDEX "policyVersionsByKindVersion" ON "policyVersions" ("kind", "version");
CREATE TABLE "policyDeeds" (
  "policyId" text COLLATE "C" NOT NULL REFERENCES "policyVersions" ("id"),
  "seq" bigint NOT NULL CHECK ("seq" >= 1),
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "actorId" text COLLATE "C" NOT NULL,
  "deed" text COLLATE "C" NOT NULL,
  "reason" text COLLATE "C" NOT NULL,
  PRIMARY KEY ("policyId", "seq")
);
CREATE TABLE "calendarVersions" (
  "calendarId" text COLLATE "C" NOT NULL,
  "version" bigint NOT NULL CHECK ("version" >= 1),
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "actorId" text COLLATE "C" NOT NULL,
  "deed" text COLLATE "C" NOT NULL,
  "reason" text COLLATE "C" NOT NULL,
  "source" text COLLATE "C" NOT NULL,
  "body" text COLLATE "C" NOT NULL,
  PRIMARY KEY ("calendarId", "version")
);
CREATE INDEX "calendarVersionsByCalendarIdAt" ON "calendarVersions" ("calendarId", "at");
-- 160 classes
CREATE TABLE "channelGroups" (
  "code" text COLLATE "C" PRIMARY KEY NOT NULL,
  "meaning" text COLLATE "C" NOT NULL CHECK ("meaning" IN ('human', 'internet', 'mobile', 'message', 'social', 'report', 'external')),
  "nameZh" text COLLATE "C" NOT NULL,
  "nameEn" text COLLATE "C" NOT NULL,
  "isActive" smallint NOT NULL CHECK ("isActive" IN (0, 1)),
  "place" bigint NOT NULL CHECK ("place" >= 0),
  "updatedAt" bigint NOT NULL CHECK ("updatedAt" >= 0),
  "updatedBy" text COLLATE "C" REFERENCES "users" ("id")
);
CREATE TABLE "channels" (
  "code" text COLLATE "C" PRIMARY KEY NOT NULL,
  "groupCode" text COLLATE "C" NOT NULL REFERENCES "channelGroups" ("code"),
  "isLive" smallint NOT NULL CHECK ("isLive" IN (0, 1)),
  "hotlines" text COLLATE "C" NOT NULL,
  "calendarId" text COLLATE "C" REFERENCES "calendars" ("id"),
  "nameZh" text COLLATE "C" NOT NULL,
  "nameEn" text COLLATE "C" NOT NULL,
  "isActive" smallint NOT NULL CHECK ("isActive" IN (0, 1)),
  "place" bigint NOT NULL CHECK ("place" >= 0),
  "updatedAt" bigint NOT NULL CHECK ("updatedAt" >= 0),
  "updatedBy" text COLLATE "C" REFERENCES "users" ("id")
);
CREATE INDEX "channelsByGroupCode" ON "channels" ("groupCode");
CREATE INDEX "channelsByCalendarId" ON "channels" ("calendarId");
CREATE TABLE "desks" (
  "code" text COLLATE "C" PRIMARY KEY NOT NULL,
  "hotlines" text COLLATE "C" NOT NULL,
  "calendarId" text COLLATE "C" REFERENCES "calendars" ("id"),
  "nameZh" text COLLATE "C" NOT NULL,
  "nameEn" text COLLATE "C" NOT NULL,
  "isActive" smallint NOT NULL CHECK ("isActive" IN (0, 1)),
  "place" bigint NOT NULL CHECK ("place" >= 0),
  "updatedAt" bigint NOT NULL CHECK ("updatedAt" >= 0),
  "updatedBy" text COLLATE "C" REFERENCES "users" ("id")
);
CREATE INDEX "desksByCalendarId" ON "desks" ("calendarId");
CREATE TABLE "categories" (
  "code" text COLLATE "C" PRIMARY KEY NOT NULL,
  "groupCode" text COLLATE "C" REFERENCES "categories" ("code"),
  "regulator" text COLLATE "C",
  "contentClass" text COLLATE "C",
  "objectClass" text COLLATE "C",
  "department" text COLLATE "C" REFERENCES "desks" ("code"),
  "timeClass" text COLLATE "C",
  "plan" text COLLATE "C",
  "guide" text COLLATE "C" NOT NULL,
  "nameZh" text COLLATE "C" NOT NULL,
  "nameEn" text COLLATE "C" NOT NULL,
  "isActive" smallint NOT NULL CHECK ("isActive" IN (0, 1)),
  "place" bigint NOT NULL CHECK ("place" >= 0),
  "updatedAt" bigint NOT NULL CHECK ("updatedAt" >= 0),
  "updatedBy" text COLLATE "C" REFERENCES "users" ("id")
);
CREATE INDEX "categoriesByGroupCode" ON "categories" ("groupCode");
CREATE INDEX "categoriesByDepartment" ON "categories" ("department");
CREATE INDEX "channelGroupsByUpdatedBy" ON "channelGroups" ("updatedBy");
CREATE INDEX "channelsByUpdatedBy" ON "channels" ("updatedBy");
CREATE INDEX "desksByUpdatedBy" ON "desks" ("updatedBy");
CREATE INDEX "categoriesByUpdatedBy" ON "categories" ("updatedBy");
-- 170 intake
CREATE TABLE "intakes" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('cases', 'calls')),
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "actorId" text COLLATE "C" NOT NULL,
  "fileName" text COLLATE "C" NOT NULL,
  "fileSha256" text COLLATE "C" NOT NULL,
  "mapping" text COLLATE "C" NOT NULL,
  "read" bigint NOT NULL CHECK ("read" >= 0),
  "created" bigint NOT NULL CHECK ("created" >= 0),
  "updated" bigint NOT NULL CHECK ("updated" >= 0),
  "unchanged" bigint NOT NULL CHECK ("unchanged" >= 0),
  "rejected" bigint NOT NULL CHECK ("rejected" >= 0)
);
CREATE INDEX "intakesByAt" ON "intakes" ("at");
CREATE TABLE "importedCases" (
  "system" text COLLATE "C" NOT NULL,
  "externalId" text COLLATE "C" NOT NULL,
  "caseId" text COLLATE "C" NOT NULL REFERENCES "cases" ("id"),
  "importId" text COLLATE "C" NOT NULL REFERENCES "intakes" ("id"),
  "row" bigint NOT NULL CHECK ("row" >= 1),
  "digest" text COLLATE "C" NOT NULL,
  PRIMARY KEY ("system", "externalId")
);
CREATE INDEX "importedCasesByCaseId" ON "importedCases" ("caseId");
CREATE INDEX "importedCasesByImportIdRow" ON "importedCases" ("importId", "row");
CREATE TABLE "importedCalls" (
  "system" text COLLATE "C" NOT NULL,
  "externalId" text COLLATE "C" NOT NULL,
  "callId" text COLLATE "C" NOT NULL REFERENCES "calls" ("id"),
  "importId" text COLLATE "C" NOT NULL REFERENCES "intakes" ("id"),
  "row" bigint NOT NULL CHECK ("row" >= 1),
  "digest" text COLLATE "C" NOT NULL,
  PRIMARY KEY ("system", "externalId")
);
CREATE INDEX "importedCallsByCallId" ON "importedCalls" ("callId");
CREATE INDEX "importedCallsByImportIdRow" ON "importedCalls" ("importId", "row");
CREATE TABLE "posts" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "platform" text COLLATE "C" NOT NULL CHECK ("platform" IN ('weibo', 'wechat', 'other')),
  "link" text COLLATE "C",
  "author" text COLLATE "C" NOT NULL,
  "text" text COLLATE "C" NOT NULL,
  "postedAt" bigint NOT NULL CHECK ("postedAt" >= 0),
  "recordedAt" bigint NOT NULL CHECK ("recordedAt" >= 0),
  "recordedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "memberId" text COLLATE "C" REFERENCES "members" ("id"),
  "dueAt" bigint NOT NULL CHECK ("dueAt" >= 0),
  "answer" text COLLATE "C",
  "answeredAt" bigint CHECK ("answeredAt" >= 0),
  "answeredBy" text COLLATE "C" REFERENCES "users" ("id"),
  "caseId" text COLLATE "C" REFERENCES "cases" ("id"),
  "convertedAt" bigint CHECK ("convertedAt" >= 0),
  "dismissed" text COLLATE "C",
  "dismissedAt" bigint CHECK ("dismissedAt" >= 0)
);
CREATE UNIQUE INDEX "postsByLink" ON "posts" ("link");
CREATE INDEX "postsByAnsweredAtDueAt" ON "posts" ("answeredAt", "dueAt");
CREATE INDEX "postsByPostedAtId" ON "posts" ("postedAt", "id");
CREATE INDEX "postsByMemberId" ON "posts" ("memberId");
CREATE INDEX "postsByCaseId" ON "posts" ("caseId");
CREATE INDEX "postsByRecordedBy" ON "posts" ("recordedBy");
CREATE INDEX "postsByAnsweredBy" ON "posts" ("answeredBy");
CREATE TABLE "postLimits" (
  "at" bigint PRIMARY KEY NOT NULL CHECK ("at" >= 0),
  "minutes" bigint NOT NULL CHECK ("minutes" >= 1),
  "setBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id")
);
CREATE INDEX "postLimitsBySetBy" ON "postLimits" ("setBy");
CREATE TABLE "channelChecks" (
  "day" text COLLATE "C" NOT NULL,
  "channel" text COLLATE "C" NOT NULL,
  "received" bigint NOT NULL CHECK ("received" >= 0),
  "source" text COLLATE "C" NOT NULL CHECK ("source" IN ('typed', 'file')),
  "countedAt" bigint NOT NULL CHECK ("countedAt" >= 0),
  "countedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "entered" bigint CHECK ("entered" >= 0),
  "explanation" text COLLATE "C",
  "closedAt" bigint CHECK ("closedAt" >= 0),
  "closedBy" text COLLATE "C" REFERENCES "users" ("id"),
  PRIMARY KEY ("day", "channel")
);
CREATE INDEX "channelChecksByClosedAtDay" ON "channelChecks" ("closedAt", "day");
CREATE INDEX "channelChecksByCountedBy" ON "channelChecks" ("countedBy");
CREATE INDEX "channelChecksByClosedBy" ON "channelChecks" ("closedBy");
CREATE INDEX "casesByChannelReceivedAtKind" ON "cases" ("channel", "receivedAt", "kind");
-- 180 routing
CREATE TABLE "classRuleSets" (
  "version" bigint PRIMARY KEY NOT NULL,
  "savedAt" bigint NOT NULL CHECK ("savedAt" >= 0),
  "savedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "reason" text COLLATE "C" NOT NULL,
  "body" text COLLATE "C" NOT NULL
);
CREATE INDEX "classRuleSetsBySavedBy" ON "classRuleSets" ("savedBy");
CREATE TABLE "classModels" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "cases" bigint NOT NULL CHECK ("cases" >= 0),
  "body" text COLLATE "C" NOT NULL
);
CREATE INDEX "classModelsByAt" ON "classModels" ("at");
CREATE TABLE "classings" (
  "caseId" text COLLATE "C" PRIMARY KEY NOT NULL REFERENCES "cases" ("id"),
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "version" bigint NOT NULL CHECK ("version" >= 1),
  "proposed" text COLLATE "C",
  "learned" text COLLATE "C",
  "category" text COLLATE "C" NOT NULL,
  "correctedAt" bigint CHECK ("correctedAt" >= 0),
  "correctedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "body" text COLLATE "C" NOT NULL
);
CREATE INDEX "classingsByAt" ON "classings" ("at");
CREATE INDEX "classingsByCorrectedBy" ON "classings" ("correctedBy");
CREATE TABLE "handlerProfiles" (
  "userId" text COLLATE "C" PRIMARY KEY NOT NULL REFERENCES "users" ("id"),
  "department" text COLLATE "C",
  "maxOpen" bigint NOT NULL CHECK ("maxOpen" >= 1),
  "presence" text COLLATE "C" NOT NULL CHECK ("presence" IN ('present', 'away')),
  "presenceUntil" bigint CHECK ("presenceUntil" >= 0),
  "shiftDays" text COLLATE "C" NOT NULL,
  "shiftFrom" bigint NOT NULL CHECK ("shiftFrom" >= 0),
  "shiftTo" bigint NOT NULL CHECK ("shiftTo" >= 0),
  "updatedAt" bigint NOT NULL CHECK ("updatedAt" >= 0)
);
CREATE INDEX "handlerProfilesByDepartment" ON "handlerProfiles" ("department");
CREATE TABLE "skills" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "userId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('complaints', 'complex', 'language', 'category')),
  "code" text COLLATE "C" NOT NULL,
  "validUntil" text COLLATE "C",
  "evidence" text COLLATE "C" NOT NULL,
  "grantedAt" bigint NOT NULL CHECK ("grantedAt" >= 0),
  "grantedBy" text COLLATE "C" NOT NULL,
  "revokedAt" bigint CHECK ("revokedAt" >= 0),
  "revokedBy" text COLLATE "C",
  "revokeReason" text COLLATE "C"
);
CREATE INDEX "skillsByUserIdRevokedAt" ON "skills" ("userId", "revokedAt");
CREATE INDEX "skillsByKindRevokedAt" ON "skills" ("kind", "revokedAt");
CREATE TABLE "routings" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "caseId" text COLLATE "C" NOT NULL REFERENCES "cases" ("id"),
  "seq" bigint NOT NULL CHECK ("seq" >= 1),
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "cause" text COLLATE "C" NOT NULL CHECK ("cause" IN ('opened', 'corrected', 'asked', 'swept')),
  "outcome" text COLLATE "C" NOT NULL CHECK ("outcome" IN ('assigned', 'kept', 'nobody')),
  "fromId" text COLLATE "C",
  "toId" text COLLATE "C",
  "department" text COLLATE "C" NOT NULL,
  "isComplex" smallint NOT NULL CHECK ("isComplex" IN (0, 1)),
  "settledAt" bigint CHECK ("settledAt" >= 0),
  "body" text COLLATE "C" NOT NULL
);
CREATE INDEX "routingsByCaseIdSeq" ON "routings" ("caseId", "seq");
CREATE INDEX "routingsByOutcomeSettledAtAt" ON "routings" ("outcome", "settledAt", "at");
CREATE TABLE "caseNotices" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "caseId" text COLLATE "C" NOT NULL REFERENCES "cases" ("id"),
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('responsible', 'assigned', 'repeat', 'major')),
  "department" text COLLATE "C",
  "personId" text COLLATE "C" REFERENCES "users" ("id"),
  "earlierId" text COLLATE "C" REFERENCES "cases" ("id"),
  "text" text COLLATE "C" NOT NULL,
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "byId" text COLLATE "C" NOT NULL,
  "seenAt" bigint CHECK ("seenAt" >= 0),
  "seenBy" text COLLATE "C",
  "answer" text COLLATE "C",
  "answeredAt" bigint CHECK ("answeredAt" >= 0)
);
CREATE INDEX "caseNoticesByCaseIdKind" ON "caseNotices" ("caseId", "kind");
CREATE INDEX "caseNoticesByPersonIdSeenAt" ON "caseNotices" ("personId", "seenAt");
CREATE INDEX "caseNoticesByDepartmentSeenAt" ON "caseNotices" ("department", "seenAt");
CREATE INDEX "caseNoticesByEarlierId" ON "caseNotices" ("earlierId");
ALTER TABLE "clocks" ADD COLUMN "promise" text COLLATE "C" CHECK ("promise" IN ('preliminary'));
-- 190 surveys
CREATE TABLE "surveyForms" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "code" text COLLATE "C" NOT NULL,
  "version" bigint NOT NULL CHECK ("version" >= 1),
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('draft', 'published')),
  "scope" text COLLATE "C" NOT NULL CHECK ("scope" IN ('handling', 'service')),
  "savedAt" bigint NOT NULL CHECK ("savedAt" >= 0),
  "savedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "publishedAt" bigint CHECK ("publishedAt" >= 0),
  "publishedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "reason" text COLLATE "C" NOT NULL,
  "body" text COLLATE "C" NOT NULL
);
CREATE UNIQUE INDEX "surveyFormsByCodeVersion" ON "surveyForms" ("code", "version");
CREATE INDEX "surveyFormsBySavedBy" ON "surveyForms" ("savedBy");
CREATE INDEX "surveyFormsByPublishedBy" ON "surveyForms" ("publishedBy");
CREATE TABLE "surveySchemes" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "scope" text COLLATE "C" NOT NULL CHECK ("scope" IN ('handling', 'service')),
  "source" text COLLATE "C" NOT NULL CHECK ("source" IN ('case', 'call', 'trip', 'own')),
  "channel" text COLLATE "C" NOT NULL CHECK ("channel" IN ('phone', 'sms', 'email', 'other')),
  "everyDays" bigint NOT NULL CHECK ("everyDays" >= 1),
  "sampleKind" text COLLATE "C" NOT NULL CHECK ("sampleKind" IN ('all', 'count', 'perAgent')),
  "sampleSize" bigint NOT NULL CHECK ("sampleSize" >= 0),
  "isActive" smallint NOT NULL DEFAULT 1 CHECK ("isActive" IN (0, 1)),
  "nextRunAt" bigint NOT NULL CHECK ("nextRunAt" >= 0),
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id")
);
CREATE INDEX "surveySchemesByIsActiveNextRunAt" ON "surveySchemes" ("isActive", "nextRunAt");
CREATE INDEX "surveySchemesByCreatedBy" ON "surveySchemes" ("createdBy");
CREATE TABLE "surveyRuns" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "schemeId" text COLLATE "C" REFERENCES "surveySchemes" ("id"),
  "formId" text COLLATE "C" NOT NULL REFERENCES "surveyForms" ("id"),
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "actorId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "scope" text COLLATE "C" NOT NULL CHECK ("scope" IN ('handling', 'service')),
  "source" text COLLATE "C" NOT NULL CHECK ("source" IN ('case', 'call', 'trip', 'own')),
  "channel" text COLLATE "C" NOT NULL CHECK ("channel" IN ('phone', 'sms', 'email', 'other')),
  "periodFrom" bigint NOT NULL CHECK ("periodFrom" >= 0),
  "periodTo" bigint NOT NULL CHECK ("periodTo" >= 0),
  "sampleKind" text COLLATE "C" NOT NULL CHECK ("sampleKind" IN ('all', 'count', 'perAgent')),
  "sampleSize" bigint NOT NULL CHECK ("sampleSize" >= 0),
  "seed" bigint NOT NULL CHECK ("seed" >= 0),
  "candidates" bigint NOT NULL CHECK ("candidates" >= 0),
  "due" bigint NOT NULL CHECK ("due" >= 0),
  "sampled" bigint NOT NULL CHECK ("sampled" >= 0),
  "excluded" text COLLATE "C" NOT NULL,
  "fileName" text COLLATE "C" NOT NULL,
  "sha256" text COLLATE "C" NOT NULL
);
CREATE INDEX "surveyRunsByAt" ON "surveyRuns" ("at");
CREATE INDEX "surveyRunsBySchemeId" ON "surveyRuns" ("schemeId");
CREATE INDEX "surveyRunsByFormId" ON "surveyRuns" ("formId");
CREATE INDEX "surveyRunsByActorId" ON "surveyRuns" ("actorId");
CREATE TABLE "surveyInvitations" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "ref" text COLLATE "C" NOT NULL,
  "runId" text COLLATE "C" REFERENCES "surveyRuns" ("id"),
  "formId" text COLLATE "C" NOT NULL REFERENCES "surveyForms" ("id"),
  "scope" text COLLATE "C" NOT NULL CHECK ("scope" IN ('handling', 'service')),
  "source" text COLLATE "C" NOT NULL CHECK ("source" IN ('case', 'call', 'trip', 'own')),
  "channel" text COLLATE "C" NOT NULL CHECK ("channel" IN ('phone', 'sms', 'email', 'other')),
  "caseId" text COLLATE "C" REFERENCES "cases" ("id"),
  "round" bigint NOT NULL CHECK ("round" >= 1),
  "callId" text COLLATE "C" REFERENCES "calls" ("id"),
  "bookingId" text COLLATE "C" REFERENCES "bookings" ("id"),
  "memberId" text COLLATE "C" REFERENCES "members" ("id"),
  "person" text COLLATE "C" NOT NULL,
  "agentId" text COLLATE "C" REFERENCES "users" ("id"),
  "category" text COLLATE "C" NOT NULL,
  "tier" text COLLATE "C" NOT NULL,
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('open', 'answered', 'declined')),
  "askedAt" bigint NOT NULL CHECK ("askedAt" >= 0),
  "askedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "validUntil" bigint NOT NULL CHECK ("validUntil" >= 0),
  "attempts" bigint NOT NULL CHECK ("attempts" >= 0)
);
CREATE UNIQUE INDEX "surveyInvitationsByRef" ON "surveyInvitations" ("ref");
CREATE INDEX "surveyInvitationsByScopeAskedAt" ON "surveyInvitations" ("scope", "askedAt");
CREATE INDEX "surveyInvitationsByPersonAskedAt" ON "surveyInvitations" ("person", "askedAt");
CREATE INDEX "surveyInvitationsByCaseIdRound" ON "surveyInvitations" ("caseId", "round");
CREATE INDEX "surveyInvitationsByCallId" ON "surveyInvitations" ("callId");
CREATE INDEX "surveyInvitationsByBookingId" ON "surveyInvitations" ("bookingId");
CREATE INDEX "surveyInvitationsByMemberId" ON "surveyInvitations" ("memberId");
CREATE INDEX "surveyInvitationsByRunId" ON "surveyInvitations" ("runId");
CREATE INDEX "surveyInvitationsByFormId" ON "surveyInvitations" ("formId");
CREATE INDEX "surveyInvitationsByAgentId" ON "surveyInvitations" ("agentId");
CREATE INDEX "surveyInvitationsByAskedBy" ON "surveyInvitations" ("askedBy");
CREATE TABLE "surveyAttempts" (
  "invitationId" text COLLATE "C" NOT NULL REFERENCES "surveyInvitations" ("id"),
  "seq" bigint NOT NULL CHECK ("seq" >= 1),
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "actorId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "note" text COLLATE "C" NOT NULL,
  PRIMARY KEY ("invitationId", "seq")
);
CREATE INDEX "surveyAttemptsByActorId" ON "surveyAttempts" ("actorId");
CREATE TABLE "surveyAnswers" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "invitationId" text COLLATE "C" NOT NULL REFERENCES "surveyInvitations" ("id"),
  "formId" text COLLATE "C" NOT NULL REFERENCES "surveyForms" ("id"),
  "scope" text COLLATE "C" NOT NULL CHECK ("scope" IN ('handling', 'service')),
  "source" text COLLATE "C" NOT NULL CHECK ("source" IN ('case', 'call', 'trip', 'own')),
  "channel" text COLLATE "C" NOT NULL CHECK ("channel" IN ('phone', 'sms', 'email', 'other')),
  "caseId" text COLLATE "C" REFERENCES "cases" ("id"),
  "round" bigint NOT NULL CHECK ("round" >= 1),
  "callId" text COLLATE "C" REFERENCES "calls" ("id"),
  "memberId" text COLLATE "C" REFERENCES "members" ("id"),
  "agentId" text COLLATE "C" REFERENCES "users" ("id"),
  "category" text COLLATE "C" NOT NULL,
  "tier" text COLLATE "C" NOT NULL,
  "answeredAt" bigint NOT NULL CHECK ("answeredAt" >= 0),
  "enteredAt" bigint NOT NULL CHECK ("enteredAt" >= 0),
  "enteredBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "result" bigint CHECK ("result" >= 1),
  "process" bigint CHECK ("process" >= 1),
  "agent" bigint CHECK ("agent" >= 1),
  "overall" bigint CHECK ("overall" >= 1),
  "nps" bigint CHECK ("nps" >= 0),
  "effort" bigint CHECK ("effort" >= 1),
  "accepted" smallint CHECK ("accepted" IN (0, 1)),
  "solved" text COLLATE "C",
  "comment" text COLLATE "C" NOT NULL,
  "body" text COLLATE "C" NOT NULL,
  "isPoor" smallint NOT NULL CHECK ("isPoor" IN (0, 1)),
  "poorOn" text COLLATE "C" NOT NULL,
  "decision" text COLLATE "C" CHECK ("decision" IN ('followUp', 'improvement', 'none')),
  "decidedAt" bigint CHECK ("decidedAt" >= 0),
  "decidedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "decisionNote" text COLLATE "C" NOT NULL,
  "followUpId" text COLLATE "C" REFERENCES "followUps" ("id")
);
CREATE UNIQUE INDEX "surveyAnswersByInvitationId" ON "surveyAnswers" ("invitationId");
CREATE INDEX "surveyAnswersByScopeAnsweredAt" ON "surveyAnswers" ("scope", "answeredAt");
CREATE INDEX "surveyAnswersByIsPoorDecidedAtAnsweredAt" ON "surveyAnswers" ("isPoor", "decidedAt", "answeredAt");
CREATE INDEX "surveyAnswersByAgentIdAnsweredAt" ON "surveyAnswers" ("agentId", "answeredAt");
CREATE INDEX "surveyAnswersByCaseIdIsPoor" ON "surveyAnswers" ("caseId", "isPoor");
CREATE INDEX "surveyAnswersByMemberId" ON "surveyAnswers" ("memberId");
CREATE INDEX "surveyAnswersByCallId" ON "surveyAnswers" ("callId");
CREATE INDEX "surveyAnswersByFormId" ON "surveyAnswers" ("formId");
CREATE INDEX "surveyAnswersByEnteredBy" ON "surveyAnswers" ("enteredBy");
CREATE INDEX "surveyAnswersByDecidedBy" ON "surveyAnswers" ("decidedBy");
CREATE INDEX "surveyAnswersByFollowUpId" ON "surveyAnswers" ("followUpId");
CREATE INDEX "casesByClosedAt" ON "cases" ("closedAt");
-- 200 improvements
CREATE TABLE "improvements" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "number" text COLLATE "C" NOT NULL UNIQUE,
  "kind" text COLLATE "C" NOT NULL,
  "title" text COLLATE "C" NOT NULL,
  "finding" text COLLATE "C" NOT NULL,
  "sourceKind" text COLLATE "C" NOT NULL,
  "sourceId" text COLLATE "C",
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('proposed', 'accepted', 'declined', 'inProgress', 'done', 'verified', 'closed')),
  "ownerId" text COLLATE "C" REFERENCES "users" ("id"),
  "dueDay" text COLLATE "C",
  "topic" text COLLATE "C",
  "policyId" text COLLATE "C",
  "proposedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "proposedAt" bigint NOT NULL CHECK ("proposedAt" >= 0),
  "finishedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "verifiedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "effectOf" text COLLATE "C",
  "effectUnit" text COLLATE "C",
  "effectBefore" bigint,
  "effectAfter" bigint,
  "effectDay" text COLLATE "C",
  "updatedAt" bigint NOT NULL CHECK ("updatedAt" >= 0)
);
CREATE INDEX "improvementsByStateDueDay" ON "improvements" ("state", "dueDay");
CREATE INDEX "improvementsByOwnerIdState" ON "improvements" ("ownerId", "state");
CREATE INDEX "improvementsBySourceKindSourceId" ON "improvements" ("sourceKind", "sourceId");
CREATE TABLE "improvementMeasures" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "improvementId" text COLLATE "C" NOT NULL REFERENCES "improvements" ("id"),
  "place" bigint NOT NULL CHECK ("place" >= 1),
  "text" text COLLATE "C" NOT NULL,
  "ownerId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "dueDay" text COLLATE "C" NOT NULL,
  "result" text COLLATE "C",
  "doneDay" text COLLATE "C",
  "doneBy" text COLLATE "C" REFERENCES "users" ("id")
);
CREATE INDEX "improvementMeasuresByImprovementIdPlace" ON "improvementMeasures" ("improvementId", "place");
CREATE TABLE "improvementTrainees" (
  "improvementId" text COLLATE "C" NOT NULL REFERENCES "improvements" ("id"),
  "userId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "trainedDay" text COLLATE "C",
  "recordedBy" text COLLATE "C" REFERENCES "users" ("id"),
  PRIMARY KEY ("improvementId", "userId")
);
CREATE INDEX "improvementTraineesByUserId" ON "improvementTrainees" ("userId");
CREATE TABLE "improvementEvents" (
  "improvementId" text COLLATE "C" NOT NULL REFERENCES "improvements" ("id"),
  "seq" bigint NOT NULL CHECK ("seq" >= 1),
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "actorId" text COLLATE "C" NOT NULL,
  "action" text COLLATE "C" NOT NULL,
  "text" text COLLATE "C" NOT NULL,
  PRIMARY KEY ("improvementId", "seq")
);
CREATE TABLE "evaluations" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('quarterly', 'yearly', 'process')),
  "fromDay" text COLLATE "C" NOT NULL,
  "toDay" text COLLATE "C" NOT NULL,
  "examined" text COLLATE "C" NOT NULL,
  "figures" text COLLATE "C" NOT NULL,
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('open', 'closed')),
  "conclusion" text COLLATE "C",
  "startedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "startedAt" bigint NOT NULL CHECK ("startedAt" >= 0),
  "closedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "closedAt" bigint CHECK ("closedAt" >= 0)
);
CREATE INDEX "evaluationsByKindFromDay" ON "evaluations" ("kind", "fromDay");
CREATE INDEX "evaluationsByFromDay" ON "evaluations" ("fromDay");
CREATE TABLE "evaluationFindings" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "evaluationId" text COLLATE "C" NOT NULL REFERENCES "evaluations" ("id"),
  "place" bigint NOT NULL CHECK ("place" >= 1),
  "text" text COLLATE "C" NOT NULL,
  "correction" text COLLATE "C",
  "personId" text COLLATE "C" REFERENCES "users" ("id"),
  "dueDay" text COLLATE "C",
  "result" text COLLATE "C",
  "doneDay" text COLLATE "C"
);
CREATE INDEX "evaluationFindingsByEvaluationIdPlace" ON "evaluationFindings" ("evaluationId", "place");
CREATE TABLE "goals" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "measure" text COLLATE "C" NOT NULL,
  "title" text COLLATE "C" NOT NULL,
  "unit" text COLLATE "C" NOT NULL,
  "baseline" bigint,
  "baselineWhen" text COLLATE "C",
  "baselineSource" text COLLATE "C",
  "target" bigint NOT NULL,
  "dueDay" text COLLATE "C" NOT NULL,
  "ownerId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('open', 'reached', 'missed', 'dropped')),
  "closing" text COLLATE "C",
  "createdBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0)
);
CREATE INDEX "goalsByStateDueDay" ON "goals" ("state", "dueDay");
CREATE INDEX "goalsByOwnerId" ON "goals" ("ownerId");
CREATE TABLE "goalPoints" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "goalId" text COLLATE "C" NOT NULL REFERENCES "goals" ("id"),
  "day" text COLLATE "C" NOT NULL,
  "value" bigint NOT NULL,
  "source" text COLLATE "C" NOT NULL,
  "recordedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "recordedAt" bigint NOT NULL CHECK ("recordedAt" >= 0)
);
CREATE INDEX "goalPointsByGoalIdDay" ON "goalPoints" ("goalId", "day");
CREATE TABLE "projects" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('rollout', 'process')),
  "title" text COLLATE "C" NOT NULL,
  "purpose" text COLLATE "C" NOT NULL,
  "ownerId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('open', 'closed', 'stopped')),
  "closing" text COLLATE "C",
  "createdBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0),
  "closedAt" bigint CHECK ("closedAt" >= 0)
);
CREATE INDEX "projectsByStateCreatedAt" ON "projects" ("state", "createdAt");
CREATE INDEX "projectsByOwnerId" ON "projects" ("ownerId");
CREATE TABLE "projectItems" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "projectId" text COLLATE "C" NOT NULL REFERENCES "projects" ("id"),
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('phase', 'step', 'measure')),
  "place" bigint NOT NULL CHECK ("place" >= 1),
  "title" text COLLATE "C" NOT NULL,
  "content" text COLLATE "C" NOT NULL,
  "stepId" text COLLATE "C" REFERENCES "projectItems" ("id"),
  "plannedFor" text COLLATE "C",
  "ownerId" text COLLATE "C" REFERENCES "users" ("id"),
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('planned', 'running', 'done', 'works', 'dropped')),
  "note" text COLLATE "C",
  "changedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "changedAt" bigint NOT NULL CHECK ("changedAt" >= 0)
);
CREATE INDEX "projectItemsByProjectIdKindPlace" ON "projectItems" ("projectId", "kind", "place");
CREATE INDEX "projectItemsByStepId" ON "projectItems" ("stepId");
CREATE TABLE "customerFeedback" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "day" text COLLATE "C" NOT NULL,
  "channel" text COLLATE "C" NOT NULL,
  "tone" text COLLATE "C" NOT NULL CHECK ("tone" IN ('praise', 'wish', 'remark', 'criticism')),
  "text" text COLLATE "C" NOT NULL,
  "recordedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "recordedAt" bigint NOT NULL CHECK ("recordedAt" >= 0)
);
CREATE INDEX "customerFeedbackByDayId" ON "customerFeedback" ("day", "id");
CREATE TABLE "loopPrinciples" (
  "place" bigint NOT NULL CHECK ("place" >= 1),
  "version" bigint NOT NULL CHECK ("version" >= 1),
  "title" text COLLATE "C" NOT NULL,
  "text" text COLLATE "C" NOT NULL,
  "source" text COLLATE "C" NOT NULL,
  "setBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "setAt" bigint NOT NULL CHECK ("setAt" >= 0),
  PRIMARY KEY ("place", "version")
);
CREATE TABLE "staffDeeds" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "userId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('reward', 'penalty')),
  "form" text COLLATE "C" NOT NULL,
  "reason" text COLLATE "C" NOT NULL,
  "day" text COLLATE "C" NOT NULL,
  "caseId" text COLLATE "C" REFERENCES "cases" ("id"),
  "decidedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "decidedAt" bigint NOT NULL CHECK ("decidedAt" >= 0),
  "isSeen" smallint NOT NULL CHECK ("isSeen" IN (0, 1))
);
CREATE INDEX "staffDeedsByUserIdDay" ON "staffDeeds" ("userId", "day");
CREATE INDEX "staffDeedsByDayId" ON "staffDeeds" ("day", "id");
CREATE INDEX "staffDeedsByCaseId" ON "staffDeeds" ("caseId");
-- 210 reviews
CREATE INDEX "casesByKindClosedAtId" ON "cases" ("kind", "closedAt", "id");
CREATE TABLE "reviewForms" (
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('complaint', 'call')),
  "version" bigint NOT NULL CHECK ("version" >= 1),
  "body" text COLLATE "C" NOT NULL,
  "reason" text COLLATE "C" NOT NULL,
  "savedAt" bigint NOT NULL CHECK ("savedAt" >= 0),
  "savedBy" text COLLATE "C" REFERENCES "users" ("id"),
  PRIMARY KEY ("kind", "version")
);
CREATE TABLE "caseReviews" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('complaint', 'call')),
  "caseId" text COLLATE "C" REFERENCES "cases" ("id"),
  "callId" text COLLATE "C" REFERENCES "calls" ("id"),
  "number" text COLLATE "C" NOT NULL,
  "formVersion" bigint NOT NULL CHECK ("formVersion" >= 1),
  "reviewerId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "agentId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "reviewedAt" bigint NOT NULL CHECK ("reviewedAt" >= 0),
  "month" text COLLATE "C" NOT NULL,
  "total" bigint NOT NULL CHECK ("total" >= 0),
  "firstTotal" bigint CHECK ("firstTotal" >= 0),
  "isFailed" smallint NOT NULL CHECK ("isFailed" IN (0, 1)),
  "body" text COLLATE "C" NOT NULL,
  "comment" text COLLATE "C" NOT NULL,
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('given', 'taken', 'disputed', 'decided')),
  "answer" text COLLATE "C",
  "answeredAt" bigint CHECK ("answeredAt" >= 0),
  "decision" text COLLATE "C" CHECK ("decision" IN ('upheld', 'changed')),
  "decisionText" text COLLATE "C",
  "decidedAt" bigint CHECK ("decidedAt" >= 0),
  "decidedBy" text COLLATE "C" REFERENCES "users" ("id")
);
CREATE INDEX "caseReviewsByCaseIdReviewedAt" ON "caseReviews" ("caseId", "reviewedAt");
CREATE INDEX "caseReviewsByCallIdReviewedAt" ON "caseReviews" ("callId", "reviewedAt");
CREATE INDEX "caseReviewsByAgentIdMonthReviewedAt" ON "caseReviews" ("agentId", "month", "reviewedAt");
CREATE INDEX "caseReviewsByMonthReviewedAt" ON "caseReviews" ("month", "reviewedAt");
CREATE INDEX "caseReviewsByStateReviewedAt" ON "caseReviews" ("state", "reviewedAt");
CREATE INDEX "caseReviewsByReviewedAtId" ON "caseReviews" ("reviewedAt", "id");
CREATE INDEX "caseReviewsByReviewerId" ON "caseReviews" ("reviewerId");
CREATE INDEX "caseReviewsByDecidedBy" ON "caseReviews" ("decidedBy");
CREATE TABLE "reviewActions" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "reviewId" text COLLATE "C" NOT NULL REFERENCES "caseReviews" ("id"),
  "text" text COLLATE "C" NOT NULL,
  "ownerId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "dueDay" text COLLATE "C" NOT NULL,
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "doneAt" bigint CHECK ("doneAt" >= 0),
  "doneBy" text COLLATE "C" REFERENCES "users" ("id"),
  "outcome" text COLLATE "C"
);
CREATE INDEX "reviewActionsByReviewIdCreatedAt" ON "reviewActions" ("reviewId", "createdAt");
CREATE INDEX "reviewActionsByOwnerIdDoneAt" ON "reviewActions" ("ownerId", "doneAt");
CREATE TABLE "reviewAudits" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "title" text COLLATE "C" NOT NULL,
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('planned', 'drawn', 'closed')),
  "subject" text COLLATE "C" NOT NULL CHECK ("subject" IN ('case', 'call')),
  "plannedDay" text COLLATE "C" NOT NULL,
  "fromDay" text COLLATE "C" NOT NULL,
  "toDay" text COLLATE "C" NOT NULL,
  "auditorId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "rule" text COLLATE "C" NOT NULL,
  "seed" bigint CHECK ("seed" >= 0),
  "population" text COLLATE "C",
  "populationSize" bigint CHECK ("populationSize" >= 0),
  "drawnAt" bigint CHECK ("drawnAt" >= 0),
  "drawnBy" text COLLATE "C" REFERENCES "users" ("id"),
  "conclusion" text COLLATE "C",
  "closedAt" bigint CHECK ("closedAt" >= 0),
  "closedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id")
);
CREATE INDEX "reviewAuditsByPlannedDayId" ON "reviewAudits" ("plannedDay", "id");
CREATE INDEX "reviewAuditsByAuditorId" ON "reviewAudits" ("auditorId");
CREATE TABLE "reviewAuditItems" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "auditId" text COLLATE "C" NOT NULL REFERENCES "reviewAudits" ("id"),
  "place" bigint NOT NULL CHECK ("place" >= 1),
  "caseId" text COLLATE "C" REFERENCES "cases" ("id"),
  "callId" text COLLATE "C" REFERENCES "calls" ("id"),
  "number" text COLLATE "C" NOT NULL,
  "agentId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "why" text COLLATE "C" NOT NULL CHECK ("why" IN ('lot', 'major', 'reopened', 'late', 'escalated')),
  "grade" text COLLATE "C" CHECK ("grade" IN ('none', 'remark', 'deviation', 'serious')),
  "finding" text COLLATE "C",
  "foundAt" bigint CHECK ("foundAt" >= 0),
  "foundBy" text COLLATE "C" REFERENCES "users" ("id"),
  "reviewId" text COLLATE "C" REFERENCES "caseReviews" ("id")
);
CREATE UNIQUE INDEX "reviewAuditItemsByAuditIdPlace" ON "reviewAuditItems" ("auditId", "place");
CREATE INDEX "reviewAuditItemsByCaseId" ON "reviewAuditItems" ("caseId");
CREATE INDEX "reviewAuditItemsByCallId" ON "reviewAuditItems" ("callId");
CREATE TABLE "caseStudies" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "caseId" text COLLATE "C" NOT NULL REFERENCES "cases" ("id"),
  "title" text COLLATE "C" NOT NULL,
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('draft', 'released', 'withdrawn')),
  "category" text COLLATE "C" NOT NULL,
  "reason" text COLLATE "C" NOT NULL,
  "text" text COLLATE "C" NOT NULL,
  "lessons" text COLLATE "C" NOT NULL,
  "pickedAt" bigint NOT NULL CHECK ("pickedAt" >= 0),
  "pickedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "releasedAt" bigint CHECK ("releasedAt" >= 0),
  "releasedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "withdrawnReason" text COLLATE "C"
);
CREATE INDEX "caseStudiesByCaseId" ON "caseStudies" ("caseId");
CREATE INDEX "caseStudiesByStatePickedAtId" ON "caseStudies" ("state", "pickedAt", "id");
-- 220 reports
CREATE TABLE "issuedReports" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "number" text COLLATE "C" NOT NULL UNIQUE,
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('day', 'week', 'month', 'quarter', 'year')),
  "period" text COLLATE "C" NOT NULL,
  "version" bigint NOT NULL CHECK ("version" >= 1),
  "issuedAt" bigint NOT NULL CHECK ("issuedAt" >= 0),
  "issuedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "note" text COLLATE "C" NOT NULL,
  "sha256" text COLLATE "C" NOT NULL,
  "body" text COLLATE "C" NOT NULL
);
CREATE UNIQUE INDEX "issuedReportsByKindPeriodVersion" ON "issuedReports" ("kind", "period", "version");
CREATE INDEX "issuedReportsByIssuedAt" ON "issuedReports" ("issuedAt");
CREATE INDEX "issuedReportsByIssuedBy" ON "issuedReports" ("issuedBy");
CREATE INDEX "membersByLeftOn" ON "members" ("leftOn");
CREATE INDEX "membersByEnrolledOn" ON "members" ("enrolledOn");
-- 230 messages
CREATE TABLE "messageTemplates" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "code" text COLLATE "C" NOT NULL,
  "version" bigint NOT NULL CHECK ("version" >= 1),
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('draft', 'submitted', 'published', 'replaced', 'withdrawn')),
  "occasion" text COLLATE "C" NOT NULL,
  "channel" text COLLATE "C" NOT NULL,
  "tier" text COLLATE "C" NOT NULL,
  "nameZh" text COLLATE "C" NOT NULL,
  "nameEn" text COLLATE "C" NOT NULL,
  "subjectZh" text COLLATE "C" NOT NULL,
  "subjectEn" text COLLATE "C" NOT NULL,
  "bodyZh" text COLLATE "C" NOT NULL,
  "bodyEn" text COLLATE "C" NOT NULL,
  "authorId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0),
  "updatedAt" bigint NOT NULL CHECK ("updatedAt" >= 0),
  "reviewedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "reviewedAt" bigint CHECK ("reviewedAt" >= 0),
  "reviewNote" text COLLATE "C" NOT NULL
);
CREATE UNIQUE INDEX "messageTemplatesByCodeVersion" ON "messageTemplates" ("code", "version");
CREATE INDEX "messageTemplatesByState" ON "messageTemplates" ("state");
CREATE INDEX "messageTemplatesByAuthorId" ON "messageTemplates" ("authorId");
CREATE INDEX "messageTemplatesByReviewedBy" ON "messageTemplates" ("reviewedBy");
CREATE TABLE "careContacts" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "memberId" text COLLATE "C" REFERENCES "members" ("id"),
  "caseId" text COLLATE "C" REFERENCES "cases" ("id"),
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('phone', 'visit', 'sms', 'email', 'app', 'web')),
  "occasion" text COLLATE "C" NOT NULL CHECK ("occasion" IN ('regular', 'birthday', 'festival', 'afterMatter', 'delay', 'offer')),
  "reason" text COLLATE "C" NOT NULL,
  "ownerId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "dueDay" text COLLATE "C" NOT NULL,
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('planned', 'done', 'cancelled')),
  "plannedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "plannedAt" bigint NOT NULL CHECK ("plannedAt" >= 0),
  "doneAt" bigint CHECK ("doneAt" >= 0),
  "doneBy" text COLLATE "C" REFERENCES "users" ("id"),
  "isReached" smallint NOT NULL DEFAULT 0 CHECK ("isReached" IN (0, 1)),
  "result" text COLLATE "C" NOT NULL,
  "needs" text COLLATE "C" NOT NULL,
  "opinions" text COLLATE "C" NOT NULL,
  "effect" text COLLATE "C" CHECK ("effect" IN ('better', 'same', 'worse')),
  "effectText" text COLLATE "C" NOT NULL,
  "effectAt" bigint CHECK ("effectAt" >= 0),
  "effectBy" text COLLATE "C" REFERENCES "users" ("id"),
  "followsId" text COLLATE "C" REFERENCES "careContacts" ("id"),
  "roundKey" text COLLATE "C" UNIQUE
);
CREATE INDEX "careContactsByStateDueDay" ON "careContacts" ("state", "dueDay");
CREATE INDEX "careContactsByOwnerIdStateDueDay" ON "careContacts" ("ownerId", "state", "dueDay");
CREATE INDEX "careContactsByMemberIdDueDay" ON "careContacts" ("memberId", "dueDay");
CREATE INDEX "careContactsByCaseId" ON "careContacts" ("caseId");
CREATE INDEX "careContactsByFollowsId" ON "careContacts" ("followsId");
CREATE INDEX "careContactsByPlannedBy" ON "careContacts" ("plannedBy");
CREATE INDEX "careContactsByDoneBy" ON "careContacts" ("doneBy");
CREATE INDEX "careContactsByEffectBy" ON "careContacts" ("effectBy");
CREATE TABLE "careChanges" (
  "careId" text COLLATE "C" NOT NULL REFERENCES "careContacts" ("id"),
  "seq" bigint NOT NULL CHECK ("seq" >= 1),
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "actorId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "reason" text COLLATE "C" NOT NULL,
  "before" text COLLATE "C" NOT NULL,
  "after" text COLLATE "C" NOT NULL,
  PRIMARY KEY ("careId", "seq")
);
CREATE INDEX "careChangesByActorId" ON "careChanges" ("actorId");
CREATE TABLE "messages" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "caseId" text COLLATE "C" REFERENCES "cases" ("id"),
  "memberId" text COLLATE "C" REFERENCES "members" ("id"),
  "careId" text COLLATE "C" REFERENCES "careContacts" ("id"),
  "occasion" text COLLATE "C" NOT NULL,
  "purpose" text COLLATE "C" NOT NULL CHECK ("purpose" IN ('service', 'care', 'offer')),
  "channel" text COLLATE "C" NOT NULL CHECK ("channel" IN ('email', 'sms', 'app', 'phone', 'letter', 'web')),
  "language" text COLLATE "C" NOT NULL,
  "templateCode" text COLLATE "C",
  "templateVersion" bigint,
  "fields" text COLLATE "C" NOT NULL,
  "personName" text COLLATE "C" NOT NULL,
  "address" text COLLATE "C" NOT NULL,
  "subject" text COLLATE "C" NOT NULL,
  "body" text COLLATE "C" NOT NULL,
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('toCheck', 'prepared', 'handedOver', 'sent', 'failed', 'cancelled')),
  "isAutomatic" smallint NOT NULL DEFAULT 0 CHECK ("isAutomatic" IN (0, 1)),
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "checkedAt" bigint CHECK ("checkedAt" >= 0),
  "checkedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "checkNote" text COLLATE "C" NOT NULL,
  "dueAt" bigint CHECK ("dueAt" >= 0),
  "promisedAt" bigint CHECK ("promisedAt" >= 0),
  "handedAt" bigint CHECK ("handedAt" >= 0),
  "handedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "fileName" text COLLATE "C",
  "sentAt" bigint CHECK ("sentAt" >= 0),
  "sentBy" text COLLATE "C" REFERENCES "users" ("id"),
  "reference" text COLLATE "C" NOT NULL,
  "failReason" text COLLATE "C" NOT NULL,
  "repliedAt" bigint CHECK ("repliedAt" >= 0),
  "replyText" text COLLATE "C" NOT NULL
);
CREATE INDEX "messagesByCaseIdCreatedAt" ON "messages" ("caseId", "createdAt");
CREATE INDEX "messagesByMemberIdCreatedAt" ON "messages" ("memberId", "createdAt");
CREATE INDEX "messagesByStateDueAt" ON "messages" ("state", "dueAt");
CREATE INDEX "messagesByCareId" ON "messages" ("careId");
CREATE INDEX "messagesByCreatedBy" ON "messages" ("createdBy");
CREATE INDEX "messagesByCheckedBy" ON "messages" ("checkedBy");
CREATE INDEX "messagesByHandedBy" ON "messages" ("handedBy");
CREATE INDEX "messagesBySentBy" ON "messages" ("sentBy");
CREATE TABLE "channelChoices" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "memberId" text COLLATE "C" NOT NULL REFERENCES "members" ("id"),
  "channel" text COLLATE "C" NOT NULL CHECK ("channel" IN ('email', 'sms', 'app', 'phone', 'letter', 'web')),
  "given" smallint NOT NULL CHECK ("given" IN (0, 1)),
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "actorId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "source" text COLLATE "C" NOT NULL
);
CREATE INDEX "channelChoicesByMemberIdChannelAt" ON "channelChoices" ("memberId", "channel", "at");
CREATE INDEX "channelChoicesByActorId" ON "channelChoices" ("actorId");
-- 240 training
CREATE TABLE "trainingPlans" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "year" bigint NOT NULL UNIQUE CHECK ("year" >= 2000),
  "goal" text COLLATE "C" NOT NULL,
  "budgetFen" bigint NOT NULL CHECK ("budgetFen" >= 0),
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('draft', 'approved')),
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "approvedAt" bigint CHECK ("approvedAt" >= 0),
  "approvedBy" text COLLATE "C" REFERENCES "users" ("id")
);
CREATE TABLE "trainings" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "planId" text COLLATE "C" NOT NULL REFERENCES "trainingPlans" ("id"),
  "title" text COLLATE "C" NOT NULL,
  "goal" text COLLATE "C" NOT NULL,
  "content" text COLLATE "C" NOT NULL,
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('business', 'service', 'emergency', 'industry')),
  "topics" text COLLATE "C" NOT NULL,
  "way" text COLLATE "C" NOT NULL CHECK ("way" IN ('internal', 'external', 'online', 'caseStudy')),
  "teacher" text COLLATE "C" NOT NULL,
  "studyIds" text COLLATE "C" NOT NULL,
  "schedule" text COLLATE "C" NOT NULL,
  "place" text COLLATE "C" NOT NULL,
  "budgetFen" bigint NOT NULL CHECK ("budgetFen" >= 0),
  "responsibleId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "passMark" bigint CHECK ("passMark" >= 1),
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "effect" text COLLATE "C" CHECK ("effect" IN ('effective', 'partly', 'ineffective')),
  "effectText" text COLLATE "C",
  "effectFigures" text COLLATE "C",
  "assessedAt" bigint CHECK ("assessedAt" >= 0),
  "assessedBy" text COLLATE "C" REFERENCES "users" ("id")
);
CREATE INDEX "trainingsByPlanId" ON "trainings" ("planId");
CREATE INDEX "trainingsByResponsibleId" ON "trainings" ("responsibleId");
CREATE TABLE "trainingSessions" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "trainingId" text COLLATE "C" NOT NULL REFERENCES "trainings" ("id"),
  "place" bigint NOT NULL CHECK ("place" >= 1),
  "startsAt" bigint NOT NULL CHECK ("startsAt" >= 0),
  "endsAt" bigint NOT NULL CHECK ("endsAt" >= 0),
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('planned', 'cancelled')),
  "cancelReason" text COLLATE "C"
);
CREATE UNIQUE INDEX "trainingSessionsByTrainingIdPlace" ON "trainingSessions" ("trainingId", "place");
CREATE TABLE "trainingPeople" (
  "sessionId" text COLLATE "C" NOT NULL REFERENCES "trainingSessions" ("id"),
  "userId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "invitedAt" bigint NOT NULL CHECK ("invitedAt" >= 0),
  "invitedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "attendance" text COLLATE "C" CHECK ("attendance" IN ('attended', 'absent', 'excused')),
  "score" bigint CHECK ("score" >= 0),
  "note" text COLLATE "C" NOT NULL,
  "resultAt" bigint CHECK ("resultAt" >= 0),
  "resultBy" text COLLATE "C" REFERENCES "users" ("id"),
  PRIMARY KEY ("sessionId", "userId")
);
CREATE INDEX "trainingPeopleByUserId" ON "trainingPeople" ("userId");
-- 250 knowledge
CREATE TABLE "articles" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "code" text COLLATE "C" NOT NULL,
  "version" bigint NOT NULL CHECK ("version" >= 1),
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('answer', 'emergency', 'script', 'policy', 'travel', 'experience', 'industry', 'notice', 'help')),
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('draft', 'submitted', 'published', 'replaced', 'withdrawn')),
  "titleZh" text COLLATE "C" NOT NULL,
  "titleEn" text COLLATE "C" NOT NULL,
  "bodyZh" text COLLATE "C" NOT NULL,
  "bodyEn" text COLLATE "C" NOT NULL,
  "steps" text COLLATE "C" NOT NULL,
  "keywords" text COLLATE "C" NOT NULL,
  "category" text COLLATE "C" NOT NULL,
  "channels" text COLLATE "C" NOT NULL,
  "tier" text COLLATE "C" NOT NULL,
  "company" text COLLATE "C" NOT NULL,
  "validFrom" text COLLATE "C" NOT NULL,
  "validUntil" text COLLATE "C",
  "changeNote" text COLLATE "C" NOT NULL,
  "authorId" text COLLATE "C" REFERENCES "users" ("id"),
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0),
  "updatedAt" bigint NOT NULL CHECK ("updatedAt" >= 0),
  "reviewedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "reviewedAt" bigint CHECK ("reviewedAt" >= 0),
  "reviewNote" text COLLATE "C" NOT NULL,
  "withdrawnBy" text COLLATE "C" REFERENCES "users" ("id"),
  "withdrawnAt" bigint CHECK ("withdrawnAt" >= 0),
  "withdrawReason" text COLLATE "C" NOT NULL
);
CREATE UNIQUE INDEX "articlesByCodeVersion" ON "articles" ("code", "version");
CREATE INDEX "articlesByStateKind" ON "articles" ("state", "kind");
CREATE INDEX "articlesByAuthorId" ON "articles" ("authorId");
CREATE INDEX "articlesByReviewedBy" ON "articles" ("reviewedBy");
CREATE INDEX "articlesByWithdrawnBy" ON "articles" ("withdrawnBy");
CREATE TABLE "articleTokens" (
  "token" text COLLATE "C" NOT NULL,
  "articleId" text COLLATE "C" NOT NULL REFERENCES "articles" ("id"),
  "places" bigint NOT NULL CHECK ("places" >= 1),
  PRIMARY KEY ("token", "articleId")
);
CREATE INDEX "articleTokensByArticleId" ON "articleTokens" ("articleId");
CREATE TABLE "articleUses" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "articleId" text COLLATE "C" NOT NULL REFERENCES "articles" ("id"),
  "code" text COLLATE "C" NOT NULL,
  "version" bigint NOT NULL CHECK ("version" >= 1),
  "caseId" text COLLATE "C" REFERENCES "cases" ("id"),
  "callId" text COLLATE "C" REFERENCES "calls" ("id"),
  "memberId" text COLLATE "C" REFERENCES "members" ("id"),
  "userId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "language" text COLLATE "C" NOT NULL,
  "helped" smallint CHECK ("helped" IN (0, 1)),
  "reason" text COLLATE "C" NOT NULL,
  "ratedAt" bigint CHECK ("ratedAt" >= 0)
);
CREATE INDEX "articleUsesByArticleId" ON "articleUses" ("articleId");
CREATE INDEX "articleUsesByCodeAt" ON "articleUses" ("code", "at");
CREATE INDEX "articleUsesByCaseIdAt" ON "articleUses" ("caseId", "at");
CREATE INDEX "articleUsesByCallId" ON "articleUses" ("callId");
CREATE INDEX "articleUsesByMemberId" ON "articleUses" ("memberId");
CREATE INDEX "articleUsesByUserIdAt" ON "articleUses" ("userId", "at");
CREATE TABLE "articleTallies" (
  "code" text COLLATE "C" PRIMARY KEY NOT NULL,
  "uses" bigint NOT NULL CHECK ("uses" >= 0),
  "helped" bigint NOT NULL CHECK ("helped" >= 0),
  "unhelped" bigint NOT NULL CHECK ("unhelped" >= 0),
  "thanks" bigint NOT NULL CHECK ("thanks" >= 0)
);
CREATE TABLE "articleThanks" (
  "code" text COLLATE "C" NOT NULL,
  "userId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "at" bigint NOT NULL CHECK ("at" >= 0),
  PRIMARY KEY ("code", "userId")
);
CREATE INDEX "articleThanksByUserId" ON "articleThanks" ("userId");
CREATE TABLE "articleReads" (
  "articleId" text COLLATE "C" NOT NULL REFERENCES "articles" ("id"),
  "userId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "at" bigint NOT NULL CHECK ("at" >= 0),
  PRIMARY KEY ("articleId", "userId")
);
CREATE INDEX "articleReadsByUserId" ON "articleReads" ("userId");
CREATE TABLE "articleGaps" (
  "term" text COLLATE "C" PRIMARY KEY NOT NULL,
  "count" bigint NOT NULL CHECK ("count" >= 1),
  "firstAt" bigint NOT NULL CHECK ("firstAt" >= 0),
  "lastAt" bigint NOT NULL CHECK ("lastAt" >= 0),
  "lastBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "isSettled" smallint NOT NULL DEFAULT 0 CHECK ("isSettled" IN (0, 1))
);
CREATE INDEX "articleGapsByIsSettledCount" ON "articleGaps" ("isSettled", "count");
CREATE INDEX "articleGapsByLastBy" ON "articleGaps" ("lastBy");
-- 260 standards
CREATE TABLE "standards" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "code" text COLLATE "C" NOT NULL,
  "version" bigint NOT NULL CHECK ("version" >= 1),
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('draft', 'inForce', 'retired')),
  "aspect" text COLLATE "C" NOT NULL,
  "title" text COLLATE "C" NOT NULL,
  "text" text COLLATE "C" NOT NULL,
  "method" text COLLATE "C" NOT NULL,
  "unit" text COLLATE "C" NOT NULL,
  "direction" text COLLATE "C" NOT NULL CHECK ("direction" IN ('atLeast', 'atMost')),
  "target" bigint NOT NULL,
  "frequency" text COLLATE "C" NOT NULL CHECK ("frequency" IN ('week', 'month', 'quarter', 'year')),
  "figure" text COLLATE "C" NOT NULL,
  "principles" text COLLATE "C" NOT NULL,
  "savedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "savedAt" bigint NOT NULL CHECK ("savedAt" >= 0),
  "approvedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "approvedAt" bigint CHECK ("approvedAt" >= 0)
);
CREATE INDEX "standardsByCodeVersion" ON "standards" ("code", "version");
CREATE INDEX "standardsByStateCode" ON "standards" ("state", "code");
CREATE TABLE "standardResults" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "standardId" text COLLATE "C" NOT NULL REFERENCES "standards" ("id"),
  "code" text COLLATE "C" NOT NULL,
  "fromDay" text COLLATE "C" NOT NULL,
  "toDay" text COLLATE "C" NOT NULL,
  "value" bigint NOT NULL,
  "note" text COLLATE "C" NOT NULL,
  "recordedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "recordedAt" bigint NOT NULL CHECK ("recordedAt" >= 0),
  "correction" text COLLATE "C",
  "correctionBy" text COLLATE "C" REFERENCES "users" ("id"),
  "correctionDue" text COLLATE "C",
  "outcome" text COLLATE "C",
  "outcomeDay" text COLLATE "C"
);
CREATE INDEX "standardResultsByCodeToDay" ON "standardResults" ("code", "toDay");
CREATE INDEX "standardResultsByStandardId" ON "standardResults" ("standardId");
CREATE TABLE "qualityGroup" (
  "userId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "duty" text COLLATE "C" NOT NULL,
  "fromDay" text COLLATE "C" NOT NULL,
  "toDay" text COLLATE "C",
  PRIMARY KEY ("userId", "fromDay")
);
CREATE TABLE "optimisations" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "title" text COLLATE "C" NOT NULL,
  "purpose" text COLLATE "C" NOT NULL,
  "ownerId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "stage" text COLLATE "C" NOT NULL CHECK ("stage" IN ('diagnosis', 'design', 'trial', 'rollout', 'follow')),
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('open', 'closed', 'stopped')),
  "principles" text COLLATE "C" NOT NULL,
  "closing" text COLLATE "C",
  "createdBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0)
);
CREATE INDEX "optimisationsByStateCreatedAt" ON "optimisations" ("state", "createdAt");
CREATE TABLE "optimisationRecords" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "optimisationId" text COLLATE "C" NOT NULL REFERENCES "optimisations" ("id"),
  "seq" bigint NOT NULL CHECK ("seq" >= 1),
  "stage" text COLLATE "C" NOT NULL CHECK ("stage" IN ('diagnosis', 'design', 'trial', 'rollout', 'follow')),
  "kind" text COLLATE "C" NOT NULL,
  "title" text COLLATE "C" NOT NULL,
  "text" text COLLATE "C" NOT NULL,
  "tripStage" text COLLATE "C",
  "replacesId" text COLLATE "C" REFERENCES "optimisationRecords" ("id"),
  "place" text COLLATE "C",
  "fromDay" text COLLATE "C",
  "toDay" text COLLATE "C",
  "personId" text COLLATE "C" REFERENCES "users" ("id"),
  "result" text COLLATE "C",
  "effect" text COLLATE "C",
  "unit" text COLLATE "C",
  "before" bigint,
  "after" bigint,
  "recordedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "recordedAt" bigint NOT NULL CHECK ("recordedAt" >= 0)
);
CREATE INDEX "optimisationRecordsByOptimisationIdSeq" ON "optimisationRecords" ("optimisationId", "seq");
CREATE INDEX "optimisationRecordsByReplacesId" ON "optimisationRecords" ("replacesId");
-- 270 teamDay
CREATE INDEX "clocksByBreachedAt" ON "clocks" ("breachedAt");
CREATE TABLE "deskPresence" (
  "userId" text COLLATE "C" PRIMARY KEY NOT NULL REFERENCES "users" ("id"),
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('ready', 'break', 'training', 'afterCall')),
  "since" bigint NOT NULL CHECK ("since" >= 0)
);
CREATE TABLE "todos" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "userId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "title" text COLLATE "C" NOT NULL,
  "detail" text COLLATE "C" NOT NULL,
  "dueAt" bigint CHECK ("dueAt" >= 0),
  "remindAt" bigint CHECK ("remindAt" >= 0),
  "caseId" text COLLATE "C" REFERENCES "cases" ("id"),
  "memberId" text COLLATE "C" REFERENCES "members" ("id"),
  "source" text COLLATE "C" NOT NULL CHECK ("source" IN ('self', 'given', 'meeting', 'matter', 'moved')),
  "sourceId" text COLLATE "C",
  "givenBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "givenAt" bigint NOT NULL CHECK ("givenAt" >= 0),
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('open', 'done', 'dropped')),
  "endedAt" bigint CHECK ("endedAt" >= 0),
  "endedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "outcome" text COLLATE "C" NOT NULL
);
CREATE INDEX "todosByUserIdStateDueAt" ON "todos" ("userId", "state", "dueAt");
CREATE INDEX "todosByUserIdStateRemindAt" ON "todos" ("userId", "state", "remindAt");
CREATE INDEX "todosByGivenByState" ON "todos" ("givenBy", "state");
CREATE INDEX "todosBySourceId" ON "todos" ("sourceId");
CREATE INDEX "todosByCaseId" ON "todos" ("caseId");
CREATE INDEX "todosByMemberId" ON "todos" ("memberId");
CREATE INDEX "todosByEndedBy" ON "todos" ("endedBy");
CREATE TABLE "handOvers" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "fromId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "toId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "note" text COLLATE "C" NOT NULL,
  "sheet" text COLLATE "C" NOT NULL,
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('given', 'confirmed', 'declined')),
  "answer" text COLLATE "C" NOT NULL,
  "answeredAt" bigint CHECK ("answeredAt" >= 0)
);
CREATE INDEX "handOversByFromIdAt" ON "handOvers" ("fromId", "at");
CREATE INDEX "handOversByToIdAt" ON "handOvers" ("toId", "at");
CREATE INDEX "handOversByToIdState" ON "handOvers" ("toId", "state");
CREATE TABLE "meetings" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "weekDay" text COLLATE "C" NOT NULL UNIQUE,
  "heldAt" bigint NOT NULL CHECK ("heldAt" >= 0),
  "chairId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('draft', 'published')),
  "summary" text COLLATE "C" NOT NULL,
  "plan" text COLLATE "C" NOT NULL,
  "figures" text COLLATE "C" NOT NULL,
  "figuresAt" bigint NOT NULL CHECK ("figuresAt" >= 0),
  "publishedAt" bigint CHECK ("publishedAt" >= 0)
);
CREATE INDEX "meetingsByHeldAt" ON "meetings" ("heldAt");
CREATE INDEX "meetingsByChairId" ON "meetings" ("chairId");
CREATE TABLE "meetingPeople" (
  "meetingId" text COLLATE "C" NOT NULL REFERENCES "meetings" ("id"),
  "userId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "isPresent" smallint NOT NULL CHECK ("isPresent" IN (0, 1)),
  "acknowledgedAt" bigint CHECK ("acknowledgedAt" >= 0),
  PRIMARY KEY ("meetingId", "userId")
);
CREATE INDEX "meetingPeopleByUserIdAcknowledgedAt" ON "meetingPeople" ("userId", "acknowledgedAt");
CREATE TABLE "matters" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "title" text COLLATE "C" NOT NULL,
  "text" text COLLATE "C" NOT NULL,
  "departments" text COLLATE "C" NOT NULL,
  "outsiders" text COLLATE "C" NOT NULL,
  "ownerId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "dueDay" text COLLATE "C" NOT NULL,
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('open', 'settled')),
  "closing" text COLLATE "C" NOT NULL,
  "raisedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "raisedAt" bigint NOT NULL CHECK ("raisedAt" >= 0),
  "closedAt" bigint CHECK ("closedAt" >= 0),
  "closedBy" text COLLATE "C" REFERENCES "users" ("id")
);
CREATE INDEX "mattersByStateDueDay" ON "matters" ("state", "dueDay");
CREATE INDEX "mattersByOwnerId" ON "matters" ("ownerId");
CREATE INDEX "mattersByRaisedBy" ON "matters" ("raisedBy");
CREATE INDEX "mattersByClosedBy" ON "matters" ("closedBy");
CREATE TABLE "matterPeople" (
  "matterId" text COLLATE "C" NOT NULL REFERENCES "matters" ("id"),
  "userId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  PRIMARY KEY ("matterId", "userId")
);
CREATE INDEX "matterPeopleByUserId" ON "matterPeople" ("userId");
CREATE TABLE "matterEntries" (
  "matterId" text COLLATE "C" NOT NULL REFERENCES "matters" ("id"),
  "seq" bigint NOT NULL CHECK ("seq" >= 1),
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "byId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "action" text COLLATE "C" NOT NULL CHECK ("action" IN ('raised', 'logged', 'changed', 'settled', 'reopened')),
  "text" text COLLATE "C" NOT NULL,
  PRIMARY KEY ("matterId", "seq")
);
CREATE INDEX "matterEntriesByById" ON "matterEntries" ("byId");
CREATE TABLE "workPlans" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "title" text COLLATE "C" NOT NULL,
  "fromDay" text COLLATE "C" NOT NULL,
  "toDay" text COLLATE "C" NOT NULL,
  "text" text COLLATE "C" NOT NULL,
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('open', 'closed')),
  "closing" text COLLATE "C" NOT NULL,
  "createdBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0)
);
CREATE INDEX "workPlansByStateFromDay" ON "workPlans" ("state", "fromDay");
CREATE INDEX "workPlansByCreatedBy" ON "workPlans" ("createdBy");
CREATE TABLE "workPlanItems" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "planId" text COLLATE "C" NOT NULL REFERENCES "workPlans" ("id"),
  "place" bigint NOT NULL CHECK ("place" >= 1),
  "title" text COLLATE "C" NOT NULL,
  "measure" text COLLATE "C" NOT NULL,
  "target" text COLLATE "C" NOT NULL,
  "ownerId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "dueDay" text COLLATE "C" NOT NULL,
  "goalId" text COLLATE "C" REFERENCES "goals" ("id"),
  "percent" bigint NOT NULL CHECK ("percent" >= 0),
  "note" text COLLATE "C" NOT NULL,
  "changedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "changedAt" bigint NOT NULL CHECK ("changedAt" >= 0)
);
CREATE INDEX "workPlanItemsByPlanIdPlace" ON "workPlanItems" ("planId", "place");
CREATE INDEX "workPlanItemsByOwnerId" ON "workPlanItems" ("ownerId");
CREATE INDEX "workPlanItemsByGoalId" ON "workPlanItems" ("goalId");
CREATE INDEX "workPlanItemsByChangedBy" ON "workPlanItems" ("changedBy");
CREATE TABLE "strategies" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "title" text COLLATE "C" NOT NULL,
  "basis" text COLLATE "C" NOT NULL,
  "text" text COLLATE "C" NOT NULL,
  "ownerId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "fromDay" text COLLATE "C" NOT NULL,
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('planned', 'running', 'ended')),
  "effect" text COLLATE "C" NOT NULL,
  "createdBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0),
  "changedAt" bigint NOT NULL CHECK ("changedAt" >= 0)
);
CREATE INDEX "strategiesByStateFromDay" ON "strategies" ("state", "fromDay");
CREATE INDEX "strategiesByOwnerId" ON "strategies" ("ownerId");
CREATE INDEX "strategiesByCreatedBy" ON "strategies" ("createdBy");
CREATE TABLE "guidance" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "userId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "byId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('assessment', 'coaching')),
  "day" text COLLATE "C" NOT NULL,
  "period" text COLLATE "C",
  "topic" text COLLATE "C" NOT NULL,
  "text" text COLLATE "C" NOT NULL,
  "advice" text COLLATE "C" NOT NULL,
  "rating" bigint CHECK ("rating" >= 1),
  "figures" text COLLATE "C",
  "nextDay" text COLLATE "C",
  "caseId" text COLLATE "C" REFERENCES "cases" ("id"),
  "trainingId" text COLLATE "C" REFERENCES "trainings" ("id"),
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0),
  "seenAt" bigint CHECK ("seenAt" >= 0),
  "reply" text COLLATE "C" NOT NULL
);
CREATE INDEX "guidanceByUserIdDay" ON "guidance" ("userId", "day");
CREATE INDEX "guidanceByByIdDay" ON "guidance" ("byId", "day");
CREATE INDEX "guidanceByDay" ON "guidance" ("day");
CREATE INDEX "guidanceByCaseId" ON "guidance" ("caseId");
CREATE INDEX "guidanceByTrainingId" ON "guidance" ("trainingId");
CREATE TABLE "feedbackDigests" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "title" text COLLATE "C" NOT NULL,
  "text" text COLLATE "C" NOT NULL,
  "items" text COLLATE "C" NOT NULL,
  "toId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "sentBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "sentAt" bigint NOT NULL CHECK ("sentAt" >= 0),
  "answer" text COLLATE "C" NOT NULL,
  "answeredAt" bigint CHECK ("answeredAt" >= 0),
  "answeredBy" text COLLATE "C" REFERENCES "users" ("id")
);
CREATE INDEX "feedbackDigestsBySentAt" ON "feedbackDigests" ("sentAt");
CREATE INDEX "feedbackDigestsBySentBy" ON "feedbackDigests" ("sentBy");
CREATE INDEX "feedbackDigestsByToId" ON "feedbackDigests" ("toId");
CREATE INDEX "feedbackDigestsByAnsweredBy" ON "feedbackDigests" ("answeredBy");
-- 280 callDesk
CREATE TABLE "callWaits" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "source" text COLLATE "C" NOT NULL CHECK ("source" IN ('link', 'transfer')),
  "phone" text COLLATE "C" NOT NULL,
  "externalId" text COLLATE "C",
  "startedAt" bigint NOT NULL CHECK ("startedAt" >= 0),
  "createdBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "fromId" text COLLATE "C" REFERENCES "calls" ("id"),
  "kind" text COLLATE "C" CHECK ("kind" IN ('warm', 'cold')),
  "toUserId" text COLLATE "C" REFERENCES "users" ("id"),
  "toDesk" text COLLATE "C",
  "note" text COLLATE "C" NOT NULL,
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('waiting', 'taken', 'abandoned', 'missed', 'withdrawn')),
  "settledAt" bigint CHECK ("settledAt" >= 0),
  "settledBy" text COLLATE "C" REFERENCES "users" ("id"),
  "callId" text COLLATE "C" REFERENCES "calls" ("id")
);
CREATE INDEX "callWaitsByStateStartedAt" ON "callWaits" ("state", "startedAt");
CREATE INDEX "callWaitsByExternalIdStartedAt" ON "callWaits" ("externalId", "startedAt");
CREATE INDEX "callWaitsByFromId" ON "callWaits" ("fromId");
CREATE INDEX "callWaitsByCallId" ON "callWaits" ("callId");
CREATE INDEX "callWaitsByCreatedBy" ON "callWaits" ("createdBy");
CREATE INDEX "callWaitsByToUserId" ON "callWaits" ("toUserId");
CREATE INDEX "callWaitsBySettledBy" ON "callWaits" ("settledBy");
CREATE TABLE "callConsults" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "callId" text COLLATE "C" NOT NULL REFERENCES "calls" ("id"),
  "askedId" text COLLATE "C" REFERENCES "users" ("id"),
  "asked" text COLLATE "C" NOT NULL,
  "question" text COLLATE "C" NOT NULL,
  "startedAt" bigint NOT NULL CHECK ("startedAt" >= 0),
  "endedAt" bigint CHECK ("endedAt" >= 0),
  "answer" text COLLATE "C" NOT NULL
);
CREATE INDEX "callConsultsByCallIdStartedAt" ON "callConsults" ("callId", "startedAt");
CREATE INDEX "callConsultsByAskedId" ON "callConsults" ("askedId");
CREATE TABLE "callBackEnds" (
  "followUpId" text COLLATE "C" PRIMARY KEY NOT NULL REFERENCES "followUps" ("id"),
  "result" text COLLATE "C" NOT NULL CHECK ("result" IN ('reached', 'otherWay', 'notNeeded', 'gaveUp')),
  "tries" bigint NOT NULL CHECK ("tries" >= 0),
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "actorId" text COLLATE "C" NOT NULL REFERENCES "users" ("id")
);
CREATE INDEX "callBackEndsByActorId" ON "callBackEnds" ("actorId");
CREATE INDEX "callsByCallBackOf" ON "calls" ("callBackOf");
-- 290 queue
CREATE TABLE "savedViews" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "ownerId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "name" text COLLATE "C" NOT NULL,
  "isShared" smallint NOT NULL CHECK ("isShared" IN (0, 1)),
  "query" text COLLATE "C" NOT NULL,
  "digit" bigint CHECK ("digit" >= 1),
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0),
  "updatedAt" bigint NOT NULL CHECK ("updatedAt" >= 0),
  "deletedAt" bigint CHECK ("deletedAt" >= 0)
);
CREATE INDEX "savedViewsByOwnerIdDeletedAt" ON "savedViews" ("ownerId", "deletedAt");
CREATE INDEX "savedViewsByIsSharedDeletedAt" ON "savedViews" ("isShared", "deletedAt");
CREATE TABLE "bulkRuns" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "actorId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "act" text COLLATE "C" NOT NULL,
  "undoneAt" bigint CHECK ("undoneAt" >= 0)
);
CREATE INDEX "bulkRunsByActorIdAt" ON "bulkRuns" ("actorId", "at");
CREATE TABLE "bulkItems" (
  "runId" text COLLATE "C" NOT NULL REFERENCES "bulkRuns" ("id"),
  "caseId" text COLLATE "C" NOT NULL REFERENCES "cases" ("id"),
  "outcome" text COLLATE "C" NOT NULL CHECK ("outcome" IN ('done', 'refused')),
  "failure" text COLLATE "C",
  "seq" bigint NOT NULL CHECK ("seq" >= 0),
  "before" text COLLATE "C" NOT NULL,
  "followUpId" text COLLATE "C" REFERENCES "followUps" ("id"),
  "undone" text COLLATE "C" CHECK ("undone" IN ('done', 'refused')),
  PRIMARY KEY ("runId", "caseId")
);
CREATE INDEX "bulkItemsByCaseId" ON "bulkItems" ("caseId");
CREATE INDEX "bulkItemsByFollowUpId" ON "bulkItems" ("followUpId");
CREATE TABLE "caseReads" (
  "userId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "caseId" text COLLATE "C" NOT NULL REFERENCES "cases" ("id"),
  "seq" bigint NOT NULL CHECK ("seq" >= 0),
  "at" bigint NOT NULL CHECK ("at" >= 0),
  PRIMARY KEY ("userId", "caseId")
);
CREATE INDEX "caseReadsByCaseId" ON "caseReads" ("caseId");
CREATE TABLE "mentions" (
  "userId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "caseId" text COLLATE "C" NOT NULL REFERENCES "cases" ("id"),
  "seq" bigint NOT NULL CHECK ("seq" >= 1),
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "byId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "seenAt" bigint CHECK ("seenAt" >= 0),
  PRIMARY KEY ("userId", "caseId", "seq")
);
CREATE INDEX "mentionsByUserIdSeenAtAt" ON "mentions" ("userId", "seenAt", "at");
CREATE INDEX "mentionsByCaseId" ON "mentions" ("caseId");
CREATE INDEX "mentionsByById" ON "mentions" ("byId");
CREATE TABLE "caseOpenings" (
  "window" text COLLATE "C" PRIMARY KEY NOT NULL,
  "caseId" text COLLATE "C" NOT NULL REFERENCES "cases" ("id"),
  "userId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "openedAt" bigint NOT NULL CHECK ("openedAt" >= 0),
  "beatAt" bigint NOT NULL CHECK ("beatAt" >= 0)
);
CREATE INDEX "caseOpeningsByCaseIdBeatAt" ON "caseOpenings" ("caseId", "beatAt");
CREATE INDEX "caseOpeningsByUserId" ON "caseOpenings" ("userId");
CREATE TABLE "caseSearch" (
  "caseId" text COLLATE "C" PRIMARY KEY NOT NULL REFERENCES "cases" ("id"),
  "place" bigint NOT NULL UNIQUE CHECK ("place" >= 1)
);
CREATE TABLE "caseWords" (
  "word" text COLLATE "C" NOT NULL,
  "place" bigint NOT NULL CHECK ("place" >= 1),
  PRIMARY KEY ("word", "place")
);
-- 300 people
CREATE TABLE "memberKin" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "memberId" text COLLATE "C" NOT NULL REFERENCES "members" ("id"),
  "name" text COLLATE "C" NOT NULL,
  "relation" text COLLATE "C" NOT NULL CHECK ("relation" IN ('spouse', 'parent', 'child', 'sibling', 'relative', 'assistant', 'colleague', 'agent')),
  "phone" text COLLATE "C" NOT NULL,
  "normalized" text COLLATE "C" NOT NULL,
  "rights" text COLLATE "C" NOT NULL,
  "fromDay" text COLLATE "C" NOT NULL,
  "untilDay" text COLLATE "C",
  "proof" text COLLATE "C" NOT NULL CHECK ("proof" IN ('call', 'letter', 'counter', 'app')),
  "proofText" text COLLATE "C" NOT NULL,
  "recordedAt" bigint NOT NULL CHECK ("recordedAt" >= 0),
  "recordedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "endedAt" bigint CHECK ("endedAt" >= 0),
  "endedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "endReason" text COLLATE "C" NOT NULL
);
CREATE INDEX "memberKinByMemberId" ON "memberKin" ("memberId");
CREATE INDEX "memberKinByNormalized" ON "memberKin" ("normalized");
CREATE INDEX "memberKinByRecordedBy" ON "memberKin" ("recordedBy");
CREATE INDEX "memberKinByEndedBy" ON "memberKin" ("endedBy");
CREATE TABLE "wishSources" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('questionnaire', 'interview')),
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "actorId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "memberId" text COLLATE "C" REFERENCES "members" ("id"),
  "callId" text COLLATE "C" REFERENCES "calls" ("id"),
  "stage" text COLLATE "C" NOT NULL CHECK ("stage" IN ('enquiry', 'booking', 'travel', 'after')),
  "note" text COLLATE "C" NOT NULL,
  "fileName" text COLLATE "C",
  "fileSha256" text COLLATE "C",
  "read" bigint NOT NULL CHECK ("read" >= 0),
  "recorded" bigint NOT NULL CHECK ("recorded" >= 0),
  "rejected" bigint NOT NULL CHECK ("rejected" >= 0)
);
CREATE INDEX "wishSourcesByKindAtId" ON "wishSources" ("kind", "at", "id");
CREATE INDEX "wishSourcesByMemberIdAt" ON "wishSources" ("memberId", "at");
CREATE INDEX "wishSourcesByCallId" ON "wishSources" ("callId");
CREATE INDEX "wishSourcesByActorId" ON "wishSources" ("actorId");
CREATE INDEX "wishSourcesByFileSha256" ON "wishSources" ("fileSha256");
CREATE TABLE "wishes" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "memberId" text COLLATE "C" NOT NULL REFERENCES "members" ("id"),
  "topic" text COLLATE "C" NOT NULL,
  "value" text COLLATE "C" NOT NULL,
  "note" text COLLATE "C" NOT NULL,
  "source" text COLLATE "C" NOT NULL CHECK ("source" IN ('questionnaire', 'interview', 'agent')),
  "sourceId" text COLLATE "C" REFERENCES "wishSources" ("id"),
  "stage" text COLLATE "C" NOT NULL CHECK ("stage" IN ('enquiry', 'booking', 'travel', 'after')),
  "saidAt" bigint NOT NULL CHECK ("saidAt" >= 0),
  "recordedAt" bigint NOT NULL CHECK ("recordedAt" >= 0),
  "recordedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "seenAt" bigint CHECK ("seenAt" >= 0),
  "seenBy" text COLLATE "C" REFERENCES "users" ("id"),
  "endedAt" bigint CHECK ("endedAt" >= 0),
  "endedBy" text COLLATE "C" REFERENCES "users" ("id")
);
CREATE INDEX "wishesByMemberIdRecordedAtId" ON "wishes" ("memberId", "recordedAt", "id");
CREATE INDEX "wishesByTopicValueEndedAtMemberId" ON "wishes" ("topic", "value", "endedAt", "memberId");
CREATE INDEX "wishesByRecordedAtId" ON "wishes" ("recordedAt", "id");
CREATE INDEX "wishesBySourceId" ON "wishes" ("sourceId");
CREATE INDEX "wishesByRecordedBy" ON "wishes" ("recordedBy");
CREATE INDEX "wishesBySeenBy" ON "wishes" ("seenBy");
CREATE INDEX "wishesByEndedBy" ON "wishes" ("endedBy");
CREATE TABLE "memberOrigins" (
  "memberId" text COLLATE "C" PRIMARY KEY NOT NULL REFERENCES "members" ("id"),
  "channel" text COLLATE "C" NOT NULL,
  "campaign" text COLLATE "C" NOT NULL,
  "recordedAt" bigint NOT NULL CHECK ("recordedAt" >= 0),
  "recordedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id")
);
CREATE INDEX "memberOriginsByChannelMemberId" ON "memberOrigins" ("channel", "memberId");
CREATE INDEX "memberOriginsByRecordedBy" ON "memberOrigins" ("recordedBy");
CREATE TABLE "memberTypes" (
  "memberId" text COLLATE "C" NOT NULL REFERENCES "members" ("id"),
  "type" text COLLATE "C" NOT NULL,
  "isConfirmed" smallint NOT NULL CHECK ("isConfirmed" IN (0, 1)),
  "grounds" text COLLATE "C" NOT NULL,
  "decidedAt" bigint NOT NULL CHECK ("decidedAt" >= 0),
  "decidedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  PRIMARY KEY ("memberId", "type")
);
CREATE INDEX "memberTypesByTypeIsConfirmedMemberId" ON "memberTypes" ("type", "isConfirmed", "memberId");
CREATE INDEX "memberTypesByDecidedBy" ON "memberTypes" ("decidedBy");
CREATE TABLE "memberMerges" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "winnerId" text COLLATE "C" NOT NULL REFERENCES "members" ("id"),
  "loserId" text COLLATE "C" NOT NULL REFERENCES "members" ("id"),
  "standing" text COLLATE "C" UNIQUE REFERENCES "members" ("id"),
  "grounds" text COLLATE "C" NOT NULL,
  "reason" text COLLATE "C" NOT NULL,
  "mergedAt" bigint NOT NULL CHECK ("mergedAt" >= 0),
  "mergedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "undoneAt" bigint CHECK ("undoneAt" >= 0),
  "undoneBy" text COLLATE "C" REFERENCES "users" ("id"),
  "undoReason" text COLLATE "C" NOT NULL
);
CREATE INDEX "memberMergesByWinnerId" ON "memberMerges" ("winnerId");
CREATE INDEX "memberMergesByLoserId" ON "memberMerges" ("loserId");
CREATE INDEX "memberMergesByMergedBy" ON "memberMerges" ("mergedBy");
CREATE INDEX "memberMergesByUndoneBy" ON "memberMerges" ("undoneBy");
CREATE INDEX "membersByBirthDateNamePinyin" ON "members" ("birthDate", "namePinyin");
CREATE TABLE "targetGroups" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "name" text COLLATE "C" NOT NULL UNIQUE,
  "note" text COLLATE "C" NOT NULL,
  "criteria" text COLLATE "C" NOT NULL,
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "updatedAt" bigint NOT NULL CHECK ("updatedAt" >= 0)
);
CREATE INDEX "targetGroupsByCreatedBy" ON "targetGroups" ("createdBy");
CREATE TABLE "targetRuns" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "groupId" text COLLATE "C" NOT NULL REFERENCES "targetGroups" ("id"),
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "actorId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "criteria" text COLLATE "C" NOT NULL,
  "considered" bigint NOT NULL CHECK ("considered" >= 0),
  "chosen" bigint NOT NULL CHECK ("chosen" >= 0)
);
CREATE INDEX "targetRunsByGroupIdAtId" ON "targetRuns" ("groupId", "at", "id");
CREATE INDEX "targetRunsByActorId" ON "targetRuns" ("actorId");
CREATE TABLE "targetMembers" (
  "runId" text COLLATE "C" NOT NULL REFERENCES "targetRuns" ("id"),
  "memberId" text COLLATE "C" NOT NULL REFERENCES "members" ("id"),
  PRIMARY KEY ("runId", "memberId")
);
CREATE INDEX "targetMembersByMemberId" ON "targetMembers" ("memberId");
CREATE TABLE "companies" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "name" text COLLATE "C" NOT NULL UNIQUE,
  "contact" text COLLATE "C" NOT NULL,
  "phone" text COLLATE "C" NOT NULL,
  "travelRules" text COLLATE "C" NOT NULL,
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "updatedAt" bigint NOT NULL CHECK ("updatedAt" >= 0)
);
CREATE INDEX "companiesByCreatedBy" ON "companies" ("createdBy");
CREATE TABLE "companyTravellers" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "companyId" text COLLATE "C" NOT NULL REFERENCES "companies" ("id"),
  "memberId" text COLLATE "C" NOT NULL REFERENCES "members" ("id"),
  "role" text COLLATE "C" NOT NULL,
  "fromDay" text COLLATE "C" NOT NULL,
  "endedDay" text COLLATE "C"
);
CREATE UNIQUE INDEX "companyTravellersByCompanyIdMemberId" ON "companyTravellers" ("companyId", "memberId");
CREATE INDEX "companyTravellersByMemberId" ON "companyTravellers" ("memberId");
CREATE TABLE "caseBusiness" (
  "caseId" text COLLATE "C" PRIMARY KEY NOT NULL REFERENCES "cases" ("id"),
  "companyId" text COLLATE "C" REFERENCES "companies" ("id"),
  "travellerId" text COLLATE "C" REFERENCES "members" ("id"),
  "travellerName" text COLLATE "C" NOT NULL,
  "orderNo" text COLLATE "C" NOT NULL,
  "attachedAt" bigint NOT NULL CHECK ("attachedAt" >= 0),
  "attachedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id")
);
CREATE INDEX "caseBusinessByCompanyId" ON "caseBusiness" ("companyId");
CREATE INDEX "caseBusinessByTravellerId" ON "caseBusiness" ("travellerId");
CREATE INDEX "caseBusinessByOrderNo" ON "caseBusiness" ("orderNo");
CREATE INDEX "caseBusinessByAttachedBy" ON "caseBusiness" ("attachedBy");
CREATE INDEX "followUpsByMemberIdDoneAtDueAt" ON "followUps" ("memberId", "doneAt", "dueAt");
CREATE INDEX "careContactsByMemberIdPlannedAtId" ON "careContacts" ("memberId", "plannedAt", "id");
-- 310 scorecards
CREATE TABLE "scorecardSchemes" (
  "version" bigint PRIMARY KEY NOT NULL CHECK ("version" >= 2),
  "fromMonth" text COLLATE "C" NOT NULL,
  "body" text COLLATE "C" NOT NULL,
  "reason" text COLLATE "C" NOT NULL,
  "savedAt" bigint NOT NULL CHECK ("savedAt" >= 0),
  "savedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id")
);
CREATE INDEX "scorecardSchemesByFromMonthVersion" ON "scorecardSchemes" ("fromMonth", "version");
CREATE INDEX "scorecardSchemesBySavedBy" ON "scorecardSchemes" ("savedBy");
CREATE TABLE "scorecardRounds" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "month" text COLLATE "C" NOT NULL UNIQUE,
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('collecting', 'calibrating', 'published', 'frozen')),
  "schemeVersion" bigint NOT NULL CHECK ("schemeVersion" >= 1),
  "scheme" text COLLATE "C" NOT NULL,
  "selfDueAt" bigint NOT NULL CHECK ("selfDueAt" >= 0),
  "leadDueAt" bigint NOT NULL CHECK ("leadDueAt" >= 0),
  "answerDueAt" bigint CHECK ("answerDueAt" >= 0),
  "openedAt" bigint NOT NULL CHECK ("openedAt" >= 0),
  "openedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "countedAt" bigint NOT NULL CHECK ("countedAt" >= 0),
  "publishedAt" bigint CHECK ("publishedAt" >= 0),
  "publishedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "frozenAt" bigint CHECK ("frozenAt" >= 0),
  "frozenBy" text COLLATE "C" REFERENCES "users" ("id"),
  "sha256" text COLLATE "C"
);
CREATE INDEX "scorecardRoundsByOpenedBy" ON "scorecardRounds" ("openedBy");
CREATE INDEX "scorecardRoundsByPublishedBy" ON "scorecardRounds" ("publishedBy");
CREATE INDEX "scorecardRoundsByFrozenBy" ON "scorecardRounds" ("frozenBy");
CREATE TABLE "scorecards" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "roundId" text COLLATE "C" NOT NULL REFERENCES "scorecardRounds" ("id"),
  "userId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "leadId" text COLLATE "C" REFERENCES "users" ("id"),
  "leadReason" text COLLATE "C" NOT NULL,
  "seq" bigint NOT NULL CHECK ("seq" >= 1),
  "selfSeq" bigint NOT NULL CHECK ("selfSeq" >= 1),
  "figures" text COLLATE "C" NOT NULL,
  "customers" text COLLATE "C" NOT NULL,
  "self" text COLLATE "C",
  "summary" text COLLATE "C",
  "selfState" text COLLATE "C" NOT NULL CHECK ("selfState" IN ('none', 'draft', 'given')),
  "selfAt" bigint CHECK ("selfAt" >= 0),
  "lead" text COLLATE "C",
  "leadState" text COLLATE "C" NOT NULL CHECK ("leadState" IN ('none', 'draft', 'given')),
  "leadAt" bigint CHECK ("leadAt" >= 0),
  "leadBy" text COLLATE "C" REFERENCES "users" ("id"),
  "reminders" bigint NOT NULL CHECK ("reminders" >= 0),
  "remindedAt" bigint CHECK ("remindedAt" >= 0),
  "answer" text COLLATE "C" NOT NULL CHECK ("answer" IN ('waiting', 'confirmed', 'silent', 'appealed', 'upheld', 'changed')),
  "answerText" text COLLATE "C" NOT NULL,
  "answeredAt" bigint CHECK ("answeredAt" >= 0),
  "decisionText" text COLLATE "C" NOT NULL,
  "decidedAt" bigint CHECK ("decidedAt" >= 0),
  "decidedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "frozen" text COLLATE "C",
  "sha256" text COLLATE "C",
  "frozenTotal" bigint CHECK ("frozenTotal" >= 0),
  "frozenGrade" text COLLATE "C"
);
CREATE UNIQUE INDEX "scorecardsByRoundIdUserId" ON "scorecards" ("roundId", "userId");
CREATE INDEX "scorecardsByUserId" ON "scorecards" ("userId");
CREATE INDEX "scorecardsByLeadId" ON "scorecards" ("leadId");
CREATE INDEX "scorecardsByLeadBy" ON "scorecards" ("leadBy");
CREATE INDEX "scorecardsByDecidedBy" ON "scorecards" ("decidedBy");
CREATE TABLE "scorecardChanges" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "cardId" text COLLATE "C" NOT NULL REFERENCES "scorecards" ("id"),
  "seq" bigint NOT NULL CHECK ("seq" >= 1),
  "stage" text COLLATE "C" NOT NULL CHECK ("stage" IN ('calibration', 'appeal', 'correction')),
  "indicator" text COLLATE "C" NOT NULL CHECK ("indicator" IN ('satisfaction', 'resolution', 'complaintTime', 'answerTime', 'handlingTime', 'knowledge', 'teamwork')),
  "fromScore" bigint CHECK ("fromScore" >= 0),
  "toScore" bigint NOT NULL CHECK ("toScore" >= 0),
  "reason" text COLLATE "C" NOT NULL,
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "by" text COLLATE "C" NOT NULL REFERENCES "users" ("id")
);
CREATE INDEX "scorecardChangesByCardIdSeq" ON "scorecardChanges" ("cardId", "seq");
CREATE INDEX "scorecardChangesByBy" ON "scorecardChanges" ("by");
CREATE TABLE "commendations" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "number" text COLLATE "C" NOT NULL UNIQUE,
  "userId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "cardId" text COLLATE "C" REFERENCES "scorecards" ("id"),
  "title" text COLLATE "C" NOT NULL,
  "reason" text COLLATE "C" NOT NULL,
  "prize" text COLLATE "C" NOT NULL,
  "prizeFen" bigint NOT NULL CHECK ("prizeFen" >= 0),
  "givenDay" text COLLATE "C" NOT NULL,
  "givenAt" bigint NOT NULL CHECK ("givenAt" >= 0),
  "givenBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id")
);
CREATE INDEX "commendationsByUserIdGivenAt" ON "commendations" ("userId", "givenAt");
CREATE INDEX "commendationsByGivenAt" ON "commendations" ("givenAt");
CREATE INDEX "commendationsByCardId" ON "commendations" ("cardId");
CREATE INDEX "commendationsByGivenBy" ON "commendations" ("givenBy");
CREATE TABLE "trainingRewards" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "userId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "sessionId" text COLLATE "C" NOT NULL REFERENCES "trainingSessions" ("id"),
  "cardId" text COLLATE "C" REFERENCES "scorecards" ("id"),
  "reason" text COLLATE "C" NOT NULL,
  "givenAt" bigint NOT NULL CHECK ("givenAt" >= 0),
  "givenBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id")
);
CREATE UNIQUE INDEX "trainingRewardsBySessionIdUserId" ON "trainingRewards" ("sessionId", "userId");
CREATE INDEX "trainingRewardsByUserIdGivenAt" ON "trainingRewards" ("userId", "givenAt");
CREATE INDEX "trainingRewardsByCardId" ON "trainingRewards" ("cardId");
CREATE INDEX "trainingRewardsByGivenBy" ON "trainingRewards" ("givenBy");
-- 320 exams and careers
CREATE TABLE "examQuestions" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "number" bigint NOT NULL UNIQUE CHECK ("number" >= 1),
  "shippedCode" text COLLATE "C" UNIQUE,
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('single', 'multiple', 'trueFalse', 'short')),
  "topic" text COLLATE "C" NOT NULL,
  "difficulty" text COLLATE "C" NOT NULL CHECK ("difficulty" IN ('easy', 'medium', 'hard')),
  "validFrom" text COLLATE "C",
  "validUntil" text COLLATE "C",
  "version" bigint NOT NULL CHECK ("version" >= 1),
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('active', 'retired')),
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id")
);
CREATE INDEX "examQuestionsByStateNumber" ON "examQuestions" ("state", "number");
CREATE INDEX "examQuestionsByCreatedBy" ON "examQuestions" ("createdBy");
CREATE TABLE "examQuestionVersions" (
  "questionId" text COLLATE "C" NOT NULL REFERENCES "examQuestions" ("id"),
  "version" bigint NOT NULL CHECK ("version" >= 1),
  "body" text COLLATE "C" NOT NULL,
  "reason" text COLLATE "C" NOT NULL,
  "savedAt" bigint NOT NULL CHECK ("savedAt" >= 0),
  "savedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  PRIMARY KEY ("questionId", "version")
);
CREATE INDEX "examQuestionVersionsBySavedBy" ON "examQuestionVersions" ("savedBy");
CREATE TABLE "examPapers" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "title" text COLLATE "C" NOT NULL,
  "blueprint" text COLLATE "C" NOT NULL,
  "minutes" bigint NOT NULL CHECK ("minutes" >= 1),
  "passMark" bigint NOT NULL CHECK ("passMark" >= 1),
  "maxAttempts" bigint NOT NULL CHECK ("maxAttempts" >= 1),
  "isActive" smallint NOT NULL CHECK ("isActive" IN (0, 1)),
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id")
);
CREATE INDEX "examPapersByCreatedBy" ON "examPapers" ("createdBy");
CREATE TABLE "exams" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "paperId" text COLLATE "C" NOT NULL REFERENCES "examPapers" ("id"),
  "title" text COLLATE "C" NOT NULL,
  "month" text COLLATE "C" NOT NULL,
  "blueprint" text COLLATE "C" NOT NULL,
  "pool" text COLLATE "C" NOT NULL,
  "seed" bigint NOT NULL CHECK ("seed" >= 0),
  "minutes" bigint NOT NULL CHECK ("minutes" >= 1),
  "passMark" bigint NOT NULL CHECK ("passMark" >= 1),
  "maxAttempts" bigint NOT NULL CHECK ("maxAttempts" >= 1),
  "opensAt" bigint NOT NULL CHECK ("opensAt" >= 0),
  "closesAt" bigint NOT NULL CHECK ("closesAt" >= 0),
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('open', 'cancelled')),
  "cancelReason" text COLLATE "C",
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id")
);
CREATE INDEX "examsByPaperId" ON "exams" ("paperId");
CREATE INDEX "examsByOpensAt" ON "exams" ("opensAt");
CREATE INDEX "examsByCreatedBy" ON "exams" ("createdBy");
CREATE TABLE "examPeople" (
  "examId" text COLLATE "C" NOT NULL REFERENCES "exams" ("id"),
  "userId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "invitedAt" bigint NOT NULL CHECK ("invitedAt" >= 0),
  "invitedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  PRIMARY KEY ("examId", "userId")
);
CREATE INDEX "examPeopleByUserId" ON "examPeople" ("userId");
CREATE INDEX "examPeopleByInvitedBy" ON "examPeople" ("invitedBy");
CREATE TABLE "examAttempts" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "examId" text COLLATE "C" NOT NULL REFERENCES "exams" ("id"),
  "userId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "place" bigint NOT NULL CHECK ("place" >= 1),
  "seed" bigint NOT NULL CHECK ("seed" >= 0),
  "startedAt" bigint NOT NULL CHECK ("startedAt" >= 0),
  "allowedMs" bigint NOT NULL CHECK ("allowedMs" >= 0),
  "elapsedMs" bigint NOT NULL CHECK ("elapsedMs" >= 0),
  "seenAt" bigint NOT NULL CHECK ("seenAt" >= 0),
  "clockBackMs" bigint NOT NULL CHECK ("clockBackMs" >= 0),
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('running', 'handedIn', 'marked')),
  "endedBy" text COLLATE "C" CHECK ("endedBy" IN ('person', 'time')),
  "endedAt" bigint CHECK ("endedAt" >= 0),
  "outOf" bigint NOT NULL CHECK ("outOf" >= 1),
  "points" bigint CHECK ("points" >= 0),
  "score" bigint CHECK ("score" >= 0),
  "markedAt" bigint CHECK ("markedAt" >= 0)
);
CREATE UNIQUE INDEX "examAttemptsByExamIdUserIdPlace" ON "examAttempts" ("examId", "userId", "place");
CREATE INDEX "examAttemptsByUserId" ON "examAttempts" ("userId");
CREATE INDEX "examAttemptsByState" ON "examAttempts" ("state");
CREATE TABLE "examAnswers" (
  "attemptId" text COLLATE "C" NOT NULL REFERENCES "examAttempts" ("id"),
  "place" bigint NOT NULL CHECK ("place" >= 1),
  "questionId" text COLLATE "C" NOT NULL REFERENCES "examQuestions" ("id"),
  "version" bigint NOT NULL CHECK ("version" >= 1),
  "optionOrder" text COLLATE "C" NOT NULL,
  "outOf" bigint NOT NULL CHECK ("outOf" >= 1),
  "answer" text COLLATE "C",
  "answeredAt" bigint CHECK ("answeredAt" >= 0),
  "points" bigint CHECK ("points" >= 0),
  "remark" text COLLATE "C" NOT NULL,
  "markedAt" bigint CHECK ("markedAt" >= 0),
  "markedBy" text COLLATE "C" REFERENCES "users" ("id"),
  PRIMARY KEY ("attemptId", "place")
);
CREATE INDEX "examAnswersByQuestionId" ON "examAnswers" ("questionId");
CREATE INDEX "examAnswersByMarkedBy" ON "examAnswers" ("markedBy");
CREATE TABLE "examResults" (
  "examId" text COLLATE "C" NOT NULL REFERENCES "exams" ("id"),
  "userId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "month" text COLLATE "C" NOT NULL,
  "score" bigint NOT NULL CHECK ("score" >= 0),
  "points" bigint NOT NULL CHECK ("points" >= 0),
  "outOf" bigint NOT NULL CHECK ("outOf" >= 1),
  "isPassed" smallint NOT NULL CHECK ("isPassed" IN (0, 1)),
  "attempts" bigint NOT NULL CHECK ("attempts" >= 1),
  "attemptId" text COLLATE "C" NOT NULL REFERENCES "examAttempts" ("id"),
  "updatedAt" bigint NOT NULL CHECK ("updatedAt" >= 0),
  PRIMARY KEY ("examId", "userId")
);
CREATE INDEX "examResultsByUserIdMonth" ON "examResults" ("userId", "month");
CREATE INDEX "examResultsByMonth" ON "examResults" ("month");
CREATE INDEX "examResultsByAttemptId" ON "examResults" ("attemptId");
CREATE TABLE "careerLadders" (
  "version" bigint PRIMARY KEY NOT NULL,
  "body" text COLLATE "C" NOT NULL,
  "reason" text COLLATE "C" NOT NULL,
  "savedAt" bigint NOT NULL CHECK ("savedAt" >= 0),
  "savedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id")
);
CREATE INDEX "careerLaddersBySavedBy" ON "careerLadders" ("savedBy");
CREATE TABLE "staffFiles" (
  "userId" text COLLATE "C" PRIMARY KEY NOT NULL REFERENCES "users" ("id"),
  "post" text COLLATE "C" NOT NULL CHECK ("post" IN ('specialist', 'senior', 'supervisor', 'manager')),
  "postSince" text COLLATE "C" NOT NULL,
  "aimPost" text COLLATE "C" CHECK ("aimPost" IN ('specialist', 'senior', 'supervisor', 'manager')),
  "aimDay" text COLLATE "C",
  "birthYear" bigint CHECK ("birthYear" >= 1900),
  "sex" text COLLATE "C" CHECK ("sex" IN ('female', 'male')),
  "profession" text COLLATE "C",
  "wish" text COLLATE "C",
  "changedAt" bigint NOT NULL CHECK ("changedAt" >= 0),
  "changedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id")
);
CREATE INDEX "staffFilesByChangedBy" ON "staffFiles" ("changedBy");
CREATE TABLE "staffAbilities" (
  "userId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "ability" text COLLATE "C" NOT NULL,
  "level" bigint NOT NULL CHECK ("level" >= 0),
  "note" text COLLATE "C" NOT NULL,
  "assessedAt" bigint NOT NULL CHECK ("assessedAt" >= 0),
  "assessedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  PRIMARY KEY ("userId", "ability")
);
CREATE INDEX "staffAbilitiesByAssessedBy" ON "staffAbilities" ("assessedBy");
CREATE TABLE "careerMoves" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "userId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('promotion', 'transfer', 'adjustment')),
  "fromPost" text COLLATE "C" NOT NULL CHECK ("fromPost" IN ('specialist', 'senior', 'supervisor', 'manager')),
  "toPost" text COLLATE "C" NOT NULL CHECK ("toPost" IN ('specialist', 'senior', 'supervisor', 'manager')),
  "effectiveDay" text COLLATE "C" NOT NULL,
  "reason" text COLLATE "C" NOT NULL,
  "checks" text COLLATE "C" NOT NULL,
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('proposed', 'approved', 'refused')),
  "proposedAt" bigint NOT NULL CHECK ("proposedAt" >= 0),
  "proposedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "decidedAt" bigint CHECK ("decidedAt" >= 0),
  "decidedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "decisionNote" text COLLATE "C"
);
CREATE INDEX "careerMovesByUserId" ON "careerMoves" ("userId");
CREATE INDEX "careerMovesByState" ON "careerMoves" ("state");
CREATE INDEX "careerMovesByProposedBy" ON "careerMoves" ("proposedBy");
CREATE INDEX "careerMovesByDecidedBy" ON "careerMoves" ("decidedBy");
CREATE TABLE "certificates" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "userId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "name" text COLLATE "C" NOT NULL,
  "issuer" text COLLATE "C" NOT NULL,
  "number" text COLLATE "C" NOT NULL,
  "issuedDay" text COLLATE "C" NOT NULL,
  "expiresDay" text COLLATE "C",
  "recordedAt" bigint NOT NULL CHECK ("recordedAt" >= 0),
  "recordedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id")
);
CREATE INDEX "certificatesByUserId" ON "certificates" ("userId");
CREATE INDEX "certificatesByExpiresDay" ON "certificates" ("expiresDay");
CREATE INDEX "certificatesByRecordedBy" ON "certificates" ("recordedBy");
CREATE TABLE "incentives" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "userId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('pay', 'promotion', 'honour')),
  "title" text COLLATE "C" NOT NULL,
  "reason" text COLLATE "C" NOT NULL,
  "fits" text COLLATE "C" NOT NULL,
  "amountFen" bigint CHECK ("amountFen" >= 0),
  "certificateId" text COLLATE "C" REFERENCES "certificates" ("id"),
  "givenDay" text COLLATE "C" NOT NULL,
  "recordedAt" bigint NOT NULL CHECK ("recordedAt" >= 0),
  "recordedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "effect" text COLLATE "C" CHECK ("effect" IN ('effective', 'partly', 'ineffective')),
  "effectText" text COLLATE "C",
  "effectFigures" text COLLATE "C",
  "evaluatedAt" bigint CHECK ("evaluatedAt" >= 0),
  "evaluatedBy" text COLLATE "C" REFERENCES "users" ("id")
);
CREATE INDEX "incentivesByUserId" ON "incentives" ("userId");
CREATE INDEX "incentivesByCertificateId" ON "incentives" ("certificateId");
CREATE INDEX "incentivesByGivenDay" ON "incentives" ("givenDay");
CREATE INDEX "incentivesByRecordedBy" ON "incentives" ("recordedBy");
CREATE INDEX "incentivesByEvaluatedBy" ON "incentives" ("evaluatedBy");
CREATE TABLE "developmentSteps" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "userId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "title" text COLLATE "C" NOT NULL,
  "ability" text COLLATE "C",
  "trainingId" text COLLATE "C" REFERENCES "trainings" ("id"),
  "dueDay" text COLLATE "C" NOT NULL,
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('open', 'done', 'dropped')),
  "note" text COLLATE "C" NOT NULL,
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "closedAt" bigint CHECK ("closedAt" >= 0)
);
CREATE INDEX "developmentStepsByUserId" ON "developmentSteps" ("userId");
CREATE INDEX "developmentStepsByTrainingId" ON "developmentSteps" ("trainingId");
CREATE INDEX "developmentStepsByCreatedBy" ON "developmentSteps" ("createdBy");
CREATE TABLE "staffShifts" (
  "day" text COLLATE "C" NOT NULL,
  "userId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "startMinute" bigint NOT NULL CHECK ("startMinute" >= 0),
  "endMinute" bigint NOT NULL CHECK ("endMinute" >= 1),
  "setAt" bigint NOT NULL CHECK ("setAt" >= 0),
  "setBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  PRIMARY KEY ("day", "userId")
);
CREATE INDEX "staffShiftsByUserId" ON "staffShifts" ("userId");
CREATE INDEX "staffShiftsBySetBy" ON "staffShifts" ("setBy");
CREATE TABLE "courses" (
  "trainingId" text COLLATE "C" PRIMARY KEY NOT NULL REFERENCES "trainings" ("id"),
  "content" text COLLATE "C" NOT NULL CHECK ("content" IN ('business', 'skill', 'teamwork')),
  "form" text COLLATE "C" NOT NULL CHECK ("form" IN ('online', 'classroom', 'lecture', 'outside')),
  "projectId" text COLLATE "C" REFERENCES "projects" ("id"),
  "savedAt" bigint NOT NULL CHECK ("savedAt" >= 0),
  "savedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id")
);
CREATE INDEX "coursesByProjectId" ON "courses" ("projectId");
CREATE INDEX "coursesBySavedBy" ON "courses" ("savedBy");
CREATE TABLE "postCourses" (
  "post" text COLLATE "C" NOT NULL CHECK ("post" IN ('specialist', 'senior', 'supervisor', 'manager')),
  "trainingId" text COLLATE "C" NOT NULL REFERENCES "courses" ("trainingId"),
  PRIMARY KEY ("post", "trainingId")
);
CREATE INDEX "postCoursesByTrainingId" ON "postCourses" ("trainingId");
CREATE TABLE "staffActivities" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('crossDepartment', 'care', 'counselling')),
  "title" text COLLATE "C" NOT NULL,
  "day" text COLLATE "C" NOT NULL,
  "departments" text COLLATE "C" NOT NULL,
  "content" text COLLATE "C" NOT NULL,
  "recordedAt" bigint NOT NULL CHECK ("recordedAt" >= 0),
  "recordedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id")
);
CREATE INDEX "staffActivitiesByDay" ON "staffActivities" ("day");
CREATE INDEX "staffActivitiesByRecordedBy" ON "staffActivities" ("recordedBy");
CREATE TABLE "staffActivityPeople" (
  "activityId" text COLLATE "C" NOT NULL REFERENCES "staffActivities" ("id"),
  "userId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  PRIMARY KEY ("activityId", "userId")
);
CREATE INDEX "staffActivityPeopleByUserId" ON "staffActivityPeople" ("userId");
-- 330 trips
CREATE TABLE "trips" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "number" text COLLATE "C" NOT NULL UNIQUE,
  "memberId" text COLLATE "C" NOT NULL REFERENCES "members" ("id"),
  "caseId" text COLLATE "C" REFERENCES "cases" ("id"),
  "title" text COLLATE "C" NOT NULL,
  "stage" text COLLATE "C" NOT NULL CHECK ("stage" IN ('enquiry', 'booking', 'confirmation', 'preTrip', 'inTrip', 'afterTrip')),
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('open', 'done', 'cancelled')),
  "stageSince" bigint NOT NULL CHECK ("stageSince" >= 0),
  "ownerId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "channel" text COLLATE "C" NOT NULL CHECK ("channel" IN ('phone', 'web', 'shop', 'app', 'wechat', 'email', 'sms', 'letter')),
  "destination" text COLLATE "C" NOT NULL,
  "startsOn" text COLLATE "C",
  "endsOn" text COLLATE "C",
  "lastSeq" bigint NOT NULL CHECK ("lastSeq" >= 1),
  "openedAt" bigint NOT NULL CHECK ("openedAt" >= 0),
  "openedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "closedAt" bigint CHECK ("closedAt" >= 0),
  "closedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "closingNote" text COLLATE "C" NOT NULL
);
CREATE INDEX "tripsByStateStageStageSinceId" ON "trips" ("state", "stage", "stageSince", "id");
CREATE INDEX "tripsByStateOpenedAtId" ON "trips" ("state", "openedAt", "id");
CREATE INDEX "tripsByMemberIdOpenedAt" ON "trips" ("memberId", "openedAt");
CREATE INDEX "tripsByOwnerIdState" ON "trips" ("ownerId", "state");
CREATE INDEX "tripsByStateStartsOn" ON "trips" ("state", "startsOn");
CREATE INDEX "tripsByCaseId" ON "trips" ("caseId");
CREATE INDEX "tripsByOpenedBy" ON "trips" ("openedBy");
CREATE INDEX "tripsByClosedBy" ON "trips" ("closedBy");
CREATE TABLE "tripEvents" (
  "tripId" text COLLATE "C" NOT NULL REFERENCES "trips" ("id"),
  "seq" bigint NOT NULL CHECK ("seq" >= 1),
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "actorId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "action" text COLLATE "C" NOT NULL,
  "text" text COLLATE "C" NOT NULL,
  PRIMARY KEY ("tripId", "seq")
);
CREATE INDEX "tripEventsByActorId" ON "tripEvents" ("actorId");
CREATE TABLE "tripEnquiries" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "tripId" text COLLATE "C" NOT NULL REFERENCES "trips" ("id"),
  "channel" text COLLATE "C" NOT NULL CHECK ("channel" IN ('phone', 'web', 'shop', 'app', 'wechat', 'email', 'sms', 'letter')),
  "askedAt" bigint NOT NULL CHECK ("askedAt" >= 0),
  "product" text COLLATE "C" NOT NULL,
  "price" text COLLATE "C" NOT NULL,
  "itinerary" text COLLATE "C" NOT NULL,
  "answer" text COLLATE "C" NOT NULL,
  "recordedAt" bigint NOT NULL CHECK ("recordedAt" >= 0),
  "recordedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id")
);
CREATE INDEX "tripEnquiriesByTripIdAskedAt" ON "tripEnquiries" ("tripId", "askedAt");
CREATE INDEX "tripEnquiriesByRecordedBy" ON "tripEnquiries" ("recordedBy");
CREATE TABLE "tripNeeds" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "tripId" text COLLATE "C" NOT NULL REFERENCES "trips" ("id"),
  "channel" text COLLATE "C" NOT NULL CHECK ("channel" IN ('phone', 'web', 'shop', 'app', 'wechat', 'email', 'sms', 'letter')),
  "saidAt" bigint NOT NULL CHECK ("saidAt" >= 0),
  "destination" text COLLATE "C",
  "startsOn" text COLLATE "C",
  "endsOn" text COLLATE "C",
  "lodging" text COLLATE "C" CHECK ("lodging" IN ('economy', 'comfort', 'upscale', 'luxury')),
  "transport" text COLLATE "C" CHECK ("transport" IN ('plane', 'train', 'car', 'coach', 'ship')),
  "budgetFen" bigint CHECK ("budgetFen" >= 0),
  "travellers" bigint CHECK ("travellers" >= 1),
  "note" text COLLATE "C" NOT NULL,
  "recordedAt" bigint NOT NULL CHECK ("recordedAt" >= 0),
  "recordedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id")
);
CREATE INDEX "tripNeedsByTripIdSaidAt" ON "tripNeeds" ("tripId", "saidAt");
CREATE INDEX "tripNeedsByRecordedBy" ON "tripNeeds" ("recordedBy");
CREATE TABLE "tripProposals" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "tripId" text COLLATE "C" NOT NULL REFERENCES "trips" ("id"),
  "version" bigint NOT NULL CHECK ("version" >= 1),
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('draft', 'offered', 'accepted', 'replaced')),
  "basis" text COLLATE "C" NOT NULL,
  "budgetFen" bigint CHECK ("budgetFen" >= 0),
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "offeredAt" bigint CHECK ("offeredAt" >= 0),
  "offeredChannel" text COLLATE "C" CHECK ("offeredChannel" IN ('phone', 'web', 'shop', 'app', 'wechat', 'email', 'sms', 'letter')),
  "offeredBy" text COLLATE "C" REFERENCES "users" ("id")
);
CREATE UNIQUE INDEX "tripProposalsByTripIdVersion" ON "tripProposals" ("tripId", "version");
CREATE INDEX "tripProposalsByCreatedBy" ON "tripProposals" ("createdBy");
CREATE INDEX "tripProposalsByOfferedBy" ON "tripProposals" ("offeredBy");
CREATE TABLE "tripOptions" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "proposalId" text COLLATE "C" NOT NULL REFERENCES "tripProposals" ("id"),
  "place" bigint NOT NULL CHECK ("place" >= 1),
  "name" text COLLATE "C" NOT NULL,
  "sights" text COLLATE "C" NOT NULL,
  "stay" text COLLATE "C" NOT NULL,
  "transport" text COLLATE "C" NOT NULL,
  "meals" text COLLATE "C" NOT NULL,
  "priceFen" bigint NOT NULL CHECK ("priceFen" >= 0)
);
CREATE UNIQUE INDEX "tripOptionsByProposalIdPlace" ON "tripOptions" ("proposalId", "place");
CREATE TABLE "tripAnswers" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "tripId" text COLLATE "C" NOT NULL REFERENCES "trips" ("id"),
  "proposalId" text COLLATE "C" NOT NULL REFERENCES "tripProposals" ("id"),
  "optionId" text COLLATE "C" REFERENCES "tripOptions" ("id"),
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('accepted', 'feedback', 'declined')),
  "channel" text COLLATE "C" NOT NULL CHECK ("channel" IN ('phone', 'web', 'shop', 'app', 'wechat', 'email', 'sms', 'letter')),
  "saidAt" bigint NOT NULL CHECK ("saidAt" >= 0),
  "text" text COLLATE "C" NOT NULL,
  "recordedAt" bigint NOT NULL CHECK ("recordedAt" >= 0),
  "recordedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id")
);
CREATE INDEX "tripAnswersByTripIdSaidAt" ON "tripAnswers" ("tripId", "saidAt");
CREATE INDEX "tripAnswersByProposalId" ON "tripAnswers" ("proposalId");
CREATE INDEX "tripAnswersByOptionId" ON "tripAnswers" ("optionId");
CREATE INDEX "tripAnswersByRecordedBy" ON "tripAnswers" ("recordedBy");
CREATE TABLE "tripBookings" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "tripId" text COLLATE "C" NOT NULL REFERENCES "trips" ("id"),
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('hotel', 'ticket', 'transport', 'meal', 'guide', 'insurance', 'other')),
  "title" text COLLATE "C" NOT NULL,
  "supplier" text COLLATE "C" NOT NULL,
  "reference" text COLLATE "C" NOT NULL,
  "fromDay" text COLLATE "C",
  "toDay" text COLLATE "C",
  "priceFen" bigint NOT NULL CHECK ("priceFen" >= 0),
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('requested', 'confirmed', 'changed', 'cancelled')),
  "note" text COLLATE "C" NOT NULL,
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "changedAt" bigint NOT NULL CHECK ("changedAt" >= 0),
  "changedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id")
);
CREATE INDEX "tripBookingsByTripIdCreatedAt" ON "tripBookings" ("tripId", "createdAt");
CREATE INDEX "tripBookingsByCreatedBy" ON "tripBookings" ("createdBy");
CREATE INDEX "tripBookingsByChangedBy" ON "tripBookings" ("changedBy");
CREATE TABLE "tripPayments" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "tripId" text COLLATE "C" NOT NULL REFERENCES "trips" ("id"),
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('deposit', 'balance', 'refund')),
  "method" text COLLATE "C" NOT NULL CHECK ("method" IN ('cash', 'transfer', 'bankCard', 'wechatPay', 'alipay', 'other')),
  "amountFen" bigint NOT NULL CHECK ("amountFen" >= 1),
  "paidAt" bigint NOT NULL CHECK ("paidAt" >= 0),
  "takenBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "reference" text COLLATE "C" NOT NULL,
  "recordedAt" bigint NOT NULL CHECK ("recordedAt" >= 0)
);
CREATE INDEX "tripPaymentsByTripIdPaidAt" ON "tripPayments" ("tripId", "paidAt");
CREATE INDEX "tripPaymentsByTakenBy" ON "tripPayments" ("takenBy");
CREATE TABLE "tripChanges" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "tripId" text COLLATE "C" NOT NULL REFERENCES "trips" ("id"),
  "origin" text COLLATE "C" NOT NULL CHECK ("origin" IN ('customer', 'supplier', 'desk', 'weather')),
  "reason" text COLLATE "C" NOT NULL,
  "before" text COLLATE "C" NOT NULL,
  "after" text COLLATE "C" NOT NULL,
  "costFen" bigint NOT NULL,
  "decidedAt" bigint NOT NULL CHECK ("decidedAt" >= 0),
  "decidedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id")
);
CREATE INDEX "tripChangesByTripIdDecidedAt" ON "tripChanges" ("tripId", "decidedAt");
CREATE INDEX "tripChangesByDecidedBy" ON "tripChanges" ("decidedBy");
CREATE TABLE "tripNotices" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "tripId" text COLLATE "C" NOT NULL REFERENCES "trips" ("id"),
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('confirmation', 'change')),
  "changeId" text COLLATE "C" REFERENCES "tripChanges" ("id"),
  "text" text COLLATE "C" NOT NULL,
  "dueAt" bigint NOT NULL CHECK ("dueAt" >= 0),
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "messageId" text COLLATE "C" REFERENCES "messages" ("id"),
  "toldAt" bigint CHECK ("toldAt" >= 0),
  "toldBy" text COLLATE "C" REFERENCES "users" ("id"),
  "channel" text COLLATE "C" CHECK ("channel" IN ('phone', 'web', 'shop', 'app', 'wechat', 'email', 'sms', 'letter')),
  "proof" text COLLATE "C" NOT NULL,
  "answer" text COLLATE "C" CHECK ("answer" IN ('agreed', 'objected', 'asked')),
  "answerText" text COLLATE "C" NOT NULL,
  "answeredAt" bigint CHECK ("answeredAt" >= 0)
);
CREATE INDEX "tripNoticesByTripIdCreatedAt" ON "tripNotices" ("tripId", "createdAt");
CREATE INDEX "tripNoticesByChangeId" ON "tripNotices" ("changeId");
CREATE INDEX "tripNoticesByMessageId" ON "tripNotices" ("messageId");
CREATE INDEX "tripNoticesByCreatedBy" ON "tripNotices" ("createdBy");
CREATE INDEX "tripNoticesByToldBy" ON "tripNotices" ("toldBy");
-- 340 journeys
CREATE TABLE "journeyTemplates" (
  "version" bigint PRIMARY KEY NOT NULL CHECK ("version" >= 2),
  "body" text COLLATE "C" NOT NULL,
  "reason" text COLLATE "C" NOT NULL,
  "savedAt" bigint NOT NULL CHECK ("savedAt" >= 0),
  "savedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id")
);
CREATE INDEX "journeyTemplatesBySavedBy" ON "journeyTemplates" ("savedBy");
CREATE TABLE "journeyItems" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "tripId" text COLLATE "C" NOT NULL REFERENCES "trips" ("id"),
  "place" bigint NOT NULL CHECK ("place" >= 1),
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('visa', 'insurance', 'baggage', 'itinerary', 'guide', 'other')),
  "titleZh" text COLLATE "C" NOT NULL,
  "titleEn" text COLLATE "C" NOT NULL,
  "templateVersion" bigint CHECK ("templateVersion" >= 1),
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('open', 'done', 'notNeeded')),
  "note" text COLLATE "C" NOT NULL,
  "settledAt" bigint CHECK ("settledAt" >= 0),
  "settledBy" text COLLATE "C" REFERENCES "users" ("id")
);
CREATE INDEX "journeyItemsByTripIdPlace" ON "journeyItems" ("tripId", "place");
CREATE INDEX "journeyItemsBySettledBy" ON "journeyItems" ("settledBy");
CREATE TABLE "journeyServices" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "tripId" text COLLATE "C" NOT NULL REFERENCES "trips" ("id"),
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('hotel', 'transport', 'guide', 'meal', 'other')),
  "name" text COLLATE "C" NOT NULL,
  "person" text COLLATE "C" NOT NULL,
  "contact" text COLLATE "C" NOT NULL,
  "fromDay" text COLLATE "C",
  "toDay" text COLLATE "C",
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('planned', 'running', 'trouble', 'done', 'cancelled')),
  "remarks" text COLLATE "C" NOT NULL,
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "changedAt" bigint NOT NULL CHECK ("changedAt" >= 0),
  "changedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id")
);
CREATE INDEX "journeyServicesByTripIdCreatedAt" ON "journeyServices" ("tripId", "createdAt");
CREATE INDEX "journeyServicesByCreatedBy" ON "journeyServices" ("createdBy");
CREATE INDEX "journeyServicesByChangedBy" ON "journeyServices" ("changedBy");
CREATE TABLE "journeyContacts" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "tripId" text COLLATE "C" NOT NULL REFERENCES "trips" ("id"),
  "purpose" text COLLATE "C" NOT NULL CHECK ("purpose" IN ('tracking', 'afterSales')),
  "dueAt" bigint NOT NULL CHECK ("dueAt" >= 0),
  "ownerId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('planned', 'done', 'dropped')),
  "plannedAt" bigint NOT NULL CHECK ("plannedAt" >= 0),
  "plannedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "settledAt" bigint CHECK ("settledAt" >= 0),
  "settledBy" text COLLATE "C" REFERENCES "users" ("id"),
  "channel" text COLLATE "C" CHECK ("channel" IN ('phone', 'sms', 'email', 'wechat', 'faceToFace', 'letter', 'social')),
  "isReached" smallint NOT NULL CHECK ("isReached" IN (0, 1)),
  "result" text COLLATE "C" NOT NULL
);
CREATE INDEX "journeyContactsByTripIdDueAt" ON "journeyContacts" ("tripId", "dueAt");
CREATE INDEX "journeyContactsByOwnerId" ON "journeyContacts" ("ownerId");
CREATE INDEX "journeyContactsByPlannedBy" ON "journeyContacts" ("plannedBy");
CREATE INDEX "journeyContactsBySettledBy" ON "journeyContacts" ("settledBy");
CREATE TABLE "journeyEmergencies" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "tripId" text COLLATE "C" NOT NULL REFERENCES "trips" ("id"),
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('medical', 'accident', 'disaster', 'security', 'documents', 'transport', 'other')),
  "place" text COLLATE "C" NOT NULL,
  "what" text COLLATE "C" NOT NULL,
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('open', 'controlled', 'ended')),
  "plan" text COLLATE "C" NOT NULL,
  "caseId" text COLLATE "C" REFERENCES "cases" ("id"),
  "openedAt" bigint NOT NULL CHECK ("openedAt" >= 0),
  "openedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "endedAt" bigint CHECK ("endedAt" >= 0),
  "endedBy" text COLLATE "C" REFERENCES "users" ("id")
);
CREATE INDEX "journeyEmergenciesByTripIdOpenedAt" ON "journeyEmergencies" ("tripId", "openedAt");
CREATE INDEX "journeyEmergenciesByCaseId" ON "journeyEmergencies" ("caseId");
CREATE INDEX "journeyEmergenciesByOpenedBy" ON "journeyEmergencies" ("openedBy");
CREATE INDEX "journeyEmergenciesByEndedBy" ON "journeyEmergencies" ("endedBy");
CREATE TABLE "journeyActions" (
  "emergencyId" text COLLATE "C" NOT NULL REFERENCES "journeyEmergencies" ("id"),
  "seq" bigint NOT NULL CHECK ("seq" >= 1),
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('opened', 'step', 'call', 'action', 'moved')),
  "step" bigint CHECK ("step" >= 1),
  "text" text COLLATE "C" NOT NULL,
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "actorId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  PRIMARY KEY ("emergencyId", "seq")
);
CREATE INDEX "journeyActionsByActorId" ON "journeyActions" ("actorId");
CREATE TABLE "journeyRatings" (
  "subjectId" text COLLATE "C" PRIMARY KEY NOT NULL,
  "tripId" text COLLATE "C" NOT NULL REFERENCES "trips" ("id"),
  "serviceId" text COLLATE "C" REFERENCES "journeyServices" ("id"),
  "score" bigint NOT NULL CHECK ("score" >= 1),
  "text" text COLLATE "C" NOT NULL,
  "ratedAt" bigint NOT NULL CHECK ("ratedAt" >= 0),
  "recordedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id")
);
CREATE INDEX "journeyRatingsByTripId" ON "journeyRatings" ("tripId");
CREATE INDEX "journeyRatingsByServiceIdRatedAt" ON "journeyRatings" ("serviceId", "ratedAt");
CREATE INDEX "journeyRatingsByRatedAt" ON "journeyRatings" ("ratedAt");
CREATE INDEX "journeyRatingsByRecordedBy" ON "journeyRatings" ("recordedBy");
-- 350 products and partners
CREATE TABLE "partners" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('hotel', 'sight', 'airline', 'transport', 'guide', 'insurer', 'lounge', 'other')),
  "name" text COLLATE "C" NOT NULL UNIQUE,
  "cooperation" text COLLATE "C" NOT NULL,
  "ownerId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('active', 'paused', 'ended')),
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "changedAt" bigint NOT NULL CHECK ("changedAt" >= 0)
);
CREATE INDEX "partnersByStateName" ON "partners" ("state", "name");
CREATE INDEX "partnersByOwnerId" ON "partners" ("ownerId");
CREATE INDEX "partnersByCreatedBy" ON "partners" ("createdBy");
CREATE TABLE "partnerContacts" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "partnerId" text COLLATE "C" NOT NULL REFERENCES "partners" ("id"),
  "name" text COLLATE "C" NOT NULL,
  "post" text COLLATE "C" NOT NULL,
  "phone" text COLLATE "C" NOT NULL,
  "email" text COLLATE "C" NOT NULL,
  "addedAt" bigint NOT NULL CHECK ("addedAt" >= 0),
  "addedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "removedAt" bigint CHECK ("removedAt" >= 0)
);
CREATE INDEX "partnerContactsByPartnerId" ON "partnerContacts" ("partnerId");
CREATE INDEX "partnerContactsByAddedBy" ON "partnerContacts" ("addedBy");
CREATE TABLE "partnerWork" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "partnerId" text COLLATE "C" NOT NULL REFERENCES "partners" ("id"),
  "title" text COLLATE "C" NOT NULL,
  "ownerId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "dueDay" text COLLATE "C" NOT NULL,
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('open', 'waiting', 'done', 'dropped')),
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "closedAt" bigint CHECK ("closedAt" >= 0)
);
CREATE INDEX "partnerWorkByPartnerId" ON "partnerWork" ("partnerId");
CREATE INDEX "partnerWorkByOwnerId" ON "partnerWork" ("ownerId");
CREATE INDEX "partnerWorkByStateDueDay" ON "partnerWork" ("state", "dueDay");
CREATE INDEX "partnerWorkByCreatedBy" ON "partnerWork" ("createdBy");
CREATE TABLE "partnerWorkEntries" (
  "workId" text COLLATE "C" NOT NULL REFERENCES "partnerWork" ("id"),
  "seq" bigint NOT NULL CHECK ("seq" >= 1),
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('open', 'waiting', 'done', 'dropped')),
  "text" text COLLATE "C" NOT NULL,
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "byId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  PRIMARY KEY ("workId", "seq")
);
CREATE INDEX "partnerWorkEntriesByById" ON "partnerWorkEntries" ("byId");
CREATE TABLE "partnerFacts" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "partnerId" text COLLATE "C" NOT NULL REFERENCES "partners" ("id"),
  "topic" text COLLATE "C" NOT NULL,
  "text" text COLLATE "C" NOT NULL,
  "toldBy" text COLLATE "C" NOT NULL,
  "recordedAt" bigint NOT NULL CHECK ("recordedAt" >= 0),
  "recordedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('unverified', 'verified', 'refuted')),
  "method" text COLLATE "C" CHECK ("method" IN ('callBack', 'document', 'officialSite', 'visit', 'thirdSource')),
  "verifyNote" text COLLATE "C" NOT NULL,
  "verifiedAt" bigint CHECK ("verifiedAt" >= 0),
  "verifiedBy" text COLLATE "C" REFERENCES "users" ("id")
);
CREATE INDEX "partnerFactsByPartnerId" ON "partnerFacts" ("partnerId");
CREATE INDEX "partnerFactsByRecordedBy" ON "partnerFacts" ("recordedBy");
CREATE INDEX "partnerFactsByVerifiedBy" ON "partnerFacts" ("verifiedBy");
CREATE TABLE "partnerConsents" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "memberId" text COLLATE "C" NOT NULL REFERENCES "members" ("id"),
  "partnerId" text COLLATE "C" NOT NULL REFERENCES "partners" ("id"),
  "purpose" text COLLATE "C" NOT NULL CHECK ("purpose" IN ('stay', 'admission', 'flight', 'transfer', 'guiding', 'insurance', 'lounge')),
  "fields" text COLLATE "C" NOT NULL,
  "given" smallint NOT NULL CHECK ("given" IN (0, 1)),
  "channel" text COLLATE "C" NOT NULL CHECK ("channel" IN ('telephone', 'online', 'counter', 'letter')),
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "byId" text COLLATE "C" NOT NULL REFERENCES "users" ("id")
);
CREATE INDEX "partnerConsentsByMemberId" ON "partnerConsents" ("memberId");
CREATE INDEX "partnerConsentsByPartnerId" ON "partnerConsents" ("partnerId");
CREATE INDEX "partnerConsentsByById" ON "partnerConsents" ("byId");
CREATE TABLE "partnerShares" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "memberId" text COLLATE "C" NOT NULL REFERENCES "members" ("id"),
  "partnerId" text COLLATE "C" NOT NULL REFERENCES "partners" ("id"),
  "consentId" text COLLATE "C" NOT NULL REFERENCES "partnerConsents" ("id"),
  "purpose" text COLLATE "C" NOT NULL CHECK ("purpose" IN ('stay', 'admission', 'flight', 'transfer', 'guiding', 'insurance', 'lounge')),
  "fields" text COLLATE "C" NOT NULL,
  "reason" text COLLATE "C" NOT NULL,
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "byId" text COLLATE "C" NOT NULL REFERENCES "users" ("id")
);
CREATE INDEX "partnerSharesByMemberId" ON "partnerShares" ("memberId");
CREATE INDEX "partnerSharesByPartnerId" ON "partnerShares" ("partnerId");
CREATE INDEX "partnerSharesByConsentId" ON "partnerShares" ("consentId");
CREATE INDEX "partnerSharesByById" ON "partnerShares" ("byId");
CREATE TABLE "serviceRatings" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "partnerId" text COLLATE "C" NOT NULL REFERENCES "partners" ("id"),
  "item" text COLLATE "C" NOT NULL CHECK ("item" IN ('stay', 'admission', 'flight', 'transfer', 'guiding', 'insurance', 'lounge', 'meals', 'other')),
  "points" bigint NOT NULL CHECK ("points" >= 1),
  "remark" text COLLATE "C" NOT NULL,
  "caseId" text COLLATE "C" REFERENCES "cases" ("id"),
  "day" text COLLATE "C" NOT NULL,
  "recordedAt" bigint NOT NULL CHECK ("recordedAt" >= 0),
  "recordedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id")
);
CREATE INDEX "serviceRatingsByPartnerId" ON "serviceRatings" ("partnerId");
CREATE INDEX "serviceRatingsByDay" ON "serviceRatings" ("day");
CREATE INDEX "serviceRatingsByCaseId" ON "serviceRatings" ("caseId");
CREATE INDEX "serviceRatingsByRecordedBy" ON "serviceRatings" ("recordedBy");
CREATE TABLE "casePartners" (
  "caseId" text COLLATE "C" NOT NULL REFERENCES "cases" ("id"),
  "partnerId" text COLLATE "C" NOT NULL REFERENCES "partners" ("id"),
  "item" text COLLATE "C" NOT NULL CHECK ("item" IN ('stay', 'admission', 'flight', 'transfer', 'guiding', 'insurance', 'lounge', 'meals', 'other')),
  "day" text COLLATE "C" NOT NULL,
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "byId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  PRIMARY KEY ("caseId", "partnerId", "item")
);
CREATE INDEX "casePartnersByPartnerId" ON "casePartners" ("partnerId");
CREATE INDEX "casePartnersByDay" ON "casePartners" ("day");
CREATE INDEX "casePartnersByById" ON "casePartners" ("byId");
CREATE TABLE "marketNotes" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('competitor', 'industry')),
  "subject" text COLLATE "C" NOT NULL,
  "text" text COLLATE "C" NOT NULL,
  "source" text COLLATE "C" NOT NULL,
  "advice" text COLLATE "C" NOT NULL,
  "toId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "writtenAt" bigint NOT NULL CHECK ("writtenAt" >= 0),
  "writtenBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "decision" text COLLATE "C" CHECK ("decision" IN ('adopted', 'watched', 'declined')),
  "answer" text COLLATE "C" NOT NULL,
  "answeredAt" bigint CHECK ("answeredAt" >= 0),
  "answeredBy" text COLLATE "C" REFERENCES "users" ("id")
);
CREATE INDEX "marketNotesByWrittenAt" ON "marketNotes" ("writtenAt");
CREATE INDEX "marketNotesByToId" ON "marketNotes" ("toId");
CREATE INDEX "marketNotesByWrittenBy" ON "marketNotes" ("writtenBy");
CREATE INDEX "marketNotesByAnsweredBy" ON "marketNotes" ("answeredBy");
CREATE TABLE "products" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('ticket', 'hotel', 'tour', 'transfer', 'lounge', 'visa', 'insurance', 'admission', 'package')),
  "partnerId" text COLLATE "C" REFERENCES "partners" ("id"),
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id")
);
CREATE INDEX "productsByPartnerId" ON "products" ("partnerId");
CREATE INDEX "productsByCreatedBy" ON "products" ("createdBy");
CREATE TABLE "productVersions" (
  "productId" text COLLATE "C" NOT NULL REFERENCES "products" ("id"),
  "version" bigint NOT NULL CHECK ("version" >= 1),
  "fromDay" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "summary" text COLLATE "C" NOT NULL,
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('offered', 'paused', 'ended')),
  "reason" text COLLATE "C" NOT NULL,
  "savedAt" bigint NOT NULL CHECK ("savedAt" >= 0),
  "savedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  PRIMARY KEY ("productId", "version")
);
CREATE INDEX "productVersionsBySavedBy" ON "productVersions" ("savedBy");
CREATE TABLE "priceRules" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "productId" text COLLATE "C" NOT NULL REFERENCES "products" ("id"),
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('base', 'season', 'tier')),
  "name" text COLLATE "C" NOT NULL,
  "fromDay" text COLLATE "C" NOT NULL,
  "toDay" text COLLATE "C",
  "tier" text COLLATE "C" CHECK ("tier" IN ('diamond', 'platinum', 'gold', 'silver', 'none')),
  "fen" bigint CHECK ("fen" >= 0),
  "permille" bigint CHECK ("permille" >= 1),
  "addedAt" bigint NOT NULL CHECK ("addedAt" >= 0),
  "addedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "endedAt" bigint CHECK ("endedAt" >= 0),
  "endedBy" text COLLATE "C" REFERENCES "users" ("id")
);
CREATE INDEX "priceRulesByProductId" ON "priceRules" ("productId");
CREATE INDEX "priceRulesByAddedBy" ON "priceRules" ("addedBy");
CREATE INDEX "priceRulesByEndedBy" ON "priceRules" ("endedBy");
CREATE TABLE "offers" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "productId" text COLLATE "C" REFERENCES "products" ("id"),
  "title" text COLLATE "C" NOT NULL,
  "text" text COLLATE "C" NOT NULL,
  "fromDay" text COLLATE "C" NOT NULL,
  "toDay" text COLLATE "C" NOT NULL,
  "tiers" text COLLATE "C" NOT NULL,
  "fenOff" bigint CHECK ("fenOff" >= 1),
  "permille" bigint CHECK ("permille" >= 1),
  "addedAt" bigint NOT NULL CHECK ("addedAt" >= 0),
  "addedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "endedAt" bigint CHECK ("endedAt" >= 0),
  "endedBy" text COLLATE "C" REFERENCES "users" ("id")
);
CREATE INDEX "offersByProductId" ON "offers" ("productId");
CREATE INDEX "offersByToDay" ON "offers" ("toDay");
CREATE INDEX "offersByAddedBy" ON "offers" ("addedBy");
CREATE INDEX "offersByEndedBy" ON "offers" ("endedBy");
CREATE TABLE "strategyActions" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "strategyId" text COLLATE "C" REFERENCES "strategies" ("id"),
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('training', 'facility', 'service')),
  "title" text COLLATE "C" NOT NULL,
  "goal" text COLLATE "C" NOT NULL,
  "ownerId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "dueDay" text COLLATE "C" NOT NULL,
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('planned', 'running', 'done', 'dropped')),
  "result" text COLLATE "C" NOT NULL,
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "changedAt" bigint NOT NULL CHECK ("changedAt" >= 0)
);
CREATE INDEX "strategyActionsByStrategyId" ON "strategyActions" ("strategyId");
CREATE INDEX "strategyActionsByOwnerId" ON "strategyActions" ("ownerId");
CREATE INDEX "strategyActionsByStateDueDay" ON "strategyActions" ("state", "dueDay");
CREATE INDEX "strategyActionsByCreatedBy" ON "strategyActions" ("createdBy");
CREATE TABLE "resultWarnings" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "source" text COLLATE "C" NOT NULL CHECK ("source" IN ('supplier', 'standard', 'goal', 'evaluation')),
  "subjectKey" text COLLATE "C" NOT NULL,
  "title" text COLLATE "C" NOT NULL,
  "value" text COLLATE "C" NOT NULL,
  "limitText" text COLLATE "C" NOT NULL,
  "level" text COLLATE "C" NOT NULL CHECK ("level" IN ('near', 'missed', 'falling')),
  "resultKey" text COLLATE "C" NOT NULL UNIQUE,
  "ownerId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "raisedAt" bigint NOT NULL CHECK ("raisedAt" >= 0),
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('open', 'closed')),
  "answer" text COLLATE "C" NOT NULL,
  "answeredAt" bigint CHECK ("answeredAt" >= 0),
  "answeredBy" text COLLATE "C" REFERENCES "users" ("id")
);
CREATE INDEX "resultWarningsByStateRaisedAt" ON "resultWarnings" ("state", "raisedAt");
CREATE INDEX "resultWarningsByOwnerId" ON "resultWarnings" ("ownerId");
CREATE INDEX "resultWarningsByAnsweredBy" ON "resultWarnings" ("answeredBy");
CREATE TABLE "watchRuns" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "results" bigint NOT NULL CHECK ("results" >= 0),
  "raised" bigint NOT NULL CHECK ("raised" >= 0)
);
CREATE INDEX "watchRunsByAt" ON "watchRuns" ("at");
-- 360 trust
CREATE TABLE "trustTexts" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('rules', 'undertaking')),
  "version" bigint NOT NULL CHECK ("version" >= 1),
  "title" text COLLATE "C" NOT NULL,
  "body" text COLLATE "C" NOT NULL,
  "savedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "savedAt" bigint NOT NULL CHECK ("savedAt" >= 0),
  "approvedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "approvedAt" bigint CHECK ("approvedAt" >= 0),
  "fromAt" bigint CHECK ("fromAt" >= 0)
);
CREATE UNIQUE INDEX "trustTextsByKindVersion" ON "trustTexts" ("kind", "version");
CREATE INDEX "trustTextsBySavedBy" ON "trustTexts" ("savedBy");
CREATE INDEX "trustTextsByApprovedBy" ON "trustTexts" ("approvedBy");
CREATE TABLE "trustAssents" (
  "textId" text COLLATE "C" NOT NULL REFERENCES "trustTexts" ("id"),
  "userId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "typedName" text COLLATE "C",
  "digest" text COLLATE "C" NOT NULL,
  "signature" text COLLATE "C",
  PRIMARY KEY ("textId", "userId")
);
CREATE INDEX "trustAssentsByUserId" ON "trustAssents" ("userId");
CREATE TABLE "authorisations" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('leadRights', 'managerRights', 'restrictedCases', 'breakGlass')),
  "userId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "caseId" text COLLATE "C" REFERENCES "cases" ("id"),
  "reason" text COLLATE "C" NOT NULL,
  "givenBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "givenAt" bigint NOT NULL CHECK ("givenAt" >= 0),
  "fromAt" bigint NOT NULL CHECK ("fromAt" >= 0),
  "untilAt" bigint NOT NULL CHECK ("untilAt" >= 0),
  "reviewAt" bigint CHECK ("reviewAt" >= 0),
  "endedAt" bigint CHECK ("endedAt" >= 0),
  "endedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "endReason" text COLLATE "C"
);
CREATE INDEX "authorisationsByUserIdUntilAt" ON "authorisations" ("userId", "untilAt");
CREATE INDEX "authorisationsByUntilAt" ON "authorisations" ("untilAt");
CREATE INDEX "authorisationsByReviewAt" ON "authorisations" ("reviewAt");
CREATE INDEX "authorisationsByCaseId" ON "authorisations" ("caseId");
CREATE INDEX "authorisationsByGivenBy" ON "authorisations" ("givenBy");
CREATE INDEX "authorisationsByEndedBy" ON "authorisations" ("endedBy");
CREATE TABLE "authorisationReviews" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "authorisationId" text COLLATE "C" NOT NULL REFERENCES "authorisations" ("id"),
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "reviewedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "result" text COLLATE "C" NOT NULL CHECK ("result" IN ('keep', 'end', 'justified', 'unjustified')),
  "note" text COLLATE "C" NOT NULL
);
CREATE INDEX "authorisationReviewsByAuthorisationIdAt" ON "authorisationReviews" ("authorisationId", "at");
CREATE INDEX "authorisationReviewsByReviewedBy" ON "authorisationReviews" ("reviewedBy");
CREATE TABLE "deskSessions" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "userId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "place" text COLLATE "C" NOT NULL,
  "program" text COLLATE "C" NOT NULL CHECK ("program" IN ('window', 'commandLine')),
  "startedAt" bigint NOT NULL CHECK ("startedAt" >= 0),
  "endedAt" bigint CHECK ("endedAt" >= 0),
  "endedHow" text COLLATE "C",
  "endedBy" text COLLATE "C" REFERENCES "users" ("id")
);
CREATE INDEX "deskSessionsByStartedAtId" ON "deskSessions" ("startedAt", "id");
CREATE INDEX "deskSessionsByEndedAt" ON "deskSessions" ("endedAt");
CREATE INDEX "deskSessionsByUserIdStartedAt" ON "deskSessions" ("userId", "startedAt");
CREATE INDEX "deskSessionsByEndedBy" ON "deskSessions" ("endedBy");
CREATE INDEX "auditByCallSeq" ON "audit" ("call", "seq");
CREATE TABLE "leaks" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "number" text COLLATE "C" NOT NULL UNIQUE,
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('reported', 'assessed', 'contained', 'closed', 'unfounded')),
  "way" text COLLATE "C" NOT NULL,
  "what" text COLLATE "C" NOT NULL,
  "foundAt" bigint NOT NULL CHECK ("foundAt" >= 0),
  "reportedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "reportedAt" bigint NOT NULL CHECK ("reportedAt" >= 0),
  "grade" text COLLATE "C",
  "isPersonal" smallint CHECK ("isPersonal" IN (0, 1)),
  "info" text COLLATE "C",
  "cause" text COLLATE "C",
  "harm" text COLLATE "C",
  "affected" bigint,
  "responsibleId" text COLLATE "C" REFERENCES "users" ("id"),
  "containment" text COLLATE "C",
  "containedAt" bigint CHECK ("containedAt" >= 0),
  "authority" text COLLATE "C",
  "authorityAt" bigint CHECK ("authorityAt" >= 0),
  "told" text COLLATE "C",
  "membersAt" bigint CHECK ("membersAt" >= 0)
);
CREATE INDEX "leaksByStateReportedAt" ON "leaks" ("state", "reportedAt");
CREATE INDEX "leaksByReportedAt" ON "leaks" ("reportedAt");
CREATE INDEX "leaksByReportedBy" ON "leaks" ("reportedBy");
CREATE INDEX "leaksByResponsibleId" ON "leaks" ("responsibleId");
CREATE TABLE "leakSteps" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "leakId" text COLLATE "C" NOT NULL REFERENCES "leaks" ("id"),
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "actorId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "step" text COLLATE "C" NOT NULL,
  "text" text COLLATE "C" NOT NULL
);
CREATE INDEX "leakStepsByLeakIdAt" ON "leakSteps" ("leakId", "at");
CREATE INDEX "leakStepsByActorId" ON "leakSteps" ("actorId");
CREATE TABLE "leakMembers" (
  "leakId" text COLLATE "C" NOT NULL REFERENCES "leaks" ("id"),
  "memberId" text COLLATE "C" NOT NULL REFERENCES "members" ("id"),
  PRIMARY KEY ("leakId", "memberId")
);
CREATE INDEX "leakMembersByMemberId" ON "leakMembers" ("memberId");
CREATE TABLE "leakPeople" (
  "leakId" text COLLATE "C" NOT NULL REFERENCES "leaks" ("id"),
  "userId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "handling" text COLLATE "C" NOT NULL,
  PRIMARY KEY ("leakId", "userId")
);
CREATE INDEX "leakPeopleByUserId" ON "leakPeople" ("userId");
CREATE TABLE "leakMeasures" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "leakId" text COLLATE "C" NOT NULL REFERENCES "leaks" ("id"),
  "text" text COLLATE "C" NOT NULL,
  "responsibleId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "dueDay" text COLLATE "C" NOT NULL,
  "doneAt" bigint CHECK ("doneAt" >= 0),
  "result" text COLLATE "C"
);
CREATE INDEX "leakMeasuresByLeakId" ON "leakMeasures" ("leakId");
CREATE INDEX "leakMeasuresByResponsibleId" ON "leakMeasures" ("responsibleId");
-- 370 export-copies
CREATE TABLE "exportRequests" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "scope" text COLLATE "C" NOT NULL,
  "scopeKey" text COLLATE "C" NOT NULL,
  "scopeLabel" text COLLATE "C" NOT NULL,
  "profile" text COLLATE "C" NOT NULL CHECK ("profile" IN ('archive', 'customer', 'regulator', 'partner', 'court')),
  "recipient" text COLLATE "C" NOT NULL,
  "purpose" text COLLATE "C" NOT NULL,
  "rows" bigint NOT NULL CHECK ("rows" >= 0),
  "reasons" text COLLATE "C" NOT NULL,
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('asked', 'approved', 'refused', 'used')),
  "askedAt" bigint NOT NULL CHECK ("askedAt" >= 0),
  "askedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "decidedAt" bigint CHECK ("decidedAt" >= 0),
  "decidedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "decisionNote" text COLLATE "C"
);
CREATE INDEX "exportRequestsByAskedAt" ON "exportRequests" ("askedAt");
CREATE INDEX "exportRequestsByStateAskedAt" ON "exportRequests" ("state", "askedAt");
CREATE INDEX "exportRequestsByAskedBy" ON "exportRequests" ("askedBy");
CREATE INDEX "exportRequestsByDecidedBy" ON "exportRequests" ("decidedBy");
CREATE TABLE "exportCopies" (
  "exportId" text COLLATE "C" PRIMARY KEY NOT NULL REFERENCES "exports" ("id"),
  "scopeKind" text COLLATE "C" NOT NULL CHECK ("scopeKind" IN ('member', 'case', 'period', 'members')),
  "scopeLabel" text COLLATE "C" NOT NULL,
  "profile" text COLLATE "C" NOT NULL CHECK ("profile" IN ('archive', 'customer', 'regulator', 'partner', 'court')),
  "recipient" text COLLATE "C" NOT NULL,
  "heldBack" bigint NOT NULL CHECK ("heldBack" >= 0),
  "encryption" text COLLATE "C" NOT NULL CHECK ("encryption" IN ('none', 'passphrase', 'recipients')),
  "requestId" text COLLATE "C" REFERENCES "exportRequests" ("id"),
  "destroyBy" text COLLATE "C",
  "destroyedOn" text COLLATE "C",
  "destroyedNote" text COLLATE "C",
  "confirmedAt" bigint CHECK ("confirmedAt" >= 0),
  "confirmedBy" text COLLATE "C" REFERENCES "users" ("id")
);
CREATE INDEX "exportCopiesByDestroyedOnDestroyBy" ON "exportCopies" ("destroyedOn", "destroyBy");
CREATE INDEX "exportCopiesByRequestId" ON "exportCopies" ("requestId");
CREATE INDEX "exportCopiesByConfirmedBy" ON "exportCopies" ("confirmedBy");
-- 380 rights and retention
CREATE TABLE "consentTexts" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "purpose" text COLLATE "C" NOT NULL CHECK ("purpose" IN ('service', 'survey', 'marketing', 'recording', 'thirdParty', 'crossBorder')),
  "version" bigint NOT NULL CHECK ("version" >= 1),
  "zh" text COLLATE "C" NOT NULL,
  "en" text COLLATE "C" NOT NULL,
  "fromDay" text COLLATE "C" NOT NULL,
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id")
);
CREATE INDEX "consentTextsByPurposeVersion" ON "consentTexts" ("purpose", "version");
CREATE INDEX "consentTextsByCreatedBy" ON "consentTexts" ("createdBy");
CREATE TABLE "consentProofs" (
  "consentId" text COLLATE "C" PRIMARY KEY NOT NULL REFERENCES "consents" ("id"),
  "textId" text COLLATE "C" REFERENCES "consentTexts" ("id"),
  "proof" text COLLATE "C" NOT NULL
);
CREATE INDEX "consentProofsByTextId" ON "consentProofs" ("textId");
CREATE INDEX "consentsByAtId" ON "consents" ("at", "id");
CREATE TABLE "rightsRequests" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "number" text COLLATE "C" NOT NULL UNIQUE,
  "memberId" text COLLATE "C" NOT NULL REFERENCES "members" ("id"),
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('access', 'correct', 'object', 'erase', 'explain')),
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('open', 'locked', 'done', 'refused')),
  "channel" text COLLATE "C" NOT NULL CHECK ("channel" IN ('telephone', 'online', 'counter', 'letter')),
  "requester" text COLLATE "C" NOT NULL,
  "text" text COLLATE "C" NOT NULL,
  "wanted" text COLLATE "C" NOT NULL,
  "identity" text COLLATE "C",
  "identityAt" bigint CHECK ("identityAt" >= 0),
  "identityBy" text COLLATE "C" REFERENCES "users" ("id"),
  "receivedAt" bigint NOT NULL CHECK ("receivedAt" >= 0),
  "recordedAt" bigint NOT NULL CHECK ("recordedAt" >= 0),
  "recordedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "dueAt" bigint NOT NULL CHECK ("dueAt" >= 0),
  "firstDueAt" bigint NOT NULL CHECK ("firstDueAt" >= 0),
  "extendReason" text COLLATE "C",
  "decidedAt" bigint CHECK ("decidedAt" >= 0),
  "decidedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "refusal" text COLLATE "C",
  "answer" text COLLATE "C" NOT NULL,
  "outcome" text COLLATE "C" NOT NULL
);
CREATE INDEX "rightsRequestsByStateDueAtId" ON "rightsRequests" ("state", "dueAt", "id");
CREATE INDEX "rightsRequestsByDecidedAtId" ON "rightsRequests" ("decidedAt", "id");
CREATE INDEX "rightsRequestsByMemberIdReceivedAt" ON "rightsRequests" ("memberId", "receivedAt");
CREATE INDEX "rightsRequestsByRecordedBy" ON "rightsRequests" ("recordedBy");
CREATE INDEX "rightsRequestsByIdentityBy" ON "rightsRequests" ("identityBy");
CREATE INDEX "rightsRequestsByDecidedBy" ON "rightsRequests" ("decidedBy");
CREATE TABLE "memberLimits" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "memberId" text COLLATE "C" NOT NULL REFERENCES "members" ("id"),
  "scope" text COLLATE "C" NOT NULL CHECK ("scope" IN ('outreach', 'analysis')),
  "requestId" text COLLATE "C" REFERENCES "rightsRequests" ("id"),
  "reason" text COLLATE "C" NOT NULL,
  "fromAt" bigint NOT NULL CHECK ("fromAt" >= 0),
  "setBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "liftedAt" bigint CHECK ("liftedAt" >= 0),
  "liftedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "liftReason" text COLLATE "C" NOT NULL
);
CREATE INDEX "memberLimitsByMemberIdScopeLiftedAt" ON "memberLimits" ("memberId", "scope", "liftedAt");
CREATE INDEX "memberLimitsByRequestId" ON "memberLimits" ("requestId");
CREATE INDEX "memberLimitsBySetBy" ON "memberLimits" ("setBy");
CREATE INDEX "memberLimitsByLiftedBy" ON "memberLimits" ("liftedBy");
CREATE TABLE "sealedFiles" (
  "memberId" text COLLATE "C" PRIMARY KEY NOT NULL REFERENCES "members" ("id"),
  "requestId" text COLLATE "C" NOT NULL REFERENCES "rightsRequests" ("id"),
  "sealedAt" bigint NOT NULL CHECK ("sealedAt" >= 0),
  "sealedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "untilDay" text COLLATE "C" NOT NULL,
  "grounds" text COLLATE "C" NOT NULL,
  "size" bigint NOT NULL CHECK ("size" >= 0),
  "sealedKey" text COLLATE "C" NOT NULL,
  "shreddedAt" bigint CHECK ("shreddedAt" >= 0)
);
CREATE INDEX "sealedFilesByRequestId" ON "sealedFiles" ("requestId");
CREATE INDEX "sealedFilesBySealedBy" ON "sealedFiles" ("sealedBy");
CREATE INDEX "sealedFilesByUntilDay" ON "sealedFiles" ("untilDay");
CREATE TABLE "sealedPieces" (
  "memberId" text COLLATE "C" NOT NULL REFERENCES "sealedFiles" ("memberId"),
  "place" bigint NOT NULL CHECK ("place" >= 0),
  "body" bytea NOT NULL,
  PRIMARY KEY ("memberId", "place")
);
CREATE TABLE "retentionSchedules" (
  "version" bigint PRIMARY KEY NOT NULL,
  "body" text COLLATE "C" NOT NULL,
  "reason" text COLLATE "C" NOT NULL,
  "savedAt" bigint NOT NULL CHECK ("savedAt" >= 0),
  "savedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id")
);
CREATE INDEX "retentionSchedulesBySavedBy" ON "retentionSchedules" ("savedBy");
CREATE TABLE "retentionRuns" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "actorId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "day" text COLLATE "C" NOT NULL,
  "scheduleVersion" bigint NOT NULL CHECK ("scheduleVersion" >= 0),
  "body" text COLLATE "C" NOT NULL
);
CREATE INDEX "retentionRunsByAt" ON "retentionRuns" ("at");
CREATE INDEX "retentionRunsByActorId" ON "retentionRuns" ("actorId");
CREATE TABLE "disposals" (
  "kind" text COLLATE "C" NOT NULL,
  "recordId" text COLLATE "C" NOT NULL,
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "runId" text COLLATE "C" REFERENCES "retentionRuns" ("id"),
  "requestId" text COLLATE "C" REFERENCES "rightsRequests" ("id"),
  PRIMARY KEY ("kind", "recordId")
);
CREATE INDEX "disposalsByRunId" ON "disposals" ("runId");
CREATE INDEX "disposalsByRequestId" ON "disposals" ("requestId");
CREATE TABLE "legalHolds" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "memberId" text COLLATE "C" REFERENCES "members" ("id"),
  "caseId" text COLLATE "C" REFERENCES "cases" ("id"),
  "reason" text COLLATE "C" NOT NULL,
  "setAt" bigint NOT NULL CHECK ("setAt" >= 0),
  "setBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "endedAt" bigint CHECK ("endedAt" >= 0),
  "endedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "endReason" text COLLATE "C" NOT NULL
);
CREATE INDEX "legalHoldsByMemberIdEndedAt" ON "legalHolds" ("memberId", "endedAt");
CREATE INDEX "legalHoldsByCaseIdEndedAt" ON "legalHolds" ("caseId", "endedAt");
CREATE INDEX "legalHoldsBySetAt" ON "legalHolds" ("setAt");
CREATE INDEX "legalHoldsBySetBy" ON "legalHolds" ("setBy");
CREATE INDEX "legalHoldsByEndedBy" ON "legalHolds" ("endedBy");
CREATE TABLE "impactAssessments" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "title" text COLLATE "C" NOT NULL,
  "occasion" text COLLATE "C" NOT NULL CHECK ("occasion" IN ('sensitive', 'automated', 'sharing', 'publication', 'abroad', 'other')),
  "purpose" text COLLATE "C" NOT NULL,
  "necessity" text COLLATE "C" NOT NULL,
  "risks" text COLLATE "C" NOT NULL,
  "measures" text COLLATE "C" NOT NULL,
  "level" text COLLATE "C" NOT NULL CHECK ("level" IN ('low', 'medium', 'high')),
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('draft', 'approved', 'refused')),
  "reviewDay" text COLLATE "C" NOT NULL,
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "decidedAt" bigint CHECK ("decidedAt" >= 0),
  "decidedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "decisionNote" text COLLATE "C" NOT NULL,
  "keepUntil" text COLLATE "C"
);
CREATE INDEX "impactAssessmentsByCreatedAt" ON "impactAssessments" ("createdAt");
CREATE INDEX "impactAssessmentsByCreatedBy" ON "impactAssessments" ("createdBy");
CREATE INDEX "impactAssessmentsByDecidedBy" ON "impactAssessments" ("decidedBy");
CREATE TABLE "sharingArrangements" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "recipient" text COLLATE "C" NOT NULL,
  "role" text COLLATE "C" NOT NULL CHECK ("role" IN ('processor', 'handler', 'authority', 'abroad')),
  "contact" text COLLATE "C" NOT NULL,
  "purpose" text COLLATE "C" NOT NULL,
  "fields" text COLLATE "C" NOT NULL,
  "basis" text COLLATE "C" NOT NULL CHECK ("basis" IN ('consent', 'contract', 'law')),
  "basisText" text COLLATE "C" NOT NULL,
  "assessmentId" text COLLATE "C" REFERENCES "impactAssessments" ("id"),
  "isAbroad" smallint NOT NULL CHECK ("isAbroad" IN (0, 1)),
  "fromDay" text COLLATE "C" NOT NULL,
  "untilDay" text COLLATE "C",
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "endedAt" bigint CHECK ("endedAt" >= 0),
  "endedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "endReason" text COLLATE "C" NOT NULL
);
CREATE INDEX "sharingArrangementsByCreatedAt" ON "sharingArrangements" ("createdAt");
CREATE INDEX "sharingArrangementsByAssessmentId" ON "sharingArrangements" ("assessmentId");
CREATE INDEX "sharingArrangementsByCreatedBy" ON "sharingArrangements" ("createdBy");
CREATE INDEX "sharingArrangementsByEndedBy" ON "sharingArrangements" ("endedBy");
CREATE TABLE "auditAnchors" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "sequence" bigint NOT NULL CHECK ("sequence" >= 0),
  "hash" text COLLATE "C" NOT NULL,
  "sentAt" bigint NOT NULL CHECK ("sentAt" >= 0),
  "sentBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "keptBy" text COLLATE "C" NOT NULL
);
CREATE INDEX "auditAnchorsBySentAt" ON "auditAnchors" ("sentAt");
CREATE INDEX "auditAnchorsBySentBy" ON "auditAnchors" ("sentBy");
-- 390 outreach-promises
CREATE TABLE "promises" (
  "followUpId" text COLLATE "C" PRIMARY KEY NOT NULL REFERENCES "followUps" ("id"),
  "promisedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "termFrom" bigint NOT NULL CHECK ("termFrom" >= 0),
  "warnedAt" bigint CHECK ("warnedAt" >= 0),
  "overdueAt" bigint CHECK ("overdueAt" >= 0),
  "nextCheckAt" bigint CHECK ("nextCheckAt" >= 0),
  "result" text COLLATE "C" CHECK ("result" IN ('kept', 'late', 'broken', 'released')),
  "settledBy" text COLLATE "C" REFERENCES "users" ("id")
);
CREATE INDEX "promisesByNextCheckAtFollowUpId" ON "promises" ("nextCheckAt", "followUpId");
CREATE INDEX "promisesByPromisedBy" ON "promises" ("promisedBy");
CREATE INDEX "promisesBySettledBy" ON "promises" ("settledBy");
CREATE TABLE "promiseMoves" (
  "followUpId" text COLLATE "C" NOT NULL REFERENCES "promises" ("followUpId"),
  "seq" bigint NOT NULL CHECK ("seq" >= 1),
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "actorId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "fromDueAt" bigint NOT NULL CHECK ("fromDueAt" >= 0),
  "toDueAt" bigint NOT NULL CHECK ("toDueAt" >= 0),
  "reason" text COLLATE "C" NOT NULL,
  PRIMARY KEY ("followUpId", "seq")
);
CREATE INDEX "promiseMovesByActorId" ON "promiseMoves" ("actorId");
CREATE TABLE "campaigns" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "name" text COLLATE "C" NOT NULL UNIQUE,
  "occasion" text COLLATE "C" NOT NULL CHECK ("occasion" IN ('group', 'birthday', 'festival', 'tierChange', 'afterComplaint', 'beforeTrip', 'dormant')),
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('phone', 'visit', 'sms', 'email', 'app', 'web')),
  "brief" text COLLATE "C" NOT NULL,
  "groupId" text COLLATE "C" REFERENCES "targetGroups" ("id"),
  "target" text COLLATE "C" NOT NULL,
  "mostContacts" bigint NOT NULL CHECK ("mostContacts" >= 1),
  "perDays" bigint NOT NULL CHECK ("perDays" >= 1),
  "quietFrom" bigint NOT NULL CHECK ("quietFrom" >= 0),
  "quietUntil" bigint NOT NULL CHECK ("quietUntil" >= 0),
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('running', 'stopped', 'ended')),
  "stateAt" bigint NOT NULL CHECK ("stateAt" >= 0),
  "stateBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "stateReason" text COLLATE "C" NOT NULL,
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id")
);
CREATE INDEX "campaignsByStateCreatedAtId" ON "campaigns" ("state", "createdAt", "id");
CREATE INDEX "campaignsByGroupId" ON "campaigns" ("groupId");
CREATE INDEX "campaignsByStateBy" ON "campaigns" ("stateBy");
CREATE INDEX "campaignsByCreatedBy" ON "campaigns" ("createdBy");
CREATE TABLE "campaignContacts" (
  "careId" text COLLATE "C" PRIMARY KEY NOT NULL REFERENCES "careContacts" ("id"),
  "campaignId" text COLLATE "C" NOT NULL REFERENCES "campaigns" ("id"),
  "tries" bigint NOT NULL CHECK ("tries" >= 0),
  "notBefore" bigint CHECK ("notBefore" >= 0),
  "result" text COLLATE "C" CHECK ("result" IN ('reached', 'agreed', 'declined', 'optedOut', 'unreachable')),
  "resultAt" bigint CHECK ("resultAt" >= 0)
);
CREATE INDEX "campaignContactsByCampaignIdResultCareId" ON "campaignContacts" ("campaignId", "result", "careId");
CREATE TABLE "campaignSkips" (
  "campaignId" text COLLATE "C" NOT NULL REFERENCES "campaigns" ("id"),
  "memberId" text COLLATE "C" NOT NULL REFERENCES "members" ("id"),
  "rule" text COLLATE "C" NOT NULL,
  PRIMARY KEY ("campaignId", "memberId")
);
CREATE INDEX "campaignSkipsByMemberId" ON "campaignSkips" ("memberId");
CREATE TABLE "personalSettings" (
  "userId" text COLLATE "C" PRIMARY KEY NOT NULL REFERENCES "users" ("id"),
  "body" text COLLATE "C" NOT NULL,
  "updatedAt" bigint NOT NULL CHECK ("updatedAt" >= 0)
);
CREATE TABLE "deskNotices" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "userId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('breach', 'warning', 'assigned', 'promise', 'todo')),
  "source" text COLLATE "C" NOT NULL,
  "caseId" text COLLATE "C" REFERENCES "cases" ("id"),
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "verdict" text COLLATE "C" NOT NULL CHECK ("verdict" IN ('shown', 'quiet')),
  "why" text COLLATE "C" NOT NULL,
  "readAt" bigint CHECK ("readAt" >= 0)
);
CREATE UNIQUE INDEX "deskNoticesByUserIdSource" ON "deskNotices" ("userId", "source");
CREATE INDEX "deskNoticesByUserIdReadAtAt" ON "deskNotices" ("userId", "readAt", "at");
CREATE INDEX "deskNoticesByCaseId" ON "deskNotices" ("caseId");
-- 400 exceptionalDays
CREATE TABLE "exceptionalDays" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "fromDay" text COLLATE "C" NOT NULL,
  "toDay" text COLLATE "C" NOT NULL,
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('weather', 'system', 'strike', 'security', 'other')),
  "reason" text COLLATE "C" NOT NULL,
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('proposed', 'approved', 'declined', 'withdrawn')),
  "markedAt" bigint NOT NULL CHECK ("markedAt" >= 0),
  "markedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "decidedAt" bigint CHECK ("decidedAt" >= 0),
  "decidedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "decisionText" text COLLATE "C" NOT NULL
);
CREATE INDEX "exceptionalDaysByFromDay" ON "exceptionalDays" ("fromDay");
CREATE INDEX "exceptionalDaysByStateFromDay" ON "exceptionalDays" ("state", "fromDay");
CREATE INDEX "exceptionalDaysByMarkedBy" ON "exceptionalDays" ("markedBy");
CREATE INDEX "exceptionalDaysByDecidedBy" ON "exceptionalDays" ("decidedBy");
CREATE TABLE "companyAdvices" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "companyId" text COLLATE "C" NOT NULL REFERENCES "companies" ("id"),
  "figures" text COLLATE "C" NOT NULL,
  "finding" text COLLATE "C" NOT NULL,
  "proposedRules" text COLLATE "C" NOT NULL,
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('told', 'adopted', 'declined')),
  "toldAt" bigint NOT NULL CHECK ("toldAt" >= 0),
  "toldBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "rulesBefore" text COLLATE "C",
  "answer" text COLLATE "C" NOT NULL,
  "answeredBy" text COLLATE "C" NOT NULL,
  "answeredAt" bigint CHECK ("answeredAt" >= 0),
  "recordedBy" text COLLATE "C" REFERENCES "users" ("id")
);
CREATE INDEX "companyAdvicesByCompanyIdToldAt" ON "companyAdvices" ("companyId", "toldAt");
CREATE INDEX "companyAdvicesByToldBy" ON "companyAdvices" ("toldBy");
CREATE INDEX "companyAdvicesByRecordedBy" ON "companyAdvices" ("recordedBy");
-- 410 calibration
CREATE TABLE "calibrations" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "title" text COLLATE "C" NOT NULL,
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('complaint', 'call')),
  "formVersion" bigint NOT NULL CHECK ("formVersion" >= 1),
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('open', 'closed')),
  "dueDay" text COLLATE "C" NOT NULL,
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0),
  "createdBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "closedAt" bigint CHECK ("closedAt" >= 0),
  "closedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "result" text COLLATE "C",
  "conclusion" text COLLATE "C" NOT NULL
);
CREATE INDEX "calibrationsByCreatedAtId" ON "calibrations" ("createdAt", "id");
CREATE INDEX "calibrationsByCreatedBy" ON "calibrations" ("createdBy");
CREATE INDEX "calibrationsByClosedBy" ON "calibrations" ("closedBy");
CREATE TABLE "calibrationRaters" (
  "calibrationId" text COLLATE "C" NOT NULL REFERENCES "calibrations" ("id"),
  "userId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  PRIMARY KEY ("calibrationId", "userId")
);
CREATE INDEX "calibrationRatersByUserId" ON "calibrationRaters" ("userId");
CREATE TABLE "calibrationSubjects" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "calibrationId" text COLLATE "C" NOT NULL REFERENCES "calibrations" ("id"),
  "place" bigint NOT NULL CHECK ("place" >= 1),
  "caseId" text COLLATE "C" REFERENCES "cases" ("id"),
  "callId" text COLLATE "C" REFERENCES "calls" ("id"),
  "number" text COLLATE "C" NOT NULL,
  "computed" text COLLATE "C" NOT NULL
);
CREATE UNIQUE INDEX "calibrationSubjectsByCalibrationIdPlace" ON "calibrationSubjects" ("calibrationId", "place");
CREATE INDEX "calibrationSubjectsByCaseId" ON "calibrationSubjects" ("caseId");
CREATE INDEX "calibrationSubjectsByCallId" ON "calibrationSubjects" ("callId");
CREATE TABLE "calibrationMarks" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "subjectId" text COLLATE "C" NOT NULL REFERENCES "calibrationSubjects" ("id"),
  "userId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "marks" text COLLATE "C" NOT NULL,
  "comment" text COLLATE "C" NOT NULL,
  "total" bigint NOT NULL CHECK ("total" >= 0),
  "at" bigint NOT NULL CHECK ("at" >= 0)
);
CREATE UNIQUE INDEX "calibrationMarksBySubjectIdUserId" ON "calibrationMarks" ("subjectId", "userId");
CREATE INDEX "calibrationMarksByUserId" ON "calibrationMarks" ("userId");
CREATE TABLE "calibrationAmendments" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "calibrationId" text COLLATE "C" NOT NULL REFERENCES "calibrations" ("id"),
  "itemId" text COLLATE "C" NOT NULL,
  "formVersion" bigint NOT NULL CHECK ("formVersion" >= 2),
  "before" text COLLATE "C" NOT NULL,
  "after" text COLLATE "C" NOT NULL,
  "reason" text COLLATE "C" NOT NULL,
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "by" text COLLATE "C" NOT NULL REFERENCES "users" ("id")
);
CREATE INDEX "calibrationAmendmentsByCalibrationIdAt" ON "calibrationAmendments" ("calibrationId", "at");
CREATE INDEX "calibrationAmendmentsByBy" ON "calibrationAmendments" ("by");
ALTER TABLE "scorecardChanges" RENAME TO "scorecardChangesBefore";
CREATE TABLE "scorecardChanges" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "cardId" text COLLATE "C" NOT NULL REFERENCES "scorecards" ("id"),
  "seq" bigint NOT NULL CHECK ("seq" >= 1),
  "stage" text COLLATE "C" NOT NULL CHECK ("stage" IN ('calibration', 'appeal', 'correction')),
  "indicator" text COLLATE "C" NOT NULL CHECK ("indicator" IN ('satisfaction', 'resolution', 'complaintTime', 'answerTime', 'handlingTime', 'knowledge', 'teamwork', 'firstContact', 'answerSpeed', 'quality')),
  "fromScore" bigint CHECK ("fromScore" >= 0),
  "toScore" bigint NOT NULL CHECK ("toScore" >= 0),
  "reason" text COLLATE "C" NOT NULL,
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "by" text COLLATE "C" NOT NULL REFERENCES "users" ("id")
);
INSERT INTO "scorecardChanges" ("id", "cardId", "seq", "stage", "indicator", "fromScore", "toScore", "reason", "at", "by") SELECT "id", "cardId", "seq", "stage", "indicator", "fromScore", "toScore", "reason", "at", "by" FROM "scorecardChangesBefore";
DROP TABLE "scorecardChangesBefore";
CREATE INDEX "scorecardChangesByCardIdSeq" ON "scorecardChanges" ("cardId", "seq");
CREATE INDEX "scorecardChangesByBy" ON "scorecardChanges" ("by");
-- 420 callTotals
CREATE TABLE "callTotals" (
  "period" text COLLATE "C" NOT NULL,
  "agentId" text COLLATE "C" NOT NULL,
  "calls" bigint NOT NULL,
  "answered" bigint NOT NULL,
  "abandoned" bigint NOT NULL,
  "waitMs" bigint NOT NULL,
  "talkMs" bigint NOT NULL,
  "handleMs" bigint NOT NULL,
  "within10" bigint NOT NULL,
  "within20" bigint NOT NULL,
  "within30" bigint NOT NULL,
  "judged" bigint NOT NULL,
  "inTime" bigint NOT NULL,
  "rated" bigint NOT NULL,
  "points" bigint NOT NULL,
  PRIMARY KEY ("period", "agentId")
);
-- 430 macros
CREATE TABLE "macros" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "scope" text COLLATE "C" NOT NULL CHECK ("scope" IN ('own', 'team')),
  "ownerId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "name" text COLLATE "C" NOT NULL,
  "version" bigint NOT NULL CHECK ("version" >= 1),
  "isArchived" smallint NOT NULL CHECK ("isArchived" IN (0, 1)),
  "createdAt" bigint NOT NULL CHECK ("createdAt" >= 0),
  "updatedAt" bigint NOT NULL CHECK ("updatedAt" >= 0),
  "uses" bigint NOT NULL CHECK ("uses" >= 0),
  "undone" bigint NOT NULL CHECK ("undone" >= 0),
  "lastUsedAt" bigint CHECK ("lastUsedAt" >= 0)
);
CREATE INDEX "macrosByOwnerIdIsArchived" ON "macros" ("ownerId", "isArchived");
CREATE INDEX "macrosByScopeIsArchived" ON "macros" ("scope", "isArchived");
CREATE TABLE "macroVersions" (
  "macroId" text COLLATE "C" NOT NULL REFERENCES "macros" ("id"),
  "version" bigint NOT NULL CHECK ("version" >= 1),
  "name" text COLLATE "C" NOT NULL,
  "conditions" text COLLATE "C" NOT NULL,
  "steps" text COLLATE "C" NOT NULL,
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "byId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  PRIMARY KEY ("macroId", "version")
);
CREATE INDEX "macroVersionsByById" ON "macroVersions" ("byId");
CREATE TABLE "macroRuns" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "macroId" text COLLATE "C" NOT NULL REFERENCES "macros" ("id"),
  "version" bigint NOT NULL CHECK ("version" >= 1),
  "caseId" text COLLATE "C" NOT NULL REFERENCES "cases" ("id"),
  "userId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "seq" bigint NOT NULL CHECK ("seq" >= 1),
  "parts" text COLLATE "C" NOT NULL,
  "undoneAt" bigint CHECK ("undoneAt" >= 0)
);
CREATE INDEX "macroRunsByMacroIdAt" ON "macroRuns" ("macroId", "at");
CREATE INDEX "macroRunsByCaseId" ON "macroRuns" ("caseId");
CREATE INDEX "macroRunsByUserIdAt" ON "macroRuns" ("userId", "at");
-- 440 trainingNeeds
CREATE TABLE "trainingNeeds" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "source" text COLLATE "C" NOT NULL CHECK ("source" IN ('exam', 'cause', 'score')),
  "subject" text COLLATE "C" NOT NULL,
  "month" text COLLATE "C" NOT NULL,
  "people" text COLLATE "C" NOT NULL,
  "decision" text COLLATE "C" NOT NULL CHECK ("decision" IN ('accepted', 'declined')),
  "trainingId" text COLLATE "C" REFERENCES "trainings" ("id"),
  "reason" text COLLATE "C" NOT NULL,
  "decidedAt" bigint NOT NULL CHECK ("decidedAt" >= 0),
  "decidedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id")
);
CREATE UNIQUE INDEX "trainingNeedsBySourceSubjectMonth" ON "trainingNeeds" ("source", "subject", "month");
CREATE INDEX "trainingNeedsByMonth" ON "trainingNeeds" ("month");
CREATE INDEX "trainingNeedsByTrainingId" ON "trainingNeeds" ("trainingId");
CREATE INDEX "trainingNeedsByDecidedBy" ON "trainingNeeds" ("decidedBy");
CREATE TABLE "teamMoves" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "userId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "fromLeadId" text COLLATE "C" REFERENCES "users" ("id"),
  "toLeadId" text COLLATE "C" REFERENCES "users" ("id"),
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "by" text COLLATE "C" NOT NULL REFERENCES "users" ("id")
);
CREATE INDEX "teamMovesByAt" ON "teamMoves" ("at");
CREATE INDEX "teamMovesByUserId" ON "teamMoves" ("userId");
CREATE INDEX "teamMovesByFromLeadId" ON "teamMoves" ("fromLeadId");
CREATE INDEX "teamMovesByToLeadId" ON "teamMoves" ("toLeadId");
CREATE INDEX "teamMovesByBy" ON "teamMoves" ("by");
-- 450 trainingMaterials
CREATE TABLE "trainingMaterials" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "trainingId" text COLLATE "C" NOT NULL REFERENCES "trainings" ("id"),
  "name" text COLLATE "C" NOT NULL,
  "kind" text COLLATE "C" NOT NULL,
  "size" bigint NOT NULL CHECK ("size" >= 1),
  "sha256" text COLLATE "C" NOT NULL,
  "note" text COLLATE "C" NOT NULL,
  "addedAt" bigint NOT NULL CHECK ("addedAt" >= 0),
  "addedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "sealedKey" text COLLATE "C" NOT NULL,
  "chunks" bigint NOT NULL CHECK ("chunks" >= 1),
  "removedAt" bigint CHECK ("removedAt" >= 0),
  "removedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "removeReason" text COLLATE "C"
);
CREATE INDEX "trainingMaterialsByTrainingIdAddedAt" ON "trainingMaterials" ("trainingId", "addedAt");
CREATE INDEX "trainingMaterialsByAddedBy" ON "trainingMaterials" ("addedBy");
CREATE INDEX "trainingMaterialsByRemovedBy" ON "trainingMaterials" ("removedBy");
CREATE TABLE "trainingMaterialChunks" (
  "materialId" text COLLATE "C" NOT NULL REFERENCES "trainingMaterials" ("id"),
  "seq" bigint NOT NULL CHECK ("seq" >= 0),
  "body" bytea NOT NULL,
  PRIMARY KEY ("materialId", "seq")
);
-- 460 unfinishedExports
CREATE TABLE "unfinishedExports" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "place" text COLLATE "C" NOT NULL,
  "out" text COLLATE "C" NOT NULL,
  "begunAt" bigint NOT NULL CHECK ("begunAt" >= 0),
  "begunBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "scope" text COLLATE "C" NOT NULL,
  "scopeKey" text COLLATE "C" NOT NULL,
  "scopeLabel" text COLLATE "C" NOT NULL,
  "profile" text COLLATE "C" NOT NULL CHECK ("profile" IN ('archive', 'customer', 'regulator', 'partner', 'court')),
  "recipient" text COLLATE "C" NOT NULL,
  "requester" text COLLATE "C" NOT NULL,
  "purpose" text COLLATE "C" NOT NULL,
  "encryption" text COLLATE "C" NOT NULL CHECK ("encryption" IN ('none', 'passphrase', 'recipients')),
  "options" text COLLATE "C" NOT NULL,
  "rows" bigint NOT NULL CHECK ("rows" >= 0),
  "files" bigint NOT NULL CHECK ("files" >= 0),
  "sealedKey" text COLLATE "C" NOT NULL
);
CREATE UNIQUE INDEX "unfinishedExportsByPlaceOut" ON "unfinishedExports" ("place", "out");
CREATE INDEX "unfinishedExportsByBegunBy" ON "unfinishedExports" ("begunBy");
-- 470 macroNames
ALTER TABLE "macros" ADD COLUMN "nameEn" text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE "macroVersions" ADD COLUMN "nameEn" text COLLATE "C" NOT NULL DEFAULT '';
-- 480 backups
CREATE TABLE "backups" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "seq" bigint NOT NULL CHECK ("seq" >= 1),
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "folder" text COLLATE "C" NOT NULL,
  "fileName" text COLLATE "C" NOT NULL,
  "bytes" bigint NOT NULL CHECK ("bytes" >= 0),
  "sha256" text COLLATE "C" NOT NULL,
  "entries" bigint NOT NULL CHECK ("entries" >= 0),
  "tookMs" bigint NOT NULL CHECK ("tookMs" >= 0),
  "outcome" text COLLATE "C" NOT NULL CHECK ("outcome" IN ('done', 'failed')),
  "fault" text COLLATE "C",
  "madeBy" text COLLATE "C" NOT NULL,
  "removedAt" bigint CHECK ("removedAt" >= 0)
);
CREATE UNIQUE INDEX "backupsBySeq" ON "backups" ("seq");
-- 490 whoWasTold
CREATE TABLE "toldGroups" (
  "id" text COLLATE "C" NOT NULL,
  "userId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  PRIMARY KEY ("id", "userId")
);
CREATE INDEX "toldGroupsByUserId" ON "toldGroups" ("userId");
ALTER TABLE "clockSignals" ADD COLUMN "toldGroup" text COLLATE "C";
ALTER TABLE "clockSignals" ADD COLUMN "alsoTells" text COLLATE "C" CHECK ("alsoTells" IN ('owner', 'lead', 'manager'));
CREATE TABLE "seenSignals" (
  "clockId" text COLLATE "C" NOT NULL REFERENCES "clocks" ("id"),
  "percent" bigint NOT NULL CHECK ("percent" >= 1),
  "reminder" bigint NOT NULL CHECK ("reminder" >= 0),
  "userId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "seenAt" bigint NOT NULL CHECK ("seenAt" >= 0),
  PRIMARY KEY ("clockId", "percent", "reminder", "userId")
);
-- 500 memberScopes
CREATE TABLE "memberScopes" (
  "version" bigint PRIMARY KEY NOT NULL CHECK ("version" >= 1),
  "agents" text COLLATE "C" NOT NULL CHECK ("agents" IN ('all', 'team', 'assigned')),
  "leads" text COLLATE "C" NOT NULL CHECK ("leads" IN ('all', 'team', 'assigned')),
  "managers" text COLLATE "C" NOT NULL CHECK ("managers" IN ('all', 'team', 'assigned')),
  "callDays" bigint NOT NULL CHECK ("callDays" >= 1),
  "reason" text COLLATE "C" NOT NULL,
  "setAt" bigint NOT NULL CHECK ("setAt" >= 0),
  "setBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id")
);
CREATE INDEX "memberScopesBySetBy" ON "memberScopes" ("setBy");
ALTER TABLE "authorisations" ADD COLUMN "memberId" text COLLATE "C" REFERENCES "members" ("id");
CREATE INDEX "authorisationsByMemberId" ON "authorisations" ("memberId");
-- 510 export-limits
CREATE TABLE "exportLimits" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "rows" bigint NOT NULL CHECK ("rows" >= 1),
  "people" bigint NOT NULL CHECK ("people" >= 1),
  "reason" text COLLATE "C" NOT NULL,
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('asked', 'approved', 'refused')),
  "askedAt" bigint NOT NULL CHECK ("askedAt" >= 0),
  "askedBy" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "decidedAt" bigint CHECK ("decidedAt" >= 0),
  "decidedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "decisionNote" text COLLATE "C"
);
CREATE INDEX "exportLimitsByStateDecidedAt" ON "exportLimits" ("state", "decidedAt");
CREATE INDEX "exportLimitsByAskedBy" ON "exportLimits" ("askedBy");
CREATE INDEX "exportLimitsByDecidedBy" ON "exportLimits" ("decidedBy");
-- 520 raisedWarnings
ALTER TABLE "clockSignals" ADD COLUMN "thirdTells" text COLLATE "C" CHECK ("thirdTells" IN ('owner', 'lead', 'manager'));
-- 530 moreNotices
ALTER TABLE "deskNotices" RENAME TO "deskNoticesBefore";
CREATE TABLE "deskNotices" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "userId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('breach', 'warning', 'assigned', 'promise', 'todo', 'reminder', 'mention', 'handOver', 'callBack', 'read')),
  "source" text COLLATE "C" NOT NULL,
  "caseId" text COLLATE "C" REFERENCES "cases" ("id"),
  "at" bigint NOT NULL CHECK ("at" >= 0),
  "verdict" text COLLATE "C" NOT NULL CHECK ("verdict" IN ('shown', 'quiet')),
  "why" text COLLATE "C" NOT NULL,
  "readAt" bigint CHECK ("readAt" >= 0)
);
INSERT INTO "deskNotices" ("id", "userId", "kind", "source", "caseId", "at", "verdict", "why", "readAt") SELECT "id", "userId", "kind", "source", "caseId", "at", "verdict", "why", "readAt" FROM "deskNoticesBefore";
DROP TABLE "deskNoticesBefore";
CREATE UNIQUE INDEX "deskNoticesByUserIdSource" ON "deskNotices" ("userId", "source");
CREATE INDEX "deskNoticesByUserIdReadAtAt" ON "deskNotices" ("userId", "readAt", "at");
CREATE INDEX "deskNoticesByCaseId" ON "deskNotices" ("caseId");
-- 540 clockJumps
CREATE TABLE "clockJumps" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "truthAt" bigint NOT NULL CHECK ("truthAt" >= 0),
  "shownAt" bigint NOT NULL CHECK ("shownAt" >= 0),
  "byMs" bigint NOT NULL,
  "userId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "recordedAt" bigint NOT NULL CHECK ("recordedAt" >= 0)
);
CREATE INDEX "clockJumpsByUserId" ON "clockJumps" ("userId");
CREATE TABLE "clockJumpsSeen" (
  "jumpId" text COLLATE "C" NOT NULL REFERENCES "clockJumps" ("id"),
  "userId" text COLLATE "C" NOT NULL REFERENCES "users" ("id"),
  "seenAt" bigint NOT NULL CHECK ("seenAt" >= 0),
  PRIMARY KEY ("userId", "jumpId")
);
CREATE INDEX "clockJumpsSeenByJumpId" ON "clockJumpsSeen" ("jumpId");
-- 550 promisedClocks
ALTER TABLE "clocks" ADD COLUMN "promised" text COLLATE "C";
-- 560 supplierPatterns
ALTER TABLE "patternAlerts" RENAME TO "patternAlertsBefore";
CREATE TABLE "patternAlerts" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "dimension" text COLLATE "C" NOT NULL CHECK ("dimension" IN ('category', 'flight', 'route', 'station', 'department', 'agent', 'supplier')),
  "value" text COLLATE "C" NOT NULL,
  "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('open', 'acknowledged', 'closed')),
  "raisedAt" bigint NOT NULL CHECK ("raisedAt" >= 0),
  "windowFrom" bigint NOT NULL CHECK ("windowFrom" >= 0),
  "windowTo" bigint NOT NULL CHECK ("windowTo" >= 0),
  "count" bigint NOT NULL CHECK ("count" >= 1),
  "limit" bigint NOT NULL CHECK ("limit" >= 0),
  "body" text COLLATE "C" NOT NULL,
  "ownerId" text COLLATE "C" REFERENCES "users" ("id"),
  "acknowledgedAt" bigint CHECK ("acknowledgedAt" >= 0),
  "acknowledgedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "finding" text COLLATE "C",
  "foundAt" bigint CHECK ("foundAt" >= 0),
  "foundBy" text COLLATE "C" REFERENCES "users" ("id"),
  "closedAt" bigint CHECK ("closedAt" >= 0),
  "closedBy" text COLLATE "C" REFERENCES "users" ("id"),
  "outcome" text COLLATE "C" CHECK ("outcome" IN ('solved', 'chance', 'known')),
  "closing" text COLLATE "C"
);
INSERT INTO "patternAlerts" ("id", "dimension", "value", "state", "raisedAt", "windowFrom", "windowTo", "count", "limit", "body", "ownerId", "acknowledgedAt", "acknowledgedBy", "finding", "foundAt", "foundBy", "closedAt", "closedBy", "outcome", "closing") SELECT "id", "dimension", "value", "state", "raisedAt", "windowFrom", "windowTo", "count", "limit", "body", "ownerId", "acknowledgedAt", "acknowledgedBy", "finding", "foundAt", "foundBy", "closedAt", "closedBy", "outcome", "closing" FROM "patternAlertsBefore";
DROP TABLE "patternAlertsBefore";
CREATE INDEX "patternAlertsByStateRaisedAt" ON "patternAlerts" ("state", "raisedAt");
CREATE INDEX "patternAlertsByDimensionValueWindowTo" ON "patternAlerts" ("dimension", "value", "windowTo");
-- 570 serviceTypes
CREATE TABLE "serviceTypes" (
  "code" text COLLATE "C" PRIMARY KEY NOT NULL,
  "nameZh" text COLLATE "C" NOT NULL,
  "nameEn" text COLLATE "C" NOT NULL,
  "isActive" smallint NOT NULL CHECK ("isActive" IN (0, 1)),
  "place" bigint NOT NULL CHECK ("place" >= 0),
  "updatedAt" bigint NOT NULL CHECK ("updatedAt" >= 0),
  "updatedBy" text COLLATE "C" REFERENCES "users" ("id")
);
CREATE INDEX "serviceTypesByUpdatedBy" ON "serviceTypes" ("updatedBy");
-- 580 memberCreators
ALTER TABLE "members" ADD COLUMN "createdBy" text COLLATE "C" REFERENCES "users" ("id");
CREATE INDEX "membersByCreatedBy" ON "members" ("createdBy");
-- 590 liablePartners
ALTER TABLE "liabilityShares" ADD COLUMN "partnerId" text COLLATE "C" REFERENCES "partners" ("id");
CREATE INDEX "liabilitySharesByPartnerId" ON "liabilityShares" ("partnerId");
-- 600 messagesInTime
CREATE INDEX "messagesByCreatedAtId" ON "messages" ("createdAt", "id");
