/** The envelope of every error that the API answers with. */
interface ErrorEnvelope {
  error: { code: string; message: string; details?: string[] };
  request_id: string;
}

/** An answer of the API that is an error. */
export class PikzelsError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly requestId: string,
    readonly details: string[] = [],
  ) {
    super(message);
    this.name = 'PikzelsError';
  }
}

export interface ThumbnailRequest {
  prompt: string;
  model: 'pkz_3' | 'pkz_4';
  format: '16:9' | '9:16' | '1:1';
  persona?: string;
  style?: string;
}

export interface Thumbnail {
  output: string;
  request_id: string;
}

export class PikzelsClient {
  constructor(
    private readonly apiKey: string,
    private readonly host = 'https://api.pikzels.com',
  ) {}

  createThumbnail(request: ThumbnailRequest): Promise<Thumbnail> {
    return this.post('/v2/thumbnail/text', request);
  }

  scoreThumbnail(imageUrl: string): Promise<{ main_score: number; request_id: string }> {
    return this.post('/v2/thumbnail/score', { image_url: imageUrl });
  }

  private async post<T>(path: string, body: object): Promise<T> {
    const response = await fetch(this.host + path, {
      method: 'POST',
      headers: { 'X-Api-Key': this.apiKey, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.ok) return (await response.json()) as T;
    const { error, request_id } = (await response.json()) as ErrorEnvelope;
    throw new PikzelsError(response.status, error.code, error.message, request_id, error.details);
  }
}
