// Puts the quiz where this script stands, as high as it needs to be. Attributes: data-form (full, short),
// data-result (a code), data-theme (light, dark), data-lang (es, ar …). Loads nothing but the quiz; tracks nobody.
(() => {
	const put = (script) => {
		script.dataset.noStrings = '';
		const { form, result, theme, lang, title } = script.dataset;
		const origin = new URL(script.src).origin;
		const one = (value, values) => values.find((known) => known === value?.trim().toLowerCase());
		const path = result ? `/result/${encodeURIComponent(result)}` : one(form, ['full', 'short']) ? `/quiz/${one(form, ['full', 'short'])}` : '';
		// A language that we do not speak, or speak in one way only, leads to the nearest one.
		const language = /^[a-z]{2,3}(-[a-z0-9]+)*$/.exec(lang?.trim().toLowerCase().replaceAll('_', '-') ?? '')?.[0];
		const colours = one(theme, ['light', 'dark']);
		const frame = document.createElement('iframe');
		frame.src = `${origin}${language && language !== 'en' ? `/${language}` : ''}/embed${path}${colours ? `?theme=${colours}` : ''}`;
		frame.title = title || 'No Strings';
		frame.allow = 'clipboard-write';
		frame.style.cssText = 'display:block;width:100%;height:640px;border:0;color-scheme:auto';
		addEventListener('message', (event) => {
			if (event.source !== frame.contentWindow || event.origin !== origin) return;
			const { height, top } = event.data?.noStrings ?? {};
			if (height > 0) frame.style.height = `${Math.min(height, 20000)}px`;
			if (top && frame.getBoundingClientRect().top < 0) frame.scrollIntoView();
		});
		script.after(frame);
	};
	// In a module nobody says which script runs, and one that stands there twice runs once.
	const modules = () => [...document.querySelectorAll('script[type=module][src]')];
	const ours = ({ src, dataset }) => new URL(src).pathname === '/embed.js' && !('noStrings' in dataset);
	for (const script of document.currentScript ? [document.currentScript] : modules().filter(ours)) put(script);
})();
