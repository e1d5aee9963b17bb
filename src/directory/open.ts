import { statSync } from 'node:fs';
import { readText } from '../shared/data-file.ts';
import type { Log } from '../shared/log.ts';
import { createDirectory, type Directory, type MembersOf } from './directory.ts';
import { type DirectoryFile, emptyDirectoryFile, parseDirectory } from './directory-file.ts';
import type { DirectoryNotes } from './ports.ts';

/** Gives the directory as it stands at this moment. */
export type DirectoryNow = () => Promise<Directory>;

/**
 * Reads the directory's file. It is read again when it has changed; a changed file that is wrong is logged and passed over
 * until it is mended, for officials must not lose their desks by a typing error.
 *
 * @param path the file; undefined for a ministry that has none yet, which gives a directory without anybody
 * @returns what gives the file as it stands at this moment
 * @throws DataFileError when the file is wrong at the start
 */
export function watchDirectoryFile(path: string | undefined, log: Log): () => DirectoryFile {
  if (path === undefined) return () => emptyDirectoryFile;
  const versionOf = () => {
    const { mtimeMs, size } = statSync(path);
    return `${mtimeMs} ${size}`;
  };
  let file: DirectoryFile = parseDirectory(path, readText(path));
  let version = versionOf();
  return () => {
    try {
      const now = versionOf();
      if (now === version) return file;
      version = now;
      file = parseDirectory(path, readText(path));
      log.info({ missions: file.missions.length, desks: file.desks.length }, 'the directory was read again');
    } catch (error) {
      log.error({ error }, 'the directory has changed and cannot be used: the one before stays');
    }
    return file;
  };
}

/**
 * Opens the directory: its file, with what people have changed since by their own commands.
 *
 * @param currentFile of `watchDirectoryFile`
 */
export function openDirectory(
  currentFile: () => DirectoryFile,
  notes: Pick<DirectoryNotes, 'links' | 'delegations'>,
  membersOf: MembersOf,
): DirectoryNow {
  return async () => {
    const file = currentFile();
    const [links, delegations] = await Promise.all([notes.links(), notes.delegations()]);
    const { missions, desks } = createDirectory(file, links, delegations);
    const followed = [...missions, ...desks].flatMap(({ followsChannel, channel }) =>
      followsChannel && channel ? [channel] : [],
    );
    const members = await Promise.all(followed.map(async id => [id, await membersOf(id)] as const));
    return createDirectory(file, links, delegations, new Map(members));
  };
}
