-- CreateTable
CREATE TABLE "inbound_mails" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "key" TEXT NOT NULL,
    "customer_id" UUID,
    "state" TEXT NOT NULL,
    "mail" JSONB NOT NULL,
    "match" JSONB,
    "signs" JSONB NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "card_channel" TEXT,
    "card_ts" TEXT,
    "looked_by" TEXT,
    "looked_at" TIMESTAMPTZ(3),

    CONSTRAINT "inbound_mails_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "inbound_mails_workspace_id_card_channel_card_ts_idx" ON "inbound_mails"("workspace_id", "card_channel", "card_ts");

-- CreateIndex
CREATE INDEX "inbound_mails_workspace_id_state_idx" ON "inbound_mails"("workspace_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "inbound_mails_workspace_id_key_key" ON "inbound_mails"("workspace_id", "key");

-- AddForeignKey
ALTER TABLE "inbound_mails" ADD CONSTRAINT "inbound_mails_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbound_mails" ADD CONSTRAINT "inbound_mails_workspace_id_customer_id_fkey" FOREIGN KEY ("workspace_id", "customer_id") REFERENCES "customers"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
