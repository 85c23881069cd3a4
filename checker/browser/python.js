/**
 * The page's side of the Python engine: starts its worker when the page is idle, and asks it to decide.
 *
 * Whatever goes wrong ends in `onFailed`, once, with a reason for developers; a worker that only stays silent too.
 */

/** @typedef {Pick<Worker, 'onmessage' | 'onerror' | 'onmessageerror' | 'postMessage' | 'terminate'>} EnginePort */

/**
 * @typedef {object} PythonRuntime
 * @property {string} base folder of the built files, relative to the page, ending in a slash
 * @property {{worker: string}} files names in that folder
 * @property {string} rulebook address relative to the page
 */

/**
 * @typedef {object} EmbeddedEngine what a page carries that can fetch nothing
 * @property {() => EnginePort} connect
 * @property {(address: string) => Promise<string>} rulebook the text that would stand at the address
 */

/**
 * @typedef {object} PythonOptions
 * @property {PythonRuntime} runtime
 * @property {string} [rulebookText] else the runtime's address is fetched
 * @property {() => void} [onReady]
 * @property {(reason: string) => void} [onFailed]
 * @property {number} [timeoutMs] the longest silence that is waited for
 */

/**
 * @typedef {object} PythonEngine
 * @property {(facts: Facts) => Promise<Decision>} decide waits until Python is ready; rejects when it fails or stops
 * @property {(facts: Facts) => Promise<Nearest | null>} nearest null: that could not be told; rejects as `decide`
 * @property {(facts: Facts, until: string) => Promise<Calendar | null>} calendar the days ahead up to `until`; as `nearest`
 * @property {() => void} stop
 */

const SILENCE_MS = 30_000;
const IDLE_WITHIN_MS = 2_000;

/** @type {EmbeddedEngine | null} */
let embedded = null;

/**
 * From now on take Python from the page itself.
 * @param {EmbeddedEngine} engine
 */
export function embedEngine(engine) {
  embedded = engine;
}

/** Whether this visitor saves data, and is to be asked before megabytes are loaded. */
export function wantsAsking() {
  return embedded === null && /** @type {any} */ (navigator).connection?.saveData === true;
}

/**
 * @param {PythonOptions} options
 * @returns {PythonEngine}
 */
export function startPython({ runtime, rulebookText, onReady, onFailed, timeoutMs = SILENCE_MS }) {
  const link = new EngineLink(timeoutMs, onFailed);
  link.ready.then(onReady, () => {});
  whenIdle(() => link.open(runtime, () => rulebookText ?? embedded?.rulebook(runtime.rulebook) ?? fetchText(runtime.rulebook)));
  return {
    decide: (facts) => link.ask('decide', facts),
    nearest: (facts) => link.ask('nearest', facts),
    calendar: (facts, until) => link.ask('calendar', facts, until),
    stop: () => link.stop(),
  };
}

class EngineLink {
  /** @type {EnginePort | undefined} */
  #port;
  /** @type {Map<number, {resolve: (answer: any) => void, reject: (error: Error) => void}>} */
  #asked = new Map();
  #lastId = 0;
  #watch = 0;
  #isReady = false;
  /** @type {Error | undefined} */
  #ended;
  #timeoutMs;
  #onFailed;
  #markReady = () => {};
  /** @type {(error: Error) => void} */
  #markEnded = () => {};

  /**
   * @param {number} timeoutMs
   * @param {((reason: string) => void) | undefined} onFailed
   */
  constructor(timeoutMs, onFailed) {
    this.#timeoutMs = timeoutMs;
    this.#onFailed = onFailed;
    /** @type {Promise<void>} */
    this.ready = new Promise((resolve, reject) => {
      this.#markReady = resolve;
      this.#markEnded = reject;
    });
  }

  /**
   * @param {PythonRuntime} runtime
   * @param {() => string | Promise<string>} rulebook asked for only when there is a worker to read it
   */
  async open(runtime, rulebook) {
    if (this.#ended !== undefined) return;
    try {
      const port = connect(runtime);
      this.#port = port;
      port.onmessage = ({ data }) => this.#receive(data);
      port.onerror = (event) => this.#fail(event.message || 'the worker did not start');
      port.onmessageerror = () => this.#fail('a message could not be read');
      this.#expectWord();
      port.postMessage({ type: 'start', rulebook: await rulebook() });
    } catch (error) {
      this.#fail(error instanceof Error ? error.message : String(error));
    }
  }

  /**
   * @param {'decide' | 'nearest' | 'calendar'} type
   * @param {Facts} facts
   * @param {string} [until]
   * @returns {Promise<any>}
   */
  async ask(type, facts, until) {
    await this.ready;
    if (this.#ended !== undefined) throw this.#ended;
    this.#lastId += 1;
    const id = this.#lastId;
    const answer = new Promise((resolve, reject) => this.#asked.set(id, { resolve, reject }));
    this.#port?.postMessage({ type, id, facts: JSON.stringify(facts), until });
    this.#expectWord();
    return answer;
  }

  stop() {
    this.#end('stopped');
  }

  /** @param {{type: string, id: number, decision: string, told: string | null, reason: string}} message */
  #receive(message) {
    if (message.type === 'failed') {
      this.#fail(message.reason);
    } else if (message.type === 'ready') {
      this.#isReady = true;
      this.#markReady();
    } else if (message.type === 'decision' || message.type === 'told') {
      const told = message.type === 'decision' ? message.decision : message.told;
      this.#asked.get(message.id)?.resolve(told === null ? null : JSON.parse(told));
      this.#asked.delete(message.id);
    }
    this.#expectWord();
  }

  /** Blocked WebAssembly, a lost connection, a killed worker: all show as silence only. */
  #expectWord() {
    clearTimeout(this.#watch);
    if (this.#ended !== undefined || (this.#isReady && this.#asked.size === 0)) return;
    const reason = `no word from Python for ${this.#timeoutMs} ms`;
    this.#watch = window.setTimeout(() => this.#fail(reason), this.#timeoutMs);
  }

  /** @param {string} reason */
  #fail(reason) {
    if (this.#ended !== undefined) return;
    this.#end(reason);
    this.#onFailed?.(reason);
  }

  /** @param {string} reason */
  #end(reason) {
    if (this.#ended !== undefined) return;
    this.#ended = new Error(reason);
    clearTimeout(this.#watch);
    this.#port?.terminate();
    this.#markEnded(this.#ended);
    for (const { reject } of this.#asked.values()) reject(this.#ended);
    this.#asked.clear();
  }
}

/**
 * @param {PythonRuntime} runtime
 * @returns {EnginePort}
 */
function connect({ base, files }) {
  if (embedded !== null) return embedded.connect();
  return new Worker(new URL(base + files.worker, document.baseURI), { type: 'module' });
}

/** @param {string} address relative to the page, with its sum behind a `#`; rejects where the file has another one */
async function fetchText(address) {
  const [file = '', integrity = ''] = address.split('#');
  const response = await fetch(new URL(file, document.baseURI), { integrity });
  if (!response.ok) throw new Error(`${address}: status ${response.status}`);
  return response.text();
}

/** @param {() => void} act */
function whenIdle(act) {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(act, { timeout: IDLE_WITHIN_MS });
  else setTimeout(act, 0);
}
