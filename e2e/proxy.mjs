// Finds an nginx for the drill of several replicas, or installs one from the system's packages.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The path of an nginx that answers `-v`; throws with the next step where there is none. */
export function findNginx() {
  const found = starting();
  if (found) return found;
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0) {
    /** @type {import('node:child_process').SpawnSyncOptions} */
    const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    spawnSync('apt-get', ['update'], options);
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'nginx-light'], options);
  }
  const installed = starting();
  if (installed) return installed;
  throw new Error('Latihan beberapa replika memerlukan nginx: pasang nginx, atau isi NGINX_PATH dengan letaknya.');
}

function starting() {
  return [process.env.NGINX_PATH, 'nginx', '/usr/sbin/nginx'].find((path) => path && spawnSync(path, ['-v'], { stdio: 'ignore' }).status === 0);
}

/**
 * A reverse proxy over the replicas, in a folder of its own.
 * @param {{ folder: string, port: number, upstreams: number[] }} options
 * @returns {Promise<{ stop(): Promise<void> }>}
 */
export async function startProxy({ folder, port, upstreams }) {
  mkdirSync(folder, { recursive: true });
  const config = join(folder, 'nginx.conf');
  const servers = upstreams.map((upstream) => `    server 127.0.0.1:${upstream} max_fails=1 fail_timeout=1s;`).join('\n');
  writeFileSync(
    config,
    `daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
events { worker_connections 512; }
http {
  access_log off; client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi; uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  upstream replicas {
${servers}
  }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://replicas;
      proxy_http_version 1.1;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_next_upstream error timeout;
    }
  }
}
`,
  );
  const child = spawn(/** @type {string} */ (findNginx()), ['-c', config, '-p', folder], { stdio: 'ignore' });
  const gone = once(child, 'exit');
  return {
    async stop() {
      child.kill('SIGTERM');
      await gone;
    },
  };
}
