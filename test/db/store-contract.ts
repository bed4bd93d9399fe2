// What every Store must do. Run on the real one and on the one in memory, so that tests of flows prove something.
import { beforeEach, describe } from 'vitest';
import type { Store, Stores } from '../../src/ports/store.ts';
import { caseContract } from './contract-cases.ts';
import { draftContract } from './contract-drafts.ts';
import { feedbackContract } from './contract-feedback.ts';
import { importContract } from './contract-import.ts';
import { ledgerContract } from './contract-ledger.ts';
import { mailContract } from './contract-mails.ts';
import type { Opened } from './contract-opened.ts';
import { proposalContract } from './contract-proposals.ts';
import { tenantContract } from './contract-tenants.ts';

let teams = 0;

export function storeContract(name: string, stores: () => Stores): void {
  describe(name, () => {
    let store: Store;
    let other: Store;
    beforeEach(async () => {
      teams += 1;
      store = await stores().forTeam(`T${teams}`, 'Maple');
      other = await stores().forTeam(`X${teams}`, 'Birch');
    });
    const opened: Opened = { store: () => store, other: () => other };
    describe('import', () => importContract(opened));
    describe('ledger', () => ledgerContract(opened));
    describe('drafts', () => draftContract(opened));
    describe('cases, readings and claims', () => caseContract(opened));
    describe('feedback', () => feedbackContract(opened));
    describe('proposals', () => proposalContract(opened));
    describe('mails', () => mailContract(opened));
    describe('workspaces', () => tenantContract(opened));
  });
}
