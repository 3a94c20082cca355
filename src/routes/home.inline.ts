/* The start page sends no module: keys, limits and words stand in its markup. */
(() => {
	type Saved = Record<string, unknown>;

	function read(key = ''): Saved {
		try {
			const saved = JSON.parse(localStorage.getItem(key) ?? '{}') as Saved | null;
			return saved?.schemaVersion === 1 ? saved : {};
		} catch {
			return {};
		}
	}

	function write(key: string, value: number | null) {
		try {
			if (value === null) localStorage.removeItem(key);
			else localStorage.setItem(key, JSON.stringify({ schemaVersion: 1, value }));
		} catch {
			// Where nothing is kept, the bead stays where it is as long as the page.
		}
	}

	function answersIn({ finished, choices }: Saved): number {
		if (finished !== null || !choices) return 0;
		const rungs = Object.values(choices).map((choice: { rung?: unknown } | null) => choice?.rung);
		return rungs.filter((rung) => typeof rung === 'number').length;
	}

	function newestCode({ results }: Saved): string | undefined {
		const codes = Array.isArray(results)
			? results.map((result: { code?: unknown } | null) => result?.code)
			: [];
		return codes.find((code) => typeof code === 'string' && /^[0-9a-z]{18}$/.test(code)) as
			string | undefined;
	}

	/** Whoever has begun goes on, whoever has finished sees the result: the first of these stands out. */
	function greet() {
		const starts = [...document.querySelectorAll<HTMLElement>('[data-run]')];
		const begun = starts.filter((start) => {
			const count = Math.min(answersIn(read(start.dataset.run)), Number(start.dataset.total));
			const [fresh, further] = start.querySelectorAll('strong');
			if (!fresh || !further) return false;
			further.textContent = (further.dataset.text ?? '').replace('#', String(count));
			further.hidden = !count;
			fresh.hidden = !further.hidden;
			start.querySelector('small')!.hidden = fresh.hidden;
			return fresh.hidden;
		});
		const result = document.querySelector<HTMLAnchorElement>('[data-results]');
		if (!result) return;
		const code = newestCode(read(result.dataset.results));
		result.hidden = !code;
		result.href = `${result.dataset.path}${code ?? ''}`;
		const [first] = [...begun, ...(code ? [result] : []), ...starts];
		for (const way of [result, ...starts]) way.classList.toggle('quiet', way !== first);
	}

	const guess = document.querySelector<HTMLElement>('[data-guess]');
	const bead = guess?.querySelector('input');
	const made = guess?.querySelector('p');
	if (!guess || !bead || !made) return;
	const key = guess.dataset.guess ?? '';
	const cuts = JSON.parse(guess.dataset.cuts ?? '[]') as number[];
	const zones = JSON.parse(guess.dataset.zones ?? '[]') as string[];

	function show(value: number | null) {
		const text = value === null ? null : zones[cuts.filter((cut) => cut <= value).length];
		guess!.style.setProperty('--at', `${value ?? 50}%`);
		bead!.value = String(value ?? 50);
		bead!.setAttribute('aria-valuetext', text?.replace('#', bead!.value) ?? guess!.dataset.none ?? '');
		made!.firstElementChild!.textContent = text?.replace('#', bead!.value) ?? '';
		guess!.classList.toggle('made', value !== null);
	}
	function keep() {
		show(Number(bead!.value));
		// Whoever knows the result does not guess any more.
		const results = document.querySelector<HTMLElement>('[data-results]')?.dataset.results;
		if (!newestCode(read(results))) write(key, Number(bead!.value));
	}
	function look() {
		const { value } = read(key);
		show(
			Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 100 ? (value as number) : null
		);
		greet();
	}

	bead.addEventListener('input', keep);
	// Whoever leaves the bead where it hangs has guessed as well.
	bead.addEventListener('click', keep);
	made.querySelector('button')?.addEventListener('click', () => {
		write(key, null);
		show(null);
		bead.focus();
	});
	// Back from the quiz the page may be the one that was left.
	addEventListener('pageshow', ({ persisted }) => {
		if (persisted) look();
	});
	guess.classList.add('ready');
	look();
})();
