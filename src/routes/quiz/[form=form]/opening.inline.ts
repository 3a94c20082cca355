// Runs before the first scene is painted. Where a run lies on the device, or the address names a place, it waits for that.
{
	type Waiting = HTMLElement & { early?: HTMLElement | null };
	const walk = document.currentScript?.parentElement as Waiting;
	try {
		if (location.hash || localStorage.getItem(`no-strings:run:${walk.dataset['form']}`))
			walk.dataset['opening'] = 'own';
	} catch {
		// No storage, no run.
	}
	// Buttons pressed before the scripts have come are pressed again then: see Walk.svelte.
	walk.addEventListener('click', ({ target }) => {
		if ('opening' in walk.dataset) walk.early = (target as Element).closest('button');
	});
}
