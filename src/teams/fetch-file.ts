import type { FetchFile } from '../conversation/hearings/take-file.ts';
import { decodeText, mostFileBytes } from '../shared/text-file.ts';
import { isAllowedHost } from './gate.ts';

/** A person waits for the answer; Teams waits 15 seconds for ours. In milliseconds. */
const patience = 8_000;

/**
 * Fetches what somebody attached in their chat. Its address comes with the message, so only listed hosts are asked, none
 * sends us on to another, and what is too large is not read to its end.
 *
 * @param hosts names; `.sharepoint.com` admits its subdomains
 */
export function createFetchFile(hosts: readonly string[]): FetchFile {
  return async ({ url }) => {
    if (!isAllowedHost(url, hosts)) return { failed: 'host' };
    try {
      const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(patience) });
      if (!response.ok || !response.body) {
        await response.body?.cancel();
        return { failed: 'unreachable' };
      }
      const chunks: Uint8Array[] = [];
      let size = 0;
      // Leaving the loop cancels the rest.
      for await (const chunk of response.body) {
        size += chunk.length;
        if (size > mostFileBytes) return { failed: 'too-large' };
        chunks.push(chunk);
      }
      return { text: decodeText(Buffer.concat(chunks)) };
    } catch {
      // The address lets whoever has it read the file: no error that may repeat it goes any further.
      return { failed: 'unreachable' };
    }
  };
}
