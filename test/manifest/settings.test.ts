import { describe, expect, test } from 'vitest';
import { ManifestError } from '../../src/manifest/manifest-error.ts';
import { readManifestSettings } from '../../src/manifest/settings.ts';
import { exampleEnvironment } from './example.ts';

function problemsOf(env: Record<string, string>, version = '1.2.3'): readonly string[] {
  try {
    readManifestSettings(env, version);
    return [];
  } catch (error) {
    if (error instanceof ManifestError) return error.problems;
    throw error;
  }
}

describe('the environment of the package', () => {
  test('two variables are enough', () => {
    expect(readManifestSettings(exampleEnvironment, '1.2.3')).toEqual({
      MICROSOFT_APP_ID: '11111111-2222-4333-8444-555555555555',
      TEAMS_APP_ID: '11111111-2222-4333-8444-555555555555',
      PUBLIC_URL: 'https://vigil.example.org',
      PUBLIC_HOST: 'vigil.example.org',
      APP_VERSION: '1.2.3',
      MANIFEST_DEVELOPER_NAME: 'Ministry of Foreign Affairs',
      MANIFEST_WEBSITE_URL: 'https://vigil.example.org/guidelines',
      MANIFEST_PRIVACY_URL: 'https://vigil.example.org/guidelines',
      MANIFEST_TERMS_URL: 'https://vigil.example.org/guidelines',
    });
  });

  test('what is given wins over the defaults', () => {
    const given = {
      ...exampleEnvironment,
      TEAMS_APP_ID: '99999999-2222-4333-8444-555555555555',
      APP_VERSION: '2.0.0',
      MANIFEST_DEVELOPER_NAME: 'Global Affairs',
      MANIFEST_PRIVACY_URL: 'https://ministry.example.org/privacy',
    };
    expect(readManifestSettings(given, '1.2.3')).toMatchObject(given);
  });

  test('a port and a closing slash do not reach the host name and the links', () => {
    const settings = readManifestSettings(
      { ...exampleEnvironment, PUBLIC_URL: 'https://vigil.example.org:8443/' },
      '1.2.3',
    );
    expect(settings.PUBLIC_HOST).toBe('vigil.example.org');
    expect(settings.MANIFEST_WEBSITE_URL).toBe('https://vigil.example.org:8443/guidelines');
  });

  test('every missing variable is named, and an empty one is missing', () => {
    const problems = problemsOf({ MICROSOFT_APP_ID: ' ' });
    expect(problems).toEqual([
      expect.stringMatching(/^MICROSOFT_APP_ID is required/),
      expect.stringMatching(/^PUBLIC_URL is required/),
    ]);
  });

  test('every wrong variable is named at once', () => {
    const problems = problemsOf({
      MICROSOFT_APP_ID: 'vigil',
      TEAMS_APP_ID: '00000000-0000-0000-0000-000000000000',
      PUBLIC_URL: 'http://vigil.example.org',
      APP_VERSION: '1.0.0-rc.1',
      MANIFEST_DEVELOPER_NAME: 'The Ministry of Foreign Affairs and International Trade',
      MANIFEST_PRIVACY_URL: 'privacy.html',
    });
    expect(problems.map(problem => problem.split(' ')[0])).toEqual([
      'MICROSOFT_APP_ID',
      'TEAMS_APP_ID',
      'PUBLIC_URL',
      'APP_VERSION',
      'MANIFEST_DEVELOPER_NAME',
      'MANIFEST_PRIVACY_URL',
    ]);
  });

  test.each(['https://localhost', 'https://10.0.0.7', 'https://[::1]', 'vigil.example.org', 'https://vigil'])(
    'Teams could not reach %s',
    address => {
      expect(problemsOf({ ...exampleEnvironment, PUBLIC_URL: address })).toEqual([
        expect.stringMatching(/^PUBLIC_URL must be an https address with a domain name/),
      ]);
    },
  );
});
