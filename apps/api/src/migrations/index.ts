import { StepsBeforeTheClose1764500000490 } from './1764500000490-steps-before-the-close.js';
import { WebhookClaims1764500000500 } from './1764500000500-webhook-claims.js';
import { EarlierEvaluations1764500000501 } from './1764500000501-earlier-evaluations.js';
import { StrongSessions1764500000502 } from './1764500000502-strong-sessions.js';
import { MonthsClosedToADay1764500000530 } from './1764500000530-months-closed-to-a-day.js';
import { NationalHeadings1764500000503 } from './1764500000503-national-headings.js';
import { DataOfPeople1764500000560 } from './1764500000560-data-of-people.js';
import { ClassesByPost1764500000510 } from './1764500000510-classes-by-post.js';
import { CreativityWithItsLetter1764500000582 } from './1764500000582-creativity-with-its-letter.js';
import { CoachingOfACase1764500000581 } from './1764500000581-coaching-of-a-case.js';
import { InvitationsSayAboutWhat1764500000580 } from './1764500000580-invitations-say-about-what.js';
import { ObjectionsDecidedApart1764500000570 } from './1764500000570-objections-decided-apart.js';
import { BasisOfCases1764500000571 } from './1764500000571-basis-of-cases.js';
import { ReportsSupplemented1764500000572 } from './1764500000572-reports-supplemented.js';
import { CorrectionsInPart1764500000520 } from './1764500000520-corrections-in-part.js';
import { PeopleAndPosts1763800000001 } from './1763800000001-people-and-posts.js';
import { AccessAndRecords1763800000002 } from './1763800000002-access-and-records.js';
import { PapersOfMany1764500000491 } from './1764500000491-papers-of-many.js';
import { Work1763800000003 } from './1763800000003-work.js';
import { AttendanceAndPay1763800000004 } from './1763800000004-attendance-and-pay.js';
import { SignIn1763800000110 } from './1763800000110-sign-in.js';
import { PayPerUnit1763800000130 } from './1763800000130-pay-per-unit.js';
import { OpenActivities1763800000120 } from './1763800000120-open-activities.js';
import { OwnData1763800000150 } from './1763800000150-own-data.js';
import { EntriesOfTheDay1763800000270 } from './1763800000270-entries-of-the-day.js';
import { RolesOfTheAgency1763800000200 } from './1763800000200-roles-of-the-agency.js';
import { SkpFlow1763800000260 } from './1763800000260-skp-flow.js';
import { RegulationLife1763800000210 } from './1763800000210-regulation-life.js';
import { PeopleAndPostsKept1763800000220 } from './1763800000220-people-and-posts-kept.js';
import { ChangesOfTheOrganisation1763800000221 } from './1763800000221-changes-of-the-organisation.js';
import { PeopleOverTime1763800000230 } from './1763800000230-people-over-time.js';
import { Oversight1763800000250 } from './1763800000250-oversight.js';
import { SecondFactorAndRecovery1763800000240 } from './1763800000240-second-factor-and-recovery.js';
import { EvaluationsOnRecord1763800000310 } from './1763800000310-evaluations-on-record.js';
import { KindsAreNoted1763800000990 } from './1763800000990-kinds-are-noted.js';
import { RolesOverTime1763800000241 } from './1763800000241-roles-over-time.js';
import { Integrators1763800000242 } from './1763800000242-integrators.js';
import { Reorganisations1764500000131 } from './1764500000131-reorganisations.js';
import { PaperDecisions1764500000130 } from './1764500000130-paper-decisions.js';
import { ServiceRequests1764500000263 } from './1764500000263-service-requests.js';
import { Notifications1764500000262 } from './1764500000262-notifications.js';
import { FollowUp1764500000261 } from './1764500000261-follow-up.js';
import { FactsOfPay1764500000300 } from './1764500000300-facts-of-pay.js';
import { KindsOfRuns1764500000301 } from './1764500000301-kinds-of-runs.js';
import { FeedbackAndCoaching1764500000260 } from './1764500000260-feedback-and-coaching.js';
import { Objections1764500000230 } from './1764500000230-objections.js';
import { StaffingRecords1764500000150 } from './1764500000150-staffing-records.js';
import { CatalogueAndCorrections1764500000200 } from './1764500000200-catalogue-and-corrections.js';
import { WorkPlans1764500000170 } from './1764500000170-work-plans.js';
import { PersonalData1764500000151 } from './1764500000151-personal-data.js';
import { MeasuredAndJudged1764500000231 } from './1764500000231-measured-and-judged.js';
import { Oversight1764500000350 } from './1764500000350-oversight.js';
import { PresenceSources1764500000302 } from './1764500000302-presence-sources.js';
import { Cascade1764500000171 } from './1764500000171-cascade.js';
import { SourceFilesAtWork1764500000421 } from './1764500000421-source-files-at-work.js';
import { EventsTakenBack1764500000420 } from './1764500000420-events-taken-back.js';
import { SiasnDeliveries1764500000152 } from './1764500000152-siasn-deliveries.js';
import { Webhooks1764500000460 } from './1764500000460-webhooks.js';
import { EventsPutRight1764500000471 } from './1764500000471-events-put-right.js';
import { SessionsEndAloud1764500000472 } from './1764500000472-sessions-end-aloud.js';
import { PeopleFound1764500000470 } from './1764500000470-people-found.js';
import { SkpLists1764500000440 } from './1764500000440-skp-lists.js';
import { ServiceRequestsKept1764500000550 } from './1764500000550-service-requests-kept.js';

