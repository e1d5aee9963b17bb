import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import project from '../../package.json' with { type: 'json' };
import { ManifestError } from '../manifest/manifest-error.ts';
import { assemblePackage, zipPackage } from '../manifest/package.ts';
import { type ManifestSettings, readManifestSettings } from '../manifest/settings.ts';
import { reportFailure } from '../shared/operator-error.ts';

/**
 * `npm run manifest`: makes the package that an administrator uploads to Teams, from the environment.
 *
 * - `--check` only checks it, with example ids
 * - `--draw-icons` first draws the PNG icons from their SVG sources
 */
const folder = fileURLToPath(new URL('../../manifest', import.meta.url));
const target = join('dist', 'vigil-teams-app.zip');
const example = {
  MICROSOFT_APP_ID: '11111111-2222-4333-8444-555555555555',
  PUBLIC_URL: 'https://vigil.example.org',
};

function readOptions(): { check: boolean; drawIcons: boolean } {
  try {
    const options = { check: { type: 'boolean' }, 'draw-icons': { type: 'boolean' } } as const;
    const { values } = parseArgs({ options });
    return { check: values.check ?? false, drawIcons: values['draw-icons'] ?? false };
  } catch {
    throw new ManifestError(['the options are --check and --draw-icons']);
  }
}

async function drawIcons(): Promise<void> {
  // The renderer is a tool of development, which an installation for service need not have.
  const { drawIcon } = await import('../manifest/draw-icons.ts');
  for (const kind of ['color', 'outline'] as const) {
    writeFileSync(join(folder, `${kind}.png`), drawIcon(folder, kind));
  }
}

function nextSteps(settings: ManifestSettings): string {
  const guidelinesPage = `${settings.PUBLIC_URL}/guidelines`;
  const lacking = (['MANIFEST_PRIVACY_URL', 'MANIFEST_TERMS_URL'] as const).filter(
    name => settings[name] === guidelinesPage,
  );
  return [
    '',
    `  ${target} is ready: version ${settings.APP_VERSION}, bot ${settings.MICROSOFT_APP_ID}`,
    '',
    '  What an administrator does next:',
    '',
    `    1. Azure portal > the bot > Configuration: the messaging endpoint is ${settings.PUBLIC_URL}/api/messages`,
    '       Channels: Microsoft Teams is on.',
    '    2. Teams admin center (https://admin.teams.microsoft.com) > Teams apps > Manage apps',
    `       > Actions > Upload new app: choose ${target}`,
    '       To replace an earlier version: Manage apps > Vigil > Upload file. Its APP_VERSION must be higher.',
    '    3. Manage apps > Vigil > Users and groups: choose who may use it.',
    ...(lacking.length > 0
      ? [
          '',
          `  Teams shows the guidelines page for want of ${lacking.join(' and ')}: set them to the ministry’s own.`,
        ]
      : []),
    '',
    '',
  ].join('\n');
}

try {
  const options = readOptions();
  if (options.drawIcons) await drawIcons();
  const settings = readManifestSettings(options.check ? example : process.env, project.version);
  const files = assemblePackage(folder, settings);
  if (options.check) {
    process.stdout.write(`The Teams package is sound: ${[...files.keys()].join(', ')}\n`);
  } else {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, zipPackage(files));
    process.stdout.write(nextSteps(settings));
  }
} catch (error) {
  reportFailure(error);
}
