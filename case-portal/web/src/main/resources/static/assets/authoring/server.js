// What the editor asks of the server. Every answer is JSON; a refusal is thrown with what it says.

const token = () => ({
  [document.querySelector('meta[name=csrf-header]').content]: document.querySelector('meta[name=csrf-token]').content,
});

export class Refusal extends Error {
  constructor(status, body) {
    super((body && (body.detail || body.title)) || String(status));
    this.status = status;
    this.body = body;
  }
}

const send = async (method, address, body, headers = {}, signal) => {
  const response = await fetch(address, {
    method,
    signal,
    headers: {'Content-Type': 'application/json', Accept: 'application/json', ...token(), ...headers},
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const type = response.headers.get('Content-Type') || '';
  const answer = type.includes('json') ? await response.json() : null;
  if (!response.ok || response.redirected) throw new Refusal(response.status, answer);
  return answer;
};

export class Server {
  /** `part` says whether the sheet is the draft's table or the statutory range it brings along. */
  constructor(base, version, part) {
    Object.assign(this, {base, version, part});
  }

  /** Reads cells in plain Chinese: [{decision, kind, column, text}] → [{feel, plain} or {reason}]. */
  readCells(sheet, cells) { return send('POST', `${this.base}/cells`, {sheet, cells}); }

  /** Proves the sheet as it stands on the screen, saved or not. */
  check(sheet, signal) { return send('POST', `${this.base}/check`, {sheet, part: this.part}, {}, signal); }

  /** Computes with the sheet as it stands on the screen. */
  attempt(sheet, facts, signal) { return send('POST', `${this.base}/try`, {sheet, part: this.part, facts}, {}, signal); }

  /** Looks for provisions to cite. */
  provisions(query) { return send('GET', `/authoring/provisions?q=${encodeURIComponent(query)}`); }

  /** Saves; a 412 tells what another person changed meanwhile, and keeps what was sent. */
  async save(sheet, note) {
    const answer = await send('PUT', `${this.base}/sheet`, {sheet, part: this.part, note}, {'If-Match': this.version});
    this.version = answer.version;
    return answer;
  }
}

/** Calls `act` a moment after the last call, and gives up the one before. */
export const afterPause = (act, pause) => {
  let timer = 0;
  let running = null;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (running) running.abort();
      running = new AbortController();
      act(running.signal);
    }, pause);
  };
};
