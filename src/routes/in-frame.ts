import { flushSync, mount } from 'svelte';
import { isEmbedded } from '$lib/address';
import { type I18n, loadMessages } from '$lib/i18n';
import AddressToCopy from './AddressToCopy.svelte';

/**
 * Serves the page around this frame: tells how tall it is, now and whenever that changes (see static/embed.js), and
 * opens outside what may not be framed. Returns how to stop.
 */
export function attendFrame(page: Document, i18n: I18n): () => void {
	const observer = new ResizeObserver(() => {
		const height = Math.ceil(page.body.getBoundingClientRect().height);
		window.parent.postMessage({ noStrings: { height } }, '*');
	});
	observer.observe(page.body);

	const onclick = (event: MouseEvent) => openOutside(event, i18n);
	page.addEventListener('click', onclick, true);
	return () => {
		observer.disconnect();
		page.removeEventListener('click', onclick, true);
	};
}

const shown = new WeakMap<HTMLAnchorElement, { select: () => void }>();

function openOutside(event: MouseEvent, i18n: I18n) {
	const link = (event.target as Element).closest('a');
	if (!link || (link.origin === location.origin && isEmbedded(link.pathname))) return;
	link.target = '_blank';
	// A frame without an origin is sandboxed, and may be one that opens nothing.
	if (window.origin !== 'null') return;
	event.preventDefault();
	const opened = window.open(link.href);
	if (opened) opened.opener = null;
	else void showAddress(link, i18n).catch(() => null);
}

async function showAddress(link: HTMLAnchorElement, i18n: I18n) {
	await loadMessages(i18n.locale, ['share']);
	if (!shown.has(link)) {
		const props = { address: link.href, label: i18n.t('share.frame.copy') };
		const target = link.parentElement ?? document.body;
		shown.set(
			link,
			mount(AddressToCopy, { target, ...(link.nextSibling && { anchor: link.nextSibling }), props })
		);
	}
	flushSync();
	shown.get(link)?.select();
}
