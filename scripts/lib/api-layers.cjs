// The folders of the API. A folder may import from its own line and from the lines above, never from below.
// prettier-ignore
module.exports = [
  ['platform'],
  ['government', 'audit', 'calendar', 'periods', 'regulations', 'organisation', 'employees', 'reorganisations', 'auth', 'staffing-records', 'notifications', 'documents'],
  ['skp', 'plans', 'catalogue', 'activities', 'pay-records', 'attendance', 'feedback', 'suggestions'],
  ['evaluations', 'objections', 'follow-up', 'service-requests'],
  ['tpp', 'reports', 'paper-decisions', 'monitoring', 'integrations'],
  ['imports', 'setup', 'personal-data'],
  ['demo'],
];
