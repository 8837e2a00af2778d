import { PeopleAndPosts1763800000001 } from './1763800000001-people-and-posts.js';
import { AccessAndRecords1763800000002 } from './1763800000002-access-and-records.js';
import { Work1763800000003 } from './1763800000003-work.js';
import { AttendanceAndPay1763800000004 } from './1763800000004-attendance-and-pay.js';
import { SignIn1763800000110 } from './1763800000110-sign-in.js';
import { PayPerUnit1763800000130 } from './1763800000130-pay-per-unit.js';
import { OpenActivities1763800000120 } from './1763800000120-open-activities.js';
import { OwnData1763800000150 } from './1763800000150-own-data.js';

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
];
