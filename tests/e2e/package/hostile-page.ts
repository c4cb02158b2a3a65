/** Everything by which code in the page can try to reach a network. Runs in the page; must not use anything from outside. */
export function tryEveryWayOut(): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {};
  const host = (name: string) => `https://${name}.example.invalid/x`;
  const near = 'http://203.0.113.7:8080/x';
  const waiting: Promise<unknown>[] = [];
  /** Notes 'refused' for what throws, rejects or is not there; 'came through' for what answers. */
  const attempt = (name: string, act: () => unknown) => {
    const done = Promise.resolve()
      .then(act)
      .then(
        (value) => {
          found[name] = value === false ? 'refused' : 'came through';
        },
        () => {
          found[name] = 'refused';
        },
      );
    waiting.push(done);
  };
  /** Puts an element into the page and waits for what comes of it. */
  const element = (name: string, tag: string, given: Readonly<Record<string, string>>) => {
    attempt(
      name,
      () =>
        new Promise((resolve, reject) => {
          const one = document.createElement(tag);
          // A frame that was refused has loaded its empty page.
          if (tag !== 'iframe') one.addEventListener('load', resolve);
          one.addEventListener('loadeddata', resolve);
          one.addEventListener('error', reject);
          for (const [key, value] of Object.entries(given)) one.setAttribute(key, value);
          document.body.append(one);
          setTimeout(reject, 1_500);
        }),
    );
  };
  const call = (name: string, from: Window | null | undefined) => {
    attempt(name, async () => {
      const Call = (from as unknown as { RTCPeerConnection: typeof RTCPeerConnection })
        .RTCPeerConnection;
      const secret = { username: 'a', credential: 'b' };
      const peer = new Call({
        iceServers: [
          { urls: 'stun:203.0.113.7:3478' },
          { urls: 'stun:stun.example.invalid:3478' },
          { urls: 'turn:203.0.113.7:3478?transport=tcp', ...secret },
          { urls: 'turns:turn.example.invalid:443?transport=tcp', ...secret },
        ],
        iceCandidatePoolSize: 4,
      });
      peer.createDataChannel('x');
      await peer.setLocalDescription(await peer.createOffer());
      await new Promise((resolve) => setTimeout(resolve, 3_000));
    });
  };
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const inner = frame.contentDocument?.createElement('iframe');
  if (inner) frame.contentDocument?.body.append(inner);

  call('a call from the page', window);
  call('a call from an empty frame', frame.contentWindow);
  call('a call from a frame in a frame', inner?.contentWindow);
  for (const [where, from] of [
    ['page', window],
    ['frame', frame.contentWindow as typeof window],
  ] as const) {
    for (const url of [host(`fetch-${where}`), near]) {
      attempt(`fetch of ${url} from the ${where}`, () => from.fetch(url, { mode: 'no-cors' }));
      attempt(
        `beacon to ${url} from the ${where}`,
        () => from.navigator.sendBeacon(url, 'x') && false,
      );
      attempt(`request to ${url} from the ${where}`, () => {
        const request = new from.XMLHttpRequest();
        request.open('GET', url, false);
        request.send();
      });
    }
    attempt(
      `socket of the ${where}`,
      () =>
        new Promise((resolve, reject) => {
          const socket = new from.WebSocket('wss://socket.example.invalid/x');
          socket.onopen = resolve;
          socket.onerror = reject;
        }),
    );
    attempt(
      `events of the ${where}`,
      () =>
        new Promise((resolve, reject) => {
          const events = new from.EventSource(host('events'));
          events.onopen = resolve;
          events.onerror = reject;
        }),
    );
  }
  attempt('transport', async () => {
    const { WebTransport: Transport } = window as unknown as {
      WebTransport: new (url: string) => { ready: Promise<void> };
    };
    await new Transport('https://203.0.113.7:4433/x').ready;
  });
  for (const rel of [
    'dns-prefetch',
    'preconnect',
    'prefetch',
    'prerender',
    'preload',
    'modulepreload',
    'stylesheet',
    'icon',
    'manifest',
  ]) {
    element(`link ${rel}`, 'link', { rel, href: host(rel), as: 'font', crossorigin: '' });
    element(`link ${rel} to an address`, 'link', { rel, href: near, as: 'image' });
  }
  for (const tag of ['img', 'iframe', 'embed', 'video', 'audio']) {
    element(tag, tag, { src: host(tag), preload: 'auto', autoplay: '' });
  }
  element('object', 'object', { data: host('object') });
  element('ping', 'a', { href: '#', ping: host('ping') });
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[ping]')) link.click();
  attempt('worker', () => new Worker(host('worker')));
  attempt('module', () => import(/* @vite-ignore */ host('module')));
  attempt('service worker', () => navigator.serviceWorker.register(host('service')));
  attempt('font', () => new FontFace('x', `url(${host('font')})`).load());
  attempt('audio of a page', () => new AudioContext().audioWorklet.addModule(host('worklet')));
  attempt('form', () => {
    const form = document.createElement('form');
    form.action = host('form');
    form.target = '_blank';
    document.body.append(form);
    form.submit();
    return false;
  });
  attempt('window', () => window.open(host('window')) !== null);
  return Promise.all(waiting).then(() => found);
}
