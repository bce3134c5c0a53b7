/** The one handler: routes requests by method and path. */

/** Answers a request. */
export type Route = (request: Request) => Response | Promise<Response>;

/** Methods of a path. */
export type Methods = Record<string, Route>;

/** Makes a handler of routes by path: 404 for other paths, 405 for other methods. */
export function createHandler(
  routes: Record<string, Methods>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const { pathname } = new URL(request.url);
    const methods = Object.hasOwn(routes, pathname) ? routes[pathname] : undefined;
    if (!methods) return new Response("Not Found", { status: 404 });
    const route = Object.hasOwn(methods, request.method) ? methods[request.method] : undefined;
    if (route) return await route(request);
    return new Response("Method Not Allowed", {
      status: 405,
      headers: { allow: Object.keys(methods).join(", ") },
    });
  };
}
