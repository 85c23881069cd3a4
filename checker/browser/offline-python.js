/**
 * Python for a page that can fetch nothing: one engine for all insurers, in a worker, else in the page itself.
 */
import { bootPacked, unpacked } from './packed-engine.js';
import { serveEngine } from './serve-engine.js';

/** @typedef {import('./python.js').EnginePort} EnginePort */
/** @typedef {import('./serve-engine.js').EngineRequest} EngineRequest */

/** @typedef {{packed: import('./packed-engine.js').PackedEngine, worker: string}} CarriedEngine what a page carries; packed */

/**
 * One engine that many ports may take turns with; only the last one opened hears it.
 */
export class OfflineEngine {
  /** @type {((request: any) => void) | undefined} */
  #send;
  /** @type {EngineRequest[]} what nobody has answered, and another engine may have to */
  #unanswered = [];
  #hasAnswered = false;
  /** @type {Promise<void> | null} */
  #starting = null;
  #read;
  /** @type {(message: any) => void} */
  #hear = () => {};

  /** @param {() => CarriedEngine | Promise<CarriedEngine>} read tried again with the next request if it fails */
  constructor(read) {
    this.#read = read;
  }

  /** @returns {EnginePort} */
  connect() {
    /** @type {EnginePort} */
    const port = {
      onmessage: null,
      onerror: null,
      onmessageerror: null,
      postMessage: (/** @type {EngineRequest} */ request) => this.#ask(request),
      terminate: () => {
        port.onmessage = null;
      },
    };
    this.#hear = (data) => port.onmessage?.call(/** @type {any} */ (port), new MessageEvent('message', { data }));
    return port;
  }

  /** @param {EngineRequest} request */
  #ask(request) {
    if (!this.#hasAnswered) this.#unanswered.push(request);
    if (this.#send !== undefined) this.#send(request);
    else this.#starting ??= this.#start().catch((error) => this.#fail(error));
  }

  /** @param {unknown} error */
  #fail(error) {
    this.#starting = null;
    this.#unanswered = [];
    this.#hear({ type: 'failed', reason: error instanceof Error ? error.message : String(error) });
  }

  async #start() {
    const { packed, worker } = await this.#read();
    const script = await unpacked(worker, 'text/javascript').text();
    this.#startWorker(packed, script);
  }

  /**
   * @param {import('./packed-engine.js').PackedEngine} packed
   * @param {string} script
   */
  #startWorker(packed, script) {
    const giveUp = () => {
      if (this.#hasAnswered) this.#hear({ type: 'failed', reason: 'the worker broke down' });
      else this.#startInPage(packed);
    };
    try {
      const worker = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
      worker.onerror = giveUp;
      worker.onmessage = ({ data }) => {
        if (data.type === 'failed' && !this.#hasAnswered) {
          worker.terminate();
          giveUp();
        } else {
          this.#hasAnswered = true;
          this.#hear(data);
        }
      };
      this.#send = (request) => worker.postMessage(request);
      worker.postMessage({ type: 'boot', packed });
      for (const request of this.#unanswered) this.#send(request);
    } catch {
      giveUp();
    }
  }

  /** @param {import('./packed-engine.js').PackedEngine} packed */
  #startInPage(packed) {
    const serve = serveEngine(bootPacked(packed), (message) => this.#hear(message));
    this.#send = serve;
    this.#hasAnswered = true;
    for (const request of this.#unanswered) serve(request);
  }
}
