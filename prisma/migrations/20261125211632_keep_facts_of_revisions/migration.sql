-- AlterTable
-- Revisions from before kept no facts of their own: they take their draft's, which is the newest that was known.
ALTER TABLE "draft_revisions" ADD COLUMN     "facts" JSONB;
UPDATE "draft_revisions" r SET "facts" = d."facts" FROM "drafts" d
WHERE d."workspace_id" = r."workspace_id" AND d."id" = r."draft_id";
ALTER TABLE "draft_revisions" ALTER COLUMN "facts" SET NOT NULL;

-- AlterTable
ALTER TABLE "drafts" ADD COLUMN     "attachments" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "overruled" JSONB;

-- CreateTable
CREATE TABLE "model_usage" (
    "workspace_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "calls" INTEGER NOT NULL,
    "tokens" INTEGER NOT NULL,
    "millis" INTEGER NOT NULL,

    CONSTRAINT "model_usage_pkey" PRIMARY KEY ("workspace_id","day")
);

-- AddForeignKey
ALTER TABLE "model_usage" ADD CONSTRAINT "model_usage_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
