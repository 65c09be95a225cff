import { createDesk } from './desk.ts';
import type { Answer, Order } from './protocol.ts';

/** The one worker of the page: what takes longer than a frame happens here. */
const take = createDesk(
	(answer: Answer) => postMessage(answer),
	() => new Promise((resolve) => setTimeout(resolve))
);
addEventListener('message', ({ data }: MessageEvent<Order>) => take(data));
