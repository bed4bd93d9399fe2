-- CreateTable
CREATE TABLE "workspaces" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "team_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workspaces_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "settings_versions" (
    "workspace_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "doc" JSONB NOT NULL,
    "author" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "settings_versions_pkey" PRIMARY KEY ("workspace_id","version")
);

-- CreateTable
CREATE TABLE "policy_versions" (
    "workspace_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "doc" JSONB NOT NULL,
    "author" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "policy_versions_pkey" PRIMARY KEY ("workspace_id","version")
);

-- CreateTable
CREATE TABLE "customers" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "group_name" TEXT,
    "language" TEXT NOT NULL DEFAULT 'en',
    "country" CHAR(2),
    "zone" TEXT,
    "account_manager" TEXT,
    "terms" JSONB NOT NULL DEFAULT '{}',
    "first_seen" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "customers_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "customer_changes" (
    "workspace_id" UUID NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "customer_id" UUID NOT NULL,
    "author" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "change" JSONB NOT NULL,

    CONSTRAINT "customer_changes_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "contacts" (
    "workspace_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "author" TEXT NOT NULL,

    CONSTRAINT "contacts_pkey" PRIMARY KEY ("workspace_id","customer_id","position")
);

-- CreateTable
CREATE TABLE "invoices" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "customer_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "issued" DATE,
    "due" DATE NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "total_minor" BIGINT NOT NULL,
    "open_minor" BIGINT NOT NULL,
    "memo" TEXT,
    "first_seen" TIMESTAMPTZ(3) NOT NULL,
    "settled_on" DATE,

    CONSTRAINT "invoices_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "invoice_changes" (
    "workspace_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "invoice_id" UUID NOT NULL,
    "open_before" BIGINT NOT NULL,
    "open_after" BIGINT NOT NULL,
    "total_before" BIGINT NOT NULL,
    "total_after" BIGINT NOT NULL,
    "currency_before" CHAR(3) NOT NULL,
    "due_before" DATE NOT NULL,
    "due_after" DATE NOT NULL,

    CONSTRAINT "invoice_changes_pkey" PRIMARY KEY ("workspace_id","import_id","invoice_id")
);

-- CreateTable
CREATE TABLE "payments" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "customer_id" UUID NOT NULL,
    "invoice_id" UUID,
    "import_id" UUID,
    "currency" CHAR(3) NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "day" DATE NOT NULL,

    CONSTRAINT "payments_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "imports" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "author" TEXT NOT NULL,
    "receipt" JSONB NOT NULL,

    CONSTRAINT "imports_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "uploads" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "file_name" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "author" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "uploads_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "case_events" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "customer_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "author" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "source" JSONB,
    "body" JSONB NOT NULL,

    CONSTRAINT "case_events_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "cases" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "customer_id" UUID NOT NULL,
    "card_channel" TEXT,
    "card_ts" TEXT,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "cases_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "drafts" (
    "workspace_id" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "customer_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "step" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "to_address" TEXT NOT NULL,
    "cc_addresses" TEXT[],
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "findings" JSONB NOT NULL,
    "authorship" JSONB NOT NULL,
    "card_channel" TEXT,
    "card_ts" TEXT,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "approved_by" TEXT,
    "approved_at" TIMESTAMPTZ(3),
    "send_after" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "message_id" TEXT NOT NULL,
    "in_reply_to" TEXT,
    "reason" TEXT,
    "decided_by" TEXT,
    "send_job_id" UUID,

    CONSTRAINT "drafts_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "draft_revisions" (
    "workspace_id" UUID NOT NULL,
    "draft_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "author" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "to_address" TEXT NOT NULL,
    "cc_addresses" TEXT[],
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "findings" JSONB NOT NULL,
    "authorship" JSONB NOT NULL,

    CONSTRAINT "draft_revisions_pkey" PRIMARY KEY ("workspace_id","draft_id","revision")
);

-- CreateTable
CREATE TABLE "readings" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "customer_id" UUID NOT NULL,
    "source_channel" TEXT NOT NULL,
    "source_ts" TEXT NOT NULL,
    "quote" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "reading" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "card_channel" TEXT,
    "card_ts" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "event_ids" UUID[],

    CONSTRAINT "readings_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "job_claims" (
    "workspace_id" UUID NOT NULL,
    "job" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "job_claims_pkey" PRIMARY KEY ("workspace_id","job","day")
);

-- CreateTable
CREATE TABLE "slack_events" (
    "workspace_id" UUID NOT NULL,
    "event_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "slack_events_pkey" PRIMARY KEY ("workspace_id","event_id")
);

-- CreateTable
CREATE TABLE "digests" (
    "workspace_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "posted_at" TIMESTAMPTZ(3) NOT NULL,
    "channel" TEXT,
    "ts" TEXT,
    "overdue_by_currency" JSONB NOT NULL,

    CONSTRAINT "digests_pkey" PRIMARY KEY ("workspace_id","day")
);

-- CreateIndex
CREATE UNIQUE INDEX "workspaces_team_id_key" ON "workspaces"("team_id");

-- CreateIndex
CREATE UNIQUE INDEX "customers_workspace_id_key_key" ON "customers"("workspace_id", "key");

-- CreateIndex
CREATE INDEX "customer_changes_workspace_id_customer_id_idx" ON "customer_changes"("workspace_id", "customer_id");

