import type { RequestHandler } from '@sveltejs/kit';
import { currentApp } from '#lib/server/app.ts';

const answer: RequestHandler = ({ request, getClientAddress }) => currentApp().api(request, getClientAddress());

/** The API in development; in production scripts/serve.ts answers reading requests before Kit is asked. */
export const GET = answer;
export const fallback = answer;
