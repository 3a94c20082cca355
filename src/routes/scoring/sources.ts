/** Citations are not translated. */
type Source = {
	authors: string;
	year?: number;
	title: string;
	where: string;
	doi?: string;
};

export const ESSAY = {
	authors: 'awebguy.com',
	title: 'Social Media and The Absurdity of Implied Reciprocity',
	where:
		'Essay by a marketer on his own weblog, found there under the tag “reciprocity”; its date is not confirmed'
} satisfies Source;

export const SOURCES: readonly Source[] = [
	{
		authors: 'Ashton, M. C., & Lee, K.',
		year: 2009,
		title: 'The HEXACO-60: A short measure of the major dimensions of personality',
		where: 'Journal of Personality Assessment, 91',
		doi: '10.1080/00223890902935878'
	},
	ESSAY,
	{
		authors: 'Brennan, R. L.',
		year: 1998,
		title: 'Raw-score conditional standard errors of measurement in generalizability theory',
		where: 'Applied Psychological Measurement, 22',
		doi: '10.1177/014662169802200401'
	},
	{
		authors: 'Brennan, R. L.',
		year: 2001,
		title: 'Generalizability theory',
		where: 'New York: Springer'
	},
	{
		authors: 'Catano, V. M., Brochu, A., & Lamerson, C. D.',
		year: 2012,
		title: 'Assessing the reliability of situational judgment tests used in high-stakes situations',
		where: 'International Journal of Selection and Assessment, 20',
		doi: '10.1111/j.1468-2389.2012.00604.x'
	},
	{
		authors: 'Clark, M. S., Ouellette, R., Powell, M. C., & Milberg, S.',
		year: 1987,
		title: 'Recipient’s mood, relationship type, and helping',
		where: 'Journal of Personality and Social Psychology, 53',
		doi: '10.1037/0022-3514.53.1.94'
	},
	{
		authors: 'Forer, B. R.',
		year: 1949,
		title: 'The fallacy of personal validation: A classroom demonstration of gullibility',
		where: 'Journal of Abnormal and Social Psychology, 44',
		doi: '10.1037/h0059240'
	},
	{
		authors: 'Gasiorowska, A., Kuzminska, A. O., & Zaleskiewicz, T.',
		year: 2025,
		title:
			'Exchange and Communal Orientations (ECO) scale: The construction and validation of a method to measure target-specific relational orientations',
		where: 'PLoS One, 20(6), e0325232',
		doi: '10.1371/journal.pone.0325232'
	},
	{
		authors: 'McDaniel, M. A., Hartman, N. S., Whetzel, D. L., & Grubb, W. L., III',
		year: 2007,
		title: 'Situational judgment tests, response instructions, and validity: A meta-analysis',
		where: 'Personnel Psychology, 60',
		doi: '10.1111/j.1744-6570.2007.00065.x'
	},
	{
		authors: 'Mills, J., & Clark, M. S.',
		year: 1994,
		title: 'Communal and exchange relationships: Controversies and research',
		where: 'In R. Erber & R. Gilmour (Eds.), Theoretical frameworks for personal relationships'
	},
	{
		authors: 'Perugini, M., Gallucci, M., Presaghi, F., & Ercolani, A. P.',
		year: 2003,
		title: 'The personal norm of reciprocity',
		where: 'European Journal of Personality, 17',
		doi: '10.1002/per.474'
	},
	{
		authors: 'Shore, T. H., & Strauss, J.',
		year: 2008,
		title:
			'Measurement of equity sensitivity: A comparison of the Equity Sensitivity Instrument and Equity Preference Questionnaire',
		where: 'Psychological Reports, 102',
		doi: '10.2466/pr0.102.1.64-78'
	},
	{
		authors: 'Stsiampkouskaya, K., Joinson, A., & Piwek, L.',
		year: 2023,
		title:
			'To like or not to like? An experimental study on relational closeness, social grooming, reciprocity, and emotions in social media liking',
		where: 'Journal of Computer-Mediated Communication, 28',
		doi: '10.1093/jcmc/zmac036'
	},
	{
		authors: 'Watkins, P. C., Scheer, J., Ovnicek, M., & Kolts, R.',
		year: 2006,
		title: 'The debt of gratitude: Dissociating gratitude and indebtedness',
		where: 'Cognition and Emotion, 20',
		doi: '10.1080/02699930500172291'
	},
	{
		authors: 'Xiong, X., Guo, S., Gu, L., Huang, R., & Zhou, X.',
		year: 2018,
		title: 'Reciprocity anxiety: Individual differences in feeling discomfort in reciprocity situations',
		where: 'Journal of Economic Psychology, 67',
		doi: '10.1016/j.joep.2018.05.007'
	}
];
