import { expect, test } from 'vitest';
import { readAttendCommand } from '../../../src/conversation/hearings/attend-commands.ts';

const hearing = 'HRG-2026-0042';

test.each([
  ['attend HRG-2026-0042', { kind: 'roster', ask: 'attend', hearing }],
  ['I will attend hrg 2026 42!', { kind: 'roster', ask: 'attend', hearing }],
  ['assister à HRG-2026-0042', { kind: 'roster', ask: 'attend', hearing }],
  ['J’assisterai à HRG-2026-42', { kind: 'roster', ask: 'attend', hearing }],
  ['can’t attend HRG-2026-0042', { kind: 'roster', ask: 'cant', hearing }],
  ['I cannot attend: HRG-2026-0042', { kind: 'roster', ask: 'cant', hearing }],
  ['je ne peux pas assister à HRG-2026-0042', { kind: 'roster', ask: 'cant', hearing }],
  ['confirm HRG-2026-0042', { kind: 'roster', ask: 'confirm', hearing }],
  ['confirmer ma présence à HRG-2026-0042', { kind: 'roster', ask: 'confirm', hearing }],
  ['lead observer of HRG-2026-0042', { kind: 'roster', ask: 'lead', hearing }],
  ['observatrice principale de HRG-2026-0042', { kind: 'roster', ask: 'lead', hearing }],
  ['suggest roster HRG-2026-0042', { kind: 'roster', ask: 'suggest', hearing }],
  ['à qui le tour HRG-2026-0042 ?', { kind: 'roster', ask: 'suggest', hearing }],
  ['roster HRG-2026-0042', { kind: 'roster', ask: 'show', hearing }],
  ['présences HRG-2026-0042', { kind: 'roster', ask: 'show', hearing }],
  ['interpreter needed for HRG-2026-0042', { kind: 'interpreter', needed: true, hearing }],
  ['aucun interprète pour HRG-2026-0042', { kind: 'interpreter', needed: false, hearing }],
  ['permission requested HRG-2026-0042', { kind: 'permission', state: 'requested', hearing }],
  ['autorisation refusée pour HRG-2026-0042', { kind: 'permission', state: 'refused', hearing }],
  ['details HRG-2026-0042', { kind: 'hearing-details', hearing }],
  ['détails de HRG-2026-0042', { kind: 'hearing-details', hearing }],
  ['record outcome HRG-2026-0042', { kind: 'hearing-outcome', hearing }],
  ['issue de HRG-2026-0042', { kind: 'hearing-outcome', hearing }],
])('“%s” is understood', (text, command) => {
  expect(readAttendCommand(text)).toEqual(command);
});

test.each([
  'attend a trial',
  'Should we attend HRG-2026-0042 if permission was refused?',
  'roster',
  'attend ESC-2026-0042',
  'HRG-2026-0042',
])('“%s” is not for the roster', text => {
  expect(readAttendCommand(text)).toBeUndefined();
});
