-- AlterTable
ALTER TABLE "readings" ADD COLUMN     "edited_ts" TEXT,
ADD COLUMN     "rewording" JSONB;

-- A reply can be withdrawn by whoever wrote it.
ALTER TABLE "readings" DROP CONSTRAINT "readings_state";
ALTER TABLE "readings" ADD CONSTRAINT "readings_state"
  CHECK ("state" IN ('asked', 'confirmed', 'dismissed', 'undone', 'withdrawn'));
