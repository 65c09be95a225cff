import type { Handle, ServerInit } from '@sveltejs/kit';
import { building } from '$app/environment';
import { isLanguage } from '#lib/core/text/text.ts';
import { directionOf } from '#lib/i18n/locales.ts';
import { openApp } from '#lib/server/app.ts';
import { cameByTls, HSTS, SECURITY_HEADERS } from '#lib/server/http/security.ts';

/** Opens the release once, before the first request; a server without data does not start. */
export const init: ServerInit = async () => {
	if (!building) await openApp(process.env['FURAS_DATA'] ?? 'data/built', process.env['ORIGIN'] ?? null);
};

/** Puts language and direction of the address into the page, Arabic where it names none, and the security headers on every answer. */
export const handle: Handle = async ({ event, resolve }) => {
	const language = isLanguage(event.params.lang) ? event.params.lang : 'ar';
	const response = await resolve(event, {
		transformPageChunk: ({ html }) => html.replace('%lang%', language).replace('%dir%', directionOf(language))
	});
	for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.headers.set(name, value);
	if (cameByTls(event.request.headers.get('x-forwarded-proto') ?? undefined)) response.headers.set(HSTS.name, HSTS.value);
	return response;
};
