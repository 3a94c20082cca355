// What only one's own result has: nobody else's page loads it.
export { default as Chosen } from './Chosen.svelte';
export { default as Private } from './Private.svelte';
export { default as Try } from './Try.svelte';
