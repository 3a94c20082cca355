import { expect, test } from 'vitest';
import { isBare } from './bare';

test('the screen’s page stands alone, in every language', () => {
	expect(['/w/X7K2MP/screen', '/es/w/X7K2MP/screen', '/ar/w/X7K2MP/screen/'].map(isBare)).toEqual([
		true,
		true,
		true
	]);
});

test('no other page does', () => {
	expect(['/', '/w/X7K2MP', '/w/X7K2MP/host', '/w/screen', '/screen', '/w/a/b/screen'].some(isBare)).toBe(
		false
	);
});
