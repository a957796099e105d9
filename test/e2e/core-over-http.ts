import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import type { Page } from 'playwright-core';
import type { Contract } from '#shared/api/contract.ts';

/** The API of a browser host as its page has it: comes in by the one-time address and keeps the cookie. */
export async function enterCore(entryUrl: string): Promise<ContractRouterClient<Contract>> {
  const entered = await fetch(entryUrl, { redirect: 'manual' });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0];
  if (cookie === undefined) {
    throw new Error(`the browser host let nobody in: ${entered.status}`);
  }
  return coreWith(entryUrl, cookie);
}

/** The API as a page that is open has it. */
export async function coreOf(page: Page): Promise<ContractRouterClient<Contract>> {
  const cookies = await page.context().cookies();
  return coreWith(page.url(), cookies.map(({ name, value }) => `${name}=${value}`).join('; '));
}

function coreWith(url: string, cookie: string): ContractRouterClient<Contract> {
  return createORPCClient(new RPCLink({ url: new URL('/api', url).href, headers: { cookie } }));
}
