/**
 * Calls once, when the reader comes within half a screen of an element or prints the page. Returns a way to call it off.
 */
export function whenNear(element: Element, call: () => void): () => void {
	const waiting = new AbortController();
	const observer = new IntersectionObserver(
		(entries) => entries.some((entry) => entry.isIntersecting) && go(),
		{
			rootMargin: '50%'
		}
	);
	const stop = () => {
		waiting.abort();
		observer.disconnect();
	};
	function go() {
		stop();
		call();
	}
	observer.observe(element);
	addEventListener('beforeprint', go, { signal: waiting.signal });
	return stop;
}
