declare global {
	namespace App {
		interface PageState {
			/** Query of the view, when it changed without a visit to the server. */
			query?: string;
		}
	}
}

export {};
