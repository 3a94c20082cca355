/** What a form sent. A body that is no form, say half of one, holds nothing; one too large is Kit's to refuse. */
export async function formOf(request: Request): Promise<FormData> {
	try {
		return await request.formData();
	} catch (problem) {
		if (problem instanceof TypeError) return new FormData();
		throw problem;
	}
}
