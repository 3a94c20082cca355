import { createContext } from 'svelte';
import type { SceneLibrary } from '$lib/library';

/** Returns null until the browser has looked at the device. */
export const [getLibrary, setLibrary] = createContext<() => SceneLibrary | null>();
