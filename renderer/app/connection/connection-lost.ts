/** A call that the host did not answer: it ended, or does not know this page any more. Whether it was carried out nobody knows. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
}

export function isConnectionLost(error: unknown): error is ConnectionLost {
  return error instanceof ConnectionLost;
}
