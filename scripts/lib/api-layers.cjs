// The folders of the API. A folder may import from its own line and from the lines above, never from below.
// prettier-ignore
module.exports = [
  ['platform'],
  ['government', 'audit', 'calendar', 'periods', 'regulations', 'organisation', 'employees', 'auth', 'notifications', 'documents'],
  ['skp', 'plans', 'catalogue', 'activities', 'attendance', 'feedback'],
  ['evaluations', 'objections', 'follow-up', 'service-requests'],
  ['tpp', 'reports', 'monitoring', 'integrations'],
  ['imports', 'setup'],
  ['demo'],
];
