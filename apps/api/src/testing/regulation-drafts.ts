import type { ProposeDraftRequest, RegulationDraft } from '@ekinerja/contracts/regulations';
import type { OrProblem, TestApp } from './test-app.js';

/** The life of one document as people bring it about, over the API. */
export class DraftStory {
  constructor(private readonly test: TestApp) {}

  upload(text: string, options: { as?: string; cases?: string; fileName?: string } = {}) {
    const body = { fileName: options.fileName ?? 'dokumen.yaml', text, cases: options.cases ?? null };
    return this.test.call<OrProblem<RegulationDraft>>('POST', '/regulation-drafts', { as: options.as ?? 'super', body });
  }

  step(draft: Pick<RegulationDraft, 'id' | 'version'>, step: 'confirm' | 'refuse' | 'withdraw', as: string, reason = 'Sudah dibaca bersama bagian hukum') {
    return this.test.call<OrProblem<RegulationDraft>>('POST', `/regulation-drafts/${draft.id}/${step}`, { as, ifMatch: draft.version, body: { reason } });
  }

  propose(draft: Pick<RegulationDraft, 'id' | 'version'>, change: Partial<ProposeDraftRequest> & { from: string }, as = 'super') {
    const body: ProposeDraftRequest = { revision: 'new', reason: 'Peraturan baru sudah diundangkan', ...change };
    return this.test.call<OrProblem<RegulationDraft>>('POST', `/regulation-drafts/${draft.id}/propose`, { as, ifMatch: draft.version, body });
  }

  /** Uploaded and sent by one superadmin, confirmed by another. */
  async enact(text: string, from: string, revision: ProposeDraftRequest['revision'] = 'new'): Promise<RegulationDraft> {
    const uploaded = await this.upload(text);
    if (uploaded.status !== 201) throw new Error(JSON.stringify(uploaded.body));
    const proposed = await this.propose(uploaded.body, { from, revision });
    if (proposed.status !== 200) throw new Error(JSON.stringify(proposed.body));
    const confirmed = await this.step(proposed.body, 'confirm', 'super2');
    if (confirmed.status !== 200) throw new Error(JSON.stringify(confirmed.body));
    return confirmed.body;
  }
}
