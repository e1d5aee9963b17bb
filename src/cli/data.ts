import { reportFailure } from '../shared/operator-error.ts';
import { operate } from '../store/operator-door.ts';

try {
  const args = ['data', ...process.argv.slice(2)];
  process.exitCode = await operate(args, process.env, text => process.stdout.write(`${text}\n`));
} catch (error) {
  reportFailure(error);
}
