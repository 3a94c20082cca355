// Puts the quiz where this script stands, as high as it needs to be. Attributes: data-form (full, short),
// data-result (a code), data-theme (light, dark), data-lang (es, ar …). Loads nothing but the quiz; tracks nobody.
(() => {
	const script = document.currentScript;
	const { form, result, theme, lang, title } = script.dataset;
	const origin = new URL(script.src).origin;
	const path = result ? `/result/${result}` : form ? `/quiz/${form}` : '';
	const frame = document.createElement('iframe');
	frame.src = `${origin}${lang && lang !== 'en' ? `/${lang}` : ''}/embed${path}${theme ? `?theme=${theme}` : ''}`;
	frame.title = title || 'No Strings';
	frame.allow = 'clipboard-write';
	frame.style.cssText = 'display:block;width:100%;height:640px;border:0;color-scheme:auto';
	addEventListener('message', (event) => {
		const height = event.source === frame.contentWindow && event.origin === origin && event.data?.noStrings?.height;
		if (height > 0) frame.style.height = `${Math.min(height, 20000)}px`;
	});
	script.after(frame);
})();
