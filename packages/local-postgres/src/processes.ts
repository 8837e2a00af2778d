import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process id alone is not enough: after a restart of the machine another program may carry the same number. */
export interface ProcessIdentity {
  pid: number;
  /** When the process started, in whatever unit the system tells it; empty where the system does not tell. */
  startedAt: string;
}

export function identify(pid: number): ProcessIdentity {
  return { pid, startedAt: inspect(pid)?.startedAt ?? '' };
}

export function isAlive({ pid, startedAt }: ProcessIdentity): boolean {
  if (!isRunning(pid)) return false;
  return startedAt === '' || (inspect(pid)?.startedAt ?? startedAt) === startedAt;
}

/** A zombie answers signals but does nothing any more: here it counts as gone. */
export function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, but belongs to somebody else.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return !(inspect(pid)?.zombie ?? false);
}

/** Is this process the PostgreSQL server of that cluster, and not a stranger with a recycled number? */
export function isPostmasterOf(pid: number, cluster: string): boolean {
  if (!isRunning(pid)) return false;
  if (process.platform === 'win32') return programName(pid).includes('postgres');
  return commandLine(pid).includes(cluster);
}

function inspect(pid: number): { startedAt: string; zombie: boolean } | undefined {
  if (process.platform === 'linux') {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The name in brackets may itself hold spaces and brackets; the fields after it are regular.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return { startedAt: fields[19] ?? '', zombie: fields[0] === 'Z' || fields[0] === 'X' };
    } catch {
      return undefined;
    }
  }
  if (process.platform === 'win32') return undefined;
  const ps = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' });
  const [stat, ...start] = (ps.stdout ?? '').trim().split(/\s+/);
  return stat ? { startedAt: start.join(' '), zombie: stat.startsWith('Z') } : undefined;
}

function commandLine(pid: number): string {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    } catch {
      return '';
    }
  }
  return spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
}

function programName(pid: number): string {
  const list = spawnSync('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH'], {
    encoding: 'utf8',
    windowsHide: true,
  });
  return list.stdout ?? '';
}
