const NAMED = /\b(?:FBAN|FBAV|FB_IAB|Instagram|LinkedInApp|WhatsApp)\b/;
const ANDROID_WEB_VIEW = /; wv\)/;
/** Every browser of its own on iOS says "Safari". */
const IOS_WEB_VIEW = /\((?:iPhone|iPad|iPod)[^)]*\) AppleWebKit\/(?!.*\bSafari\/)/;

/** Whether this is a browser inside another app: it saves and prints nothing, and does not say so. */
export const isInApp = (userAgent: string): boolean =>
	[NAMED, ANDROID_WEB_VIEW, IOS_WEB_VIEW].some((sign) => sign.test(userAgent));
