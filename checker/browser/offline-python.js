/**
 * Python for a page that was opened from a folder: one engine for all insurers, in a worker, else in the page itself.
 */
import { bootPacked } from './packed-engine.js';
import { serveEngine } from './serve-engine.js';

/** @typedef {import('./python.js').EnginePort} EnginePort */
/** @typedef {import('./serve-engine.js').EngineRequest} EngineRequest */

/**
 * One engine that many ports may take turns with; only the last one opened hears it.
 */
export class OfflineEngine {
  /** @type {((request: any) => void) | undefined} */
  #send;
  /** @type {EngineRequest[]} what a worker that failed has left unanswered */
  #unanswered = [];
  #hasAnswered = false;
  #read;
  /** @type {(message: any) => void} */
  #hear = () => {};

  /** @param {() => {packed: import('./packed-engine.js').PackedEngine, worker: string}} read what the page holds */
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
    if (this.#send === undefined) this.#startWorker();
    else this.#send(request);
  }

  #startWorker() {
    const { packed, worker: script } = this.#read();
    const giveUp = () => {
      if (this.#hasAnswered) this.#hear({ type: 'failed', reason: 'the worker broke down' });
      else this.#startInPage();
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

  #startInPage() {
    const serve = serveEngine(bootPacked(this.#read().packed), (message) => this.#hear(message));
    this.#send = serve;
    this.#hasAnswered = true;
    for (const request of this.#unanswered) serve(request);
  }
}
