import { killDuringSignOff, problemsOf } from './sign-off-kills.ts';

/** Kills a bot at every step of a request's way, one after the other: `node test/faults/sign-off-kill.ts`. */
const say = (text: string) => process.stdout.write(`${text}\n`);

const { steps } = await killDuringSignOff();
let bad = 0;
for (const step of new Set(steps)) {
  const problems = problemsOf(await killDuringSignOff(step));
  bad += problems.length;
  say(`killed at “${step}”: ${problems.length === 0 ? 'well' : problems.join('; ')}`);
}
say(bad === 0 ? `${new Set(steps).size} kills: one request each time, and cards that agree` : 'FAILED');
process.exitCode = bad === 0 ? 0 : 1;
