import { createContext } from 'svelte';
import type { I18n } from './i18n';

export const [getI18n, setI18n] = createContext<I18n>();
