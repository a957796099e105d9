import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import * as z from 'zod';
import { runPreload } from './boot.ts';
import type { StandIn } from './stand-in/electron.ts';
import type { StandInPort } from './stand-in/message-port.ts';

/** Chromium knows no `linping:`; the page lives at this address of the same shape, and every request goes to main's handler. */
const pageOrigin = 'https://app.linping.test';
const appOrigin = 'linping://app';

export interface OpenPage {
  page: Page;
  /** Requests that main cancelled. */
  cancelled: string[];
  /** What the page or its policy complained of. */
  complaints: string[];
}

/** Opens the window's page in a real Chromium, with main's protocol, the built preload and its message port around it. */
export async function openPage(browser: Browser, standIn: StandIn): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  const page = await context.newPage();
  const cancelled: string[] = [];
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      complaints.push(message.text());
    }
  });
  await context.route('**/*', async (route) => {
    const request = route.request();
    const url = request.url().replace(pageOrigin, appOrigin);
    if (!standIn.allows(url)) {
      cancelled.push(url);
      await route.abort('blockedbyclient');
      return;
    }
    const { range } = request.headers();
    const answer = await standIn.answer(
      'linping',
      new Request(url, { method: request.method(), headers: range === undefined ? {} : { range } }),
    );
    await route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: Buffer.from(await answer.arrayBuffer()),
    });
  });
  await bridge(page, standIn);
  await page.goto(standIn.window().url.replace(appOrigin, pageOrigin));
  return { page, cancelled, complaints };
}

const sentSchema = z.object({ text: z.string().optional(), base64: z.string().optional() });
const valueSchema = z.union([
  z.object({ file: z.string() }),
  z.object({ callback: z.string() }),
  z.object({ plain: z.unknown() }),
  z.object({ list: z.array(z.union([z.object({ file: z.string() }), z.object({ plain: z.unknown() })])) }),
]);

/** What Electron does between the two worlds of a window, done between this process and the page. */
async function bridge(page: Page, standIn: StandIn): Promise<void> {
  const listeners: (() => void)[] = [];
  const ports = new Map<string, StandInPort>();

  runPreload(standIn, {
    location: { origin: appOrigin },
    addEventListener(name: string, listener: () => void) {
      if (name === 'DOMContentLoaded') {
        listeners.push(listener);
      }
    },
    postMessage(data: unknown, targetOrigin: string, [port]: StandInPort[]) {
      if (targetOrigin !== appOrigin || port === undefined) {
        throw new Error(`the port is for the page only, not for ${targetOrigin}`);
      }
      void carryPort(data, port);
    },
  });

  async function carryPort(data: unknown, port: StandInPort): Promise<void> {
    const id = randomUUID();
    ports.set(id, port);
    await page.evaluate(({ id: portId, data: message }) => window.testBridge.openPort(portId, message), { id, data });
    port.on('message', ({ data: sent }: { data: unknown }) => {
      const carried = typeof sent === 'string' ? { text: sent } : { base64: bytesOf(sent).toString('base64') };
      page
        .evaluate(({ id: portId, carried: message }) => window.testBridge.deliver(portId, message), { id, carried })
        .catch((error: unknown) => {
          if (!page.isClosed()) {
            console.error(error);
          }
        });
    });
    port.start();
  }

  await page.exposeFunction('testDomLoaded', () => listeners.forEach((listener) => listener()));
  await page.exposeFunction('testPortSend', (id: string, sent: unknown) => {
    const { text, base64 } = sentSchema.parse(sent);
    ports.get(id)?.postMessage(text ?? new Uint8Array(Buffer.from(base64 ?? '', 'base64')));
  });
  await page.exposeFunction('testCall', async (world: string, name: string, values: unknown) => {
    const api = standIn.exposed.get(world);
    const called: unknown = typeof api === 'object' && api !== null ? Reflect.get(api, name) : undefined;
    if (typeof called !== 'function') {
      throw new TypeError(`preload exposes no ${world}.${name}`);
    }
    return Reflect.apply(
      called,
      api,
      z
        .array(valueSchema)
        .parse(values)
        .map((value) => inNode(page, value)),
    );
  });
  const worlds = [...standIn.exposed].map(([world, api]) => ({ world, names: Object.keys(api ?? {}) }));
  await page.addInitScript(inPage, worlds);
}

function inNode(page: Page, value: z.infer<typeof valueSchema>): unknown {
  if ('file' in value) {
    return { name: value.file };
  }
  if ('list' in value) {
    return value.list.map((item) => ('file' in item ? { name: item.file } : item.plain));
  }
  if ('callback' in value) {
    return () => void page.evaluate((id) => window.testBridge.callBack(id), value.callback);
  }
  return value.plain;
}

function bytesOf(sent: unknown): Buffer {
  if (sent instanceof Uint8Array) {
    return Buffer.from(sent.buffer, sent.byteOffset, sent.byteLength);
  }
  if (sent instanceof ArrayBuffer) {
    return Buffer.from(sent);
  }
  throw new TypeError('the API sends text or bytes');
}

declare global {
  interface Window {
    testBridge: {
      openPort: (id: string, data: unknown) => void;
      deliver: (id: string, sent: { text?: string; base64?: string }) => void;
      callBack: (id: string) => void;
    };
    testDomLoaded: () => Promise<void>;
    testPortSend: (id: string, sent: object) => Promise<void>;
    testCall: (world: string, name: string, values: object[]) => Promise<unknown>;
  }
}

/** Runs in the page before its own scripts: the page's half of the bridge, and what preload exposes as functions on `window`. */
function inPage(worlds: { world: string; names: string[] }[]): void {
  const ports = new Map<string, MessagePort>();
  const callbacks = new Map<string, () => void>();
  const toBase64 = (bytes: Uint8Array) => {
    let text = '';
    for (let at = 0; at < bytes.length; at += 0x8000) {
      text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    }
    return btoa(text);
  };
  window.testBridge = {
    openPort(id, data) {
      const { port1, port2 } = new MessageChannel();
      ports.set(id, port2);
      port2.addEventListener('message', ({ data: sent }: MessageEvent<unknown>) => {
        const bytes = sent instanceof ArrayBuffer ? new Uint8Array(sent) : sent;
        void window.testPortSend(id, bytes instanceof Uint8Array ? { base64: toBase64(bytes) } : { text: sent });
      });
      port2.start();
      window.postMessage(data, window.location.origin, [port1]);
    },
    deliver(id, { text, base64 }) {
      ports.get(id)?.postMessage(text ?? Uint8Array.from(atob(base64 ?? ''), (character) => character.charCodeAt(0)));
    },
    callBack: (id) => callbacks.get(id)?.(),
  };
  const carried = (value: unknown): object => {
    if (value instanceof File) {
      return { file: value.name };
    }
    if (typeof value === 'function') {
      const id = crypto.randomUUID();
      callbacks.set(id, () => Reflect.apply(value, undefined, []));
      return { callback: id };
    }
    return Array.isArray(value) ? { list: value.map(carried) } : { plain: value };
  };
  for (const { world, names } of worlds) {
    const call =
      (name: string) =>
      (...values: unknown[]) =>
        window.testCall(world, name, values.map(carried));
    Object.defineProperty(window, world, { value: Object.fromEntries(names.map((name) => [name, call(name)])) });
  }
  window.addEventListener('DOMContentLoaded', () => void window.testDomLoaded());
}
