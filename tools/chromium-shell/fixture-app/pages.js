const POLICY = "default-src 'self'; connect-src * fixture: ws:; img-src *; frame-src *";

const PAGES = {
  '/index.html': [
    'text/html',
    `<!doctype html><title>Fixture</title><h1>Fixture</h1>
<script src="/page.js"></script>
<script>window.inlineRan = true</script>
<a id="out" href="https://elsewhere.test/page">out</a>
<a id="blank" target="_blank" href="https://elsewhere.test/blank">blank</a>
<a id="mail" href="mailto:a@example.test">mail</a>
<a id="relative" href="second.html">relative</a>
<a id="own" href="fixture://app/second.html">own</a>`,
  ],
  '/second.html': ['text/html', '<!doctype html><title>Second</title><h1>Second</h1>'],
  '/page.js': ['text/javascript', 'window.apiAtFirstScript = typeof window.api?.invoke;'],
  '/worker.js': [
    'text/javascript',
    `onmessage = ({ data }) =>
  fetch(data).then(() => postMessage('reached'), () => postMessage('refused'));`,
  ],
  '/data.json': ['application/json', '{"ok":true}'],
};

/** Answers for the fixture's own scheme. */
export async function serve(request) {
  const { pathname } = new URL(request.url);
  if (pathname === '/echo') {
    const body = await request.text();
    return Response.json({ method: request.method, url: request.url, body });
  }
  const page = PAGES[pathname];
  if (!page) return new Response('no such page', { status: 404 });
  return new Response(page[1], {
    headers: { 'content-type': page[0], 'content-security-policy': POLICY },
  });
}
