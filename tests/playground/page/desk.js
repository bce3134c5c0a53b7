/** What every part of the page shares: the view, what has passed, and how to act. */

import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "./lib/standalone.js";
import { readAddress, writeAddress } from "./address.js";
import { listen, send } from "./server.js";
import { useMessages } from "./messages.js";

const MOST_LINES = 300;

/** The context that {@linkcode useDesk} reads. */
export const Desk = createContext(null);

/** The view and the acts, for whatever is inside of the page. */
export function useDesk() {
  return useContext(Desk);
}

/** The one state of the page; called once, by the page itself. */
export function useServer() {
  const [address, setAddress] = useAddress();
  const [view, setView] = useState(null);
  const [seenAt, setSeenAt] = useState(0);
  const [lines, setLines] = useState([]);
  const [connected, setConnected] = useState(true);
  const messages = useMessages();

  useEffect(() => {
    const seen = new Set();
    setLines([]);
    const pending = [];
    // Many lines come at once when a window opens: they are shown together.
    const flush = () => {
      if (pending.length === 0) return;
      const fresh = pending.splice(0).reverse();
      setLines((old) => [...fresh, ...old].slice(0, MOST_LINES));
    };
    const timer = setInterval(flush, 100);
    const close = listen(address, {
      view: (next) => {
        setView(next);
        setSeenAt(performance.now());
      },
      machine: (line) => {
        if (seen.has(line.id)) return;
        seen.add(line.id);
        pending.push(line);
      },
      problem: (text) => messages.toast(text),
      connected: setConnected,
    });
    return () => {
      close();
      clearInterval(timer);
    };
  }, [address.as, address.chat]);

  const acting = useActs({ view, address, setAddress, messages });
  return useMemo(
    () => ({ view, seenAt, lines, connected, address, setAddress, messages, ...acting }),
    [view, seenAt, lines, connected, address, messages.shown, acting],
  );
}

function useAddress() {
  const [address, set] = useState(readAddress);
  useEffect(() => {
    const back = () => set(readAddress());
    addEventListener("popstate", back);
    return () => removeEventListener("popstate", back);
  }, []);
  const change = useCallback((next, how) => {
    writeAddress(next, how);
    set(next);
  }, []);
  return [address, change];
}

function useActs({ view, address, setAddress, messages }) {
  const as = view?.you.id ?? address.as;
  const current = useRef({});
  current.current = { as, setAddress, messages };
  return useMemo(() => ({
    as,
    /** Acts in the name of the person whose window this is, unless `act` names another. */
    act: async (act) => {
      const answer = await send({ as: current.current.as, ...act });
      if (!answer.ok) current.current.messages.toast(answer.problem ?? "That did not work.");
      if (answer.toast) current.current.messages.answer(answer.toast);
      return answer;
    },
    /** Runs the playground: the clock, trouble, stories; in nobody's name. */
    run: async (act) => {
      const answer = await send(act);
      if (!answer.ok) current.current.messages.toast(answer.problem ?? "That did not work.");
      return answer;
    },
    openChat: (chat, how) => current.current.setAddress({ as: current.current.as, chat }, how),
  }), [as]);
}
