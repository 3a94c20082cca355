export { SceneLibrary, type LibraryNotice } from './library.svelte';
