import { FramedQuiz } from '../pages/framed-quiz';
import { expect, test as base } from './fixtures';
import { startBlog, type Blog } from './blog';

export type Script = Record<string, string>;

export const test = base.extend<{
	/** Where the blog is: see `startBlog`. */
	host: '127.0.0.1' | 'localhost';
	blog: Blog;
	embedded: FramedQuiz;
	/** Opens the blog with the script of the quiz in it, and these attributes on the script. */
	embed: (attributes?: Script, type?: string) => Promise<void>;
}>({
	host: ['127.0.0.1', { option: true }],
	blog: async ({ page, host }, use) => {
		const blog = await startBlog(host);
		await use(blog);
		await page.close();
		await blog.stop();
	},
	embedded: async ({ page, language }, use) => use(new FramedQuiz(page, language)),
	embed: async ({ page, blog, baseURL }, use) =>
		use(async (attributes = {}, type = 'text/javascript') => {
			const written = Object.entries(attributes).map(([name, value]) => ` data-${name}="${value}"`);
			blog.write(
				`<script type="${type}" src="${baseURL}/embed.js"${written.join('')}></script><p>More of the blog.</p>`
			);
			await page.goto(blog.address);
		})
});

/** The blog is elsewhere; everything else is asked of us alone. */
export const BLOG = /^asked http:\/\/(127\.0\.0\.1|localhost):\d+\/$/;

export { expect };
