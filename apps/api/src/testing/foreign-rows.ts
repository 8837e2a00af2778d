import type { Role } from '@ekinerja/contracts/access';

/** Rows of the health office, by the kind of thing that a route names in its path. */
export type RowKind =
  | 'activity' | 'skp' | 'evaluation' | 'payslip' | 'pay-run' | 'pay-run-unit' | 'employment' | 'assignment' | 'unit' | 'post' | 'session' | 'pay-record' | 'bank-account' | 'pay-claim'
  | 'case' | 'case-step' | 'catalogue-item' | 'coaching' | 'favourite' | 'feedback' | 'invitation' | 'measurement' | 'notification' | 'objection' | 'progress-mark' | 'reopening' | 'report' | 'report-item' | 'request' | 'staffing-update' | 'suggestion';

/** Whole-government roles that read people's rows anywhere. */
export const READ_ALL: readonly Role[] = ['superadmin', 'auditor', 'regent', 'staffing-manager'];

/** Whole-government roles whose lists of one kind reach everybody; other lists of theirs do not. */
export const LISTS_ALL: Partial<Record<Role, readonly string[]>> = {
  'sector-admin': ['/staffing-records', '/employees', '/monitoring'],
  'agency-head': ['/monitoring', '/service-requests'],
  'ekinerja-manager': ['/monitoring'],
  // The desk sees the files that stand there.
  'field-head': ['/service-requests'],
  'secretariat-officer': ['/service-requests'],
  'subsection-officer': ['/service-requests'],
};

export interface ForeignRow {
  row: RowKind;
  /** Roles that reach the row of another SKPD. For all others it does not exist (404), or the route itself is shut (403). */
  reachedBy: readonly Role[];
  /** Further roles that see the row but may not act on it: 403 for them. */
  seenBy?: readonly Role[];
  body?: object;
  query?: string;
  /** The route takes a file. */
  file?: true;
}

/** An id of nothing. */
const NOBODY = '00000000-0000-4000-8000-000000000000';

/**
 * Routes that name in their path a row of some person or SKPD (scope other than public, everyone and government). A
 * new route needs its entry here: which row it names, and whom another SKPD's row answers.
 */
