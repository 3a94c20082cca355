import { installedPackages } from './lib/packages.mjs';

/** Licences that ask for nothing but to be named. */
const FREE =
	/^(?:MIT|ISC|0BSD|Unlicense|CC0-1\.0|BSD-[23]-Clause|BSL-1\.0|Apache-2\.0|BlueOak-1\.0\.0|OFL-1\.1)$/;

let others = 0;
for (const { name, version, licence } of installedPackages()) {
	const parts = licence.replace(/[()]/g, '');
	const free = parts.includes(' OR ')
		? parts.split(' OR ').some((part) => FREE.test(part))
		: parts.split(' AND ').every((part) => FREE.test(part));
	if (!free) others++;
	console.log(`${free ? ' ' : '!'} ${licence.padEnd(28)} ${name} ${version}`);
}
console.log(
	others === 0 ? 'All of them ask for nothing but to be named.' : `${others} marked with ! want a look.`
);
