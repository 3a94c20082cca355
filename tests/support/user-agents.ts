const IOS = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const ANDROID = 'Mozilla/5.0 (Linux; Android 15; Pixel 9 Build/AP4A.250105.002';
const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko)';

/** Browsers inside other apps. */
export const IN_APP = {
	'LinkedIn on iOS': `${IOS} Mobile/15E148 [LinkedInApp]/9.30.1045`,
	'LinkedIn on Android': `${ANDROID}; wv) ${CHROME} Version/4.0 Chrome/131.0.6778.200 Mobile Safari/537.36 [LinkedInApp]/4.1.1028`,
	'Instagram on iOS': `${IOS} Mobile/22B83 Instagram 361.0.0.35.81 (iPhone16,1; iOS 18_1; en_US; en; scale=3.00; 1179x2556; 674117118)`,
	'Instagram on Android': `${ANDROID}; wv) ${CHROME} Version/4.0 Chrome/131.0.6778.200 Mobile Safari/537.36 Instagram 361.0.0.46.88 Android`,
	'Facebook on iOS': `${IOS} Mobile/22B83 [FBAN/FBIOS;FBAV/494.0.0.43.104;FBBV/672342524;FBDV/iPhone16,1;FBLC/en_US]`,
	'Facebook on Android': `${ANDROID}; wv) ${CHROME} Version/4.0 Chrome/131.0.6778.200 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/494.0.0.57.109;]`,
	'WhatsApp on iOS': `${IOS} Mobile/15E148 WhatsApp/24.25.80`,
	'WhatsApp on Android': `${ANDROID}; wv) ${CHROME} Version/4.0 Chrome/131.0.6778.200 Mobile Safari/537.36`
};

/** Browsers of their own. */
export const BROWSERS = {
	'Safari on iOS': `${IOS} Version/18.1 Mobile/15E148 Safari/604.1`,
	'Chrome on iOS': `${IOS} CriOS/131.0.6778.154 Mobile/15E148 Safari/604.1`,
	'Firefox on iOS': `${IOS} FxiOS/133.0 Mobile/15E148 Safari/605.1.15`,
	'Chrome on Android': `Mozilla/5.0 (Linux; Android 10; K) ${CHROME} Chrome/131.0.0.0 Mobile Safari/537.36`,
	'Firefox on Android': 'Mozilla/5.0 (Android 15; Mobile; rv:133.0) Gecko/133.0 Firefox/133.0',
	'Safari on a Mac':
		'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15',
	'Chrome on Windows': `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Chrome/131.0.0.0 Safari/537.36`
};
