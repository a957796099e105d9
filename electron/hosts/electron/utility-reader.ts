import { serveReading } from '../reader/serve.ts';

/** The reading process of Electron's host: main starts it and hands it a port to the core. */
process.parentPort.once('message', ({ ports: [port] }) => {
  if (port === undefined) {
    throw new Error('main sends the port to the core');
  }
  const hear = serveReading((message) => port.postMessage(message));
  port.on('message', ({ data }) => hear(data));
  port.start();
});
