import { Buffer } from "node:buffer";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** A listening server; `close` also ends the connections that are still open. */
export interface Listener {
  readonly root: string;
  close(): Promise<void>;
}

/**
 * Serves on 127.0.0.1. Where the handler gives no response the connection is cut, so that the
 * caller's `fetch` rejects: the reason for node:http here, since Deno.serve always answers.
 */
export async function listen(
  handler: (request: Request) => Promise<Response | undefined>,
  { port = 0 }: { port?: number } = {},
): Promise<Listener> {
  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch((error) => {
      console.error(error);
      incoming.socket.destroy();
    });
  });

  async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const response = await handler(await requestOf(incoming));
    if (!response) return void incoming.socket.destroy();
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(Buffer.from(await response.arrayBuffer()));
  }

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port to listen on");
  return {
    root: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function requestOf(incoming: IncomingMessage): Promise<Request> {
  const parts: Uint8Array[] = [];
  for await (const part of incoming) parts.push(part);
  const body = Buffer.concat(parts);
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (typeof value === "string") headers.set(name, value);
  }
  const method = incoming.method ?? "GET";
  return new Request(`http://127.0.0.1${incoming.url}`, {
    method,
    headers,
    ...(method === "GET" || body.length === 0 ? {} : { body: new Uint8Array(body) }),
  });
}
