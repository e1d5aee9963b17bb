import { OperatorError } from '../shared/operator-error.ts';

/** The store cannot be used, and the operator can mend it. The subclasses say how. */
export class StoreError extends OperatorError {
  constructor(message: string, options?: ErrorOptions) {
    super(message);
    if (options && 'cause' in options) this.cause = options.cause;
  }
}

/** Another process works in the folder. */
export class FolderInUseError extends StoreError {
  readonly folder: string;
  constructor(folder: string, holder: string | undefined) {
    const who = holder ? ` (process ${holder})` : '';
    super(
      `the data folder ${folder} is in use by another Vigil${who}: stop that one first, or give this one its own DATA_DIR`,
    );
    this.folder = folder;
  }
}

/** The database was written by a newer Vigil. */
export class NewerSchemaError extends StoreError {
  constructor(unknown: readonly string[]) {
    super(
      `the database belongs to a newer version of Vigil (it has ${unknown.join(', ')}): start that version, or restore a backup`,
    );
  }
}

/** The database is damaged or is not ours; it opens no more. */
export class UnusableDatabaseError extends StoreError {}

/** A write failed for a reason that will not pass by itself; every later one is refused until the bot starts again. */
export class StoreFailedError extends StoreError {
  readonly reason: string;
  constructor(reason: string, options?: ErrorOptions) {
    super(`the store takes no more writes: ${reason}`, options);
    this.reason = reason;
  }
}

/** What PostgreSQL says of an error, as far as it may be told: not its details, which quote what is kept secret. */
export function withoutValues(cause: unknown): { message: string; code?: string } {
  if (!(cause instanceof Error)) return { message: 'the engine stopped' };
  const { code } = cause as { code?: unknown };
  return { message: cause.message, ...(typeof code === 'string' ? { code } : {}) };
}
