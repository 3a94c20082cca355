export function plain(status: number, line: string, headers: Record<string, string> = {}): Response {
	return new Response(`${line}\n`, {
		status,
		headers: { 'content-type': 'text/plain; charset=utf-8', ...headers }
	});
}