-- CreateIndex
CREATE INDEX "invoices_workspace_id_number_idx" ON "invoices"("workspace_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "invoices_workspace_id_customer_id_kind_number_key" ON "invoices"("workspace_id", "customer_id", "kind", "number");

-- CreateIndex
CREATE INDEX "payments_workspace_id_customer_id_day_idx" ON "payments"("workspace_id", "customer_id", "day");

-- CreateIndex
CREATE UNIQUE INDEX "payments_workspace_id_import_id_invoice_id_key" ON "payments"("workspace_id", "import_id", "invoice_id");

-- CreateIndex
CREATE INDEX "imports_workspace_id_seq_idx" ON "imports"("workspace_id", "seq");

-- CreateIndex
CREATE INDEX "case_events_workspace_id_customer_id_seq_idx" ON "case_events"("workspace_id", "customer_id", "seq");

-- CreateIndex
CREATE INDEX "cases_workspace_id_card_channel_card_ts_idx" ON "cases"("workspace_id", "card_channel", "card_ts");

-- CreateIndex
CREATE INDEX "cases_workspace_id_customer_id_idx" ON "cases"("workspace_id", "customer_id");

-- CreateIndex
CREATE INDEX "drafts_workspace_id_state_idx" ON "drafts"("workspace_id", "state");

-- CreateIndex
CREATE INDEX "drafts_workspace_id_customer_id_idx" ON "drafts"("workspace_id", "customer_id");

-- CreateIndex
CREATE UNIQUE INDEX "readings_workspace_id_source_channel_source_ts_key" ON "readings"("workspace_id", "source_channel", "source_ts");

-- AddForeignKey
ALTER TABLE "settings_versions" ADD CONSTRAINT "settings_versions_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_versions" ADD CONSTRAINT "policy_versions_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customers" ADD CONSTRAINT "customers_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_changes" ADD CONSTRAINT "customer_changes_workspace_id_customer_id_fkey" FOREIGN KEY ("workspace_id", "customer_id") REFERENCES "customers"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_workspace_id_customer_id_fkey" FOREIGN KEY ("workspace_id", "customer_id") REFERENCES "customers"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_workspace_id_customer_id_fkey" FOREIGN KEY ("workspace_id", "customer_id") REFERENCES "customers"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice_changes" ADD CONSTRAINT "invoice_changes_workspace_id_import_id_fkey" FOREIGN KEY ("workspace_id", "import_id") REFERENCES "imports"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice_changes" ADD CONSTRAINT "invoice_changes_workspace_id_invoice_id_fkey" FOREIGN KEY ("workspace_id", "invoice_id") REFERENCES "invoices"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_workspace_id_customer_id_fkey" FOREIGN KEY ("workspace_id", "customer_id") REFERENCES "customers"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_workspace_id_invoice_id_fkey" FOREIGN KEY ("workspace_id", "invoice_id") REFERENCES "invoices"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_workspace_id_import_id_fkey" FOREIGN KEY ("workspace_id", "import_id") REFERENCES "imports"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imports" ADD CONSTRAINT "imports_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_events" ADD CONSTRAINT "case_events_workspace_id_customer_id_fkey" FOREIGN KEY ("workspace_id", "customer_id") REFERENCES "customers"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_workspace_id_customer_id_fkey" FOREIGN KEY ("workspace_id", "customer_id") REFERENCES "customers"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_workspace_id_customer_id_fkey" FOREIGN KEY ("workspace_id", "customer_id") REFERENCES "customers"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_revisions" ADD CONSTRAINT "draft_revisions_workspace_id_draft_id_fkey" FOREIGN KEY ("workspace_id", "draft_id") REFERENCES "drafts"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "readings" ADD CONSTRAINT "readings_workspace_id_customer_id_fkey" FOREIGN KEY ("workspace_id", "customer_id") REFERENCES "customers"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_claims" ADD CONSTRAINT "job_claims_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "slack_events" ADD CONSTRAINT "slack_events_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "digests" ADD CONSTRAINT "digests_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What schema.prisma has no words for.

-- What is open is what is read all day; what is settled is most of the table.
CREATE INDEX "invoices_open_by_due" ON "invoices" ("workspace_id", "due") WHERE "open_minor" > 0;
CREATE INDEX "invoices_settled_by_day" ON "invoices" ("workspace_id", "settled_on") WHERE "settled_on" IS NOT NULL;

-- A customer hears one voice a currency: no second letter while one waits, is on its way, or may have arrived.
CREATE UNIQUE INDEX "drafts_one_live" ON "drafts" ("workspace_id", "customer_id", "currency")
    WHERE "state" IN ('proposed', 'approved', 'sending', 'failed', 'unsure');

CREATE UNIQUE INDEX "cases_one_open" ON "cases" ("workspace_id", "customer_id") WHERE "closed_at" IS NULL;

ALTER TABLE "invoices"
    ADD CONSTRAINT "invoices_kind" CHECK ("kind" IN ('invoice', 'credit_note')),
    ADD CONSTRAINT "invoices_not_negative" CHECK ("open_minor" >= 0 AND "total_minor" >= 0);
ALTER TABLE "payments" ADD CONSTRAINT "payments_positive" CHECK ("amount_minor" > 0);
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_state" CHECK
    ("state" IN ('proposed', 'approved', 'sending', 'sent', 'skipped', 'stopped', 'failed', 'unsure'));
ALTER TABLE "readings" ADD CONSTRAINT "readings_state" CHECK ("state" IN ('asked', 'confirmed', 'dismissed', 'undone'));
