import { expect, test } from 'vitest';
import { BROWSERS, IN_APP } from '../support/user-agents';
import { isInApp } from '../../src/lib/ui/share/in-app';

test.each(Object.entries(IN_APP))('%s is a browser inside another app', (_, userAgent) => {
	expect(isInApp(userAgent)).toBe(true);
});

test.each(Object.entries(BROWSERS))('%s is a browser of its own', (_, userAgent) => {
	expect(isInApp(userAgent)).toBe(false);
});
