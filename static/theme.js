// The theme a reader chose, before the first paint and without the app, so that pages without scripts of their own have it too.
(function () {
	const root = document.documentElement;
	const isTheme = (value) => value === 'light' || value === 'dark';
	try {
		const kept = localStorage.getItem('theme');
		// A page in a frame may have been asked for in one of the two.
		if (isTheme(kept) && !root.dataset.theme) root.dataset.theme = kept;
		// Who has seen the tour or declined it is not offered it again.
		if (localStorage.getItem('tour')) root.dataset.tour = 'seen';
	} catch {
		// Storage may be closed; the theme then follows the device.
	}
	addEventListener('click', (event) => {
		if (!(event.target instanceof Element) || !event.target.closest('[data-theme-toggle]')) return;
		const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
		root.dataset.theme = dark ? 'light' : 'dark';
		try {
			localStorage.setItem('theme', root.dataset.theme);
		} catch {
			// The choice then lasts for this page only.
		}
		dispatchEvent(new Event('themechange'));
	});
})();
