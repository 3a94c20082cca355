import { createContext } from 'svelte';
import type { SvelteSet } from 'svelte/reactivity';
import type { SceneLibrary } from '$lib/library';

/** Returns null until the browser has looked at the device. */
export const [getLibrary, setLibrary] = createContext<() => SceneLibrary | null>();

/** Ids of the scenes that were sorted since the page was opened: by whoever sits there now. */
export const [getSorted, setSorted] = createContext<SvelteSet<string>>();
