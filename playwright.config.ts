import { defineConfig, devices } from '@playwright/test';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './scripts/browser.mjs';
import { ADDRESS_HEADER } from './tests/support/workshop-api.ts';

const port = Number(process.env['E2E_PORT'] ?? 4173);
const baseURL = `http://localhost:${port}`;

const executablePath = await findBrowser();
// Playwright's workers read this file again; the answer is known now.
if (executablePath) process.env['CHROMIUM_PATH'] = executablePath;

// Workshops of a test run are nobody's.
const dataDir = (process.env['E2E_DATA_DIR'] ??= mkdtempSync(join(tmpdir(), 'no-strings-e2e-')));

export default defineConfig({
	testDir: 'tests/e2e',
	testMatch: '**/*.spec.ts',
	fullyParallel: true,
	forbidOnly: Boolean(process.env['CI']),
	retries: 0,
	workers: 2,
	timeout: 120_000,
	expect: { timeout: 20_000 },
	reporter: 'list',
	use: {
		baseURL,
		// Traces of every test cost more time than the tests; --trace=on makes them when one is wanted.
		trace: 'off',
		launchOptions: {
			...(executablePath && { executablePath }),
			// The headless shell moves letters onto whole pixels, which no phone does.
			args: ['--font-render-hinting=none']
		}
	},
	projects: [{ name: 'chromium', use: devices['Desktop Chrome'] }],
	webServer: {
		// Builds first when a source has changed, so that nobody tests yesterday's app.
		command: 'node scripts/start.mjs',
		url: baseURL,
		env: {
			PORT: String(port),
			HOST: 'localhost',
			ORIGIN: '',
			PROTOCOL_HEADER: '',
			// Fewer workshops may be opened from one address than the tests open: see Hall.open.
			ADDRESS_HEADER,
			DATABASE_URL: '',
			WORKSHOP_PASSPHRASE: '',
			OPERATOR_NAME: '',
			OPERATOR_URL: '',
			SOURCE_URL: '',
			DATA_DIR: dataDir
		},
		reuseExistingServer: false,
		gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
		timeout: 180_000
	}
});
