import { randomUUID } from 'node:crypto';
import { locateBinaries } from './binaries.js';
import { ensureCluster } from './cluster.js';
import { filesOf, prepareDataDir, resolveDataDir } from './data-folder.js';
import { askToStop, connectionUrl, findRunning, spawnPostmaster, stopPostmaster } from './postmaster.js';
import { identify } from './processes.js';
import { chooseServerUser } from './server-user.js';
import { livingHolders, underLock, writeHolders } from './server-record.js';

export interface StartOptions {
  /** A folder for PostgreSQL alone; made if missing. */
  dataDir: string;
  /** 0 or nothing: any free port. A server that is reused keeps the port it has. */
  port?: number;
  /** `false` trades safety after a power failure for speed: tests only. */
  durable?: boolean;
  /** The folder around `dataDir` that belongs to the product (EKINERJA_DATA): it may be opened for the server's user to pass through. */
  ownFolder?: string;
  /** Receives the sentences about places that differ from what was asked for. */
  say?: (sentence: string) => void;
}

export interface RunningPostgres {
  url: string;
  port: number;
  /** Where the data really lies; may differ from the wish (see `say`). */
  dataDir: string;
  /** A server left running by another process was taken over or shared. */
  reused: boolean;
  /** Stops the server unless another living process still uses it. */
  stop(): Promise<void>;
}

export async function startPostgres(options: StartOptions): Promise<RunningPostgres> {
  const { port = 0, durable = true, ownFolder, say = console.log } = options;
  const wished = resolveDataDir(options.dataDir);
  const user = chooseServerUser(filesOf(wished).cluster);
  const binaries = locateBinaries(user, say);
  const dataDir = prepareDataDir(wished, user, ownFolder, say);
  const handle = randomUUID();

  return underLock(dataDir, user, async () => {
    const running = await findRunning(dataDir);
    // Holders of a server that is gone hold nothing.
    const sharers = running ? livingHolders(dataDir) : [];
    if (!running) await ensureCluster(dataDir, binaries, user, durable);
    const postmaster = running ?? (await spawnPostmaster(dataDir, binaries, user, port, durable));
    writeHolders(dataDir, [...sharers, { ...identify(process.pid), handle }], user);

    const otherHolders = () => livingHolders(dataDir).filter((holder) => holder.handle !== handle);
    // process.exit() after some other failure: the server shall not stay behind either.
    const atExit = () => {
      if (!livingHolders(dataDir).some((holder) => holder.pid !== process.pid))
        askToStop(postmaster, dataDir, binaries);
    };
    process.once('exit', atExit);
    let stopping: Promise<void> | undefined;
    return {
      url: connectionUrl(dataDir, postmaster.port),
      port: postmaster.port,
      dataDir,
      reused: running !== undefined,
      // Ctrl-C arrives twice under a package manager: the second call waits for the first.
      stop: () =>
        (stopping ??= underLock(dataDir, user, async () => {
          const rest = otherHolders();
          writeHolders(dataDir, rest, user);
          if (rest.length === 0) await stopPostmaster(postmaster, dataDir, binaries);
          process.off('exit', atExit);
        })),
    };
  });
}
