// Rows ↔ core types. The one file that knows how a day, a moment or a sum looks in the database.
import type { Day, Instant } from '../core/calendar.ts';
import type { Attachment, Authorship, Draft, DraftRevision, DraftState, Overruled } from '../core/draft.ts';
import type { DraftFacts } from '../core/facts.ts';
import type { Finding } from '../core/guard/finding.ts';
import type { CaseEvent, EventBody, Source } from '../core/ledger.ts';
import { type Money, money } from '../core/money.ts';
import type { Reading } from '../core/reading/reading.ts';
import type { StepName } from '../core/verdict.ts';
import type { Case, DigestRecord, MessageRef, NewEvent, PendingReading, Proposal } from '../ports/records.ts';
import type { Prisma } from './generated/client.ts';
import type {
  CaseEventModel,
  CaseModel,
  DigestModel,
  DraftModel,
  DraftRevisionModel,
  ProposalModel,
  ReadingModel,
} from './generated/models.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An id that came from outside (a button, a link) may be anything; the database throws at what is no uuid. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** Documents go in as they are: their shapes are the core's, checked where they were made. */
export function json(value: unknown): Prisma.InputJsonValue {
  return value as Prisma.InputJsonValue;
}

/** A Day as Prisma wants it: that day's midnight in UTC. */
export function dayToDate(day: Day): Date {
  return new Date(`${day}T00:00:00.000Z`);
}

function dateToDay(date: Date): Day {
  return date.toISOString().slice(0, 10) as Day;
}

export function toDate(instant: Instant): Date {
  return new Date(instant);
}

export function toInstant(date: Date): Instant {
  return date.toISOString();
}

/** @throws RangeError beyond 2^53: no sum of a real ledger. */
export function toMoney(minor: bigint | string, currency: string): Money {
  return money(Number(minor), currency);
}

export function toMessageRef(channel: string | null, ts: string | null): MessageRef | null {
  return channel === null || ts === null ? null : { channel, ts };
}

export function toEvent(row: CaseEventModel): CaseEvent {
  return {
    id: row.id,
    customerId: row.customerId,
    at: toInstant(row.at),
    by: row.author,
    source: row.source as Source | null,
    body: row.body as EventBody,
  };
}

export function eventRow(workspaceId: string, event: NewEvent): Prisma.CaseEventUncheckedCreateInput {
  return {
    workspaceId,
    customerId: event.customerId,
    at: toDate(event.at),
    author: event.by,
    kind: event.body.kind,
    ...(event.source ? { source: json(event.source) } : {}),
    body: json(event.body),
  };
}

export function toCase(row: CaseModel): Case {
  return {
    id: row.id,
    customerId: row.customerId,
    card: toMessageRef(row.cardChannel, row.cardTs),
    openedAt: toInstant(row.openedAt),
    closedAt: row.closedAt ? toInstant(row.closedAt) : null,
  };
}

export function toDraft(row: DraftModel): Draft {
  return {
    id: row.id,
    customerId: row.customerId,
    currency: row.currency,
    step: row.step as StepName,
    state: row.state as DraftState,
    revision: row.revision,
    to: row.to,
    cc: row.cc,
    letter: { subject: row.subject, body: row.body },
    facts: row.facts as unknown as DraftFacts,
    findings: row.findings as unknown as Finding[],
    authorship: row.authorship as unknown as Authorship,
    card: toMessageRef(row.cardChannel, row.cardTs),
    createdBy: row.createdBy,
    createdAt: toInstant(row.createdAt),
    approvedBy: row.approvedBy,
    approvedAt: row.approvedAt ? toInstant(row.approvedAt) : null,
    sendAfter: row.sendAfter ? toInstant(row.sendAfter) : null,
    sentAt: row.sentAt ? toInstant(row.sentAt) : null,
    messageId: row.messageId,
    inReplyTo: row.inReplyTo,
    reason: row.reason,
    decidedBy: row.decidedBy,
    overruled: row.overruled as Overruled | null,
    attachments: row.attachments as Attachment[],
  };
}

export function toRevision(row: DraftRevisionModel): DraftRevision {
  return {
    revision: row.revision,
    by: row.author,
    at: toInstant(row.at),
    to: row.to,
    letter: { subject: row.subject, body: row.body },
    facts: row.facts as unknown as DraftFacts,
    findings: row.findings as unknown as Finding[],
    authorship: row.authorship as unknown as Authorship,
  };
}

export function toPendingReading(row: ReadingModel): PendingReading {
  return {
    id: row.id,
    customerId: row.customerId,
    source: { channel: row.sourceChannel, ts: row.sourceTs, quote: row.quote },
    author: row.author,
    at: toInstant(row.at),
    reading: row.reading as unknown as Reading,
    state: row.state as PendingReading['state'],
    card: toMessageRef(row.cardChannel, row.cardTs),
    decidedBy: row.decidedBy,
    decidedAt: row.decidedAt ? toInstant(row.decidedAt) : null,
    editedTs: row.editedTs,
    rewording: row.rewording as unknown as PendingReading['rewording'],
  };
}

export function toProposal(row: ProposalModel): Proposal {
  return {
    id: row.id,
    deed: row.deed as unknown as Proposal['deed'],
    words: row.words as unknown as Proposal['words'],
    askedBy: row.askedBy,
    askedAt: toInstant(row.askedAt),
    state: row.state as Proposal['state'],
    card: toMessageRef(row.cardChannel, row.cardTs),
    decidedBy: row.decidedBy,
    result: row.result,
    link: row.link,
    eventIds: row.eventIds,
  };
}

export function toDigestRecord(row: DigestModel): DigestRecord {
  return {
    day: dateToDay(row.day),
    postedAt: toInstant(row.postedAt),
    message: toMessageRef(row.channel, row.ts),
    overdueByCurrency: row.overdueByCurrency as unknown as DigestRecord['overdueByCurrency'],
  };
}

/** Prisma's code for a row that is there already. */
export function isUniqueViolation(error: unknown): boolean {
  return (error as { code?: string }).code === 'P2002';
}
