import { createContext } from 'svelte';
import type { I18n } from './i18n';

/** Hands the page's language from the root layout to every component below it. */
export const [getI18n, setI18n] = createContext<I18n>();
