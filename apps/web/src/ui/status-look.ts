import type { PayRecordStatus } from '@ekinerja/contracts/pay-records';
import type { ActivityStatus, DayState } from '@ekinerja/contracts/activities';
import type { ImportStatus, PresenceDayView } from '@ekinerja/contracts/attendance';
import type { OrganisationPredicate, Predicate, Rating } from '@ekinerja/contracts/basics';
import type { VerifyAnswer } from '@ekinerja/contracts/documents';
import type { RunUnitStatus } from '@ekinerja/contracts/pay-runs';
import type { WorkPlanStatus } from '@ekinerja/contracts/plans';
import type { SkpStatus } from '@ekinerja/contracts/skp';
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconBeach,
  IconBriefcase,
  IconCalendarOff,
  IconCheck,
  IconCircleCheck,
  IconCircleDashed,
  IconClock,
  IconClockExclamation,
  IconDeviceDesktopOff,
  IconDots,
  IconEyeCheck,
  IconFileCheck,
  IconHistory,
  IconLock,
  IconLockOpen,
  IconMedicalCross,
  IconMinus,
  IconPencil,
  IconQuestionMark,
  IconSchool,
  IconShieldCheck,
  IconStar,
  IconTrendingDown,
  IconTrendingUp,
  IconX,
  type Icon,
} from '@tabler/icons-react';

/** Every status of every feature; the word is `shell:status.<code>`. */
export type StatusCode =
  | ActivityStatus
  | DayState
  | SkpStatus
  | WorkPlanStatus
  | RunUnitStatus
  | ImportStatus
  | Predicate
  | OrganisationPredicate
  | Rating
  | PresenceDayView['status']
  | VerifyAnswer['status']
  | 'open'
  | 'none'
  | 'overdue'
  | 'late'
  | 'estimate'
  | 'blocked'
  | 'waived'
  | 'violation'
  | 'warning'
  | 'example'
  | 'signed'
  | 'handed-over'
  | 'excluded'
  | PayRecordStatus
  | 'replaced'
  | 'settled'
  | 'proposed'
  | 'enacted';

interface Look {
  icon: Icon;
  color: string;
}
const look = (icon: Icon, color: string): Look => ({ icon, color });

export const STATUS_LOOK: Record<StatusCode, Look> = {
  draft: look(IconPencil, 'gray'),
  submitted: look(IconClock, 'blue'),
  waiting: look(IconClock, 'blue'),
  accepted: look(IconCheck, 'green'),
  refused: look(IconX, 'red'),
  withdrawn: look(IconArrowBackUp, 'gray'),
  returned: look(IconArrowBackUp, 'orange'),
  reviewed: look(IconEyeCheck, 'blue'),
  agreed: look(IconCheck, 'teal'),
  disputed: look(IconAlertTriangle, 'orange'),
  determined: look(IconCircleCheck, 'green'),
  proposed: look(IconClock, 'blue'),
  enacted: look(IconCircleCheck, 'green'),
  verified: look(IconShieldCheck, 'green'),
  closed: look(IconLock, 'gray'),
  checked: look(IconEyeCheck, 'blue'),
  open: look(IconLockOpen, 'blue'),
  none: look(IconCircleDashed, 'gray'),
  previewed: look(IconEyeCheck, 'blue'),
  invalid: look(IconAlertTriangle, 'red'),
  applied: look(IconCheck, 'green'),
  superseded: look(IconHistory, 'gray'),
  holiday: look(IconCalendarOff, 'gray'),
  off: look(IconMinus, 'gray'),
  leave: look(IconBeach, 'violet'),
  future: look(IconDots, 'gray'),
  empty: look(IconCircleDashed, 'orange'),
  overdue: look(IconClockExclamation, 'red'),
  late: look(IconClockExclamation, 'orange'),
  estimate: look(IconHistory, 'blue'),
  blocked: look(IconAlertTriangle, 'red'),
  waived: look(IconFileCheck, 'violet'),
  excluded: look(IconMinus, 'gray'),
  void: look(IconX, 'red'),
  'in-force': look(IconCircleCheck, 'green'),
  revoked: look(IconArrowBackUp, 'gray'),
  replaced: look(IconHistory, 'gray'),
  settled: look(IconCheck, 'green'),
  violation: look(IconAlertTriangle, 'red'),
  warning: look(IconAlertTriangle, 'orange'),
  example: look(IconAlertTriangle, 'yellow'),
  signed: look(IconPencil, 'blue'),
  'handed-over': look(IconFileCheck, 'green'),
  genuine: look(IconShieldCheck, 'green'),
  unknown: look(IconQuestionMark, 'red'),
  below: look(IconTrendingDown, 'orange'),
  meets: look(IconCheck, 'green'),
  above: look(IconTrendingUp, 'teal'),
  istimewa: look(IconStar, 'teal'),
  'sangat-baik': look(IconStar, 'teal'),
  baik: look(IconCheck, 'green'),
  'butuh-perbaikan': look(IconMinus, 'yellow'),
  kurang: look(IconTrendingDown, 'orange'),
  'sangat-kurang': look(IconAlertTriangle, 'red'),
  present: look(IconCheck, 'green'),
  absent: look(IconX, 'red'),
  missing: look(IconQuestionMark, 'orange'),
  sick: look(IconMedicalCross, 'violet'),
  'leave-annual': look(IconBeach, 'violet'),
  'leave-important': look(IconBeach, 'violet'),
  'leave-large': look(IconBeach, 'violet'),
  'leave-maternity': look(IconBeach, 'violet'),
  'official-travel': look(IconBriefcase, 'blue'),
  training: look(IconSchool, 'blue'),
  study: look(IconSchool, 'blue'),
  'device-failure': look(IconDeviceDesktopOff, 'gray'),
};
