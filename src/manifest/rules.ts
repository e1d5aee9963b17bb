import type { Manifest } from './manifest.ts';

/** A menu of Teams holds ten commands; the schema lets twelve pass, for other hosts. */
const mostCommands = 10;
/** Menus are narrow, and manifests before 1.21 allowed no more: what does not fit belongs into the prompt. */
const longestTitle = 32;

/** What Microsoft asks of a manifest in its documentation and its schema does not say. */
export function problemsOfRules(manifest: Manifest): string[] {
  return [
    ...Object.entries(manifest.developer)
      .filter(([key, value]) => key.endsWith('Url') && !value.startsWith('https://'))
      .map(([key]) => `developer.${key} must begin with https://`),
    ...(manifest.validDomains ?? [])
      .filter(domain => !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(domain))
      .map(domain => `validDomains: “${domain}” must be a host name, without https:// and without a path`),
    ...(manifest.bots ?? []).flatMap(problemsOfBot),
    ...(manifest.composeExtensions ?? [])
      .filter(({ botId }) => botId !== manifest.bots?.[0]?.botId)
      .map((_, index) => `composeExtensions[${index}].botId must be the bot’s own`),
  ].map(problem => `manifest.json: ${problem}`);
}

function problemsOfBot({ scopes, commandLists = [] }: NonNullable<Manifest['bots']>[number]): string[] {
  const listed = commandLists.flatMap(list => list.scopes);
  const path = (list: number) => `bots[0].commandLists[${list}]`;
  return [
    ...scopes
      .filter(scope => listed.filter(other => other === scope).length !== 1)
      .map(scope => `bots[0] must have one command list for the scope “${scope}”`),
    ...listed
      .filter(scope => !scopes.includes(scope))
      .map(scope => `bots[0] has commands for the scope “${scope}”, where the bot is not offered`),
    ...commandLists.flatMap(({ commands }, list) => [
      ...(commands.length > mostCommands
        ? [`${path(list)} has ${commands.length} commands; Teams holds ${mostCommands}`]
        : []),
      ...commands.flatMap(({ title, type, prompt }, index) => [
        ...(title.length > longestTitle
          ? [`${path(list)}.commands[${index}].title has more than ${longestTitle} characters`]
          : []),
        ...((type === 'prompt') !== (prompt !== undefined)
          ? [`${path(list)}.commands[${index}] must have both a prompt and the type “prompt”, or neither`]
          : []),
      ]),
    ]),
  ];
}
