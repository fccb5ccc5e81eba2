import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { isAtHand } from '../support/is-at-hand.js';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const read = (file: string): string => readFileSync(join(PROJECT, file), 'utf8');

describe('the image', () => {
  // Lines that go on are one instruction.
  const instructions = read('Dockerfile')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => /^[A-Z]+ /u.test(line));
  const of = (name: string): string[] => instructions.filter((line) => line.startsWith(`${name} `));

  test('is built of named versions, in two stages, and copies what is there', () => {
    const bases = of('FROM');
    expect(bases).toHaveLength(2);
    for (const base of bases) {
      expect(base).toMatch(/^FROM node:22\.\d+-bookworm(?:-slim)?(?: AS \w+)?$/u);
    }
    const ignored = read('.dockerignore').split('\n').filter(Boolean);
    for (const copied of of('COPY').filter((line) => !line.includes('--from='))) {
      const sources = copied
        .split(' ')
        .slice(1, -1)
        .filter((word) => !word.startsWith('--'));
      for (const source of sources) {
        expect([source, existsSync(join(PROJECT, source))]).toEqual([source, true]);
        expect(ignored).not.toContain(source.replace(/\/$/u, ''));
      }
    }
  });

  test('runs as nobody in particular, says whether it is ready, and keeps texts and index outside', () => {
    const last = instructions.slice(instructions.lastIndexOf(of('FROM').at(-1) ?? ''));
    expect(last).toContain('USER 1000');
    expect(last.some((line) => /^HEALTHCHECK .*\/readyz/u.test(line))).toBe(true);
    expect(last).toContain('VOLUME ["/texts", "/index"]');
    const own = last.find((line) => line.startsWith('ENV ')) ?? '';
    const settings = [...own.matchAll(/([A-Z_]+)=/gu)].map(([, name]) => name);
    expect(settings.filter((name) => name !== 'NODE_ENV')).toEqual(
      expect.arrayContaining(['HOST', 'CORPUS_DIR', 'INDEX_DIR']),
    );
  });

  test.runIf(isAtHand('hadolint'))('passes hadolint', () => {
    execFileSync('hadolint', [join(PROJECT, 'Dockerfile')]);
  });
});

describe('the compose file', () => {
  const { services, volumes } = parse(read('compose.yaml'), { merge: true }) as {
    readonly services: Record<
      string,
      {
        readonly image: string;
        readonly build?: string;
        readonly read_only?: boolean;
        readonly profiles?: readonly string[];
        readonly env_file?: readonly object[];
        readonly environment?: Record<string, string>;
        readonly volumes?: readonly string[];
      }
    >;
    readonly volumes: Record<string, unknown>;
  };

  test('has whatever runs this program built from here, on a root that nobody can write to', () => {
    const own = Object.values(services).filter(({ image }) => image === 'declaration-chat');
    expect(own.length).toBeGreaterThan(1);
    for (const service of own) expect(service).toMatchObject({ build: '.', read_only: true });
  });

  test('starts the server alone', () => {
    const started = Object.entries(services).filter(([, { profiles }]) => profiles === undefined);
    expect(started.map(([name]) => name)).toEqual(['chat']);
    // All other settings are those of .env, whichever there are.
    expect(services['chat']?.env_file).toEqual([{ path: '.env', required: false }]);
    expect(services['chat']?.environment).toEqual({
      HOST: '0.0.0.0',
      PORT: '3000',
      CORPUS_DIR: '/texts',
      INDEX_DIR: '/index',
    });
    const named = Object.values(services)
      .flatMap((service) => (service.volumes ?? []).map((volume) => volume.split(':')[0] ?? ''))
      .filter((volume) => /^\w+$/u.test(volume));
    expect(named.toSorted()).toEqual(Object.keys(volumes).toSorted());
  });

  test.runIf(isAtHand('docker') && spawnSync('docker', ['compose', 'version']).status === 0)(
    'is one that Docker understands',
    () => {
      execFileSync('docker', ['compose', '-f', join(PROJECT, 'compose.yaml'), 'config', '-q']);
    },
  );
});

describe('what stands before the server and starts it', () => {
  test.runIf(isAtHand('systemd-analyze'))('the unit is one that systemd understands', () => {
    const unit = join(PROJECT, 'deploy/declaration-chat.service');
    const { stderr, status } = spawnSync('systemd-analyze', ['verify', unit], { encoding: 'utf8' });
    expect([status, stderr.split('\n').filter((line) => line.includes(unit))]).toEqual([0, []]);
  });

  test.runIf(isAtHand('caddy'))('the Caddyfile is one that Caddy understands', () => {
    const config = join(PROJECT, 'deploy/Caddyfile');
    execFileSync('caddy', ['validate', '--adapter', 'caddyfile', '--config', config], {
      stdio: 'pipe',
    });
  });

  test.runIf(isAtHand('nginx') && isAtHand('openssl')).each(['nginx.conf', 'nginx-servers.conf'])(
    '%s is one that nginx understands',
    (name) => {
      const folder = mkdtempSync(join(tmpdir(), 'declaration-chat-nginx-'));
      onTestFinished(() => {
        rmSync(folder, { recursive: true });
      });
      const [key, certificate] = [join(folder, 'privkey.pem'), join(folder, 'fullchain.pem')];
      const request = ['req', '-x509', '-nodes', '-newkey', 'rsa:2048', '-subj', '/CN=test'];
      execFileSync('openssl', [...request, '-keyout', key, '-out', certificate], {
        stdio: 'pipe',
      });
      const site = read(`deploy/${name}`).replaceAll(
        '/etc/letsencrypt/live/chat.example.org',
        folder,
      );
      writeFileSync(
        join(folder, 'nginx.conf'),
        `pid ${folder}/nginx.pid;\nevents {}\nhttp {\naccess_log off;\n${site}}\n`,
      );
      const { status, stderr } = spawnSync(
        'nginx',
        ['-t', '-e', 'stderr', '-p', folder, '-c', 'nginx.conf'],
        { encoding: 'utf8' },
      );
      expect(status, stderr).toBe(0);
      expect(stderr).not.toContain('[warn]');
    },
  );

  test('proxies hand on the name that was asked for, and answers as they come', () => {
    for (const nginx of ['nginx.conf', 'nginx-servers.conf'].map((name) =>
      read(`deploy/${name}`),
    )) {
      expect(nginx).toContain('proxy_set_header Host $host;');
      expect(nginx).toContain('proxy_set_header X-Forwarded-Proto $scheme;');
      expect(nginx).toContain('proxy_buffering off;');
    }
    expect(read('deploy/Caddyfile')).toContain('flush_interval -1');
  });
});
