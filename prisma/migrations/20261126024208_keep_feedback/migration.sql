-- CreateTable
CREATE TABLE "feedback" (
    "workspace_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "ts" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "answered_by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "feedback_pkey" PRIMARY KEY ("workspace_id","channel","ts","author")
);

-- CreateIndex
CREATE INDEX "feedback_workspace_id_at_idx" ON "feedback"("workspace_id", "at");

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