export const FOREIGN_ROWS: Record<string, ForeignRow> = {
  'ActivityOversightController.correct': {
    row: 'activity', reachedBy: [],
    body: { startTime: '08:00', endTime: '09:00', description: 'Bukan kegiatan bawahan saya', outputQuantity: '1', outputUnit: 'dokumen', skpResultId: NOBODY, task: 'main', reason: 'bukan bawahan saya' },
  },
  'ActivityOversightController.plan': { row: 'employment', reachedBy: [], query: 'month=2026-10' },
  'ActivityOversightController.reopen': {
    row: 'reopening', reachedBy: [], body: { employmentId: NOBODY, from: '2026-10-01', to: '2026-10-01', until: '2026-11-24', reason: 'bukan unit saya' },
  },
  'ActivityOversightController.revoke': { row: 'reopening', reachedBy: ['superadmin'] },
  'ActivityOwnController.saveFavourite': {
    row: 'favourite', reachedBy: [],
    body: { description: 'Menyusun laporan bulanan', outputQuantity: '1', outputUnit: 'laporan', skpResultId: NOBODY, task: 'main', minutes: 60 },
  },
  'ActivityOwnController.removeFavourite': { row: 'favourite', reachedBy: [] },
  'ActivityOwnController.addEvidence': { row: 'activity', reachedBy: [], file: true },
  'ActivityOwnController.removeEvidence': { row: 'activity', reachedBy: [] },
  'ActivityOwnController.readEvidence': { row: 'activity', reachedBy: [] },
  'ActivityOwnController.unitMonth': { row: 'employment', reachedBy: [], query: 'month=2026-10' },
  'ActivityOwnController.saveUnit': {
    row: 'employment', reachedBy: [],
    body: {
      date: '2026-11-20', startTime: '08:00', endTime: '09:00', description: 'Bukan kegiatan unit saya', outputQuantity: '1', outputUnit: 'dokumen', skpResultId: NOBODY, task: 'main',
      evidenceLink: null, submit: true, reason: 'bukan unit saya',
    },
  },
  'CatalogueController.save': {
    row: 'catalogue-item', reachedBy: [], body: { skpdId: NOBODY, code: 'X-01', title: 'Bukan unit saya', outputUnit: 'kegiatan', normMinutes: 60, posts: [], active: true },
  },
  'CatalogueController.versions': { row: 'catalogue-item', reachedBy: ['superadmin', 'auditor'] },
  'SuggestionsController.get': { row: 'suggestion', reachedBy: [] },
  'SuggestionsController.write': { row: 'suggestion', reachedBy: [], body: { kind: 'employee', text: 'Bukan saran saya sendiri', activityId: null } },
  'SuggestionsController.say': { row: 'suggestion', reachedBy: [], body: { text: 'bukan saran saya' } },
  'SuggestionsController.close': { row: 'suggestion', reachedBy: [] },
  'ActivitiesController.save': { row: 'activity', reachedBy: [] },
  'ActivitiesController.submit': { row: 'activity', reachedBy: [] },
  'ActivitiesController.withdraw': { row: 'activity', reachedBy: [] },
  'ActivitiesController.accept': { row: 'activity', reachedBy: [] },
  'ActivitiesController.refuse': { row: 'activity', reachedBy: [], body: { reason: 'bukan bawahan saya' } },
  'ActivitiesController.history': { row: 'activity', reachedBy: READ_ALL },
  'SkpController.get': { row: 'skp', reachedBy: READ_ALL },
  'SkpController.save': { row: 'skp', reachedBy: [], body: { results: [] } },
  'SkpController.submit': { row: 'skp', reachedBy: [] },
  'SkpController.withdraw': { row: 'skp', reachedBy: [] },
  'SkpController.versions': { row: 'skp', reachedBy: READ_ALL },
  // No two versions: not found for everybody, also for those who reach it.
  'SkpController.compare': { row: 'skp', reachedBy: [], query: 'from=1&to=2' },
  'SkpController.events': { row: 'skp', reachedBy: READ_ALL },
  'SkpStepsController.review': { row: 'skp', reachedBy: [], body: { remarks: '', ticks: [] } },
  'SkpStepsController.agree': { row: 'skp', reachedBy: [] },
  'SkpStepsController.verify': { row: 'skp', reachedBy: [], body: { remarks: '', documentsChecked: true } },
  'SkpStepsController.determine': { row: 'skp', reachedBy: [], body: {} },
  'SkpStepsController.returnToOwner': { row: 'skp', reachedBy: [], body: { reason: 'bukan bawahan saya' } },
  'SkpStepsController.refuse': { row: 'skp', reachedBy: [], body: { reason: 'bukan bawahan saya' } },
  'SkpStepsController.settle': { row: 'skp', reachedBy: [], body: { outcome: 'determine', reason: 'bukan bawahan saya' } },
  'SkpStepsController.reopen': { row: 'skp', reachedBy: ['superadmin'], body: { reason: 'bukan pegawai saya' } },
  'SkpRecordsController.recordDialogue': { row: 'skp', reachedBy: [], body: { heldOn: '2026-11-20', notes: 'bukan bawahan saya', resultIds: [] } },
  'SkpRecordsController.addDocument': { row: 'skp', reachedBy: [], query: 'use=other&kind=Surat&number=1&date=2026-11-20&signatory=Kepala', file: true },
  'SkpRecordsController.document': { row: 'skp', reachedBy: [] },
  'SkpRecordsController.close': { row: 'skp', reachedBy: ['superadmin'], body: { reason: 'bukan pegawai saya', attainments: [] } },
  'SkpRecordsController.attain': { row: 'skp', reachedBy: ['superadmin'], body: { reason: 'bukan pegawai saya', attainments: [] } },
  'SkpChangesController.start': { row: 'skp', reachedBy: [], body: { reason: 'bukan bawahan saya' } },
  // The row has no change, template, duty, point or expectation of that id: not found for everybody.
  'SkpChangesController.get': { row: 'skp', reachedBy: [] },
  'SkpChangesController.save': { row: 'skp', reachedBy: [], body: { results: [] } },
  'SkpChangesController.submit': { row: 'skp', reachedBy: [] },
  'SkpChangesController.accept': { row: 'skp', reachedBy: [] },
  'SkpChangesController.returnToOwner': { row: 'skp', reachedBy: [], body: { reason: 'bukan bawahan saya' } },
  'SkpChangesController.drop': { row: 'skp', reachedBy: [] },
  'SkpYearController.removeTemplate': { row: 'skp', reachedBy: [] },
  'SkpYearController.duties': { row: 'skp', reachedBy: [] },
  'SkpYearController.setDuties': { row: 'skp', reachedBy: [], body: { duties: [] } },
  'SkpCascadeController.points': { row: 'skp', reachedBy: [] },
  'SkpCascadeController.setPoints': { row: 'skp', reachedBy: [], body: { points: [] } },
  'SkpCascadeController.take': { row: 'skp', reachedBy: [] },
  'SkpCascadeController.drop': { row: 'skp', reachedBy: [] },
  'SkpCascadeController.link': { row: 'skp', reachedBy: [] },
  'UnitAgreementsController.save': { row: 'skp', reachedBy: [], body: { targets: [] } },
  'UnitAgreementsController.finalise': { row: 'skp', reachedBy: [], body: { number: '1', signedOn: '2026-01-10' } },
  'UnitAgreementsController.redraft': { row: 'skp', reachedBy: [], body: { reason: 'bukan unit saya' } },
  'UnitAgreementsController.attain': { row: 'skp', reachedBy: [], body: { items: [] } },
  'PlansController.get': { row: 'skp', reachedBy: READ_ALL },
  'PlansController.suggestion': { row: 'skp', reachedBy: [], query: 'method=even' },
  'PlansController.save': { row: 'skp', reachedBy: [], body: { targets: [], steps: [] } },
  'PlansController.submit': { row: 'skp', reachedBy: [] },
  'PlansController.revise': { row: 'skp', reachedBy: [] },
  'PlansController.verify': { row: 'skp', reachedBy: [] },
  'PlansController.sendBack': { row: 'skp', reachedBy: [], body: { reason: 'bukan bawahan saya' } },
  'SkpPapersController.pdf': { row: 'skp', reachedBy: READ_ALL },
  'EvaluationsController.get': { row: 'evaluation', reachedBy: READ_ALL },
  'EvaluationDocumentsController.history': { row: 'evaluation', reachedBy: READ_ALL },
  'EvaluationDocumentsController.confirm': { row: 'evaluation', reachedBy: [] },
  'EvaluationDocumentsController.handOver': { row: 'evaluation', reachedBy: [], body: { note: 'bukan bawahan saya' } },
  'MeasurementsController.of': { row: 'employment', reachedBy: READ_ALL, query: 'rhythm=monthly&month=2026-10' },
  'MeasurementsController.confirm': { row: 'measurement', reachedBy: [], body: { lines: [] } },
  'EvaluationPapersController.evaluation': { row: 'evaluation', reachedBy: READ_ALL },
  'EvaluationPapersController.objection': { row: 'objection', reachedBy: ['superadmin', 'auditor', 'staffing-manager'] },
  'EvaluationPapersController.measurement': { row: 'measurement', reachedBy: READ_ALL },
  'ObjectionsController.get': { row: 'objection', reachedBy: ['superadmin', 'auditor', 'staffing-manager'] },
  'ObjectionCaseController.ask': { row: 'objection', reachedBy: [], body: { side: 'employee', question: 'bukan perkara saya' } },
  'ObjectionCaseController.explain': { row: 'objection', reachedBy: [], body: { side: 'employee', text: 'bukan perkara saya' } },
  'ObjectionCaseController.addEvidence': { row: 'objection', reachedBy: [], file: true },
  // The case has no evidence: not found for everybody, also for those who reach it.
  'ObjectionCaseController.readEvidence': { row: 'objection', reachedBy: [] },
  'ObjectionCaseController.decide': { row: 'objection', reachedBy: [], body: { outcome: 'uphold', reason: 'bukan perkara saya' } },
  'ObjectionCaseController.withdraw': { row: 'objection', reachedBy: [], body: { reason: 'bukan perkara saya' } },
  'PayslipsController.view': { row: 'payslip', reachedBy: ['superadmin', 'auditor'] },
  'ReportsController.slipPdf': { row: 'payslip', reachedBy: ['superadmin', 'auditor'] },
  'ReportsController.recapPdf': { row: 'pay-run-unit', reachedBy: ['superadmin', 'auditor'] },
  'ReportsController.recapXlsx': { row: 'pay-run-unit', reachedBy: ['superadmin', 'auditor'] },
  'PayPapersController.paper': { row: 'pay-run-unit', reachedBy: ['superadmin', 'auditor'] },
  'PayPapersController.compare': { row: 'pay-run-unit', reachedBy: ['superadmin', 'auditor'], file: true },
  'PayPapersController.payroll': { row: 'pay-run-unit', reachedBy: ['superadmin', 'auditor'] },
  'PayPapersController.payrollCsv': { row: 'pay-run-unit', reachedBy: ['superadmin', 'auditor'] },
  'PrintsController.ask': { row: 'pay-run-unit', reachedBy: ['superadmin'], body: { kind: 'slips' } },
  'PrintsController.list': { row: 'pay-run-unit', reachedBy: ['superadmin'] },
  // The unit has no file of that id: not found for everybody, also for those who reach it.
  'PrintsController.file': { row: 'pay-run-unit', reachedBy: [] },
  'SignedPapersController.list': { row: 'pay-run-unit', reachedBy: ['superadmin', 'auditor'] },
  // Nothing is signed yet: not found for everybody, and its kind is none of the known ones.
  'SignedPapersController.file': { row: 'pay-run-unit', reachedBy: [] },
  'SignedPapersController.scan': { row: 'pay-run-unit', reachedBy: [], query: 'date=2026-11-20', file: true },
  'SignedPapersController.sign': { row: 'pay-run-unit', reachedBy: [], body: { nik: '6301000000000000', passphrase: 'bukan milik saya' } },
  'PayRunsController.run': { row: 'pay-run', reachedBy: ['superadmin', 'auditor', 'unit-admin', 'unit-head', 'treasurer'] },
  'PayRunsController.unit': { row: 'pay-run-unit', reachedBy: ['superadmin', 'auditor'] },
  'PayRunsController.check': { row: 'pay-run-unit', reachedBy: ['superadmin'] },
  'PayRunsController.reopen': { row: 'pay-run-unit', reachedBy: ['superadmin'] },
  'RunStepsController.sign': { row: 'pay-run-unit', reachedBy: [] },
  'RunStepsController.return': { row: 'pay-run-unit', reachedBy: ['superadmin'], body: { reason: 'bukan daftar SKPD saya' } },
  'PayRunsController.handOver': { row: 'pay-run-unit', reachedBy: [], body: { step: 'signed', date: '2026-11-20' } },
  'PaperDecisionsController.of': { row: 'skp', reachedBy: READ_ALL },
  // The scan is asked by the id of its own row: not found for everybody.
  'PaperDecisionsController.file': { row: 'skp', reachedBy: [] },
  'PayRecordsController.get': { row: 'pay-record', reachedBy: ['superadmin', 'auditor', 'staffing-manager'] },
  'PayRecordsController.decide': { row: 'pay-record', reachedBy: ['superadmin'], body: { decision: 'agree', reason: null } },
  'PayRecordsController.end': { row: 'pay-record', reachedBy: ['superadmin'], body: { to: null, reason: 'bukan SKPD saya' } },
  // The row has no paper: not found for everybody, also for those who reach it.
  'PayRecordsController.paper': { row: 'pay-record', reachedBy: [] },
  'PayFactsController.decide': { row: 'bank-account', reachedBy: ['superadmin'], body: { decision: 'agree', reason: null } },
  'PayCorrectionsController.settle': { row: 'pay-claim', reachedBy: ['superadmin'], body: { receipt: 'STS 1/2026', date: '2026-11-20' } },
  'EmployeesController.detail': { row: 'employment', reachedBy: READ_ALL },
  'PersonTimelineController.ofYear': { row: 'employment', reachedBy: READ_ALL },
  'OfficePapersController.ofYear': { row: 'employment', reachedBy: READ_ALL },
  'EmployeesController.evaluator': { row: 'employment', reachedBy: READ_ALL },
  'StaffingRecordsController.detail': { row: 'employment', reachedBy: ['superadmin', 'auditor', 'staffing-manager', 'sector-admin'] },
  'StaffingUpdatesController.get': { row: 'staffing-update', reachedBy: ['superadmin', 'auditor', 'staffing-manager', 'sector-admin'] },
  'StaffingUpdatesController.document': { row: 'staffing-update', reachedBy: ['superadmin', 'auditor', 'staffing-manager', 'sector-admin'] },
  'OwnStaffingRecordController.withdraw': { row: 'staffing-update', reachedBy: [], seenBy: ['sector-admin'] },
  // No look of theirs has that id, nor of anybody else's.
  'SupportViewsController.end': { row: 'session', reachedBy: [] },
  'OwnAccountController.endSession': { row: 'session', reachedBy: [] },
  'FeedbackController.record': { row: 'employment', reachedBy: READ_ALL },
  'FeedbackController.propose': { row: 'employment', reachedBy: [], body: { every: 'monthly' } },
  'FeedbackController.agree': { row: 'employment', reachedBy: [] },
  'FeedbackController.invite': { row: 'employment', reachedBy: [], body: { kind: 'incidental', subject: 'general', resultId: null, indicator: null, behaviour: null, name: 'Orang Luar', office: 'Instansi lain', email: null, question: null } },
  'FeedbackController.withdraw': { row: 'invitation', reachedBy: [] },
  'FeedbackController.answer': { row: 'feedback', reachedBy: [], body: { answer: 'bukan umpan balik saya' } },
  'ProgressController.mark': { row: 'employment', reachedBy: [], body: { resultId: null, progress: true, note: 'bukan bawahan saya' } },
  'ProgressController.take': { row: 'progress-mark', reachedBy: [], body: { measure: 'appreciation', note: 'bukan bawahan saya' } },
  'ProgressController.coach': { row: 'employment', reachedBy: [], body: { kind: 'guidance', reason: 'bukan bawahan saya' } },
  'ProgressController.session': { row: 'coaching', reachedBy: [], body: { heldOn: '2026-11-20', notes: 'bukan bawahan', outcome: 'bukan bawahan' } },
  'ProgressController.end': { row: 'coaching', reachedBy: [], body: { outcome: 'bukan bawahan saya' } },
  'ServiceRequestsController.get': { row: 'request', reachedBy: [] },
  'OfficePapersController.request': { row: 'request', reachedBy: [], query: 'paper=letter' },
  'OfficePapersController.attachment': { row: 'report-item', reachedBy: ['superadmin', 'auditor', 'staffing-manager'], query: 'attachment=skp' },
  'CasePapersController.step': { row: 'case-step', reachedBy: READ_ALL },
  'CasePapersController.reminder': { row: 'case', reachedBy: READ_ALL },
  'OfficePapersController.performance': { row: 'report', reachedBy: ['superadmin', 'auditor', 'staffing-manager'] },
  'ServiceRequestsController.attach': { row: 'request', reachedBy: [], query: 'code=surat', file: true },
  'ServiceRequestsController.download': { row: 'request', reachedBy: [] },
  'ServiceRequestsController.submit': { row: 'request', reachedBy: [] },
  'ServiceRequestsController.amend': {
    row: 'request', reachedBy: [],
    body: {
      reason: 'Sesuai surat keputusan',
      content: {
        effectiveOn: '2026-12-01', decreeNumber: '1', decreeDate: '2026-11-02', signatory: 'Bupati', postId: null, class: '8', evaluatorId: null, adminId: null,
        reopens: null, skpId: null, months: [], from: null, to: null, until: null,
      },
    },
  },
  'ServiceRequestsController.withdraw': { row: 'request', reachedBy: [], body: { reason: 'Tidak jadi' } },
  'FollowUpController.get': { row: 'case', reachedBy: READ_ALL },
  'FollowUpController.step': { row: 'case', reachedBy: ['superadmin', 'staffing-manager'], body: { action: 'end', note: 'bukan perkara saya', document: null } },
  'TieredReportsController.get': { row: 'report', reachedBy: ['superadmin', 'auditor', 'staffing-manager'] },
  'TieredReportsController.pass': { row: 'report', reachedBy: [], body: { note: null } },
  'NotificationsController.read': { row: 'notification', reachedBy: [] },
  'FeedbackPapersController.pdf': { row: 'employment', reachedBy: READ_ALL, query: 'year=2026' },
  // The row has no paper: not found for everybody, also for those who reach it.
  'OrganisationController.unit': { row: 'unit', reachedBy: ['superadmin', 'auditor', 'staffing-manager'] },
  'PostsController.get': { row: 'post', reachedBy: ['superadmin', 'auditor', 'staffing-manager'] },
  'LeadersController.ofPerson': { row: 'employment', reachedBy: READ_ALL },
  'EmploymentEventsController.list': { row: 'employment', reachedBy: READ_ALL },
  // No event of that id: not found for everybody.
  'EmploymentEventsController.file': { row: 'employment', reachedBy: [] },
  'AssignmentsController.decree': { row: 'assignment', reachedBy: [] },
  'OrganisationListsController.decree': { row: 'assignment', reachedBy: [] },
};
