import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { DemoAccountRole, DemoPerson, DemoPost, DemoRole, DemoStar } from './model.js';
import type { Office, Slot } from './offices.js';
import { displayName } from './organisation.js';
import type { Staffing } from './staffing.js';

interface Context {
  offices: Office[];
  story: Office;
  staffing: Staffing;
  regent: DemoPost;
  today: IsoDate;
}

/** Who is granted what, and the accounts that the story is told with. */
export function rolesAndStars(context: Context): { roles: DemoRole[]; stars: DemoStar[] } {
  const { offices, story, staffing, regent } = context;
  const roles: DemoRole[] = [];
  const grant = (person: DemoPerson, role: DemoRole['role'], unitId: Uuid | null, reason: string) => roles.push({ personId: person.id, role, unitId, reason });
  const agency = offices.find((office) => office.key === 'bkpsdm') as Office;
  const [first, second] = staffOf(context, agency, (slot) => slot.family === 'staffing') as [DemoPerson, DemoPerson];
  grant(first, 'superadmin', null, 'Pengelola e-Kinerja pada perangkat daerah kepegawaian');
  grant(second, 'superadmin', null, 'Pengelola e-Kinerja kedua: yang satu memeriksa yang lain');
  const oversight = offices.find((office) => office.key === 'inspektorat') ?? (offices[0] as Office);
  const auditor = (staffOf(context, oversight, (slot) => slot.family === 'inspection')[0] ?? staffOf(context, oversight, (slot) => slot.family !== 'finance')[0]) as DemoPerson;
  grant(auditor, 'auditor', null, 'Surat tugas pengawasan intern');
  const ruler = staffing.holder(regent) as DemoPerson;
  grant(ruler, 'regent', null, 'Kepala daerah');
  const treasurers = new Map<Office, DemoPerson>();
  for (const office of offices) {
    const admin = staffing.holder(office.generalAffairs);
    if (admin) grant(admin, 'unit-admin', office.skpd.id, 'Pengelola kepegawaian perangkat daerah');
    // Reviews each SKP before it is agreed, where the regulation has it so (KS 5(4), BN 6(3)).
    const reviewer = managerOf(context, office);
    if (reviewer) grant(reviewer, 'performance-manager', office.skpd.id, 'Keputusan penunjukan pengelola kinerja');
    const treasurer = staffOf(context, office, (slot) => slot === office.finance)[0] ?? staffing.holder(office.finance.head);
    if (!treasurer) continue;
    treasurers.set(office, treasurer);
    grant(treasurer, 'treasurer', office.skpd.id, 'Keputusan penunjukan bendahara pengeluaran');
  }
  const storySlot = storySlotOf(story);
  const people: [DemoAccountRole, DemoPerson | undefined][] = [
    ['superadmin', first],
    ['unit-admin', staffing.holder(story.generalAffairs)],
    ['evaluator', staffing.holder(storySlot.head)],
    ['employee', staffOf(context, story, (slot) => slot === storySlot)[0]],
    ['treasurer', treasurers.get(story)],
    ['regent', ruler],
    ['second-superadmin', second],
    ['auditor', auditor],
    ['unit-head', staffing.holder(story.leader)],
    ['performance-manager', managerOf(context, story)],
  ];
  const stars = people.flatMap(([role, person]) => (person ? [starOf(role, person, staffing)] : []));
  return { roles, stars };
}

/** Somebody of general affairs, else of finance: not the admin, whose own SKP has to be reviewed as well. */
function managerOf(context: Context, office: Office): DemoPerson | undefined {
  return staffOf(context, office, (slot) => slot.head === office.generalAffairs)[0] ?? staffOf(context, office, (slot) => slot === office.finance)[1] ?? staffOf(context, office, (slot) => slot === office.finance)[0];
}

/** The section whose head and people the story is told with. */
export function storySlotOf(story: Office): Slot {
  return story.slots.filter((slot) => slot.unit.kind === 'section' && slot.family === story.leader.family)
    .reduce((most, slot) => (slot.staff > most.staff ? slot : most));
}

/** Staff of the places chosen, PNS first. */
function staffOf({ staffing, today }: Context, office: Office, chosen: (slot: Slot) => boolean): DemoPerson[] {
  const posts = office.slots.filter(chosen).flatMap((slot) => staffing.staffPosts(slot.head));
  const settled = posts.flatMap((post) => staffing.lasting(post)).filter((a) => a.from < `${today.slice(0, 4)}-01-01`);
  const people = settled.map((a) => staffing.person(a));
  return [...people.filter((person) => person.kind === 'pns'), ...people.filter((person) => person.kind !== 'pns')];
}

function starOf(role: DemoAccountRole, person: DemoPerson, staffing: Staffing): DemoStar {
  const held = staffing.assignments.find((a) => a.employmentId === person.employmentId && a.kind === 'definitive' && a.to === null);
  const post = staffing.posts.find((each) => each.id === held?.postId);
  return { role, personId: person.id, employmentId: person.employmentId, username: person.username, name: displayName(person), postName: post?.name ?? '' };
}
