/** Calls once, when the element comes within a screen's height of being seen. */
export function whenNear(arrive: () => void) {
	return (element: HTMLElement) => {
		const observer = new IntersectionObserver(
			([entry]) => {
				if (!entry?.isIntersecting) return;
				observer.disconnect();
				arrive();
			},
			{ rootMargin: '100%' }
		);
		observer.observe(element);
		return () => observer.disconnect();
	};
}