/** In order; the same list runs in production, in the demo and in the tests. */
export const MIGRATIONS = [
  PeopleAndPosts1763800000001,
  AccessAndRecords1763800000002,
  Work1763800000003,
  AttendanceAndPay1763800000004,
  SignIn1763800000110,
  PayPerUnit1763800000130,
  OpenActivities1763800000120,
  OwnData1763800000150,
  RolesOfTheAgency1763800000200,
  SkpFlow1763800000260,
  RegulationLife1763800000210,
  PeopleAndPostsKept1763800000220,
  ChangesOfTheOrganisation1763800000221,
  PeopleOverTime1763800000230,
  Oversight1763800000250,
  SecondFactorAndRecovery1763800000240,
  EvaluationsOnRecord1763800000310,
  KindsAreNoted1763800000990,
  RolesOverTime1763800000241,
  EntriesOfTheDay1763800000270,
  Integrators1763800000242,
  PaperDecisions1764500000130,
  Reorganisations1764500000131,
  FactsOfPay1764500000300,
  KindsOfRuns1764500000301,
  PresenceSources1764500000302,
  FeedbackAndCoaching1764500000260,
  FollowUp1764500000261,
  Notifications1764500000262,
  ServiceRequests1764500000263,
  Objections1764500000230,
  StaffingRecords1764500000150,
  CatalogueAndCorrections1764500000200,
  WorkPlans1764500000170,
  PersonalData1764500000151,
  MeasuredAndJudged1764500000231,
  Oversight1764500000350,
  Cascade1764500000171,
  SiasnDeliveries1764500000152,
  Webhooks1764500000460,
  EventsTakenBack1764500000420,
  SkpLists1764500000440,
  SourceFilesAtWork1764500000421,
  StepsBeforeTheClose1764500000490,
  PapersOfMany1764500000491,
  WebhookClaims1764500000500,
  PeopleFound1764500000470,
  EventsPutRight1764500000471,
  SessionsEndAloud1764500000472,
  EarlierEvaluations1764500000501,
  StrongSessions1764500000502,
  NationalHeadings1764500000503,
  MonthsClosedToADay1764500000530,
  ClassesByPost1764500000510,
  ServiceRequestsKept1764500000550,
  DataOfPeople1764500000560,
  InvitationsSayAboutWhat1764500000580,
  CoachingOfACase1764500000581,
  CreativityWithItsLetter1764500000582,
  ObjectionsDecidedApart1764500000570,
  BasisOfCases1764500000571,
  ReportsSupplemented1764500000572,
  CorrectionsInPart1764500000520,
];
