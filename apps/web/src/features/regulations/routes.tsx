import { page } from '../../lib/page';

const messages = ['regulations'];
const drafts = ['regulations', 'drafts'];
const simulations = ['regulations', 'drafts', 'simulations'];

export const routes = [
  page({ path: 'regulasi', permissions: ['regulations.read'], messages, load: () => import('./RegulationsPage') }),
  page({ path: 'regulasi/rancangan', permissions: ['regulations.manage'], messages: drafts, load: () => import('./DraftsPage') }),
  page({ path: 'regulasi/rancangan/:draftId', permissions: ['regulations.manage'], messages: drafts, load: () => import('./DraftPage') }),
  page({ path: 'regulasi/besaran-baru', permissions: ['regulations.manage'], messages: drafts, load: () => import('./AmountsPage') }),
  page({ path: 'regulasi/simulasi', permissions: ['pay-simulations.run'], messages: simulations, load: () => import('./SimulationsPage') }),
  page({ path: 'regulasi/simulasi/:simulationId', permissions: ['pay-simulations.run'], messages: simulations, load: () => import('./SimulationPage') }),
  page({
    path: 'regulasi/simulasi/:simulationId/pegawai/:employmentId', permissions: ['pay-simulations.run'],
    messages: simulations, load: () => import('./SimulationPersonPage'),
  }),
  page({ path: 'regulasi/:kind', permissions: ['regulations.read'], messages, load: () => import('./RegulationPage') }),
  page({ path: 'regulasi/:kind/riwayat', permissions: ['regulations.read'], messages: drafts, load: () => import('./HistoryPage') }),
  page({ path: 'regulasi/:kind/riwayat/:versionId/:revision', permissions: ['regulations.read'], messages: drafts, load: () => import('./VersionPage') }),
];
