-- CreateTable
CREATE TABLE "proposals" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "customer_id" UUID,
    "deed" JSONB NOT NULL,
    "words" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "asked_by" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "card_channel" TEXT,
    "card_ts" TEXT,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "result" TEXT,
    "link" TEXT,
    "event_ids" UUID[],

    CONSTRAINT "proposals_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "proposals_workspace_id_state_idx" ON "proposals"("workspace_id", "state");

-- AddForeignKey
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_workspace_id_customer_id_fkey" FOREIGN KEY ("workspace_id", "customer_id") REFERENCES "customers"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
