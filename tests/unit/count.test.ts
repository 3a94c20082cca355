import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countPlaywright, countRun, countVitest, lastLine } from '../../scripts/lib/count.mjs';

const vitest = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults: [] };

function reportFile(content: string) {
	const file = join(mkdtempSync(join(tmpdir(), 'count-')), 'report.json');
	writeFileSync(file, content);
	return file;
}

describe('counting', () => {
	it('takes skipped and todo tests of Vitest as skipped', () => {
		expect(countVitest(vitest)).toEqual({ passed: 5, failed: 1, skipped: 3 });
	});

	it('takes a test file that cannot be loaded as a failure', () => {
		const testResults = [
			{ status: 'failed', assertionResults: [] },
			{ status: 'failed', assertionResults: [{}] },
			{ status: 'passed', assertionResults: [{}] }
		];
		expect(countVitest({ ...vitest, testResults }).failed).toBe(2);
	});

	it('counts a browser test that passed at its second attempt as passed, and says how many there were', () => {
		const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 2 };
		const count = countPlaywright({ stats });
		expect(count).toEqual({ passed: 8, failed: 1, skipped: 2, repeated: 1 });
		expect(lastLine([count])).toBe('8 passed, 1 failed, 2 skipped, 1 at the second attempt only');
	});

	it('takes a run that ended badly without a failed test as one failure', () => {
		const file = reportFile(JSON.stringify({ ...vitest, numFailedTests: 0 }));
		expect(countRun(1, file, countVitest)).toEqual({ passed: 5, failed: 1, skipped: 3 });
		expect(countRun(0, file, countVitest).failed).toBe(0);
	});

	it.each(['', '{"stats":', '{}'])('takes the report "%s" as one failure', (content) => {
		expect(countRun(0, reportFile(content), countPlaywright)).toEqual({ passed: 0, failed: 1, skipped: 0 });
	});

	it('takes a missing report as one failure', () => {
		expect(countRun(0, '/nowhere/report.json', countVitest)).toEqual({ passed: 0, failed: 1, skipped: 0 });
	});
});

describe('the last line', () => {
	it('adds up and mentions skipped tests only when there are some', () => {
		const count = { passed: 2, failed: 1, skipped: 0 };
		expect(lastLine([])).toBe('0 passed, 0 failed');
		expect(lastLine([count, count])).toBe('4 passed, 2 failed');
		expect(lastLine([count, { ...count, skipped: 3 }])).toBe('4 passed, 2 failed, 3 skipped');
	});
});
