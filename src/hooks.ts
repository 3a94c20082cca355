import type { Reroute } from '@sveltejs/kit';
import { routeOf } from '$lib/address';

/** `/quiz/full`, `/es/quiz/full` and `/embed/quiz/full` are one route. */
export const reroute: Reroute = ({ url }) => routeOf(url.pathname);
